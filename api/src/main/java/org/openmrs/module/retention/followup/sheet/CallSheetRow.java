/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.openmrs.module.retention.followup.task.FollowUpTask;

/** A row of a sheet: a person to ring, known by the tasks alone. */
@Entity(name = "retention.CallSheetRow")
@Table(name = "retention_call_sheet_row")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class CallSheetRow {

	/** Numbers that are printed in a row at the most. */
	static final int MOST_NUMBERS = 6;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "call_sheet_row_id")
	@Getter(AccessLevel.NONE)
	private Integer id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "call_sheet_id", nullable = false)
	private CallSheet sheet;

	/** From 1. */
	@Column(name = "row_number_on_sheet", nullable = false)
	private int number;

	@Column(name = "code", nullable = false, unique = true, length = RowCode.LENGTH)
	@Getter(AccessLevel.NONE)
	private String code;

	/** Zone in which times of the row are written. */
	@Column(name = "zone", nullable = false, length = 64)
	private String zone;

	/** Keys of the contact points printed, in their order, comma-separated; never the numbers themselves. */
	@Column(name = "point_keys", length = 400)
	@Getter(AccessLevel.NONE)
	private String pointKeys;

	@OneToMany(mappedBy = "row", cascade = CascadeType.ALL)
	@OrderBy("position")
	@Getter(AccessLevel.NONE)
	private Set<CallSheetTask> tasks = new LinkedHashSet<>();

	@OneToMany(mappedBy = "row", cascade = CascadeType.ALL)
	@OrderBy("tryNumber")
	@Getter(AccessLevel.NONE)
	private Set<CallSheetEntry> entries = new LinkedHashSet<>();

	CallSheetRow(CallSheet sheet, String code, String zone, List<String> pointKeys) {
		this.sheet = sheet;
		this.number = sheet.getRows().size() + 1;
		this.code = code;
		this.zone = zone;
		this.pointKeys = pointKeys.isEmpty() ? null : String.join(",", pointKeys);
	}

	void add(FollowUpTask task) {
		tasks.add(new CallSheetTask(this, tasks.size(), task));
	}

	void add(CallSheetEntry entry) {
		entries.add(entry);
	}

	/** As it is printed. */
	public String getCode() {
		return RowCode.shown(code);
	}

	/** In the order of the call. */
	public List<FollowUpTask> getTasks() {
		return tasks.stream().map(CallSheetTask::getTask).collect(Collectors.toList());
	}

	List<CallSheetTask> getPlaces() {
		return new ArrayList<>(tasks);
	}

	/** What has been entered for it, by the number of the try. */
	public List<CallSheetEntry> getEntries() {
		return Collections.unmodifiableList(new ArrayList<>(entries));
	}

	/** Null: nothing yet. */
	CallSheetEntry entry(int tryNumber) {
		return entries.stream().filter(entry -> entry.getTryNumber() == tryNumber).findFirst().orElse(null);
	}

	/** The key of the number that stands by the letter; null: there is none. */
	String point(String mark) {
		List<String> keys = pointKeys == null ? Collections.emptyList() : Arrays.asList(pointKeys.split(","));
		for (int i = 0; i < keys.size(); i++) {
			if (SheetQuestion.letter(i).equals(mark)) {
				return keys.get(i);
			}
		}
		return null;
	}
}
