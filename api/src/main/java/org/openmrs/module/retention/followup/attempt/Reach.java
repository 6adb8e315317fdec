/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.hibernate.SessionFactory;
import org.hibernate.type.IntegerType;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.module.retention.contact.ChartNumbers;
import org.openmrs.module.retention.contact.ContactDecision;
import org.openmrs.module.retention.contact.ContactDetail;
import org.openmrs.module.retention.contact.ContactPoint;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.Ringing;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.shared.SystemActions;

/**
 * What a contact says about reaching people: numbers that are wrong, refusals, language, the end of a relationship, the
 * report of a death. Written where the contact feature keeps it, and withdrawn when the attempt is taken back.
 */
@RequiredArgsConstructor
class Reach {

	private static final Collection<String> CONTACTS = Arrays.asList(RetentionPrivileges.GET_CONTACTS,
		RetentionPrivileges.MANAGE_CONTACTS);

	private final ContactService contacts;

	private final AttemptDao attempts;

	private final SessionFactory sessionFactory;

	private final WrongNumbers wrongNumbers;

	private final ChartNumbers numbers;

	private final Ringing ringing;

	/** The patient or a contact person has a number that is not known to be wrong. */
	boolean isReachable(FollowUpTask task, Instant at) {
		return !ringing.reachable(Collections.singleton(task), at, task.getCreator()).isEmpty();
	}

	/** Of these tasks, those for which somebody can be rung. */
	Set<FollowUpTask> reachable(Collection<FollowUpTask> tasks, Caller caller) {
		return ringing.reachable(tasks, caller.getNow(), caller.getUser());
	}

	/** Whom to ring, now that it is known which numbers work. */
	void choose(Collection<FollowUpTask> tasks, Cause cause) {
		ringing.settle(tasks, cause);
	}

	List<ContactDetail> workingNumbers(Integer personId) {
		Person person = personId == null ? null : sessionFactory.getCurrentSession().get(Person.class, personId);
		if (person == null) {
			return Collections.emptyList();
		}
		return SystemActions.asSystem(CONTACTS, () -> contacts.getContactDetails(person)).stream()
			.filter(d -> d.getKind() == ContactPoint.Kind.PHONE && d.isUsable()).collect(Collectors.toList());
	}

	/** As it was written; null: nobody has written any. */
	ContactProfile profileOfWhomOneRings(FollowUpTask task) {
		return sessionFactory.getCurrentSession()
			.createQuery("from retention.ContactProfile p where p.patient.personId = :person and p.voided = false",
				ContactProfile.class)
			.setParameter("person", task.getRingId(), IntegerType.INSTANCE).uniqueResult();
	}

	/** Where the patient lives; null: nobody has said. */
	ZoneId zoneOf(Patient patient) {
		String zone = profile(patient).getZone();
		return zone == null ? null : ZoneId.of(zone);
	}

	/** Whether the patient can ever be asked to come: now or later. */
	boolean mayBeInvited(Patient patient, Instant at) {
		return SystemActions.asSystem(CONTACTS, () -> contacts.mayContact(patient, Purpose.RECALL, Channel.PHONE, null, at))
			.getVerdict() != ContactDecision.Verdict.SUPPRESSED;
	}

	/** Reads the numbers that have just been entered: who shares one is asked next. */
	void readNumbers(Caller caller) {
		numbers.readNewest(caller.getUser().getUserId());
	}

	/** The number that was used is nobody's of the patients, the people to ring, and those who share a number with them. */
	boolean isForeignNumber(ContactAttempt attempt, Caller caller) {
		if (attempt.getPointKey() == null) {
			return false;
		}
		Set<Integer> people = attempt.getPatients().stream().map(Patient::getId).collect(Collectors.toSet());
		attempt.getTasks().forEach(t -> people.add(Situation.personToRing(t)));
		people.remove(null);
		return !numbers.isReachedAt(people, attempt.getPointKey(), caller.getUser().getUserId());
	}

	/** Writes down what was said or found out. */
	void write(ContactAttempt attempt, CallTimes times) {
		wrongNumbers.flag(attempt);
		if (attempt.getPatient() == null || attempt.getDisposition() == null) {
			return;
		}
		switch (attempt.getDisposition()) {
			case STOP:
				refuse(attempt);
				break;
			case LANGUAGE:
				attempt.getPatients().forEach(patient -> speaks(attempt, patient));
				break;
			case ENDED:
				for (Patient patient : attempt.getPatients()) {
					ContactProfile ended = profile(patient);
					end(ended, attempt, times);
					save(ended);
				}
				break;
			case DEATH_REPORTED:
				ContactProfile dead = profile(attempt.getPatient());
				dead.reportDeath();
				save(dead);
				break;
			default:
		}
	}

	/** Takes back what this attempt said, and lets what others said stand. The attempt is voided already. */
	void withdraw(ContactAttempt attempt, CallTimes times) {
		wrongNumbers.withdraw(attempt);
		if (attempt.getPatient() == null || attempt.getDisposition() == null) {
			return;
		}
		switch (attempt.getDisposition()) {
			case STOP:
				SystemActions.asSystem(CONTACTS, () -> contacts.withdrawRefusals(attempt.source()));
				break;
			case LANGUAGE:
				attempt.getPatients().forEach(patient -> withdrawLanguage(attempt, patient));
				break;
			case ENDED:
				attempt.getPatients().forEach(patient -> withdrawEnd(attempt, patient, times));
				break;
			case DEATH_REPORTED:
				ContactProfile profile = profile(attempt.getPatient());
				if (attempts.latest(attempt.getPatientUuid(), Disposition.DEATH_REPORTED) == null) {
					profile.retractDeath();
					save(profile);
				}
				break;
			default:
		}
	}

	/** For every patient of the contact, and for everyone who is called at the number: who shares it shares the wish. */
	private void refuse(ContactAttempt attempt) {
		if (attempt.getPointKey() != null && attempt.getChannel() == Channel.PHONE) {
			SystemActions.asSystem(CONTACTS, () -> contacts.recordRefusalAt(attempt.getPointKey(),
				attempt.getPurposeSet(), attempt.source(), attempt.getStartedAt()));
		}
		for (Patient patient : attempt.getPatients()) {
			SystemActions.asSystem(CONTACTS,
				() -> contacts.recordRefusal(patient, attempt.getPurposeSet(), attempt.getSpokeWith() != SpokeWith.PATIENT,
					attempt.source(), attempt.getStartedAt()));
		}
	}

	private void speaks(ContactAttempt attempt, Patient patient) {
		ContactProfile profile = profile(patient);
		attempt.setLanguageBefore(patient, profile.getSaidLanguage());
		profile.setLanguage(attempt.getLanguage());
		save(profile);
	}

	private void withdrawLanguage(ContactAttempt attempt, Patient patient) {
		ContactProfile profile = profile(patient);
		if (attempt.getLanguage().equals(profile.getSaidLanguage())) {
			ContactAttempt other = attempts.latestAbout(patient.getUuid(), Disposition.LANGUAGE);
			profile.setLanguage(other == null ? attempt.getLanguageBefore(patient) : other.getLanguage());
			save(profile);
		}
	}

	private void withdrawEnd(ContactAttempt attempt, Patient patient, CallTimes times) {
		ContactProfile profile = profile(patient);
		boolean saidHere = attempt.getReason().name().equals(profile.getEndedReason())
			&& times.dayOf(attempt.getStartedAt()).equals(profile.getEndedOn());
		if (!saidHere) {
			return;
		}
		ContactAttempt other = attempts.latestAbout(patient.getUuid(), Disposition.ENDED);
		if (other == null) {
			profile.withdrawEnd();
		} else {
			end(profile, other, times);
		}
		save(profile);
	}

	private static void end(ContactProfile profile, ContactAttempt attempt, CallTimes times) {
		profile.endRelationship(attempt.getReason().name(), times.dayOf(attempt.getStartedAt()));
	}

	private ContactProfile profile(Patient patient) {
		return SystemActions.asSystem(CONTACTS, () -> contacts.getProfile(patient));
	}

	private void save(ContactProfile profile) {
		SystemActions.asSystem(CONTACTS, () -> contacts.saveContactProfile(profile));
	}
}
