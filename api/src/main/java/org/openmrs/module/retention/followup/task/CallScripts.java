/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openmrs.Person;
import org.openmrs.User;
import org.openmrs.module.retention.contact.BestWindows;
import org.openmrs.module.retention.contact.ContactCircle;
import org.openmrs.module.retention.contact.ContactCircles;
import org.openmrs.module.retention.contact.ContactDetail;
import org.openmrs.module.retention.contact.ContactDetails;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.contact.ContactProfiles;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.shared.RetentionSettings;

/** Puts together what a caller needs on one call. */
class CallScripts {

	private final WorklistDao dao;

	private final TaskTexts texts;

	private final ContactProfiles profiles;

	private final ContactCircles circles;

	private final ContactDetails details;

	private final RetentionSettings settings;

	private final TaskInterviews interviews;

	CallScripts(WorklistDao dao, TaskTexts texts, ContactProfiles profiles, ContactCircles circles,
		ContactDetails details, RetentionSettings settings, TaskInterviews interviews) {
		this.dao = dao;
		this.details = details;
		this.texts = texts;
		this.profiles = profiles;
		this.circles = circles;
		this.settings = settings;
		this.interviews = interviews;
	}

	/** @param may whether the caller has a privilege: what the call is about shows no more of the chart than they may read there */
	CallScript of(WorklistRow row, User caller, Locale locale, Instant now, Predicate<String> may) {
		Set<Integer> people = new HashSet<>();
		people.add(row.getPerson().getPersonId());
		row.getTasks().forEach(task -> people.add(task.getPatient().getPatientId()));
		boolean another = row.getClaimedBy() != null && !row.getClaimedBy().equals(caller);
		CallScript script = of(Collections.singletonList(row), locale, now).get(0);
		Map<Integer, TaskInterview> asked = may.test(RetentionPrivileges.MANAGE_SURVEY_RESPONSES)
			? interviews.of(row.getTasks(), caller)
			: Collections.emptyMap();
		List<CallScript.Part> parts = withVisits(script.getParts(), row.getTasks(), may).stream()
			.map(part -> part.toBuilder().interview(asked.get(part.getTask().getId())).build())
			.collect(Collectors.toList());
		return with(people, script, locale, now).parts(parts)
			.claimedBy(another ? row.getClaimedBy() : null).claimedUntil(another ? row.getClaimedUntil() : null).build();
	}

	private List<CallScript.Part> withVisits(List<CallScript.Part> parts, List<FollowUpTask> tasks,
		Predicate<String> may) {
		Map<Integer, CallVisit> visits = dao.visitsOf(tasks, may);
		return parts.stream().map(part -> part.toBuilder().visit(visits.get(part.getTask().getId())).build())
			.collect(Collectors.toList());
	}

	/** What one call shows beside a sheet of many. */
	private CallScript.CallScriptBuilder with(Set<Integer> people, CallScript script, Locale locale, Instant now) {
		Set<Integer> around = new HashSet<>(people);
		around.addAll(circles.patientsOf(script.getPerson().getPersonId(), now));
		Set<Integer> about = script.getParts().isEmpty() ? around : people;
		return script.toBuilder().lastContacts(dao.lastContacts(about)).promises(dao.openPromises(about, now))
			.comingCalls(dao.comingCalls(about, now, task -> texts.title(task, locale))).patients(dao.patients(around));
	}

	/** Of somebody for whom there is nothing to do, and who rings. */
	CallScript withoutTasks(Person person, User caller, Locale locale, Instant now) {
		CallScript script = withoutTasks(Collections.singletonList(person), caller, locale).get(0);
		return with(Collections.singleton(person.getPersonId()), script, locale, now).build();
	}

	private List<CallScript> withoutTasks(List<Person> people, User caller, Locale locale) {
		if (people.isEmpty()) {
			return Collections.emptyList();
		}
		Set<Integer> who = people.stream().map(Person::getPersonId).collect(Collectors.toSet());
		Map<Integer, ContactProfile> written = profiles.written(who);
		Map<Integer, String> languages = profiles.languagesOf(who, written);
		Map<Integer, List<ContactDetail>> numbers = details.of(who, caller.getUserId());
		String emergencyNumber = settings.text(RetentionSettings.EMERGENCY_NUMBER, null);
		List<CallScript> made = new ArrayList<>();
		for (Person person : people) {
			Integer id = person.getPersonId();
			ContactProfile profile = written.get(id);
			made.add(CallScript.builder().person(person).salutation(profile == null ? null : profile.getSalutation())
				.bestWindows(windows(profile)).staffNote(profile == null ? null : profile.getStaffNote())
				.language(languages.getOrDefault(id, locale.toLanguageTag())).callerLanguage(locale.toLanguageTag())
				.emergencyNumber(emergencyNumber).contactDetails(numbers.getOrDefault(id, Collections.emptyList()))
				.lastContacts(Collections.emptyList()).promises(Collections.emptyList())
				.comingCalls(Collections.emptyList()).patients(Collections.emptyList())
				.parts(Collections.emptyList()).build());
		}
		return made;
	}

	/**
	 * Of people who may have rung, in their order, each with the last contact about each patient alone; a number of
	 * statements that does not grow with them.
	 *
	 * @param rows by person id, what they may ring about; those without are asked about nothing
	 */
	List<CallScript> ofRinging(List<Person> people, Map<Integer, WorklistRow> rows, User caller, Locale locale,
		Instant now) {
		Map<Integer, CallScript> scripts = new HashMap<>();
		of(new ArrayList<>(rows.values()), locale, now).forEach(one -> scripts.put(one.getPerson().getPersonId(), one));
		List<Person> idle = people.stream().filter(one -> !rows.containsKey(one.getPersonId())).collect(Collectors.toList());
		withoutTasks(idle, caller, locale).forEach(one -> scripts.put(one.getPerson().getPersonId(), one));
		Map<Integer, Set<Integer>> about = new HashMap<>(circles.patientsOf(
			idle.stream().map(Person::getPersonId).collect(Collectors.toSet()), now));
		rows.forEach((person, row) -> about.put(person,
			row.getTasks().stream().map(task -> task.getPatient().getPatientId()).collect(Collectors.toSet())));
		people
			.forEach(person -> about.computeIfAbsent(person.getPersonId(), id -> new HashSet<>()).add(person.getPersonId()));
		Set<Integer> patients = about.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
		dao.patients(patients); // each is found in the session
		Map<Integer, LastContact> last = dao.lastContactsOf(patients);
		return people.stream().map(Person::getPersonId).map(id -> scripts.get(id).toBuilder()
			.lastContacts(newestFirst(about.get(id), last)).build()).collect(Collectors.toList());
	}

	private static List<LastContact> newestFirst(Set<Integer> patients, Map<Integer, LastContact> last) {
		return patients.stream().map(last::get).filter(Objects::nonNull)
			.sorted(Comparator.comparing(LastContact::getStartedAt).reversed()).collect(Collectors.toList());
	}

	/** Of many rows, in their order, each with the last contact alone; a number of statements that does not grow with them. */
	List<CallScript> of(List<WorklistRow> rows, Locale caller, Instant now) {
		Set<Integer> people = rows.stream().map(row -> row.getPerson().getPersonId()).collect(Collectors.toSet());
		Set<Integer> patients = rows.stream().map(row -> lead(row).getPatient().getPatientId()).collect(Collectors.toSet());
		Map<Integer, ContactProfile> written = profiles.written(people);
		Map<Integer, String> languages = profiles.languagesOf(people, written);
		Map<Integer, ContactCircle> around = circles.ofAll(patients, now);
		Map<Integer, LastContact> last = dao.lastContactsOf(people);
		String emergencyNumber = settings.text(RetentionSettings.EMERGENCY_NUMBER, null);
		List<CallScript> made = new ArrayList<>();
		for (WorklistRow row : rows) {
			Integer person = row.getPerson().getPersonId();
			ContactProfile profile = written.get(person);
			ContactCircle circle = around.get(lead(row).getPatient().getPatientId());
			ContactCircle.Member member = circle.member(person);
			LastContact before = last.get(person);
			made.add(CallScript.builder().askFor(askFor(row, circle, lead(row), now))
				.relation(member == null ? null : member.getRelation()).person(row.getPerson())
				.salutation(profile == null ? null : profile.getSalutation()).bestWindows(windows(profile))
				.language(languages.getOrDefault(person, caller.toLanguageTag())).callerLanguage(caller.toLanguageTag())
				.staffNote(row.getStaffNote()).emergencyNumber(emergencyNumber).contactDetails(row.getContactDetails())
				.lastContacts(before == null ? Collections.emptyList() : Collections.singletonList(before))
				.promises(Collections.emptyList()).comingCalls(Collections.emptyList()).patients(Collections.emptyList())
				.parts(parts(row, caller)).build());
		}
		return made;
	}

	private List<CallScript.Part> parts(WorklistRow row, Locale caller) {
		List<CallScript.Part> parts = new ArrayList<>();
		for (FollowUpTask task : row.getTasks()) {
			parts.add(CallScript.Part.builder().task(task).title(texts.title(task, caller)).why(texts.why(task, caller))
				.context(texts.context(task, caller)).script(texts.script(task)).build());
		}
		return parts;
	}

	private static List<BestWindows.Window> windows(ContactProfile profile) {
		return BestWindows.parse(profile == null ? null : profile.getBestWindows()).getWindows();
	}

	private static FollowUpTask lead(WorklistRow row) {
		return row.getTasks().get(0);
	}

	/** A minor who is rung for want of a guardian: somebody who answers for the child is asked for. */
	private static String askFor(WorklistRow row, ContactCircle circle, FollowUpTask lead, Instant now) {
		if (row.getRingReason() != null) {
			return row.getRingReason().code();
		}
		if (circle.isMinor(now.atZone(ZoneId.of(lead.getZone())).toLocalDate())) {
			return RingReason.CODES + "minor";
		}
		return row.getContactDetails().stream().anyMatch(ContactDetail::isConfirm) ? RingReason.CODES + "confirm-number"
			: null;
	}
}
