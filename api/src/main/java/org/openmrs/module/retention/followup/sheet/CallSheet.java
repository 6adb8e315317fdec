/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Convert;
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
import org.openmrs.User;
import org.openmrs.module.retention.shared.InstantConverter;

/** The day's list as somebody printed it: which tasks stood in which row, and no name or number. It never changes. */
@Entity(name = "retention.CallSheet")
@Table(name = "retention_call_sheet")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class CallSheet {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "call_sheet_id")
	private Integer id;

	@Column(name = "uuid", nullable = false, unique = true, length = 38)
	private String uuid;

	@Convert(converter = InstantConverter.class)
	@Column(name = "printed_at", nullable = false)
	private Instant printedAt;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "printed_by", nullable = false)
	private User printedBy;

	/** The clinic's day that it was printed on. */
	@Column(name = "printed_on", nullable = false)
	private LocalDate day;

	/** What the list was narrowed to, as JSON. */
	@Column(name = "filters", nullable = false, length = 500)
	private String filters;

	@Column(name = "row_count", nullable = false)
	private int rowCount;

	@OneToMany(mappedBy = "sheet", cascade = CascadeType.ALL)
	@OrderBy("number")
	@Getter(AccessLevel.NONE)
	private List<CallSheetRow> rows = new ArrayList<>();

	CallSheet(Instant printedAt, User printedBy, LocalDate day, String filters) {
		this.uuid = UUID.randomUUID().toString();
		this.printedAt = printedAt;
		this.printedBy = printedBy;
		this.day = day;
		this.filters = filters;
	}

	void add(CallSheetRow row) {
		rows.add(row);
		rowCount = rows.size();
	}

	/** From the top. */
	public List<CallSheetRow> getRows() {
		return Collections.unmodifiableList(rows);
	}
}
