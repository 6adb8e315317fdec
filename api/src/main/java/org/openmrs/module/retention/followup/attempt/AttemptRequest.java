/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.RedFlag;

/**
 * What a caller wrote down about one contact with one person. Nothing in it is trusted: the service resolves the
 * references and checks that the parts go together.
 */
@Value
@Builder(toBuilder = true)
public class AttemptRequest {

	/** What the attempt is to have, chosen by the caller: the same sent again is recorded once. Null: a new one. */
	String uuid;

	/** Uuids of the tasks that the contact was about, also of several patients; empty: none. */
	List<String> tasks;

	/** Uuid of the patient; needed when there is no task. */
	String patient;

	/** Null: OUTBOUND. */
	Direction direction;

	/** Null: IN_PERSON where the leading task is, else PHONE. */
	Channel channel;

	/** Uuid or key of the contact point used; null: not known, or face to face. */
	String contactPoint;

	/** With SPOKE; null: the patient. */
	SpokeWith spokeWith;

	String relation;

	AttemptResult result;

	/** With SPOKE only, and then needed. */
	Disposition disposition;

	/** Needed by ENDED and NOT_CALLED. */
	AttemptReason reason;

	/** When it happened; null: now. */
	Instant startedAt;

	/** Uuid of the user who made the contact; null: whoever records it. */
	String calledBy;

	/** Tasks that have ended meanwhile are left out, and the contact is recorded all the same; else it is refused. */
	boolean besideClosed;

	Integer durationSeconds;

	/** By task uuid, then by question key: a text, a number, a truth value, or a list of option keys. */
	Map<String, Map<String, Object>> answers;

	/**
	 * What was answered to the surveys that the tasks ask: by task uuid, then by question key. Stored with the contact, or
	 * the contact is refused; a task without an entry was not asked.
	 */
	Map<String, Map<String, Object>> surveyAnswers;

	/**
	 * What the patient of the contact said of ideas: by uuid of the idea, {@code AGREE}, {@code DISAGREE} or
	 * {@code INDIFFERENT}. Counted with the contact, or the contact is refused.
	 */
	Map<String, Object> ideas;

	Touchpoint touchpoint;

	String staffRole;

	String need;

	String unresolved;

	String toldNext;

	/** What the person wanted, or was promised, and was told that we cannot do, and why. */
	String toldCannot;

	/** With {@link #toldCannot}: uuids of promises that do not stand any more, now that it has been explained. */
	List<String> withdraws;

	/** Why somebody was called though the policy said not now, as care may be. */
	String overrideReason;

	String note;

	/** THINKING until (default by setting), BOOKED for: local day. */
	LocalDate until;

	/** CALL_BACK: from when. */
	Instant windowFrom;

	/** CALL_BACK: until when; null: the end of that day's opening. */
	Instant windowBy;

	/** STOP: for which purposes. */
	Set<Purpose> purposes;

	/** LANGUAGE: tag of the language that the person speaks. */
	String language;

	Promise promise;

	Escalate escalate;

	/** Something that the clinic said it would do. */
	@Value
	@Builder(toBuilder = true)
	public static class Promise {

		String what;

		/** When it is due at the latest. */
		Instant by;

		/** Uuid of the user who keeps it; null: the caller, unless there is a role. */
		String owner;

		/** Role that keeps it. */
		String role;
	}

	/** What somebody else must look at, by the caller's own judgement. */
	@Value
	@Builder(toBuilder = true)
	public static class Escalate {

		Escalation.Kind kind;

		String reason;

		/** Null: CONCERN. */
		RedFlag.Severity severity;
	}
}
