/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
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
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.shared.InstantConverter;
import org.openmrs.module.retention.shared.RetentionException;

/** What was promised to a person, until when, and whether it was kept. Broken is derived: open past {@code dueBy}. */
@Entity(name = "retention.ContactPromise")
@Table(name = "retention_promise")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class ContactPromise extends BaseChangeableOpenmrsData {

	/** Where a promise stands. */
	public enum Status {

		OPEN, KEPT, KEPT_LATE, WITHDRAWN;

		/** What has ended opens again when the contact that ended it is taken back. */
		public boolean allows(Status next) {
			return (this == OPEN) != (next == OPEN);
		}
	}

	/** Tasks that were ended otherwise owe nobody a call. */
	static final Set<TaskStatus> OVERTAKEN = Collections
		.unmodifiableSet(EnumSet.of(TaskStatus.CANCELLED, TaskStatus.SUPERSEDED));

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "promise_id")
	@Setter
	private Integer id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "patient_id")
	private Patient patient;

	@Column(name = "patient_uuid", nullable = false, length = 38)
	private String patientUuid;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "attempt_id", nullable = false)
	private ContactAttempt attempt;

	/** The task that keeps it; null: something else does. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "task_id")
	private FollowUpTask task;

	@Column(name = "promised", nullable = false, length = 500)
	private String promised;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "owner_user_id")
	private User ownerUser;

	@Column(name = "owner_role", length = 50)
	private String ownerRole;

	@Convert(converter = InstantConverter.class)
	@Column(name = "due_from", nullable = false)
	private Instant dueFrom;

	@Convert(converter = InstantConverter.class)
	@Column(name = "due_by", nullable = false)
	private Instant dueBy;

	@Enumerated(EnumType.STRING)
	@Column(name = "status", nullable = false, length = 12)
	private Status status;

	@Convert(converter = InstantConverter.class)
	@Column(name = "ended_at")
	private Instant endedAt;

	/** The contact that kept or overtook it; null: none did. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "settled_by")
	private ContactAttempt settledBy;

	/** Why a person withdrew it. */
	@Column(name = "end_reason", length = 255)
	private String endReason;

	@Version
	@Column(name = "version", nullable = false)
	private int version;

	/** A promise made in {@code attempt}; {@code task} keeps it, or null. */
	ContactPromise(ContactAttempt attempt, FollowUpTask task, String promised, Instant dueFrom, Instant dueBy) {
		this.attempt = attempt;
		this.patient = attempt.getPatient();
		this.patientUuid = attempt.getPatientUuid();
		this.task = task;
		this.promised = promised;
		this.dueFrom = dueFrom;
		this.dueBy = dueBy;
		this.status = Status.OPEN;
	}

	/** Who is to keep it: a user, a role, or neither (whoever works the task). */
	void assign(User user, String role) {
		this.ownerUser = user;
		this.ownerRole = role;
	}

	/** Open although its time is over, and nothing has made it pointless. */
	public boolean isBroken(Instant now) {
		return status == Status.OPEN && now.isAfter(dueBy) && (task == null || !OVERTAKEN.contains(task.getStatus()));
	}

	/** It was kept at {@code at}, in time or late; null contact: by something else. */
	void keep(Instant at, ContactAttempt contact) {
		become(at.isAfter(dueBy) ? Status.KEPT_LATE : Status.KEPT, at, contact);
	}

	/** A contact has overtaken it, or the one that made it has been taken back. */
	void withdraw(Instant at, ContactAttempt contact) {
		become(Status.WITHDRAWN, at, contact);
	}

	/** Whoever it was made to has been told that it cannot be kept, and why. */
	void explain(ContactAttempt contact, String why) {
		become(Status.WITHDRAWN, contact.getStartedAt(), contact);
		endReason = why;
	}

	/** A person says that it no longer stands. */
	void withdraw(Instant at, String reason) {
		become(Status.WITHDRAWN, at, null);
		endReason = reason;
	}

	/** The contact that settled it has been taken back. */
	void reopen() {
		become(Status.OPEN, null, null);
		endReason = null;
	}

	/** A conflict where it may not. */
	void requireThatItMayBecome(Status next) {
		if (!status.allows(next)) {
			throw RetentionException.conflict("retention.followup.error.promise-ended", "status", status.name(),
				next.name());
		}
	}

	private void become(Status next, Instant at, ContactAttempt contact) {
		requireThatItMayBecome(next);
		status = next;
		endedAt = at;
		settledBy = contact;
	}
}
