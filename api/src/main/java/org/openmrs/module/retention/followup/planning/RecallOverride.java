/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Period;
import java.util.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import lombok.AccessLevel;
import lombok.Builder;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.openmrs.BaseChangeableOpenmrsData;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;

/** An interval that was agreed with one patient in place of a recall protocol's own. Never changed: another replaces it. */
@Entity(name = "retention.RecallOverride")
@Table(name = "retention_recall_override")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class RecallOverride extends BaseChangeableOpenmrsData {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "recall_override_id")
	@Setter
	private Integer id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "patient_id")
	private Patient patient;

	@Column(name = "patient_uuid", nullable = false, length = 38)
	private String patientUuid;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "protocol_id", nullable = false)
	private FollowUpProtocol protocol;

	/** ISO period. */
	@Column(name = "recall_interval", nullable = false, length = 20)
	private String interval;

	@Column(name = "reason", nullable = false)
	private String reason;

	/** Who agreed to it, in words: the patient and a dentist, a mother. */
	@Column(name = "agreed_by", nullable = false)
	private String agreedBy;

	@Builder
	private RecallOverride(Patient patient, FollowUpProtocol protocol, String interval, String reason, String agreedBy) {
		this.patient = patient;
		this.patientUuid = patient == null ? null : patient.getUuid();
		this.protocol = protocol;
		this.interval = interval;
		this.reason = reason;
		this.agreedBy = agreedBy;
	}

	public Period intervalPeriod() {
		return Period.parse(interval);
	}

	void withdraw(User actor, Date when, String why) {
		setVoided(true);
		setVoidedBy(actor);
		setDateVoided(when);
		setVoidReason(why);
	}
}
