/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.InstantConverter;

/**
 * One word of a patient, or of those who are reached at a number, on being contacted: granted or refused, for a purpose and a channel; append-only, the latest
 * counts. A refusal that is said on a call is written here; the evidence that messages need joins with outreach.
 */
@Entity(name = "retention.ConsentEntry")
@Table(name = "retention_consent")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class ConsentEntry {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "consent_id")
	private Integer id;

	@Column(name = "uuid", nullable = false, unique = true, length = 38)
	private String uuid;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "patient_id")
	private Patient patient;

	@Column(name = "patient_uuid", length = 38)
	private String patientUuid;

	/** What was said for everyone who is reached at this number, whoever they are: then there is no patient. */
	@Column(name = "point_key", length = 64)
	private String pointKey;

	@Enumerated(EnumType.STRING)
	@Column(name = "purpose", nullable = false, length = 12)
	private Purpose purpose;

	/** Null: every channel. */
	@Enumerated(EnumType.STRING)
	@Column(name = "channel", length = 12)
	private Channel channel;

	@Column(name = "granted", nullable = false)
	private boolean granted;

	/** Said for a minor by somebody else: it does not bind the adult. */
	@Column(name = "by_guardian", nullable = false)
	private boolean byGuardian;

	/** What it was said in, for example {@code attempt:<uuid>}. */
	@Column(name = "source", nullable = false, length = 60)
	private String source;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "actor")
	private User actor;

	@Convert(converter = InstantConverter.class)
	@Column(name = "said_at", nullable = false)
	private Instant saidAt;

	/** Taken back with the attempt that recorded it. */
	@Column(name = "withdrawn", nullable = false)
	private boolean withdrawn;

	ConsentEntry(Patient patient, Purpose purpose, boolean granted, boolean byGuardian, String source, User actor,
		Instant saidAt) {
		this.uuid = UUID.randomUUID().toString();
		this.patient = patient;
		this.patientUuid = patient.getUuid();
		this.purpose = purpose;
		this.granted = granted;
		this.byGuardian = byGuardian;
		this.source = source;
		this.actor = actor;
		this.saidAt = saidAt;
	}

	/** A refusal of everyone who is reached at a number. */
	static ConsentEntry refusalAt(String pointKey, Purpose purpose, Channel channel, String source, User actor,
		Instant saidAt) {
		ConsentEntry entry = new ConsentEntry();
		entry.uuid = UUID.randomUUID().toString();
		entry.pointKey = pointKey;
		entry.purpose = purpose;
		entry.channel = channel;
		entry.source = source;
		entry.actor = actor;
		entry.saidAt = saidAt;
		return entry;
	}

	void withdraw() {
		this.withdrawn = true;
	}
}
