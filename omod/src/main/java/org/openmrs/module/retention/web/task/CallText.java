/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.task;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openmrs.module.retention.contact.ContactDetail;
import org.openmrs.module.retention.followup.protocol.LocalizedText;
import org.openmrs.module.retention.followup.protocol.Question;
import org.openmrs.module.retention.followup.protocol.RedFlag;
import org.openmrs.module.retention.followup.protocol.Script;
import org.openmrs.module.retention.followup.task.CallScript;
import org.openmrs.module.retention.followup.task.LastContact;
import org.openmrs.module.retention.web.rest.TimeText;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.representation.Representation;

/** A call's script as it is shown: each text in the patient's language beside the caller's. */
final class CallText {

	private final Locale patient;

	private final Locale caller;

	private CallText(CallScript script) {
		patient = Locale.forLanguageTag(script.getLanguage());
		caller = Locale.forLanguageTag(script.getCallerLanguage());
	}

	static SimpleObject of(CallScript script) {
		CallText texts = new CallText(script);
		SimpleObject shown = new SimpleObject();
		shown.put("person", ConversionUtil.convertToRepresentation(script.getPerson(), Representation.REF));
		shown.put("salutation", script.getSalutation());
		shown.put("language", script.getLanguage());
		shown.put("callerLanguage", script.getCallerLanguage());
		shown.put("staffNote", script.getStaffNote());
		shown.put("emergencyNumber", script.getEmergencyNumber());
		shown.put("contactDetails", script.getContactDetails().stream().map(CallText::of).collect(Collectors.toList()));
		shown.put("lastContacts", script.getLastContacts().stream().map(CallText::of).collect(Collectors.toList()));
		shown.put("parts", script.getParts().stream().map(texts::part).collect(Collectors.toList()));
		return shown;
	}

	static SimpleObject of(ContactDetail detail) {
		SimpleObject shown = new SimpleObject();
		shown.put("uuid", detail.getUuid());
		shown.put("kind", detail.getKind().name());
		shown.put("value", detail.getValue());
		shown.put("written", detail.getWritten());
		shown.put("state", detail.getState().name());
		shown.put("stateReason", detail.getStateReason());
		shown.put("sharedWith", detail.getSharedWith());
		return shown;
	}

	private static SimpleObject of(LastContact contact) {
		SimpleObject shown = new SimpleObject();
		shown.put("uuid", contact.getUuid());
		shown.put("startedAt", TimeText.shown(contact.getStartedAt(), ZoneId.systemDefault()));
		shown.put("direction", contact.getDirection());
		shown.put("result", contact.getResult());
		shown.put("disposition", contact.getDisposition());
		shown.put("toldNext", contact.getToldNext());
		shown.put("unresolved", contact.getUnresolved());
		return shown;
	}

	private SimpleObject part(CallScript.Part part) {
		SimpleObject shown = new SimpleObject();
		shown.put("task", ConversionUtil.convertToRepresentation(part.getTask(), Representation.REF));
		shown.put("title", part.getTitle());
		shown.put("why", part.getWhy());
		Script script = part.getScript();
		if (script != null) {
			shown.put("opening", text(script.getOpening()));
			shown.put("questions", script.getQuestions().stream().map(this::question).collect(Collectors.toList()));
			shown.put("redFlags", script.getRedFlags().stream().map(this::redFlag).collect(Collectors.toList()));
			shown.put("closing", text(script.getClosing()));
		}
		return shown;
	}

	private SimpleObject question(Question question) {
		SimpleObject shown = new SimpleObject();
		shown.put("key", question.getKey());
		shown.put("type", question.getType().name());
		shown.put("text", text(question.getText()));
		shown.put("options", question.getOptions().stream().map(this::option).collect(Collectors.toList()));
		shown.put("min", question.getMin());
		shown.put("max", question.getMax());
		shown.put("required", question.isRequired());
		if (question.getShowIf() != null) {
			shown.put("showIf", condition(question.getShowIf().getQuestion(), question.getShowIf().getIn()));
		}
		return shown;
	}

	private SimpleObject option(Question.Option option) {
		SimpleObject shown = new SimpleObject();
		shown.put("key", option.getKey());
		shown.put("text", text(option.getText()));
		return shown;
	}

	private SimpleObject redFlag(RedFlag flag) {
		SimpleObject shown = condition(flag.getQuestion(), flag.getIn());
		shown.put("atLeast", flag.getAtLeast());
		shown.put("atMost", flag.getAtMost());
		shown.put("severity", flag.getSeverity().name());
		shown.put("tell", text(flag.getTell()));
		return shown;
	}

	private static SimpleObject condition(String question, List<String> in) {
		SimpleObject shown = new SimpleObject();
		shown.put("question", question);
		shown.put("in", in);
		return shown;
	}

	private SimpleObject text(LocalizedText text) {
		if (text == null) {
			return null;
		}
		SimpleObject shown = new SimpleObject();
		shown.put("patient", text.in(patient));
		shown.put("caller", text.in(caller));
		return shown;
	}
}
