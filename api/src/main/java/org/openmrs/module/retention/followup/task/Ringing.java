/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.openmrs.User;
import org.openmrs.module.retention.contact.ContactCircle;
import org.openmrs.module.retention.contact.ContactCircles;
import org.openmrs.module.retention.contact.ContactDetail;
import org.openmrs.module.retention.contact.ContactDetails;
import org.openmrs.module.retention.contact.ContactPoint;
import org.openmrs.module.retention.followup.protocol.Channel;

/**
 * Decides whom one rings for open tasks: a minor's guardian, the next contact person when no number of those before works.
 * The choice follows from what is known at the moment, so taking something back is choosing again. It is made when tasks
 * are planned, when a contact found a number wrong, when a task becomes due, and now and then while it is. Many tasks in a
 * number of statements that does not grow with them.
 */
@RequiredArgsConstructor
public class Ringing {

	static final int BATCH = 500;

	/** While a task is due and somebody is around the patient. */
	private static final Duration SOON = Duration.ofMinutes(15);

	/** While a task is due and nobody is. */
	private static final Duration TOMORROW = Duration.ofDays(1);

	private final RingDao dao;

	private final ContactCircles circles;

	private final ContactDetails details;

	/** The tasks of plans that have just been written. */
	public void plans(Collection<Integer> planIds, Collection<Integer> patientIds, Instant now, Integer actor) {
		Map<Integer, ContactCircle> around = circles.of(patientIds, now);
		if (!around.isEmpty()) {
			readPeople(around, around.keySet());
			User user = new User(actor);
			settle(dao.openOf(planIds, around.keySet()), around, Cause.of(user, now, "planned"));
			dao.flush();
		}
	}

	/** Chooses for these tasks as things are now. */
	public void settle(Collection<FollowUpTask> tasks, Cause cause) {
		Set<Integer> patients = tasks.stream().filter(Ringing::isCall).map(task -> task.getPatient().getPersonId())
			.collect(Collectors.toSet());
		Map<Integer, ContactCircle> around = circles.of(patients, cause.getAt());
		readPeople(around, around.keySet());
		settle(tasks, around, cause);
	}

	/** Of these tasks, those for which somebody can be rung. */
	public Set<FollowUpTask> reachable(Collection<FollowUpTask> tasks, Instant now, User reader) {
		Set<Integer> patients = tasks.stream().filter(task -> task.getPatient() != null)
			.map(task -> task.getPatient().getPersonId()).collect(Collectors.toSet());
		Map<Integer, ContactCircle> around = circles.of(patients, now);
		readPeople(around, patients);
		Numbers numbers = numbers(around.values(), patients, reader.getUserId());
		return tasks.stream().filter(task -> task.getPatient() != null).filter(task -> {
			ContactCircle circle = around.get(task.getPatient().getPersonId());
			return circle == null ? numbers.works(task.getPatient().getPersonId())
				: choice(circle, task, now, numbers).isReachable();
		}).collect(Collectors.toSet());
	}

	/** One bounded batch of what is to be looked at (again); how many tasks that were. */
	int batch(User actor, Instant now) {
		List<Object[]> rows = dao.toLookAt(now, BATCH);
		Map<Integer, ContactCircle> around = circles
			.of(rows.stream().map(row -> (Integer) row[1]).collect(Collectors.toSet()), now);
		Set<Integer> toSettle = new HashSet<>();
		Set<Integer> patients = new HashSet<>();
		Set<Integer> over = new HashSet<>();
		Set<Integer> asleep = new HashSet<>();
		Set<Integer> close = new HashSet<>();
		Set<Integer> alone = new HashSet<>();
		for (Object[] row : rows) {
			Integer task = (Integer) row[0];
			boolean expired = ((Instant) row[4]).isBefore(now);
			boolean circle = around.containsKey(row[1]);
			if (!expired && (circle || row[2] != null)) {
				toSettle.add(task);
				patients.add((Integer) row[1]);
			}
			boolean sleeps = ((Instant) row[3]).isAfter(now);
			(expired || row[1] == null ? over : sleeps ? asleep : circle ? close : alone).add(task);
		}
		readPeople(around, patients);
		settle(dao.lock(toSettle), around, Cause.of(actor, now, "looked-at"));
		dao.flush();
		dao.lookAgain(over, TaskTimes.UNTIL_RELEASED);
		dao.lookAgainWhenAwake(asleep);
		dao.lookAgain(close, now.plus(SOON));
		dao.lookAgain(alone, now.plus(TOMORROW));
		return rows.size();
	}

	private void readPeople(Map<Integer, ContactCircle> around, Collection<Integer> patients) {
		Set<Integer> persons = new HashSet<>();
		around.values().forEach(circle -> circle.getMembers().forEach(member -> persons.add(member.getPersonId())));
		dao.readPeople(patients, persons);
	}

	private void settle(Collection<FollowUpTask> tasks, Map<Integer, ContactCircle> around, Cause cause) {
		Numbers numbers = numbers(around.values(), new HashSet<>(), cause.getActor().getUserId());
		for (FollowUpTask task : tasks) {
			if (isCall(task)) {
				ContactCircle circle = around.get(task.getPatient().getPersonId());
				RingChoice choice = circle == null ? new RingChoice(null, null, false)
					: choice(circle, task, cause.getAt(), numbers);
				ring(task, choice, circle, cause);
			}
		}
	}

	private static void ring(FollowUpTask task, RingChoice choice, ContactCircle circle, Cause cause) {
		if (Objects.equals(task.getPersonToRingId(), choice.getPersonId()) && task.getRingReason() == choice.getReason()) {
			return;
		}
		boolean ofAge = choice.getPersonId() == null && circle != null && !circle.isMinor(dayOf(task, cause.getAt()))
			&& (task.getRingReason() == RingReason.GUARDIAN || task.getRingReason() == RingReason.NEXT_GUARDIAN);
		task.ring(choice.getPersonId(), choice.getReason(), cause.withCode(ofAge ? "came-of-age" : code(choice)));
	}

	private static String code(RingChoice choice) {
		if (choice.getReason() == null) {
			return "patient-is-rung";
		}
		return choice.getReason() == RingReason.CONTACT_PERSON ? "contact-person-is-rung" : "guardian-is-rung";
	}

	private static boolean isCall(FollowUpTask task) {
		return task.isOpen() && task.getChannel() == Channel.PHONE && task.getPatient() != null;
	}

	private static RingChoice choice(ContactCircle circle, FollowUpTask task, Instant now, Numbers numbers) {
		Integer patient = circle.getPatientId();
		return RingChoice.of(circle, dayOf(task, now),
			person -> numbers.works(person) && (person.equals(patient) || !numbers.notToCall.contains(person)),
			numbers::isKnown);
	}

	private static LocalDate dayOf(FollowUpTask task, Instant now) {
		return now.atZone(ZoneId.of(task.getZone())).toLocalDate();
	}

	private Numbers numbers(Collection<ContactCircle> around, Set<Integer> others, Integer reader) {
		Set<Integer> people = new HashSet<>(others);
		for (ContactCircle circle : around) {
			people.add(circle.getPatientId());
			circle.getMembers().forEach(member -> people.add(member.getPersonId()));
		}
		return new Numbers(people.isEmpty() ? new HashMap<>() : details.of(people, reader), dao.notToCall(people));
	}

	/** Telephone numbers of people. */
	@RequiredArgsConstructor
	private static final class Numbers {

		private final Map<Integer, List<ContactDetail>> byPerson;

		/** In whose place the next of the circle is rung. */
		private final Set<Integer> notToCall;

		private boolean works(Integer person) {
			return phones(person).stream().anyMatch(ContactDetail::isUsable);
		}

		private boolean isKnown(Integer person) {
			return phones(person).stream().anyMatch(one -> one.getKey() != null);
		}

		private List<ContactDetail> phones(Integer person) {
			return byPerson.getOrDefault(person, new ArrayList<>()).stream()
				.filter(one -> one.getKind() == ContactPoint.Kind.PHONE).collect(Collectors.toList());
		}
	}
}
