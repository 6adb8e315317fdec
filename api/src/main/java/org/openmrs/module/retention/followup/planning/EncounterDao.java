/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.ConceptDatatype;

/**
 * Reads encounters, their observations and patients. By primary keys and the foreign keys that core has indexes for; no
 * privilege is asked, for the services that call here have asked theirs.
 */
class EncounterDao {

	private static final String FACTS = "select e.encounterId, e.uuid, e.encounterType.encounterTypeId, e.form.formId,"
		+ " e.location.locationId, v.uuid, e.encounterDatetime, e.voided, p.personId, p.uuid, p.voided, p.dead, p.gender,"
		+ " p.birthdate, e.dateCreated, v.visitType.visitTypeId from Encounter e join e.patient p left join e.visit v ";

	private final SessionFactory sessionFactory;

	EncounterDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	/** In the order of their ids; those that were purged are missing. */
	List<EncounterFacts> facts(Collection<Integer> ids) {
		if (ids.isEmpty()) {
			return Collections.emptyList();
		}
		return toFacts(query(FACTS + "where e.encounterId in (:ids) order by e.encounterId").setParameterList("ids", ids));
	}

	/** Ids after the first and up to the last, in their order, at most so many. */
	List<Integer> ids(long after, long upTo, int most) {
		return session()
			.createQuery("select e.encounterId from Encounter e where e.encounterId > :after and e.encounterId <= :upTo"
				+ " order by e.encounterId",
				Integer.class)
			.setParameter("after", (int) after).setParameter("upTo", (int) upTo).setMaxResults(most).list();
	}

	/** Of the encounters with ids after the first and up to the last. */
	Trail.Tally tally(long after, long upTo) {
		Object[] row = query("select count(e.encounterId), sum(e.encounterId) from Encounter e"
			+ " where e.encounterId > :after and e.encounterId <= :upTo").setParameter("after", (int) after)
			.setParameter("upTo", (int) upTo).uniqueResult();
		return new Trail.Tally((Long) row[0], row[1] == null ? 0 : (Long) row[1]);
	}

	/** As {@link #ids}, of encounters from the instant on. */
	List<Integer> idsSince(Instant from, long after, long upTo, int most) {
		return session()
			.createQuery("select e.encounterId from Encounter e where e.encounterDatetime >= :from"
				+ " and e.encounterId > :after and e.encounterId <= :upTo order by e.encounterId",
				Integer.class)
			.setParameter("from", Date.from(from)).setParameter("after", (int) after).setParameter("upTo", (int) upTo)
			.setMaxResults(most).list();
	}

	long lastId() {
		Integer last = session().createQuery("select max(e.encounterId) from Encounter e", Integer.class).uniqueResult();
		return last == null ? 0 : last;
	}

	/** What the encounters answer to the questions. */
	Answers answers(Collection<Integer> encounters, Set<Integer> questions) {
		if (encounters.isEmpty() || questions.isEmpty()) {
			return Answers.NONE;
		}
		Answers answers = new Answers();
		query("select o.encounter.encounterId, o.concept.conceptId, o.valueCoded.conceptId, o.valueDatetime,"
			+ " d.uuid from Obs o join o.concept c join c.datatype d"
			+ " where o.encounter.encounterId in (:encounters) and c.conceptId in (:questions)"
			+ " and o.voided = false order by o.obsId").setParameterList("encounters", encounters)
			.setParameterList("questions", questions).list().forEach(row -> {
				answers.add((Integer) row[0], (Integer) row[1], (Integer) row[2]);
				if (row[3] != null) {
					answers.addDate((Integer) row[0], (Integer) row[1], instant(row[3]),
						ConceptDatatype.DATE_UUID.equals(row[4]));
				}
			});
		return answers;
	}

	/**
	 * Ids of patients after the one, in their order, at most so many, with an encounter from the instant on that is not
	 * voided.
	 *
	 * @param types of one of these types; null: of any
	 */
	List<Integer> patientsSince(Instant from, Set<Integer> types, int after, int most) {
		if (types != null && types.isEmpty()) {
			return Collections.emptyList();
		}
		Query<Integer> query = session().createQuery("select p.personId from Patient p where p.personId > :after"
			+ " and p.voided = false and p.dead = false and exists (select 1 from Encounter e where e.patient = p"
			+ " and e.voided = false and e.encounterDatetime >= :from"
			+ (types == null ? "" : " and e.encounterType.encounterTypeId in (:types)") + ") order by p.personId",
			Integer.class).setParameter("after", after).setParameter("from", Date.from(from));
		if (types != null) {
			query.setParameterList("types", types);
		}
		return query.setMaxResults(most).list();
	}

	/** Encounters of the patients that are not voided, from the instant on, in the order of their times. */
	List<EncounterFacts> since(Collection<Integer> patients, Instant from) {
		if (patients.isEmpty()) {
			return Collections.emptyList();
		}
		return toFacts(query(FACTS + "where e.patient.personId in (:patients) and e.encounterDatetime >= :from"
			+ " and e.voided = false order by e.encounterDatetime, e.encounterId").setParameterList("patients", patients)
			.setParameter("from", Date.from(from)));
	}

	/** By patient: the earliest encounter of these types that is not voided. */
	Map<Integer, EncounterFacts> firstVisits(Collection<Integer> patients, Set<Integer> types) {
		return outermost("min", patients, types);
	}

	/** As {@link #firstVisits}: the latest. */
	Map<Integer, EncounterFacts> lastVisits(Collection<Integer> patients, Set<Integer> types) {
		return outermost("max", patients, types);
	}

	private Map<Integer, EncounterFacts> outermost(String which, Collection<Integer> patients, Set<Integer> types) {
		Map<Integer, EncounterFacts> first = new HashMap<>();
		if (patients.isEmpty() || types.isEmpty()) {
			return first;
		}
		Map<Integer, Date> times = new HashMap<>();
		query("select e.patient.personId, " + which
			+ "(e.encounterDatetime) from Encounter e where e.patient.personId in (:patients)"
			+ " and e.voided = false and e.encounterType.encounterTypeId in (:types) group by e.patient.personId")
			.setParameterList("patients", patients).setParameterList("types", types).list()
			.forEach(row -> times.put((Integer) row[0], (Date) row[1]));
		if (times.isEmpty()) {
			return first;
		}
		toFacts(query(FACTS + "where e.patient.personId in (:patients) and e.voided = false"
			+ " and e.encounterType.encounterTypeId in (:types) and e.encounterDatetime in (:times) order by e.encounterId")
			.setParameterList("patients", times.keySet()).setParameterList("types", types)
			.setParameterList("times", new HashSet<>(times.values()))).stream()
			.filter(e -> e.getAt().equals(instant(times.get(e.getPatientId()))))
			.forEach(e -> first.putIfAbsent(e.getPatientId(), e));
		return first;
	}

	/** Ids of the patient's newest encounters of these types that are not voided; null: of any type. */
	List<Integer> newestVisits(Integer patient, Set<Integer> types, int most) {
		if (types != null && types.isEmpty()) {
			return Collections.emptyList();
		}
		Query<Integer> query = session().createQuery("select e.encounterId from Encounter e"
			+ " where e.patient.personId = :patient and e.voided = false"
			+ (types == null ? "" : " and e.encounterType.encounterTypeId in (:types)")
			+ " order by e.encounterDatetime desc, e.encounterId desc", Integer.class).setParameter("patient", patient);
		if (types != null) {
			query.setParameterList("types", types);
		}
		return query.setMaxResults(most).list();
	}

	/** As {@link #ids}, the newest first, of encounters from the instant on and before another. */
	List<EncounterTime> newestFirst(Instant from, EncounterTime before, int most) {
		List<EncounterTime> found = new ArrayList<>();
		query("select e.encounterId, e.encounterDatetime from Encounter e where e.encounterDatetime >= :from"
			+ " and e.encounterDatetime <= :at and (e.encounterDatetime < :at or e.encounterId < :id)"
			+ " and e.voided = false order by e.encounterDatetime desc, e.encounterId desc")
			.setParameter("from", Date.from(from)).setParameter("at", Date.from(before.getAt()))
			.setParameter("id", before.getId()).setMaxResults(most).list()
			.forEach(row -> found.add(new EncounterTime((Integer) row[0], instant(row[1]))));
		return found;
	}

	/** Encounters of the patient's visit, or of the patient in the stretch of time; not voided, in the order of their times. */
	List<EncounterFacts> ofVisit(String visitUuid) {
		return toFacts(query(FACTS + "where v.uuid = :visit and e.voided = false order by e.encounterDatetime,"
			+ " e.encounterId").setParameter("visit", visitUuid));
	}

	List<EncounterFacts> between(Integer patient, Instant from, Instant to) {
		return toFacts(query(FACTS + "where e.patient.personId = :patient and e.encounterDatetime >= :from"
			+ " and e.encounterDatetime < :to and e.voided = false order by e.encounterDatetime, e.encounterId")
			.setParameter("patient", patient).setParameter("from", Date.from(from))
			.setParameter("to", Date.from(to)));
	}

	long lastObsId() {
		Integer last = session().createQuery("select max(o.obsId) from Obs o", Integer.class).uniqueResult();
		return last == null ? 0 : last;
	}

	/** Observation ids in the range, in their order, at most so many, each with its encounter if it answers a question. */
	List<Object[]> obs(long after, long upTo, Set<Integer> questions, int most) {
		return query("select o.obsId, o.encounter.encounterId from Obs o where o.obsId > :after and o.obsId <= :upTo"
			+ " and o.concept.conceptId in (:questions) and o.encounter.encounterId is not null order by o.obsId")
			.setParameter("after", (int) after).setParameter("upTo", (int) upTo)
			.setParameterList("questions", questions).setMaxResults(most).list();
	}

	/** By patient: whether voided and whether dead; those that were purged are missing. */
	Map<Integer, boolean[]> patients(Collection<Integer> ids) {
		Map<Integer, boolean[]> states = new HashMap<>();
		if (!ids.isEmpty()) {
			query("select p.personId, p.voided, p.dead from Patient p where p.personId in (:ids)")
				.setParameterList("ids", ids)
				.list().forEach(row -> states.put((Integer) row[0], new boolean[]{ isTrue(row[1]), isTrue(row[2]) }));
		}
		return states;
	}

	/** By patient: the birth dates of these, as far as they are known for certain. */
	Map<Integer, LocalDate> birthdays(Collection<Integer> ids) {
		Map<Integer, LocalDate> born = new HashMap<>();
		if (!ids.isEmpty()) {
			query("select p.personId, p.birthdate from Patient p where p.personId in (:ids) and p.birthdate is not null"
				+ " and p.birthdateEstimated = false").setParameterList("ids", ids).list()
				.forEach(row -> born.put((Integer) row[0], day(row[1])));
		}
		return born;
	}

	private static List<EncounterFacts> toFacts(Query<Object[]> query) {
		List<EncounterFacts> facts = new ArrayList<>();
		for (Object[] row : query.list()) {
			facts.add(EncounterFacts.builder().id((Integer) row[0]).uuid((String) row[1]).typeId((Integer) row[2])
				.formId((Integer) row[3]).locationId((Integer) row[4]).visitUuid((String) row[5]).at(instant(row[6]))
				.voided(isTrue(row[7])).patientId((Integer) row[8]).patientUuid((String) row[9])
				.patientVoided(isTrue(row[10])).patientDead(isTrue(row[11])).sex((String) row[12])
				.birthdate(day(row[13])).entered(instant(row[14])).visitTypeId((Integer) row[15]).build());
		}
		return facts;
	}

	/** As the platform reads it: in the zone of the server. */
	private static Instant instant(Object date) {
		return Instant.ofEpochMilli(((Date) date).getTime());
	}

	private static LocalDate day(Object date) {
		return date == null ? null : instant(date).atZone(ZoneId.systemDefault()).toLocalDate();
	}

	private static boolean isTrue(Object flag) {
		return Boolean.TRUE.equals(flag);
	}

	private Query<Object[]> query(String hql) {
		return session().createQuery(hql, Object[].class);
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
