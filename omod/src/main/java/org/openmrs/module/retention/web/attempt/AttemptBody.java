/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.attempt;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openmrs.module.retention.followup.attempt.AttemptReason;
import org.openmrs.module.retention.followup.attempt.AttemptRequest;
import org.openmrs.module.retention.followup.attempt.AttemptResult;
import org.openmrs.module.retention.followup.attempt.Direction;
import org.openmrs.module.retention.followup.attempt.Disposition;
import org.openmrs.module.retention.followup.attempt.Escalation;
import org.openmrs.module.retention.followup.attempt.SpokeWith;
import org.openmrs.module.retention.followup.attempt.Touchpoint;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.RedFlag;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.web.rest.JsonBody;

/** The body of an attempt, read property by property; what the combination means is the service's to judge. */
public final class AttemptBody {

	/** What else is said of a contact, whatever came of it. */
	private static final String[] FINDINGS = { "spokeWith", "relation", "durationSeconds", "touchpoint", "staffRole", "need",
		"unresolved", "toldNext", "toldCannot", "withdraws", "overrideReason", "note", "until", "purposes", "language",
		"promise", "escalate" };

	private static final String[] KNOWN = and("uuid", "tasks", "patient", "direction", "channel", "contactPoint", "result",
		"disposition", "reason", "startedAt", "calledBy", "answers", "surveyAnswers", "ideas", "windowFrom", "windowBy");

	private static final int MAX_NOTE = 10_000;

	private final JsonBody body;

	private AttemptBody(JsonBody body) {
		this.body = body;
	}

	/** The names of {@link #findings(JsonBody)}, and others. */
	public static String[] and(String... others) {
		return Stream.concat(Arrays.stream(FINDINGS), Arrays.stream(others)).toArray(String[]::new);
	}

	/** What is said of a contact beside what came of it, when and about what. */
	public static AttemptRequest findings(JsonBody body) {
		return new AttemptBody(body).findings().build();
	}

	/** A contact about any number of tasks. */
	public static AttemptRequest read(Map<String, Object> body) {
		return new AttemptBody(JsonBody.of(body, KNOWN)).request(null);
	}

	/** A contact about one task, whose answers may be given without its uuid. */
	static AttemptRequest read(Map<String, Object> body, String taskUuid) {
		AttemptBody read = new AttemptBody(JsonBody.of(body, KNOWN));
		if (read.body.has("tasks")) {
			throw RetentionException.invalid("retention.web.error.unknown-property", "tasks", "tasks");
		}
		return read.request(taskUuid);
	}

	private AttemptRequest request(String onlyTask) {
		List<String> tasks = onlyTask == null ? body.texts("tasks", 38) : Collections.singletonList(onlyTask);
		return findings().uuid(body.uuid("uuid")).tasks(tasks).answers(answers("answers", tasks))
			.surveyAnswers(answers("surveyAnswers", tasks)).ideas(body.map("ideas")).patient(body.uuid("patient"))
			.direction(body.choice("direction", Direction.class)).channel(body.choice("channel", Channel.class))
			.contactPoint(body.text("contactPoint", 64)).result(body.requiredChoice("result", AttemptResult.class))
			.disposition(body.choice("disposition", Disposition.class))
			.reason(body.choice("reason", AttemptReason.class)).startedAt(body.instant("startedAt"))
			.calledBy(body.uuid("calledBy")).windowFrom(body.instant("windowFrom")).windowBy(body.instant("windowBy"))
			.build();
	}

	private AttemptRequest.AttemptRequestBuilder findings() {
		return AttemptRequest.builder().spokeWith(body.choice("spokeWith", SpokeWith.class))
			.relation(body.text("relation", 100)).durationSeconds(body.number("durationSeconds", 0))
			.touchpoint(body.choice("touchpoint", Touchpoint.class)).staffRole(body.text("staffRole", 50))
			.need(body.text("need", 255)).unresolved(body.text("unresolved", 1000)).toldNext(body.text("toldNext", 1000))
			.toldCannot(body.text("toldCannot", 1000)).withdraws(body.texts("withdraws", 38))
			.overrideReason(body.text("overrideReason", 255))
			.note(body.text("note", MAX_NOTE)).until(body.date("until")).purposes(body.choices("purposes", Purpose.class))
			.language(body.text("language", 20)).promise(promise()).escalate(escalate());
	}

	/** By task uuid, then by question; with one task the first level may be left out. */
	private Map<String, Map<String, Object>> answers(String name, List<String> tasks) {
		Map<String, Object> given = body.map(name);
		if (given == null || given.isEmpty()) {
			return Collections.emptyMap();
		}
		if (tasks.size() == 1 && !given.containsKey(tasks.get(0))) {
			return Collections.singletonMap(tasks.get(0), given);
		}
		Map<String, Map<String, Object>> answers = new HashMap<>();
		for (String task : given.keySet()) {
			if (!tasks.contains(task)) {
				throw RetentionException.invalid("retention.web.error.unknown-reference", name + "." + task,
					name + "." + task);
			}
			answers.put(task, JsonBody.of(given, given.keySet().toArray(new String[0])).map(task));
		}
		return answers;
	}

	private AttemptRequest.Promise promise() {
		JsonBody promise = body.object("promise", "what", "by", "owner", "role");
		return promise == null
			? null
			: AttemptRequest.Promise.builder().what(promise.requiredText("what", 500))
				.by(promise.required("by", promise.instant("by"))).owner(promise.uuid("owner"))
				.role(promise.text("role", 50)).build();
	}

	private AttemptRequest.Escalate escalate() {
		JsonBody escalate = body.object("escalate", "kind", "reason", "severity");
		return escalate == null
			? null
			: AttemptRequest.Escalate.builder().kind(escalate.requiredChoice("kind", Escalation.Kind.class))
				.reason(escalate.requiredText("reason", 1000))
				.severity(escalate.choice("severity", RedFlag.Severity.class)).build();
	}
}
