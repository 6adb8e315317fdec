/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.OneToMany;
import javax.persistence.Table;
import javax.persistence.UniqueConstraint;
import javax.persistence.Version;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.hibernate.annotations.DynamicUpdate;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.module.retention.shared.InstantConverter;
import org.openmrs.module.retention.shared.RetentionException;

/**
 * One thing to do for one patient: a step of a plan, a call-back, or what a person asked for. Its state changes by verbs
 * only, by the table in {@link TaskLifeCycle}, and every change is a {@link TaskStatusChange}. Due, overdue, expired and
 * callable are derived from its dates; a claim is a lease. Only changed columns are written, so that a claim, which is a
 * conditional update beside the entity, is never overwritten.
 */
@Entity(name = "retention.FollowUpTask")
@Table(name = "retention_task", uniqueConstraints = {
	@UniqueConstraint(name = "retention_task_step_uk", columnNames = { "plan_id", "step_key", "occurrence" }),
	@UniqueConstraint(name = "retention_task_key_uk", columnNames = { "task_key" }) })
@DynamicUpdate
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class FollowUpTask extends TaskSubject {

	private static final int DEFAULT_TRIES = 3;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "task_id")
	@Setter
	private Integer id;

	/** Place in the order of the list: {@link ListClass#ordinal()}. */
	@Enumerated(EnumType.ORDINAL)
	@Column(name = "list_class", nullable = false)
	private ListClass listClass;

	@Column(name = "priority", nullable = false)
	private int priority;

	/** {@link #listOrder(int)} of the priority: what decides among windows of a class that close at one moment. */
	@Column(name = "list_order", nullable = false)
	private int listOrder;

	@Column(name = "critical", nullable = false)
	private boolean critical;

	@Enumerated(EnumType.STRING)
	@Column(name = "status", nullable = false, length = 12)
	private TaskStatus status;

	/** Lower case and dashes, for example {@code anchor-voided}. */
	@Column(name = "status_reason", length = 60)
	private String statusReason;

	@Convert(converter = InstantConverter.class)
	@Column(name = "ended_at")
	private Instant endedAt;

	@Version
	@Column(name = "version", nullable = false)
	private int version;

	@OneToMany(mappedBy = "task", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
	@Getter(AccessLevel.NONE)
	private List<TaskStatusChange> changes = new ArrayList<>();

	/** Begins a task, open and as planned. */
	public static FollowUpTask open(TaskDraft draft, Cause cause) {
		FollowUpTask task = new FollowUpTask();
		task.describe(draft);
		task.rule(draft.getAssignment());
		task.place(draft);
		Instant expiresAt = draft.getExpiresAt() == null ? draft.getBy() : draft.getExpiresAt();
		task.plan(draft.getZone(), draft.getFrom(), draft.getBy(), expiresAt);
		task.allowTries(draft.getTriesMax() == 0 ? DEFAULT_TRIES : draft.getTriesMax());
		task.asPlanned();
		task.resolveAgain();
		task.status = TaskStatus.OPEN;
		task.changes.add(new TaskStatusChange(task, null, TaskStatus.OPEN, cause));
		return task;
	}

	private void place(TaskDraft draft) {
		this.priority = draft.getPriority();
		this.listOrder = listOrder(priority);
		this.critical = draft.isCritical();
		this.listClass = draft.getListClass() == null ? ListClass.of(getSource(), getPurpose(), critical)
			: draft.getListClass();
	}

	/** The higher the priority, the sooner. */
	public static int listOrder(int priority) {
		return -priority;
	}

	public boolean isOpen() {
		return status == TaskStatus.OPEN;
	}

	/** Open and no longer worth doing. */
	public boolean isExpired(Instant now) {
		return isOpen() && now.isAfter(getExpiresAt());
	}

	/** Open, its window over, and still worth doing. */
	public boolean isOverdue(Instant now) {
		return isOpen() && now.isAfter(getDueBy()) && !isExpired(now);
	}

	/** Open, awake and still worth doing; the contact policy may say otherwise. */
	public boolean isDue(Instant now) {
		return isOpen() && !now.isBefore(getWakeAt()) && !isExpired(now);
	}

	/** Due, and nobody else is at it. */
	public boolean isCallable(Instant now, User caller) {
		return isDue(now) && !isClaimedByAnother(caller, now);
	}

	/** The patient was told that we ring then: it beats spacing, tries, rest, window and grace, not quiet hours. */
	public boolean isCallBack() {
		return getSource() == TaskSource.CALL_BACK || isPromised();
	}

	/** What has happened to it, in order. */
	public List<TaskStatusChange> getChanges() {
		return Collections.unmodifiableList(changes);
	}

	/** Refuses a change that was decided on an older state; null: the caller does not say which it saw. */
	public void expectVersion(Integer seen) {
		if (seen != null && seen != version) {
			throw RetentionException.conflict("retention.followup.error.stale-version", "version", seen, version);
		}
	}

	/** The contact was made. Also for a closed task whose contact was made in time and entered late. */
	public void complete(Cause cause) {
		become(TaskStatus.COMPLETED, cause);
	}

	/** The tries ran out. */
	public void miss(Cause cause) {
		become(TaskStatus.MISSED, cause);
	}

	public void cancel(Cause cause) {
		become(TaskStatus.CANCELLED, cause);
	}

	/** Another task stands in its place. */
	public void supersede(Cause cause) {
		become(TaskStatus.SUPERSEDED, cause);
	}

	/** What ended it has been taken back; window, hold and tries stay as they were. */
	public void reopen(Cause cause) {
		become(TaskStatus.OPEN, cause);
		lookAgain();
	}

	/**
	 * As if nobody had ever tried: planned window, all tries, no hold, open. What did happen is told again from here; an urgent
	 * finding that nobody has taken stays urgent.
	 */
	public void resetToPlanned(Cause cause) {
		if (!isOpen()) {
			reopen(cause);
		}
		asPlanned();
		lookAgain();
		classify(listClass == ListClass.URGENT);
	}

	/** The plan has a new day for it: anchor edited, zone changed. */
	public void replan(String zone, Instant from, Instant by, Instant expiresAt, Cause cause) {
		requireOpen();
		replanned(zone, from, by, expiresAt);
		lookAgain();
		note(cause);
	}

	/** A call-back was promised: its window beats spacing, hold and grace. */
	public void promise(Instant from, Instant by, Instant expiresAt, Cause cause) {
		requireOpen();
		window(from, by, expiresAt);
		lookAgain();
		classify(listClass == ListClass.URGENT);
		note(cause);
	}

	/** Not before then; a later hold stands. Null: until it is released. */
	public void hold(HoldReason reason, Instant until) {
		requireOpen();
		holdUntil(reason, until == null ? UNTIL_RELEASED : until);
	}

	/** As {@link #hold}, with a line in the history. */
	public void waitUntil(HoldReason reason, Instant until, Cause cause) {
		hold(reason, until);
		note(cause);
	}

	/** Ends the hold if it is for this reason. */
	public void releaseHold(HoldReason reason) {
		requireOpen();
		if (getHoldReason() == reason) {
			unhold();
		}
	}

	/** It waits for that until then only, or no longer when that is now, with a line in the history; false: it does not. */
	public boolean waitShorter(HoldReason reason, Instant until, Cause cause) {
		boolean shorter = isOpen() && getHoldReason() == reason && getHoldUntil().isAfter(until);
		if (shorter) {
			unhold();
			if (until.isAfter(cause.getAt())) {
				holdUntil(reason, until);
			}
			note(cause);
		}
		return shorter;
	}

	/** What it waited for has come, with a line in the history; false: it did not wait for that. */
	public boolean endWait(HoldReason reason, Cause cause) {
		boolean waited = getHoldReason() == reason && getHoldUntil().isAfter(cause.getAt());
		if (waited) {
			releaseHold(reason);
			resolveAgain();
			note(cause);
		}
		return waited;
	}

	/** A try is used up; the next not before then. */
	public void useTry(Instant nextTryAt) {
		requireOpen();
		countTry(nextTryAt);
	}

	/** It had ended, and a contact that was made in time completes it now. */
	public void useLateTry() {
		countTry(getNextTryAt());
	}

	/** The line was busy. True when that made up a try. */
	public boolean busy(Instant nextTryAt) {
		requireOpen();
		return countBusy(nextTryAt);
	}

	/** Again, not before then, without a try used. */
	public void tryAgain(Instant nextTryAt) {
		requireOpen();
		again(nextTryAt);
	}

	/** It is worth doing until then at least: the patient has a booking beyond the grace. */
	public void keepUntil(Instant until) {
		requireOpen();
		Instant before = getExpiresAt();
		worthUntil(until);
		if (getExpiresAt().isAfter(before)) {
			lookAgain();
		}
	}

	/** Puts it in its class of the list: urgent while an urgent finding waits for acknowledgement. */
	public void classify(boolean urgent) {
		if (urgent) {
			this.listClass = ListClass.URGENT;
		} else {
			this.listClass = isPromised() ? ListClass.PROMISED : ListClass.of(getSource(), getPurpose(), critical);
		}
	}

	/** Whom one rings for it from now on; null: the patient. */
	public void ring(Integer personId, RingReason reason, Cause cause) {
		requireOpen();
		rung(personId, reason);
		note(cause);
	}

	/** Merge: it is the surviving patient's from now on. */
	public void moveTo(Patient survivor, Cause cause) {
		about(survivor);
		note(cause);
	}

	private void become(TaskStatus to, Cause cause) {
		TaskLifeCycle.check(status, to);
		TaskStatus from = status;
		this.status = to;
		this.statusReason = cause.getCode();
		this.endedAt = to == TaskStatus.OPEN ? null : cause.getAt();
		releaseClaim();
		changes.add(new TaskStatusChange(this, from, to, cause));
	}

	/** What is no longer worth doing is looked at by nobody, until it is again. */
	private void lookAgain() {
		resolveAgain();
		lookAgainWhomToRing();
	}

	@Override
	void note(Cause cause) {
		changes.add(new TaskStatusChange(this, status, status, cause));
	}

	@Override
	void noteAssignment(Cause cause) {
		changes.add(new TaskStatusChange(this, status, status, cause).assigns());
	}

	@Override
	void requireOpen() {
		if (!isOpen()) {
			throw RetentionException.conflict("retention.followup.error.task-not-open", "status", status);
		}
	}
}
