/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import lombok.Value;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.Messages;

/** What the fields of our forms are called where they are filled in, for refusals: by their names, and by those that REST has. */
public final class FieldLabels {

	private static final String PAGE = "retention.page.";

	private static final String OF_REQUEST = "retention.page.labels";

	private static final Map<String, FieldLabel> LABELS = new HashMap<>();

	/** How a field is read. */
	@Value
	private static class FieldLabel {

		/** Of the texts that it is called by, below {@code retention.page}, the outermost first. */
		List<String> codes;

		/** How the codes of its values begin, below {@code retention.page}; null: a value is shown as it was typed. */
		String values;

		/** False: what is chosen has no text of its own here, such as a person or a place. */
		boolean readable;
	}

	/** A field that only this request knows. */
	@Value
	private static class OwnLabel {

		String label;

		UnaryOperator<String> value;
	}

	static {
		typed("username", "login.username");
		typed("q", "patient.query");
		typed("number", "ringing.number");
		chosen("outcome", "outcome.", "call.outcome");
		chosen("result", "outcome.", "call.outcome");
		chosen("disposition", "outcome.", "call.outcome");
		chosen("spokeWith", "spoke-with.", "call.spoke-with");
		typed("relation", "call.relation");
		typed("callBackDay", "outcome.CALL_BACK", "call.day");
		typed("callBackFrom", "outcome.CALL_BACK", "call.from");
		typed("callBackBy", "outcome.CALL_BACK", "call.by");
		typed("windowFrom", "outcome.CALL_BACK", "call.from");
		typed("windowBy", "outcome.CALL_BACK", "call.by");
		typed("bookedFor", "outcome.BOOKED", "call.day");
		typed("thinkingUntil", "outcome.THINKING", "call.until");
		typed("until", "call.day");
		chosen("purposes", "purpose.", "outcome.STOP");
		chosen("endedReason", "reason.", "outcome.ENDED", "call.reason");
		chosen("notCalledReason", "reason.", "outcome.NOT_CALLED", "call.reason");
		picked("died", "call.about-whom");
		typed("language.spoken", "call.language");
		typed("note", "call.note");
		typed("toldNext", "call.told-next");
		typed("toldCannot", "call.told-cannot");
		picked("withdraws", "call.promised");
		typed("overrideReason", "call.override");
		typed("unresolved", "call.unresolved");
		typed("need", "call.need");
		chosen("touchpoint", "touchpoint.", "call.touchpoint");
		typed("staffRole", "call.staff-role");
		typed("promise.what", "call.promise", "call.promise-what");
		typed("promise.day", "call.promise", "call.day");
		typed("promise.time", "call.promise", "call.by");
		typed("promise.by", "call.promise", "call.by");
		typed("escalate.reason", "call.escalate", "call.escalate-why");
		chosen("escalate.kind", "escalation.", "call.escalate", "call.escalate-kind");
		chosen("escalate.severity", "severity.", "call.escalate", "call.severity");
		typed("salutation", "patient.salutation");
		typed("language", "call.language");
		typed("bestWindows", "patient.windows");
		typed("bestday.", "patient.windows", "patient.weekday");
		typed("bestfrom.", "patient.windows", "call.from");
		typed("bestuntil.", "patient.windows", "patient.windows-until");
		chosen("doNotCall", "", "patient.do-not-call");
		typed("sadNewsUntil", "patient.sad-news");
		typed("zone", "patient.zone");
		typed("staffNote", "patient.staff-note");
		chosen("state", "point.", "patient.point-state");
		typed("value", "patient.number-new");
		picked("type", "patient.number-type");
		picked("plan", "supervisor.verify");
		typed("title", "patient.task-title");
		chosen("purpose", "purpose.", "filter.purpose");
		typed("day", "call.day");
		typed("from", "call.from");
		typed("by", "call.by");
		typed("dueFrom", "call.from");
		typed("dueBy", "call.by");
		typed("reason", "call.reason");
		picked("theme", "comments.theme");
		picked("ofTheme", "comments.theme");
		picked("ticked", "comments.tick");
		picked("into", "comments.into");
		picked("parent", "comments.parent");
		typed("newTheme", "comments.new-theme");
		typed("themeName", "comments.name");
		typed("confidence", "comments.confidence");
		picked("confirm", "comments.right");
		picked("reject", "comments.wrong");
		picked("correct", "comments.instead");
		picked("assign", "comments.give");
		picked("none", "comments.none-fits");
		picked("naming", "comments.name-it");
		typed("contains", "comments.contains");
		typed("raisedFrom", "measures.raised-from");
		picked("inLanguage", "measures.language");
		typed("said", "measures.said-words");
		typed("did", "measures.did-words");
		picked("otherLanguage", "measures.other-language");
		typed("otherSaid", "measures.other-said");
		typed("otherDid", "measures.other-did");
		typed("resolution", "supervisor.resolution");
		typed("firstDay", "supervisor.first-day");
		typed("lastDay", "supervisor.last-day");
		typed("to", "call.until");
		typed("before", "supervisor.last-day");
		typed("each", "quality.each");
		typed("perCaller", "quality.each");
		typed("days", "rehearsal.days");
		typed("capacity", "rehearsal.capacity");
		picked("assignee", "filter.assignee");
		picked("role", "filter.role");
		picked("location", "filter.location");
		picked("callable", "filter.callable");
		picked("protocol", "outcomes.protocol");
		picked("clinician", "outcomes.clinician");
		picked("about", "call.about-whom");
		picked("contactPoint", "patient.numbers");
		picked("surveyed", "call.survey-kept");
		picked("survey", "invitation.survey");
		typed("question", "ideas.question");
		typed("wanted", "ideas.wanted");
		chosen("opinion", "opinion.", "ideas.ask");
		picked("visit", "invitation.survey");
		picked("open", "invitation.open");
		picked("mode", "results.mode");
		picked("provider", "outcomes.clinician");
		picked("encounterType", "results.encounter-type");
		picked("paperLanguage", "invitation.paper-language");
		picked("user", "supervisor.who");
		picked("caller", "supervisor.who");
		picked("deputy", "supervisor.deputy");
		picked("fromWho", "supervisor.from");
		picked("fromUser", "supervisor.from");
		picked("toWho", "supervisor.to");
		picked("toUser", "supervisor.to");
		chosen("says", "says.", "patient.consents");
		typed("byAnother", "patient.consents", "patient.consent-by-another");
		typed("chart", "patient.persons-back");
		typed("ring.", "patient.persons", "patient.persons-ring");
		typed("guardian.", "patient.persons", "patient.persons-guardian");
		typed("relation.", "patient.persons", "patient.persons-relation");
		typed("order.", "patient.persons", "patient.persons-order");
		typed("contactPersons", "patient.persons");
		typed("contactPersons.relation", "patient.persons", "patient.persons-relation");
		picked("contactPersons.person", "patient.persons");
		typed("row.", "paper.code");
		typed("try.", "paper.try");
		typed("box.", "paper.box");
		typed("time.", "paper.time");
		typed("by.", "paper.by");
		typed("number.", "paper.number");
		typed("day.", "call.day");
		typed("from.", "call.from");
		typed("until.", "call.by");
		typed("answers.", "paper.answers");
		typed("note.", "call.note");
	}

	private FieldLabels() {
	}

	private static void typed(String name, String... codes) {
		chosen(name, null, codes);
	}

	private static void chosen(String name, String values, String... codes) {
		LABELS.put(name, new FieldLabel(Arrays.asList(codes), values, true));
	}

	private static void picked(String name, String code) {
		LABELS.put(name, new FieldLabel(Collections.singletonList(code), null, false));
	}

	/** For fields whose names no other request has: the questions of a script. */
	public static void add(HttpServletRequest request, String name, String label, UnaryOperator<String> value) {
		Map<String, OwnLabel> own = own(request);
		own.put(name, new OwnLabel(label, value));
		request.setAttribute(OF_REQUEST, own);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, OwnLabel> own(HttpServletRequest request) {
		Object labels = request.getAttribute(OF_REQUEST);
		return labels == null ? new HashMap<>() : (Map<String, OwnLabel>) labels;
	}

	/** Null for what nobody fills in. */
	static String of(String name, HttpServletRequest request) {
		OwnLabel own = own(request).get(name);
		return own == null ? of(name, Context.getLocale()) : own.getLabel();
	}

	static String of(String name, Locale locale) {
		if (isMark(name)) {
			return Messages.text("retention.followup.criterion." + name.substring(name.indexOf('.') + 1), locale);
		}
		if (isAnswer(name)) {
			return name.substring(name.lastIndexOf('.') + 1);
		}
		FieldLabel label = label(name);
		if (label == null) {
			return null;
		}
		String text = label.getCodes().stream().map(code -> Messages.text(PAGE + code, locale))
			.collect(Collectors.joining(" – "));
		return isOfLine(name) ? text + " " + (Integer.parseInt(name.substring(name.indexOf('.') + 1)) + 1) : text;
	}

	private static FieldLabel label(String name) {
		return LABELS.get(isOfLine(name) ? name.substring(0, name.indexOf('.') + 1) : name);
	}

	/** In the form in which a sheet is typed back: {@code row.0} and so on. */
	private static boolean isOfLine(String name) {
		return name.matches("[a-z]+\\.[0-9]{1,3}");
	}

	private static boolean isMark(String name) {
		return name.matches("marks?\\..+");
	}

	/** To a question of a script, {@code answer.<task>.<key>}: called by its key where the script is not at hand. */
	private static boolean isAnswer(String name) {
		return name.matches("answer\\.[^.]+\\..+");
	}

	/** What was typed and chosen in the form, as it is read there; without what was left empty. */
	static List<Typed> readable(List<Typed> typed, HttpServletRequest request) {
		List<Typed> readable = new ArrayList<>();
		for (Typed field : typed) {
			String value = field.getValue().isEmpty() ? null : value(field, request);
			if (value != null) {
				readable.add(new Typed(of(field.getName(), request), value));
			}
		}
		return readable;
	}

	/** Null for what is hidden, and for what is chosen and has no text. */
	private static String value(Typed field, HttpServletRequest request) {
		OwnLabel own = own(request).get(field.getName());
		if (own != null) {
			return own.getValue().apply(field.getValue());
		}
		if (isAnswer(field.getName())) {
			return field.getValue();
		}
		FieldLabel label = label(field.getName());
		if (isMark(field.getName())) {
			return named("mark." + field.getValue(), field.getValue());
		}
		if (label == null || !label.isReadable()) {
			return null;
		}
		if (field.getName().startsWith("bestday.")) {
			return weekday(field.getValue());
		}
		return label.getValues() == null ? field.getValue() : named(label.getValues() + field.getValue(), field.getValue());
	}

	private static String weekday(String value) {
		return Stream.of(DayOfWeek.values()).filter(day -> day.name().equals(value))
			.map(new Words(Context.getLocale())::day).findFirst().orElse(value);
	}

	private static String named(String code, String otherwise) {
		String text = Messages.text(PAGE + code, Context.getLocale());
		return text.equals(PAGE + code) ? otherwise : text;
	}
}
