/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.Builder;
import lombok.Value;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.User;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.calendar.SitesOfRun;
import org.openmrs.module.retention.contact.ContactDecision;
import org.openmrs.module.retention.contact.ContactDetail;
import org.openmrs.module.retention.contact.ContactDetails;
import org.openmrs.module.retention.contact.ContactPolicy;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.contact.NumbersToConfirm;
import org.openmrs.module.retention.contact.Reachability;
import org.openmrs.module.retention.contact.RecentContacts;
import org.openmrs.module.retention.followup.protocol.Channel;

/**
 * Makes rows of persons: the tasks of one person whose windows overlap are one call, led by the one that stands first on
 * the list. A number of statements that does not grow with the persons.
 */
class WorklistRows {

	private static final String RANK = "retention.followup.rank.";

	/** Of a step in person whose patient is not in the building. */
	static final String NOT_HERE = "not-here";

	private final WorklistDao dao;

	private final Reachability reachability;

	private final ContactDetails contactDetails;

	private final NumbersToConfirm confirmations;

	private final TaskTexts texts;

	WorklistRows(WorklistDao dao, Reachability reachability, ContactDetails contactDetails,
		NumbersToConfirm confirmations, TaskTexts texts) {
		this.dao = dao;
		this.reachability = reachability;
		this.contactDetails = contactDetails;
		this.confirmations = confirmations;
		this.texts = texts;
	}

	/** One row for each person who has anything to be called for until the end of the day, in the order of the ids. */
	List<WorklistRow> of(List<Integer> persons, Moment moment) {
		List<FollowUpTask> tasks = dao.load(dao.tasksOf(persons, moment.now, moment.days.latestEnd())).stream()
			.filter(task -> !isAfterToday(task, moment)).collect(Collectors.toList());
		return of(persons, tasks, moment);
	}

	/** Of who rings before the time for which a call was promised; one row for each to whom one was. */
	List<WorklistRow> promisedTo(List<Integer> persons, Moment moment) {
		List<FollowUpTask> tasks = dao.load(dao.promisedTo(persons, moment.now, moment.days.earliestEnd())).stream()
			.filter(task -> isAfterToday(task, moment)).collect(Collectors.toList());
		return of(persons, tasks, moment);
	}

	private static boolean isAfterToday(FollowUpTask task, Moment moment) {
		return task.getDueFrom().isAfter(moment.days.in(task.getZone()).getEnd());
	}

	private List<WorklistRow> of(List<Integer> persons, List<FollowUpTask> tasks, Moment moment) {
		Map<Integer, Patient> patients = new HashMap<>();
		tasks.stream().filter(t -> t.getPatient() != null)
			.forEach(t -> patients.put(t.getPatient().getPatientId(), t.getPatient()));
		Set<Integer> people = new LinkedHashSet<>(persons);
		people.addAll(patients.keySet());
		Map<Integer, List<ContactDetail>> details = contactDetails.of(people, moment.caller.getUserId());
		Reachability.OfPatients reach = reachability.of(patients.values(), persons, Channel.PHONE, moment.recent);
		Map<Integer, List<Candidate>> byPerson = new LinkedHashMap<>();
		persons.forEach(person -> byPerson.put(person, new ArrayList<>()));
		Set<Integer> visitors = new HashSet<>(persons);
		visitors.addAll(patients.keySet());
		Map<Integer, Instant> visiting = dao.inTheBuilding(visitors, moment.days.earliestStart());
		Set<Integer> treated = treated(tasks, moment);
		for (FollowUpTask task : tasks) {
			Candidate candidate = candidate(task, reach, moment,
				isVisiting(task, visiting, moment)
					|| isStepInPerson(task) && treated.contains(task.getPatient().getPersonId()));
			if (candidate != null) {
				byPerson.get(task.getRingId()).add(candidate);
			}
		}
		Map<Integer, List<ContactDetail>> marked = toConfirm(byPerson, details, moment);
		List<WorklistRow> rows = new ArrayList<>();
		byPerson.forEach((person, candidates) -> {
			if (!candidates.isEmpty()) {
				rows.add(row(person, candidates, reach, moment).toBuilder()
					.contactDetails(asToBeTried(marked.get(person))).build());
			}
		});
		return rows;
	}

	/** Of the patients of steps in person, those who were treated a short while ago where no visits are kept. */
	private Set<Integer> treated(List<FollowUpTask> tasks, Moment moment) {
		Set<Integer> patients = tasks.stream().filter(WorklistRows::isStepInPerson)
			.map(task -> task.getPatient().getPersonId()).collect(Collectors.toSet());
		return patients.isEmpty() ? Collections.emptySet()
			: dao.treatedSince(patients, moment.treatedSince, moment.conversations);
	}

	/** It is done when the patient is here. */
	private static boolean isStepInPerson(FollowUpTask task) {
		return task.getChannel() == Channel.IN_PERSON && task.getSource() == TaskSource.STEP && task.getPatient() != null;
	}

	/** The person to ring, or the patient whom it is about. */
	private static boolean isVisiting(FollowUpTask task, Map<Integer, Instant> visiting, Moment moment) {
		Instant today = moment.days.in(task.getZone()).getStart();
		return Stream.of(task.getRingId(), task.getPatient() == null ? null : task.getPatient().getPersonId())
			.map(visiting::get).anyMatch(began -> began != null && !began.isBefore(today));
	}

	/** Of those who are rung for themselves, the numbers that they must confirm are marked. */
	private Map<Integer, List<ContactDetail>> toConfirm(Map<Integer, List<Candidate>> byPerson,
		Map<Integer, List<ContactDetail>> details, Moment moment) {
		Map<Person, ZoneId> themselves = new HashMap<>();
		byPerson.values().forEach(all -> all.stream().filter(one -> one.getTask().getPersonToRingId() == null)
			.forEach(one -> themselves.putIfAbsent(one.getTask().getPatient(), one.getFacts().getZone())));
		return confirmations.mark(themselves, details, moment.now);
	}

	/** What works before what is doubtful and what is wrong; else in the person's own order. */
	private static List<ContactDetail> asToBeTried(List<ContactDetail> details) {
		return details.stream().sorted(Comparator.comparing(ContactDetail::getState)).collect(Collectors.toList());
	}

	/** Null when nobody may be called for it at all. */
	private static Candidate candidate(FollowUpTask task, Reachability.OfPatients reach, Moment moment, boolean visiting) {
		if (task.getPatient() == null) {
			return null;
		}
		Site site = moment.sites.siteOf(task.getLocation() == null ? null : task.getLocation().getLocationId());
		ContactPolicy.Facts facts = TaskPolicy.facts(task, reach, site);
		boolean sleeps = task.getWakeAt().isAfter(moment.now) && task.getHoldReason() != HoldReason.NO_NUMBER;
		boolean inVain = !task.isCritical() && !task.isCallBack() && task.getChannel() == Channel.PHONE
			&& moment.days.in(task.getZone()).getRungInVain().contains(task.getRingId());
		Instant start = sleeps ? task.getWakeAt() : moment.now;
		if (inVain) {
			start = later(start, site.dayOf(moment.now).plusDays(1).atStartOfDay(site.getZone()).toInstant());
		}
		ContactDecision decision = ContactPolicy.decide(facts, start);
		return decision.getVerdict() == ContactDecision.Verdict.SUPPRESSED ? null
			: new Candidate(task, facts, decision, start, visiting, inVain, obstacle(task, reach, visiting));
	}

	/** What keeps a call from being made, whenever that may end; null: nothing. */
	private static String obstacle(FollowUpTask task, Reachability.OfPatients reach, boolean visiting) {
		if (isStepInPerson(task) && !visiting) {
			return NOT_HERE;
		}
		if (task.getChannel() != Channel.PHONE) {
			return null;
		}
		boolean reached = task.getHoldReason() != HoldReason.NO_NUMBER && reach.hasNumber(task.getRingId());
		if (visiting) {
			return reached ? "in-the-building" : "get-a-number";
		}
		return reached ? null : "no-number";
	}

	private static Instant later(Instant one, Instant other) {
		return one == null || other != null && other.isAfter(one) ? other : one;
	}

	private WorklistRow row(Integer person, List<Candidate> candidates, Reachability.OfPatients reach, Moment moment) {
		Candidate lead = lead(candidates, moment);
		List<FollowUpTask> call = call(lead, candidates, moment.now);
		ContactProfile profile = reach.profile(lead.getTask().getPatient().getPatientId());
		WorklistRow.WorklistRowBuilder row = WorklistRow.builder().person(dao.person(person)).tasks(call)
			.rankReason(RANK + code(lead.getTask().getListClass()))
			.inTheBuilding(candidates.stream().anyMatch(one -> one.isVisiting()))
			.ringReason(lead.getTask().getRingReason())
			.expectedSeconds(call.stream().mapToInt(FollowUpTask::getTargetSeconds).sum())
			.why(texts.why(lead.getTask(), moment.locale)).staffNote(profile == null ? null : profile.getStaffNote())
			.callableNow(lead.isNow(moment.now)).wakeAt(lead.earliest())
			.notCallableReason(lead.isNow(moment.now) ? null : lead.reason(moment.now));
		claim(call, moment.now, row);
		return row.build();
	}

	/** Of what is asked for the first that may be called now; else the one that may be called first. */
	private static Candidate lead(Collection<Candidate> candidates, Moment moment) {
		List<Candidate> askedFor = candidates.stream()
			.filter(one -> moment.askedFor == null || moment.askedFor.contains(one.getTask().getId()))
			.collect(Collectors.toList());
		Candidate first = null;
		for (Candidate candidate : askedFor.isEmpty() ? candidates : askedFor) {
			if (candidate.isNow(moment.now)) {
				return candidate;
			}
			if (first == null || candidate.getTask().getWakeAt().isBefore(first.getTask().getWakeAt())) {
				first = candidate;
			}
		}
		return first;
	}

	/** The leading task, and what else is worked in the call: no more than can be said before the quiet hours. */
	private static List<FollowUpTask> call(Candidate lead, List<Candidate> candidates, Instant now) {
		List<FollowUpTask> call = new ArrayList<>();
		call.add(lead.getTask());
		long seconds = lead.getTask().getTargetSeconds();
		for (Candidate other : candidates) {
			long together = seconds + other.getTask().getTargetSeconds();
			if (other != lead && (lead.isNow(now) ? other.joinsNow(now, together) : other.joins(lead))) {
				call.add(other.getTask());
				seconds = together;
			}
		}
		return call;
	}

	private static void claim(List<FollowUpTask> call, Instant now, WorklistRow.WorklistRowBuilder row) {
		for (FollowUpTask task : call) {
			if (task.isClaimed(now)) {
				row.claimedBy(task.getClaimUser()).claimedUntil(task.getClaimUntil());
			}
		}
	}

	static String code(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** When the list is read, by whom and where. */
	@Value
	@Builder
	static class Moment {

		Instant now;

		LocalDays days;

		Date treatedSince;

		Set<String> conversations;

		RecentContacts recent;

		/** Ids of the tasks that may lead a row; null: all. */
		Collection<Integer> askedFor;

		User caller;

		Locale locale;

		SitesOfRun sites;
	}
}
