/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.EnumSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openmrs.module.retention.contact.ContactPoint;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskTimes;
import org.openmrs.module.retention.shared.Languages;
import org.openmrs.module.retention.shared.RetentionException;

/** Makes an attempt of what a caller wrote down, or says what does not go together in it. */
class AttemptIntake {

	/** How far a caller's clock may be ahead of ours. */
	private static final Duration SKEW = Duration.ofMinutes(5);

	private static final Period LONGEST_AHEAD = Period.ofDays((int) TaskTimes.LONGEST_GRACE.toDays());

	static final int NOTE_LENGTH = 10000;

	private static final Pattern UUID_FORM = Pattern.compile("[A-Za-z0-9-]{36,38}");

	private static final int LONGEST_SECONDS = 24 * 60 * 60;

	private static final Set<AttemptReason> REASONS_NOT_CALLED = EnumSet.of(AttemptReason.SEEN_IN_PERSON,
		AttemptReason.UNNECESSARY, AttemptReason.NO_TIME, AttemptReason.NO_LINE);

	/** The conversation is still to come: whoever was asked before it would be asked again then. */
	private static final Set<Disposition> UNFINISHED = EnumSet.of(Disposition.CALL_BACK, Disposition.LANGUAGE,
		Disposition.DEATH_REPORTED);

	private final References references;

	AttemptIntake(References references) {
		this.references = references;
	}

	/** Not saved yet; linked to the tasks it answers. */
	ContactAttempt read(AttemptRequest request, List<FollowUpTask> tasks, CallTimes times, Caller caller) {
		ContactAttempt attempt = new ContactAttempt();
		if (request.getUuid() != null) {
			check(UUID_FORM.matcher(request.getUuid()).matches(), "retention.followup.error.uuid-invalid", "uuid");
			attempt.setUuid(request.getUuid());
		}
		attempt.setResult(required(request.getResult(), "result"));
		attempt.setDirection(request.getDirection() == null ? Direction.OUTBOUND : request.getDirection());
		onlyWith(attempt.getResult() != AttemptResult.WRONG_NUMBER || attempt.getDirection() == Direction.OUTBOUND,
			attempt.getDirection(), "direction");
		attempt.setChannel(request.getChannel() == null ? usual(tasks) : request.getChannel());
		about(attempt, request, tasks);
		attempt.setCalledBy(
			request.getCalledBy() == null ? caller.getUser() : references.user(request.getCalledBy(), "calledBy"));
		attempt.setStartedAt(startedAt(request.getStartedAt(), tasks, caller.getNow()));
		conversation(attempt, request);
		reason(attempt, request.getReason());
		when(attempt, request, times);
		words(attempt, request);
		if (request.getContactPoint() != null) {
			attempt.setPointKey(point(request.getContactPoint()).getPointKey());
		}
		return attempt;
	}

	/** In person where the leading task is, else by telephone. */
	private static Channel usual(List<FollowUpTask> tasks) {
		boolean inPerson = !tasks.isEmpty() && tasks.get(0).getChannel() == Channel.IN_PERSON;
		return inPerson ? Channel.IN_PERSON : Channel.PHONE;
	}

	private void about(ContactAttempt attempt, AttemptRequest request, List<FollowUpTask> tasks) {
		if (request.getPatient() != null) {
			attempt.setPatient(references.patient(request.getPatient(), "patient"));
			attempt.setPatientUuid(attempt.getPatient().getUuid());
			check(tasks.isEmpty() || tasks.stream().anyMatch(t -> attempt.getPatientUuid().equals(t.getPatientUuid())),
				"retention.followup.error.patient-of-no-task", "patient");
		} else if (!tasks.isEmpty()) {
			boolean ofSeveral = tasks.stream().map(FollowUpTask::getPatientUuid).distinct().count() > 1;
			check(!ofSeveral || request.getDisposition() != Disposition.DEATH_REPORTED,
				"retention.followup.error.required", "patient");
			attempt.setPatient(tasks.get(0).getPatient());
			attempt.setPatientUuid(tasks.get(0).getPatientUuid());
		} else {
			throw missing("patient");
		}
		for (FollowUpTask task : tasks) {
			attempt.link(task, AttemptTask.Role.ANSWERED);
		}
		attempt.setRingId(tasks.isEmpty() ? attempt.getPatient().getPatientId() : Situation.personToRing(tasks.get(0)));
	}

	private static Instant startedAt(Instant given, List<FollowUpTask> tasks, Instant now) {
		Instant startedAt = given == null ? now : given;
		if (startedAt.isAfter(now.plus(SKEW))) {
			throw RetentionException.invalid("retention.followup.error.started-in-the-future", "startedAt");
		}
		boolean tooEarly = tasks.stream().filter(t -> t.getPlan() != null)
			.anyMatch(t -> startedAt.isBefore(t.getPlan().getAnchorAt()));
		if (tooEarly) {
			throw RetentionException.invalid("retention.followup.error.started-before-the-anchor", "startedAt");
		}
		Instant notLater = startedAt.isAfter(now) ? now : startedAt;
		return Instant.ofEpochMilli(notLater.toEpochMilli());
	}

	private static void conversation(ContactAttempt attempt, AttemptRequest request) {
		boolean spoke = attempt.getResult() == AttemptResult.SPOKE;
		onlyWith(spoke, request.getDisposition(), "disposition");
		onlyWith(spoke, request.getSpokeWith(), "spokeWith");
		onlyWith(spoke, given(request.getAnswers()), "answers");
		boolean finished = spoke && request.getDisposition() != null && !UNFINISHED.contains(request.getDisposition());
		onlyWith(finished, given(request.getSurveyAnswers()), "surveyAnswers");
		onlyWith(finished, given(request.getIdeas()), "ideas");
		onlyWith(spoke, request.getPromise(), "promise");
		if (spoke) {
			attempt.setDisposition(required(request.getDisposition(), "disposition"));
			attempt.setSpokeWith(request.getSpokeWith() == null ? SpokeWith.PATIENT : request.getSpokeWith());
		}
	}

	/** Null: nothing. */
	static Map<String, ?> given(Map<String, ?> answers) {
		return answers == null || answers.isEmpty() ? null : answers;
	}

	private static void reason(ContactAttempt attempt, AttemptReason reason) {
		boolean ended = attempt.getDisposition() == Disposition.ENDED;
		boolean notCalled = attempt.getResult() == AttemptResult.NOT_CALLED;
		onlyWith(ended || notCalled, reason, "reason");
		if (ended || notCalled) {
			boolean fits = REASONS_NOT_CALLED.contains(required(reason, "reason")) == notCalled;
			onlyWith(fits, reason, "reason");
		}
		attempt.setReason(reason);
	}

	private static void when(ContactAttempt attempt, AttemptRequest request, CallTimes times) {
		Disposition disposition = attempt.getDisposition();
		boolean callBack = disposition == Disposition.CALL_BACK;
		onlyWith(callBack, request.getWindowFrom(), "windowFrom");
		onlyWith(callBack, request.getWindowBy(), "windowBy");
		onlyWith(disposition == Disposition.BOOKED || disposition == Disposition.THINKING, request.getUntil(), "until");
		if (callBack) {
			window(attempt, request, times);
		}
		if (disposition == Disposition.BOOKED) {
			required(request.getUntil(), "until");
		}
		if (request.getUntil() != null) {
			LocalDate day = times.dayOf(attempt.getStartedAt());
			boolean fits = !request.getUntil().isBefore(day) && !request.getUntil().isAfter(day.plus(LONGEST_AHEAD));
			check(fits, "retention.followup.error.day-out-of-range", "until");
			attempt.setUntilDate(request.getUntil());
		}
	}

	private static void window(ContactAttempt attempt, AttemptRequest request, CallTimes times) {
		Instant from = required(request.getWindowFrom(), "windowFrom");
		Instant by = request.getWindowBy();
		if (by == null) {
			Instant closing = times.closingOf(times.dayOf(from));
			by = closing.isAfter(from) ? closing : from.plus(Duration.ofHours(1));
		}
		check(!from.isBefore(attempt.getStartedAt()), "retention.followup.error.promised-before-the-contact", "windowFrom");
		check(by.isAfter(from), "retention.followup.error.window-ends-before-it-starts", "windowBy");
		Instant latest = attempt.getStartedAt().plus(TaskTimes.LONGEST_GRACE);
		check(!by.isAfter(latest), "retention.followup.error.day-out-of-range", "windowBy");
		if (by.isAfter(from.plus(TaskTimes.LONGEST_WINDOW))) {
			throw RetentionException.invalid("retention.followup.error.window-too-long", "windowBy",
				TaskTimes.LONGEST_WINDOW.toDays());
		}
		attempt.setWindowFrom(from);
		attempt.setWindowBy(by);
	}

	private static void words(ContactAttempt attempt, AttemptRequest request) {
		Disposition disposition = attempt.getDisposition();
		Collection<?> purposes = request.getPurposes() == null || request.getPurposes().isEmpty() ? null
			: request.getPurposes();
		onlyWith(disposition == Disposition.STOP, purposes, "purposes");
		onlyWith(disposition == Disposition.LANGUAGE, request.getLanguage(), "language");
		if (disposition == Disposition.STOP) {
			attempt.setPurposes(required(purposes, "purposes").stream().map(Object::toString).sorted()
				.collect(Collectors.joining(",")));
		}
		if (disposition == Disposition.LANGUAGE) {
			attempt.setLanguage(language(required(request.getLanguage(), "language")));
		}
		if (request.getDurationSeconds() != null) {
			boolean fits = request.getDurationSeconds() >= 0 && request.getDurationSeconds() <= LONGEST_SECONDS;
			if (!fits) {
				throw RetentionException.invalid("retention.followup.error.out-of-range", "durationSeconds", 0,
					LONGEST_SECONDS);
			}
		}
		attempt.setDurationSeconds(request.getDurationSeconds());
		attempt.setTouchpoint(request.getTouchpoint());
		attempt.setRelation(Texts.optional(request.getRelation(), "relation", 100));
		attempt.setStaffRole(Texts.optional(request.getStaffRole(), "staffRole", 50));
		attempt.setNeed(Texts.optional(request.getNeed(), "need", 255));
		attempt.setUnresolved(Texts.optional(request.getUnresolved(), "unresolved", 1000));
		attempt.setToldNext(Texts.optional(request.getToldNext(), "toldNext", 1000));
		attempt.setToldCannot(Texts.optional(request.getToldCannot(), "toldCannot", 1000));
		onlyWith(isTold(attempt), attempt.getToldCannot(), "toldCannot");
		boolean withdraws = request.getWithdraws() != null && !request.getWithdraws().isEmpty();
		check(!withdraws || attempt.getToldCannot() != null, "retention.followup.error.required", "toldCannot");
		attempt.setOverrideReason(Texts.optional(request.getOverrideReason(), "overrideReason", 255));
		attempt.setNote(Texts.optional(request.getNote(), "note", NOTE_LENGTH));
	}

	/** Somebody was spoken with, on the telephone or here. */
	private static boolean isTold(ContactAttempt attempt) {
		return attempt.getResult() == AttemptResult.SPOKE || attempt.getReason() == AttemptReason.SEEN_IN_PERSON;
	}

	private static String language(String tag) {
		try {
			Locale locale = new Locale.Builder().setLanguageTag(tag.trim()).build();
			check(Languages.isTag(locale.toLanguageTag()), "retention.followup.error.language-unknown", "language");
			return locale.toLanguageTag();
		}
		catch (IllformedLocaleException e) {
			throw RetentionException.invalid("retention.followup.error.language-unknown", "language");
		}
	}

	private ContactPoint point(String uuidOrKey) {
		return references.contactPoint(uuidOrKey, "contactPoint");
	}

	private static void onlyWith(boolean goes, Object given, String field) {
		if (!goes && given != null) {
			throw RetentionException.invalid("retention.followup.error.does-not-go-with-the-result", field);
		}
	}

	private static <T> T required(T given, String field) {
		if (given == null) {
			throw missing(field);
		}
		return given;
	}

	private static RetentionException missing(String field) {
		return RetentionException.invalid("retention.followup.error.required", field);
	}

	private static void check(boolean holds, String code, String field) {
		if (!holds) {
			throw RetentionException.invalid(code, field);
		}
	}
}
