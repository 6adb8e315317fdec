/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.today;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.attempt.AttemptResult;
import org.openmrs.module.retention.followup.attempt.Disposition;
import org.openmrs.module.retention.followup.attempt.Escalation;
import org.openmrs.module.retention.followup.protocol.RedFlag;
import org.openmrs.module.retention.followup.protocol.Script;
import org.openmrs.module.retention.followup.task.CallScript;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.shared.Messages;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.web.page.FieldLabels;
import org.openmrs.module.retention.web.page.Form;
import org.openmrs.module.retention.web.page.IdeasToAsk;

/**
 * The form of a call as the body that {@code POST contactattempt} takes, so that a contact is read in one way. The button
 * pressed says what came of the call; only the fields beside it count.
 */
final class CallForm {

	private static final String ANSWER = "answer.";

	private static final String SURVEY = "survey.";

	private static final String IDEA = "ideas.";

	/** After which a survey is not what was talked about. */
	private static final Collection<String> UNFINISHED = Collections.unmodifiableList(
		Arrays.asList(Disposition.CALL_BACK.name(), Disposition.LANGUAGE.name(), Disposition.DEATH_REPORTED.name()));

	private static final String[] FINDINGS = { "relation", "touchpoint", "staffRole", "need", "unresolved", "toldNext",
		"toldCannot",
		"overrideReason", "note" };

	private final HttpServletRequest request;

	private final Form form;

	private final CallScript script;

	private final String zone;

	CallForm(HttpServletRequest request, CallScript script) {
		this.request = request;
		this.form = new Form(request);
		this.script = script;
		this.zone = script.getParts().isEmpty() ? null : script.getParts().get(0).getTask().getZone();
	}

	/** A refusal calls a question by its text, not by its key. */
	void nameQuestions() {
		CallView view = new CallView(script);
		IdeasToAsk.of(view.getAsked()).forEach(idea -> FieldLabels.add(request, IDEA + idea.getUuid(), idea.getQuestion(),
			opinion -> opinion.isEmpty() ? opinion
				: Messages.text("retention.page.opinion." + opinion, Context.getLocale())));
		for (CallScript.Part part : script.getParts()) {
			name(view, part.getScript(), ANSWER + part.getTask().getUuid(), "answers");
			name(view, surveyOf(part), SURVEY + part.getTask().getUuid(), "surveyAnswers");
		}
	}

	private void name(CallView view, Script asked, String field, String property) {
		questions(asked).forEach(question -> {
			String text = String.valueOf(view.both(question.getText()).get("caller"));
			FieldLabels.add(request, field + "." + question.getKey(), text, answer -> view.answerText(question, answer));
			FieldLabels.add(request, property + "." + question.getKey(), text, answer -> answer);
		});
	}

	/** Null: none is asked. */
	private static Script surveyOf(CallScript.Part part) {
		return part.getInterview() == null ? null : part.getInterview().getScript();
	}

	private static List<Question> questions(Script asked) {
		return asked == null ? Collections.emptyList() : asked.getQuestions();
	}

	/** What a promise to ring back says so far. */
	Map<String, Object> callBack() {
		Map<String, Object> body = about();
		body.put("result", AttemptResult.SPOKE.name());
		body.put("disposition", Disposition.CALL_BACK.name());
		window(body);
		return body;
	}

	private Map<String, Object> about() {
		Map<String, Object> body = new LinkedHashMap<>();
		List<String> tasks = values("task");
		body.put("tasks", tasks);
		put(body, "uuid", text("key"));
		if (tasks.isEmpty()) {
			put(body, "patient", patient());
		}
		return body;
	}

	private void window(Map<String, Object> body) {
		put(body, "windowFrom", time("callBackDay", "callBackFrom"));
		put(body, "windowBy", time("callBackDay", "callBackBy"));
	}

	Map<String, Object> body() {
		Map<String, Object> body = about();
		for (String name : FINDINGS) {
			put(body, name, text(name));
		}
		body.put("direction", "true".equals(text("inbound")) ? "INBOUND" : "OUTBOUND");
		put(body, "contactPoint", text("contactPoint"));
		List<String> withdraws = values("withdraws");
		put(body, "withdraws", withdraws.isEmpty() ? null : withdraws);
		outcome(body);
		promise(body);
		escalate(body);
		Map<String, Object> answers = answers(ANSWER, CallScript.Part::getScript);
		// A choice cannot be taken back in a browser: where nobody was spoken with it stands for nothing.
		if (body.containsKey("disposition")) {
			asked(body, "answers", answers);
		}
		// Nor where the conversation is still to come: it is asked then.
		if (body.containsKey("disposition") && !UNFINISHED.contains(body.get("disposition"))) {
			asked(body, "surveyAnswers", answers(SURVEY, part -> isAsked(part) ? surveyOf(part) : null));
			asked(body, "ideas", opinions());
		}
		return body;
	}

	private static void asked(Map<String, Object> body, String name, Map<String, Object> answers) {
		if (!answers.isEmpty()) {
			body.put(name, answers);
		}
	}

	/** Whoever rings for others says for whom; null: nobody here is a patient. */
	private String patient() {
		String chosen = text("about");
		if (chosen != null && script.getPatients().stream().map(Patient::getUuid).noneMatch(chosen::equals)) {
			throw RetentionException.invalid("retention.web.error.unknown-reference", "about", "about");
		}
		return chosen == null ? new CallView(script).withoutTask() : chosen;
	}

	private void outcome(Map<String, Object> body) {
		String outcome = text("outcome");
		if (outcome == null) {
			throw RetentionException.invalid("retention.web.error.missing", "outcome", "outcome");
		}
		boolean spoke = Arrays.stream(Disposition.values()).anyMatch(one -> one.name().equals(outcome));
		body.put("result", spoke ? AttemptResult.SPOKE.name() : outcome);
		if (!spoke) {
			body.remove("relation");
			put(body, "reason", outcome.equals(AttemptResult.NOT_CALLED.name()) ? text("notCalledReason") : null);
			return;
		}
		body.put("disposition", outcome);
		put(body, "spokeWith", text("spokeWith"));
		switch (Disposition.valueOf(outcome)) {
			case CALL_BACK:
				window(body);
				break;
			case BOOKED:
				put(body, "until", text("bookedFor"));
				break;
			case THINKING:
				put(body, "until", text("thinkingUntil"));
				break;
			case STOP:
				body.put("purposes", values("purposes"));
				break;
			case LANGUAGE:
				put(body, "language", text("language.spoken"));
				break;
			case ENDED:
				put(body, "reason", text("endedReason"));
				break;
			case DEATH_REPORTED:
				died(body);
				break;
			default:
				break;
		}
	}

	/** Where several were called about it is said who. */
	private void died(Map<String, Object> body) {
		boolean ofSeveral = script.getParts().stream().filter(part -> values("task").contains(part.getTask().getUuid()))
			.map(part -> part.getTask().getPatientUuid()).distinct().count() > 1;
		String died = text("died");
		if (ofSeveral && died == null) {
			throw RetentionException.invalid("retention.web.error.missing", "died", "died");
		}
		put(body, "patient", died);
	}

	private void promise(Map<String, Object> body) {
		String what = text("promise.what");
		if (what == null && text("promise.day") != null) {
			throw RetentionException.invalid("retention.web.error.missing", "promise.what", "promise.what");
		}
		if (what != null) {
			Map<String, Object> promise = new LinkedHashMap<>();
			promise.put("what", what);
			put(promise, "by", time("promise.day", "promise.time"));
			body.put("promise", promise);
		}
	}

	private void escalate(Map<String, Object> body) {
		String reason = text("escalate.reason");
		boolean begun = Escalation.Kind.SERVICE.name().equals(text("escalate.kind"))
			|| RedFlag.Severity.URGENT.name().equals(text("escalate.severity"));
		if (reason == null && begun) {
			throw RetentionException.invalid("retention.web.error.missing", "escalate.reason", "escalate.reason");
		}
		if (reason != null) {
			Map<String, Object> escalate = new LinkedHashMap<>();
			put(escalate, "kind", text("escalate.kind"));
			put(escalate, "severity", text("escalate.severity"));
			escalate.put("reason", reason);
			body.put("escalate", escalate);
		}
	}

	/** By idea; those that were asked about. */
	private Map<String, Object> opinions() {
		Map<String, Object> opinions = new LinkedHashMap<>();
		Collections.list(request.getParameterNames()).stream().filter(name -> name.startsWith(IDEA))
			.forEach(name -> put(opinions, name.substring(IDEA.length()), text(name)));
		return opinions;
	}

	/** The patient wants it stored. */
	private boolean isAsked(CallScript.Part part) {
		return values("surveyed").contains(part.getTask().getUuid());
	}

	/** By task and question, as the question's type has them. */
	private Map<String, Object> answers(String field, Function<CallScript.Part, Script> scriptOf) {
		Map<String, Object> answers = new LinkedHashMap<>();
		for (CallScript.Part part : script.getParts()) {
			Map<String, Object> given = new LinkedHashMap<>();
			if (values("task").contains(part.getTask().getUuid())) {
				questions(scriptOf.apply(part)).forEach(question -> put(given, question.getKey(),
					answer(field + part.getTask().getUuid() + "." + question.getKey(), question.getType())));
			}
			if (!given.isEmpty()) {
				answers.put(part.getTask().getUuid(), given);
			}
		}
		return answers;
	}

	private Object answer(String name, Question.Type type) {
		String text = text(name);
		if (text == null) {
			return null;
		}
		switch (type) {
			case MULTI_CHOICE:
				return values(name);
			case YES_NO:
				return "yes".equals(text) ? Boolean.TRUE : "no".equals(text) ? Boolean.FALSE : (Object) text;
			case NUMBER:
			case RATING:
			case NPS:
			case CSAT:
			case CES:
				return text.matches("-?[0-9]{1,9}") ? Integer.valueOf(text) : (Object) text;
			default:
				return text;
		}
	}

	/** Day and time of the site's zone as REST has it; null unless both are given. */
	private String time(String day, String time) {
		return Objects.toString(form.time(day, time, zone), null);
	}

	private static void put(Map<String, Object> body, String name, Object value) {
		if (value != null) {
			body.put(name, value);
		}
	}

	private String text(String name) {
		return form.text(name);
	}

	private List<String> values(String name) {
		return form.texts(name);
	}
}
