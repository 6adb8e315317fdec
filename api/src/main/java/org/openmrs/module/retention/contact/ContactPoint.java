/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.openmrs.BaseChangeableOpenmrsData;
import org.openmrs.module.retention.shared.InstantConverter;

/**
 * What is known about one telephone number or e-mail address, whoever has it. The number itself stays in the person
 * attributes; here is only a key made from its normalised form, so that several people who share it share its state.
 */
@Entity(name = "retention.ContactPoint")
@Table(name = "retention_contact_point")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class ContactPoint extends BaseChangeableOpenmrsData {

	/** What the number or address is for. */
	public enum Kind {
		PHONE, EMAIL
	}

	/** Whether it works. */
	public enum State {
		OK, DOUBTFUL, WRONG
	}

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "contact_point_id")
	@Setter
	private Integer id;

	@Enumerated(EnumType.STRING)
	@Column(name = "kind", nullable = false, length = 8)
	private Kind kind;

	/** SHA-256 (hex) of the E.164 number or the lower-case address. */
	@Column(name = "point_key", nullable = false, unique = true, length = 64)
	private String pointKey;

	/** Last four digits of a number, for "who rang me?". */
	@Column(name = "tail", length = 4)
	private String tail;

	@Enumerated(EnumType.STRING)
	@Column(name = "state", nullable = false, length = 10)
	private State state;

	@Column(name = "state_reason", length = 60)
	private String stateReason;

	@Convert(converter = InstantConverter.class)
	@Column(name = "state_at", nullable = false)
	private Instant stateAt;

	@Version
	@Column(name = "version", nullable = false)
	private int version;

	ContactPoint(Kind kind, String pointKey, String tail, Instant at) {
		this.kind = kind;
		this.pointKey = pointKey;
		this.tail = tail;
		this.state = State.OK;
		this.stateAt = at;
	}

	/** For everyone who is reached there; set back when it was wrong to flag it. */
	public void flag(State state, String reason, Instant at) {
		this.state = state;
		this.stateReason = reason;
		this.stateAt = at;
	}
}
