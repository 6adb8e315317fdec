/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.sheet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openmrs.User;
import org.openmrs.module.retention.followup.attempt.AttemptRequest;
import org.openmrs.module.retention.followup.protocol.Protocols;
import org.openmrs.module.retention.followup.protocol.Script;
import org.openmrs.module.retention.followup.protocol.StepDefinition;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.shared.RetentionException;

/** Makes a contact of what was written in a row. The same writing makes the same contact, so that it can be compared. */
class SheetReading {

	/** So far the clock on the wall may be behind the one that printed. */
	private static final Duration CLOCK_ON_THE_WALL = Duration.ofMinutes(15);

	private final Protocols protocols;

	private final CallSheetDao dao;

	SheetReading(Protocols protocols, CallSheetDao dao) {
		this.protocols = protocols;
		this.dao = dao;
	}

	AttemptRequest of(CallSheetRow row, SheetEntry entry) {
		TickBox box = TickBox.of(entry.getBox());
		return entry.getFindings().toBuilder()
			.tasks(row.getTasks().stream().map(FollowUpTask::getUuid).collect(Collectors.toList()))
			.result(box.getResult()).disposition(box.getDisposition()).reason(box.getReason()).besideClosed(true)
			.startedAt(startedAt(row, entry)).calledBy(calledBy(entry.getBy())).contactPoint(point(row, entry.getNumber()))
			.windowFrom(instant(row, entry.getWindowFrom())).windowBy(instant(row, entry.getWindowBy()))
			.answers(answers(row, entry.getAnswers())).build();
	}

	/** Local times go by the row's site; what stands on paper cannot be older than the paper. */
	private static Instant startedAt(CallSheetRow row, SheetEntry entry) {
		if (entry.getTime() == null) {
			throw RetentionException.invalid("retention.followup.error.required", "time");
		}
		LocalDate printed = row.getSheet().getPrintedAt().atZone(ZoneId.of(row.getZone())).toLocalDate();
		LocalDate day = entry.getDay() == null ? printed : entry.getDay();
		Instant startedAt = instant(row, day.atTime(entry.getTime()));
		if (startedAt.isBefore(row.getSheet().getPrintedAt().minus(CLOCK_ON_THE_WALL))) {
			throw RetentionException.invalid("retention.followup.error.sheet-before-print", "time");
		}
		return startedAt;
	}

	private static Instant instant(CallSheetRow row, LocalDateTime local) {
		return local == null ? null : local.atZone(ZoneId.of(row.getZone())).toInstant();
	}

	/** By username, or by the initials that people write on paper. */
	private String calledBy(String name) {
		if (name == null) {
			return null;
		}
		Collection<User> found = dao.usersNamed(name);
		Initials initials = found.isEmpty() ? Initials.read(name) : null;
		if (initials != null) {
			found = dao.usersWith(initials);
		}
		if (found.size() > 1) {
			throw RetentionException.invalid("retention.followup.error.sheet-caller-ambiguous", "by", name);
		}
		return found.stream().findFirst().orElseThrow(
			() -> RetentionException.invalid("retention.followup.error.unknown-value", "by", name)).getUuid();
	}

	private static String point(CallSheetRow row, String mark) {
		if (mark == null) {
			return null;
		}
		String key = row.point(mark);
		if (key == null) {
			throw RetentionException.invalid("retention.followup.error.unknown-value", "number", mark);
		}
		return key;
	}

	private Map<String, Map<String, Object>> answers(CallSheetRow row, Map<String, Object> given) {
		Map<String, Map<String, Object>> answers = new TreeMap<>();
		if (given != null && !given.isEmpty()) {
			List<SheetQuestion> questions = questions(row);
			given.forEach((number, answer) -> {
				SheetQuestion question = questions.stream().filter(q -> String.valueOf(q.getNumber()).equals(number))
					.findFirst().orElseThrow(() -> RetentionException
						.invalid("retention.question.error.unknown-question", "answers." + number, number));
				answers.computeIfAbsent(question.getTask(), task -> new TreeMap<>()).put(question.getQuestion().getKey(),
					question.answer(answer));
			});
		}
		return answers;
	}

	/** As they were printed, whatever version the protocol has since. */
	private List<SheetQuestion> questions(CallSheetRow row) {
		List<SheetQuestion> questions = new ArrayList<>();
		for (CallSheetTask place : row.getPlaces()) {
			questions.addAll(SheetQuestion.of(place.getTask().getUuid(), script(place), questions.size()));
		}
		return questions;
	}

	private Script script(CallSheetTask place) {
		FollowUpTask task = place.getTask();
		if (task.getProtocol() == null || place.getProtocolVersion() == null || task.getStepKey() == null) {
			return null;
		}
		StepDefinition step = protocols.definition(task.getProtocol().getId(), place.getProtocolVersion())
			.step(task.getStepKey());
		return step == null ? null : step.getScript();
	}
}
