/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.sheet;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ContactDetail;
import org.openmrs.module.retention.followup.protocol.RedFlag;
import org.openmrs.module.retention.followup.protocol.Script;
import org.openmrs.module.retention.followup.sheet.PrintedSheet;
import org.openmrs.module.retention.followup.sheet.SheetQuestion;
import org.openmrs.module.retention.followup.sheet.TickBox;
import org.openmrs.module.retention.followup.task.CallScript;
import org.openmrs.module.retention.followup.task.LastContact;
import org.openmrs.module.retention.followup.task.WorklistRow;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.shared.Messages;
import org.openmrs.module.retention.web.rest.NamelessPatient;
import org.openmrs.module.retention.web.rest.TimeText;
import org.openmrs.module.retention.web.task.TwoLanguages;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.representation.Representation;

/** A sheet as it is printed: for each row whom to ring, where, why, what to say and what to tick. */
final class SheetView {

	private SheetView() {
	}

	/** What stands beside the sheet itself. */
	static void print(PrintedSheet printed, SimpleObject view) {
		view.put("expectedSeconds", printed.getExpectedSeconds());
		view.put("rowsOnList", printed.getRowsOnList());
		view.put("callableRows", printed.getList().getCallableRows());
		view.put("capacitySeconds", printed.getList().getCapacitySeconds());
		view.put("emergencyNumber",
			printed.getRows().isEmpty() ? null : printed.getRows().get(0).getScript().getEmergencyNumber());
		view.put("boxes", boxes());
		List<SimpleObject> rows = new ArrayList<>();
		printed.getRows().forEach(row -> rows.add(row(row)));
		view.put("rows", rows);
	}

	private static List<Object> boxes() {
		List<Object> views = new ArrayList<>();
		for (TickBox box : TickBox.values()) {
			Map<String, Object> view = new LinkedHashMap<>();
			view.put("box", box.getNumber());
			view.put("text", text(box.code()));
			view.put("result", box.getResult().name());
			view.put("disposition", box.getDisposition() == null ? null : box.getDisposition().name());
			view.put("reason", box.getReason() == null ? null : box.getReason().name());
			view.put("needs", box.getNeeds());
			views.add(view);
		}
		return views;
	}

	private static SimpleObject row(PrintedSheet.Row row) {
		WorklistRow listed = row.getListed();
		CallScript script = row.getScript();
		ZoneId zone = TimeText.zone(row.getRow().getZone());
		SimpleObject view = new SimpleObject();
		view.put("code", row.getRow().getCode());
		view.put("number", row.getRow().getNumber());
		view.put("zone", row.getRow().getZone());
		put(view, "person", listed.getPerson());
		view.put("salutation", script.getSalutation());
		view.put("language", script.getLanguage());
		view.put("askForText", text(script.getAskFor()));
		view.put("relation", script.getRelation());
		view.put("numbers", numbers(row.getNumbers()));
		view.put("why", listed.getWhy());
		view.put("staffNote", listed.getStaffNote());
		view.put("rankText", text(listed.getRankReason()));
		view.put("callableNow", listed.isCallableNow());
		view.put("notCallableText", text(listed.getNotCallableReason()));
		view.put("wakeAt", TimeText.shown(listed.getWakeAt(), zone));
		view.put("expectedSeconds", listed.getExpectedSeconds());
		view.put("lastContact", lastContact(script.getLastContacts(), zone));
		TwoLanguages texts = new TwoLanguages(script.getLanguage(), script.getCallerLanguage());
		view.put("parts",
			script.getParts().stream().map(part -> part(part, row.getQuestions(), texts)).collect(Collectors.toList()));
		return view;
	}

	private static List<Object> numbers(List<ContactDetail> numbers) {
		List<Object> views = new ArrayList<>();
		for (ContactDetail number : numbers) {
			Map<String, Object> view = new LinkedHashMap<>();
			view.put("number", SheetQuestion.letter(views.size()));
			view.put("value", number.getValue());
			view.put("state", number.getState().name());
			view.put("confirm", number.isConfirm());
			views.add(view);
		}
		return views;
	}

	private static Object lastContact(List<LastContact> contacts, ZoneId zone) {
		if (contacts.isEmpty()) {
			return null;
		}
		LastContact last = contacts.get(0);
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("startedAt", TimeText.shown(last.getStartedAt(), zone));
		view.put("result", last.getResult());
		view.put("disposition", last.getDisposition());
		view.put("toldNext", last.getToldNext());
		view.put("toldCannot", last.getToldCannot());
		view.put("unresolved", last.getUnresolved());
		return view;
	}

	private static SimpleObject part(CallScript.Part part, List<SheetQuestion> all, TwoLanguages texts) {
		SimpleObject view = new SimpleObject();
		view.put("task", part.getTask().getUuid());
		put(view, "patient", part.getTask().getPatient());
		view.put("title", part.getTitle());
		view.put("why", part.getWhy());
		Script script = part.getScript();
		if (script != null) {
			List<SheetQuestion> questions = all.stream().filter(q -> q.getTask().equals(part.getTask().getUuid()))
				.collect(Collectors.toList());
			view.put("opening", texts.of(script.getOpening()));
			view.put("material", script.getMaterial() == null ? null : texts.of(script.getMaterial()));
			view.put("questions",
				questions.stream().map(question -> question(question, questions, texts)).collect(Collectors.toList()));
			view.put("redFlags", script.getRedFlags().stream().map(redFlag -> redFlag(redFlag, questions, texts))
				.collect(Collectors.toList()));
			view.put("closing", texts.of(script.getClosing()));
		}
		return view;
	}

	private static Map<String, Object> question(SheetQuestion numbered, List<SheetQuestion> all, TwoLanguages texts) {
		Question question = numbered.getQuestion();
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("question", numbered.getNumber());
		view.put("text", texts.of(question.getText()));
		view.put("type", question.getType().name());
		view.put("options", options(question, texts));
		view.put("min", question.getMin());
		view.put("max", question.getMax());
		view.put("required", question.isRequired());
		view.put("onlyIf", question.getShowIf() == null ? null : onlyIf(question.getShowIf(), all));
		return view;
	}

	private static Map<String, Object> onlyIf(Question.ShowIf showIf, List<SheetQuestion> all) {
		Map<String, Object> view = condition(showIf.getQuestion(), showIf.getIn(), all);
		if (showIf.getIn().isEmpty()) {
			view.put("atLeast", showIf.getAtLeast());
			view.put("atMost", showIf.getAtMost());
		}
		return view;
	}

	private static List<Object> options(Question question, TwoLanguages texts) {
		List<Object> views = new ArrayList<>();
		if (question.getType() == Question.Type.YES_NO) {
			views.add(option(SheetQuestion.YES, text(TickBox.TEXTS + "yes")));
			views.add(option(SheetQuestion.NO, text(TickBox.TEXTS + "no")));
		}
		question.getOptions().forEach(one -> views.add(option(SheetQuestion.letter(views.size()), texts.of(one.getText()))));
		return views;
	}

	private static Map<String, Object> option(String letter, Object text) {
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("option", letter);
		view.put("text", text);
		return view;
	}

	private static Map<String, Object> redFlag(RedFlag redFlag, List<SheetQuestion> all, TwoLanguages texts) {
		Map<String, Object> view = condition(redFlag.getQuestion(), redFlag.getIn(), all);
		view.put("atLeast", redFlag.getAtLeast());
		view.put("atMost", redFlag.getAtMost());
		view.put("severity", redFlag.getSeverity().name());
		view.put("tell", texts.of(redFlag.getTell()));
		return view;
	}

	/** A question of the same script and some of its answers, as they stand on the paper. */
	private static Map<String, Object> condition(String key, List<String> answers, List<SheetQuestion> all) {
		Predicate<SheetQuestion> named = question -> question.getQuestion().getKey().equals(key);
		Map<String, Object> view = new LinkedHashMap<>();
		all.stream().filter(named).findFirst().ifPresent(question -> {
			view.put("question", question.getNumber());
			view.put("in", answers.stream().map(question::ticked).collect(Collectors.toList()));
		});
		return view;
	}

	private static void put(SimpleObject view, String name, Object object) {
		Object shown = ConversionUtil.convertToRepresentation(NamelessPatient.shown(object), Representation.REF);
		if (shown != ConversionUtil.PRIVILEGE_DENIED) {
			view.put(name, shown);
		}
	}

	private static String text(String code) {
		return code == null ? null : Messages.text(code, Context.getLocale());
	}
}
