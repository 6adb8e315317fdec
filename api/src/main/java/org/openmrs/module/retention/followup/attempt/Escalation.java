/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Instant;
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
import javax.persistence.Version;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.openmrs.BaseChangeableOpenmrsData;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.module.retention.followup.protocol.RedFlag;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.shared.InstantConverter;
import org.openmrs.module.retention.shared.RetentionException;

/** Something a call brought up that another must take over, and acknowledge. */
@Entity(name = "retention.Escalation")
@Table(name = "retention_escalation")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Escalation extends BaseChangeableOpenmrsData {

	/** CLINICAL goes to the clinician, SERVICE (an angry patient) to a manager. */
	public enum Kind {
		CLINICAL, SERVICE
	}

	/** Where an escalation stands. */
	public enum Status {

		OPEN, ACKNOWLEDGED, CLOSED, WITHDRAWN;

		/** What somebody has touched is never withdrawn, but may wait again; what has ended stays so. */
		public boolean allows(Status next) {
			switch (this) {
				case OPEN:
					return next != OPEN;
				case ACKNOWLEDGED:
					return next == CLOSED || next == OPEN;
				default:
					return false;
			}
		}
	}

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "escalation_id")
	@Setter
	private Integer id;

	@Enumerated(EnumType.STRING)
	@Column(name = "kind", nullable = false, length = 12)
	private Kind kind;

	@Enumerated(EnumType.STRING)
	@Column(name = "severity", nullable = false, length = 12)
	private RedFlag.Severity severity;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "patient_id")
	private Patient patient;

	@Column(name = "patient_uuid", nullable = false, length = 38)
	private String patientUuid;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "attempt_id", nullable = false)
	private ContactAttempt attempt;

	/** The task whose script raised it; null: the caller did. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "task_id")
	private FollowUpTask task;

	@Column(name = "reason", nullable = false, length = 1000)
	private String reason;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "owner_user_id")
	private User ownerUser;

	@Column(name = "owner_role", length = 50)
	private String ownerRole;

	/** How far up the chain it has gone: 0 the first owner, 1 the duty role, 2 the manager. */
	@Column(name = "level", nullable = false)
	private int level;

	/** Acknowledgement is late after this. */
	@Convert(converter = InstantConverter.class)
	@Column(name = "acknowledge_by", nullable = false)
	private Instant acknowledgeBy;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "acknowledged_by")
	private User acknowledgedBy;

	@Convert(converter = InstantConverter.class)
	@Column(name = "acknowledged_at")
	private Instant acknowledgedAt;

	/** The contact that did its task and so acknowledged it; null: nobody has, or a person did. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "acknowledged_in")
	private ContactAttempt acknowledgedIn;

	@Enumerated(EnumType.STRING)
	@Column(name = "status", nullable = false, length = 14)
	private Status status;

	@Column(name = "resolution", length = 1000)
	private String resolution;

	@Convert(converter = InstantConverter.class)
	@Column(name = "ended_at")
	private Instant endedAt;

	@Version
	@Column(name = "version", nullable = false)
	private int version;

	/** Opened by {@code attempt} for a patient; nobody has it until it is {@link #assign assigned}. */
	Escalation(ContactAttempt attempt, FollowUpTask task, Kind kind, RedFlag.Severity severity, String reason) {
		this.attempt = attempt;
		this.task = task;
		this.patient = task != null ? task.getPatient() : attempt.getPatient();
		this.patientUuid = task != null ? task.getPatientUuid() : attempt.getPatientUuid();
		this.kind = kind;
		this.severity = severity;
		this.reason = reason;
		this.status = Status.OPEN;
	}

	/** It is with a user or with all of a role, who have until {@code acknowledgeBy}. */
	void assign(User user, String role, Instant acknowledgeBy) {
		this.ownerUser = user;
		this.ownerRole = role;
		this.acknowledgeBy = acknowledgeBy;
	}

	/** Nobody acknowledged it in time: it goes one step up. */
	void raise(int newLevel, String role, Instant newAcknowledgeBy) {
		if (status != Status.OPEN) {
			throw RetentionException.conflict("retention.followup.error.escalation-ended", "status", status.name(), "OPEN");
		}
		level = newLevel;
		assign(null, role, newAcknowledgeBy);
	}

	/** Somebody has seen it and takes it on. */
	void acknowledge(User actor, Instant at) {
		become(Status.ACKNOWLEDGED);
		acknowledgedBy = actor;
		acknowledgedAt = at;
		ownerUser = actor;
		ownerRole = null;
	}

	/** Whoever made the contact has seen it, for they have done its task. */
	void acknowledge(ContactAttempt contact, Instant at) {
		acknowledge(contact.getCalledBy(), at);
		acknowledgedIn = contact;
	}

	/** Nobody has it after all: it waits for acknowledgement again. */
	void waitAgain(User user, String role, Instant newAcknowledgeBy) {
		become(Status.OPEN);
		acknowledgedBy = null;
		acknowledgedAt = null;
		acknowledgedIn = null;
		assign(user, role, newAcknowledgeBy);
	}

	/** It is dealt with; who closes it without a word has acknowledged it too. */
	void close(User actor, String how, Instant at) {
		become(Status.CLOSED);
		if (acknowledgedAt == null) {
			acknowledgedBy = actor;
			acknowledgedAt = at;
		}
		resolution = how;
		endedAt = at;
	}

	/** What opened it has been taken back. */
	void withdraw(Instant at) {
		become(Status.WITHDRAWN);
		endedAt = at;
	}

	/** Somebody is to see to it. */
	boolean isLive() {
		return status == Status.OPEN || status == Status.ACKNOWLEDGED;
	}

	/** Nobody has acknowledged it although the time is over. */
	public boolean isLate(Instant now) {
		return status == Status.OPEN && now.isAfter(acknowledgeBy);
	}

	private void become(Status next) {
		if (!status.allows(next)) {
			throw RetentionException.conflict("retention.followup.error.escalation-ended", "status", status.name(),
				next.name());
		}
		status = next;
	}
}
