/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.MappedSuperclass;
import lombok.Getter;
import org.openmrs.BaseChangeableOpenmrsData;
import org.openmrs.module.retention.shared.InstantConverter;
import org.openmrs.module.retention.shared.RetentionException;

/**
 * When a task may be worked: its window as planned and in force, its hold, its tries. {@code wakeAt} is the latest of
 * the three starts and is kept here, so that a list needs one column to find what may be called.
 */
@MappedSuperclass
@Getter
public abstract class TaskTimes extends BaseChangeableOpenmrsData {

	/** The longest window; lists rely on it, and on the longest grace, to read a bounded part of the index. */
	public static final Duration LONGEST_WINDOW = Duration.ofDays(31);

	public static final Duration LONGEST_GRACE = Duration.ofDays(400);

	/** End of a hold that only a release ends: 9999-12-31. */
	public static final Instant UNTIL_RELEASED = Instant.ofEpochMilli(253402214400000L);

	/** So often a day nobody is rung in vain: for a task, and at a number. */
	public static final int TRIES_A_DAY = 2;

	/** So many busy signals count as one try. */
	public static final int BUSY_SIGNALS_A_TRY = 3;

	@Column(name = "zone", nullable = false, length = 64)
	private String zone;

	/** The local day the window in force begins on, in {@link #zone}. */
	@Column(name = "due_date", nullable = false)
	private LocalDate dueDate;

	@Convert(converter = InstantConverter.class)
	@Column(name = "planned_from", nullable = false)
	private Instant plannedFrom;

	@Convert(converter = InstantConverter.class)
	@Column(name = "planned_by", nullable = false)
	private Instant plannedBy;

	@Convert(converter = InstantConverter.class)
	@Column(name = "planned_expires_at", nullable = false)
	private Instant plannedExpiresAt;

	@Convert(converter = InstantConverter.class)
	@Column(name = "due_from", nullable = false)
	private Instant dueFrom;

	@Convert(converter = InstantConverter.class)
	@Column(name = "due_by", nullable = false)
	private Instant dueBy;

	/** After this it is no longer worth doing (end of the grace). */
	@Convert(converter = InstantConverter.class)
	@Column(name = "expires_at", nullable = false)
	private Instant expiresAt;

	/** The earliest instant of the next call: the latest of window, hold and spacing. */
	@Convert(converter = InstantConverter.class)
	@Column(name = "wake_at", nullable = false)
	private Instant wakeAt;

	@Convert(converter = InstantConverter.class)
	@Column(name = "hold_until")
	private Instant holdUntil;

	@Enumerated(EnumType.STRING)
	@Column(name = "hold_reason", length = 20)
	private HoldReason holdReason;

	@Column(name = "tries_used", nullable = false)
	private int triesUsed;

	@Column(name = "tries_max", nullable = false)
	private int triesMax;

	/** Busy signals not yet counted as a try. */
	@Column(name = "busy_signals", nullable = false)
	private int busySignals;

	/** Set by the last attempt: not before this. */
	@Convert(converter = InstantConverter.class)
	@Column(name = "next_try_at")
	private Instant nextTryAt;

	public boolean hasTriesLeft() {
		return triesUsed < triesMax;
	}

	/** Whether the window in force is not the planned one: somebody promised another. */
	public boolean isPromised() {
		return !dueFrom.equals(plannedFrom) || !dueBy.equals(plannedBy);
	}

	void plan(String zone, Instant from, Instant by, Instant expiresAt) {
		checkWindow(from, by, expiresAt);
		this.zone = zone;
		this.plannedFrom = from;
		this.plannedBy = by;
		this.plannedExpiresAt = expiresAt;
	}

	void allowTries(int triesMax) {
		this.triesMax = triesMax;
	}

	/** Back to the planned window, with all tries left and no hold. */
	void asPlanned() {
		this.dueFrom = plannedFrom;
		this.dueBy = plannedBy;
		this.expiresAt = plannedExpiresAt;
		this.holdUntil = null;
		this.holdReason = null;
		this.triesUsed = 0;
		this.busySignals = 0;
		this.nextTryAt = null;
		wake();
	}

	void window(Instant from, Instant by, Instant expiresAt) {
		checkWindow(from, by, expiresAt);
		this.dueFrom = from;
		this.dueBy = by;
		this.expiresAt = expiresAt;
		this.nextTryAt = null;
		this.holdUntil = null;
		this.holdReason = null;
		wake();
	}

	/** The later end stands; of one end, the reason that prevails. */
	void holdUntil(HoldReason reason, Instant until) {
		if (holdUntil == null || until.isAfter(holdUntil)
			|| until.equals(holdUntil) && reason.prevailsOver(holdReason)) {
			this.holdUntil = until;
			this.holdReason = reason;
			wake();
		}
	}

	/**
	 * There is another planned window; a promise that stands keeps its own, and what it waits for stays but what goes by its
	 * day.
	 */
	void replanned(String zone, Instant from, Instant by, Instant expiresAt) {
		boolean keepsPromise = isPromised();
		HoldReason held = holdReason;
		Instant until = holdUntil;
		plan(zone, from, by, expiresAt);
		if (keepsPromise) {
			window(dueFrom, dueBy, this.expiresAt);
		} else {
			window(from, by, expiresAt);
		}
		if (held != null && held != HoldReason.CAPACITY && held != HoldReason.BOOKED) {
			holdUntil(held, until);
		}
	}

	void unhold() {
		this.holdUntil = null;
		this.holdReason = null;
		wake();
	}

	void countTry(Instant nextTryAt) {
		this.triesUsed++;
		this.busySignals = 0;
		again(nextTryAt);
	}

	void again(Instant nextTryAt) {
		this.nextTryAt = nextTryAt;
		wake();
	}

	boolean countBusy(Instant nextTryAt) {
		this.busySignals++;
		boolean counts = busySignals >= BUSY_SIGNALS_A_TRY;
		if (counts) {
			countTry(nextTryAt);
		} else {
			again(nextTryAt);
		}
		return counts;
	}

	void worthUntil(Instant instant) {
		Instant longest = dueBy.plus(LONGEST_GRACE);
		this.expiresAt = later(expiresAt, instant.isAfter(longest) ? longest : instant);
	}

	private void wake() {
		this.dueDate = dueFrom.atZone(ZoneId.of(zone)).toLocalDate();
		this.wakeAt = later(later(dueFrom, holdUntil), nextTryAt);
	}

	private static Instant later(Instant one, Instant other) {
		return other != null && other.isAfter(one) ? other : one;
	}

	private static void checkWindow(Instant from, Instant by, Instant expiresAt) {
		if (by.isBefore(from) || expiresAt.isBefore(by)) {
			throw RetentionException.invalid("retention.followup.error.window-ends-before-it-starts", "dueBy");
		}
		if (Duration.between(from, by).compareTo(LONGEST_WINDOW) > 0) {
			throw RetentionException.invalid("retention.followup.error.window-too-long", "dueBy", LONGEST_WINDOW.toDays());
		}
		if (Duration.between(by, expiresAt).compareTo(LONGEST_GRACE) > 0) {
			throw RetentionException.invalid("retention.followup.error.grace-too-long", "expiresAt", LONGEST_GRACE.toDays());
		}
	}
}
