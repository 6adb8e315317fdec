/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.FetchType;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.MappedSuperclass;
import lombok.Getter;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.InstantConverter;

/** What a task came from, what it is about and whom one rings for it. */
@MappedSuperclass
@Getter
public abstract class TaskSubject extends TaskOwnership {

	private static final int DEFAULT_TARGET_SECONDS = 180;

	/** Null for tasks without a protocol. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "plan_id")
	private FollowUpPlan plan;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "protocol_id")
	private FollowUpProtocol protocol;

	@Column(name = "protocol_version")
	private Integer protocolVersion;

	@Column(name = "step_key", length = 60)
	private String stepKey;

	/** 0, or the round of a repeating step. */
	@Column(name = "occurrence", nullable = false)
	private int occurrence;

	/** Business key of tasks that no plan makes; null for steps and manual tasks. */
	@Column(name = "task_key", length = 120)
	private String taskKey;

	@Enumerated(EnumType.STRING)
	@Column(name = "source", nullable = false, length = 12)
	private TaskSource source;

	@Enumerated(EnumType.STRING)
	@Column(name = "purpose", nullable = false, length = 12)
	private Purpose purpose;

	@Enumerated(EnumType.STRING)
	@Column(name = "channel", nullable = false, length = 12)
	private Channel channel;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "patient_id")
	private Patient patient;

	@Column(name = "patient_uuid", nullable = false, length = 38)
	private String patientUuid;

	/** Person to ring when it is not the patient; null: the patient. */
	@Column(name = "person_id")
	private Integer personToRingId;

	/** Whom one rings, the patient or another: rows of the list are by this person. Null: purged. */
	@Column(name = "ring_id")
	private Integer ringId;

	/** Why one rings somebody else; null: one rings the patient. */
	@Enumerated(EnumType.STRING)
	@Column(name = "ring_reason", length = 20)
	private RingReason ringReason;

	/** When it must be looked at (again) whom one rings. */
	@Convert(converter = InstantConverter.class)
	@Column(name = "ring_until", nullable = false)
	private Instant ringUntil;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "location_id")
	private Location location;

	/** Title of a task without a script; null for steps, whose protocol says it. */
	@Column(name = "title")
	private String title;

	/** Expected duration in seconds. */
	@Column(name = "target_seconds", nullable = false)
	private int targetSeconds;

	void describe(TaskDraft draft) {
		this.plan = draft.getPlan();
		this.protocol = plan == null ? draft.getProtocol() : plan.getProtocol();
		this.protocolVersion = plan == null ? draft.getProtocolVersion() : Integer.valueOf(plan.getProtocolVersion());
		this.stepKey = draft.getStepKey();
		this.occurrence = draft.getOccurrence();
		this.taskKey = draft.getTaskKey();
		this.source = draft.getSource();
		this.purpose = draft.getPurpose();
		this.channel = draft.getChannel() == null ? Channel.PHONE : draft.getChannel();
		this.personToRingId = draft.getPersonToRingId();
		this.ringReason = draft.getRingReason();
		lookAgainWhomToRing();
		about(draft.getPatient());
		this.location = draft.getLocation();
		this.title = draft.getTitle();
		this.targetSeconds = draft.getTargetSeconds() == 0 ? DEFAULT_TARGET_SECONDS : draft.getTargetSeconds();
	}

	/** The anchor was moved to another place. */
	public void relocate(Location newLocation) {
		this.location = newLocation;
	}

	/** Null: the patient. */
	void rung(Integer personId, RingReason reason) {
		this.personToRingId = personId;
		this.ringReason = reason;
		this.ringId = personId == null ? patient.getPersonId() : personId;
	}

	void lookAgainWhomToRing() {
		this.ringUntil = Instant.EPOCH;
	}

	/** The patient's from now on; another person who is rung for the patient stays. */
	void about(Patient newPatient) {
		this.patient = newPatient;
		this.patientUuid = newPatient.getUuid();
		this.ringId = personToRingId == null ? newPatient.getPersonId() : personToRingId;
	}
}
