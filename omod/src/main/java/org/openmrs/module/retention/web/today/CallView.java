/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.today;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmrs.Patient;
import org.openmrs.module.retention.contact.ContactDetail;
import org.openmrs.module.retention.contact.ContactPoint;
import org.openmrs.module.retention.followup.attempt.SpokeWith;
import org.openmrs.module.retention.followup.attempt.Touchpoint;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.RedFlag;
import org.openmrs.module.retention.followup.task.CallScript;
import org.openmrs.module.retention.followup.task.RingReason;
import org.openmrs.module.retention.question.LocalizedText;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.shared.Messages;
import org.openmrs.module.retention.web.page.PageSettings;
import org.openmrs.module.retention.web.page.Scale;
import org.openmrs.module.retention.web.task.TwoLanguages;

/** A script as the call's page shows it: each text in the patient's language beside the caller's. */
public final class CallView {

	private final CallScript script;

	private final TwoLanguages languages;

	public CallView(CallScript script) {
		this.script = script;
		this.languages = new TwoLanguages(script.getLanguage(), script.getCallerLanguage());
	}

	public CallScript getScript() {
		return script;
	}

	/** {@code patient} and {@code caller}; null for no text. */
	public Map<String, Object> both(LocalizedText text) {
		return languages.of(text);
	}

	/** The two languages are one: one column is enough. */
	public boolean isOneLanguage() {
		return Locale.forLanguageTag(script.getLanguage()).getLanguage()
			.equals(Locale.forLanguageTag(script.getCallerLanguage()).getLanguage());
	}

	/** Those that can be tried, then the others. */
	public List<ContactDetail> getNumbers() {
		return script.getContactDetails().stream()
			.filter(detail -> detail.getKey() != null && detail.getKind() == ContactPoint.Kind.PHONE)
			.sorted((one, other) -> Boolean.compare(other.isUsable(), one.isUsable())).collect(Collectors.toList());
	}

	/** In the chart, and not to be read as a number. */
	public List<ContactDetail> getUnreadable() {
		return script.getContactDetails().stream()
			.filter(detail -> detail.getKey() == null && detail.getKind() == ContactPoint.Kind.PHONE)
			.collect(Collectors.toList());
	}

	public List<RedFlag> flagsOf(CallScript.Part part, Question question) {
		return part.getScript().getRedFlags().stream().filter(flag -> flag.getQuestion().equals(question.getKey()))
			.collect(Collectors.toList());
	}

	/** Which answers raise the flag, in the caller's words: a number and its bound, or the answers themselves. */
	public String raisedBy(RedFlag flag, Question question) {
		if (flag.getAtLeast() != null) {
			return "≥ " + flag.getAtLeast();
		}
		if (flag.getAtMost() != null) {
			return "≤ " + flag.getAtMost();
		}
		return flag.getIn().stream().map(answer -> answerText(question, answer)).collect(Collectors.joining(", "));
	}

	/** The numbers to choose from; empty: it is typed. */
	public List<Integer> scale(Question question) {
		return Scale.of(question);
	}

	/** What the lowest and the highest number mean. */
	public boolean isNamed(Question question) {
		return Scale.isNamed(question);
	}

	/** Answers to an earlier question of the same script after which this one is asked; empty: not by a choice. */
	public String shownFor(Question question, List<Question> all) {
		return Scale.shownFor(question, all);
	}

	String answerText(Question question, String answer) {
		if (question.getType() == Question.Type.YES_NO && answer.matches("yes|no")) {
			return Messages.text("retention.page." + answer, Locale.forLanguageTag(script.getCallerLanguage()));
		}
		return question.getOptions().stream().filter(option -> option.getKey().equals(answer))
			.map(option -> String.valueOf(both(option.getText()).get("caller"))).findFirst().orElse(answer);
	}

	/** Whom the call is about, each once. */
	public Collection<Patient> getPatients() {
		Map<String, Patient> patients = new LinkedHashMap<>();
		script.getParts().forEach(part -> patients.put(part.getTask().getPatientUuid(), part.getTask().getPatient()));
		return patients.values();
	}

	/** To whom ideas are put, by uuid: of whom the contact begins with; null: nobody here is a patient. */
	public String getAsked() {
		return script.getParts().isEmpty() ? withoutTask() : script.getParts().get(0).getTask().getPatientUuid();
	}

	/** Whom a contact without a task is about unless it is said, by uuid; null: nobody here is a patient. */
	String withoutTask() {
		List<String> patients = script.getPatients().stream().map(Patient::getUuid).collect(Collectors.toList());
		String person = script.getPerson().getUuid();
		return patients.contains(person) ? person : patients.isEmpty() ? null : patients.get(0);
	}

	/** Of the leading task's site; the clinic's without a task. */
	public String getZone() {
		return PageSettings.zone(script.getParts().isEmpty() ? null : script.getParts().get(0).getTask().getZone()).getId();
	}

	/** With whom one usually speaks here: with the patient who is rung, with the guardian of minors, or with somebody else. */
	public SpokeWith getSpokeWith() {
		List<CallScript.Part> forOthers = script.getParts().stream()
			.filter(part -> !part.getTask().getPatientUuid().equals(script.getPerson().getUuid()))
			.collect(Collectors.toList());
		if (forOthers.isEmpty() || forOthers.size() < script.getParts().size()) {
			return SpokeWith.PATIENT;
		}
		return forOthers.stream().anyMatch(part -> part.getTask().getRingReason() == RingReason.CONTACT_PERSON)
			? SpokeWith.OTHER
			: SpokeWith.GUARDIAN;
	}

	public Purpose[] getPurposes() {
		return Purpose.values();
	}

	public Touchpoint[] getTouchpoints() {
		return Touchpoint.values();
	}

	public LocalDate getToday() {
		return LocalDate.now(PageSettings.zone(getZone()));
	}

	public LocalDate getTomorrow() {
		return getToday().plusDays(1);
	}
}
