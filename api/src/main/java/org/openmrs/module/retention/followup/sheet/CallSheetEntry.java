/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.sheet;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import javax.persistence.UniqueConstraint;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.openmrs.User;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.shared.InstantConverter;

/** A try that was written in a row and has been entered; the same again is the same. */
@Entity(name = "retention.CallSheetEntry")
@Table(name = "retention_call_sheet_entry", uniqueConstraints = @UniqueConstraint(name = "retention_call_sheet_entry_uk", columnNames = {
	"call_sheet_row_id", "try_number" }))
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class CallSheetEntry {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "call_sheet_entry_id")
	@Getter(AccessLevel.NONE)
	private Integer id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "call_sheet_row_id", nullable = false)
	private CallSheetRow row;

	/** From 1. */
	@Column(name = "try_number", nullable = false)
	private int tryNumber;

	/** SHA-256 of what was entered. */
	@Column(name = "content", nullable = false, length = 64)
	@Getter(AccessLevel.PACKAGE)
	private String content;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "attempt_id", nullable = false)
	private ContactAttempt attempt;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "entered_by", nullable = false)
	private User enteredBy;

	@Convert(converter = InstantConverter.class)
	@Column(name = "entered_at", nullable = false)
	private Instant enteredAt;

	CallSheetEntry(CallSheetRow row, int tryNumber) {
		this.row = row;
		this.tryNumber = tryNumber;
	}

	/** The first time, or anew after the contact was taken back. */
	void record(String what, ContactAttempt made, User by, Instant at) {
		this.content = what;
		this.attempt = made;
		this.enteredBy = by;
		this.enteredAt = at;
	}
}
