/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.criteria.CriteriaBuilder;
import javax.persistence.criteria.CriteriaQuery;
import javax.persistence.criteria.JoinType;
import javax.persistence.criteria.Predicate;
import javax.persistence.criteria.Root;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.module.retention.calendar.SitesOfRun;
import org.openmrs.module.retention.shared.LocationTree;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.PeopleInSession;

/** Reads and keeps bookings. For the module's own features: no privilege is asked. */
public class Bookings {

	private static final String STANDING = "from retention.Booking b where b.voided = false and ";

	private final SessionFactory sessionFactory;

	Bookings(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	Booking getByUuid(String uuid) {
		return query("from retention.Booking b left join fetch b.patient left join fetch b.location where b.uuid = :uuid")
			.setParameter("uuid", uuid).uniqueResult();
	}

	/** A voided one too; null: there is none. */
	Booking byKey(ExternalKey key) {
		return query("from retention.Booking b where b.externalKey = :key").setParameter("key", key.hash()).uniqueResult();
	}

	/** What the contact has agreed and no other system has taken over. */
	List<Booking> ofContact(String attemptUuid) {
		return query(STANDING + "b.externalSystem = :system and b.externalId like :id order by b.id")
			.setParameter("system", ExternalKey.OF_CONTACTS).setParameter("id", attemptUuid + ":%").list();
	}

	/** The patient's on the day that stand. */
	List<Booking> on(Integer patientId, LocalDate day) {
		return query(STANDING + "b.patient.personId = :patient and b.day = :day and b.status = :booked order by b.id")
			.setParameter("patient", patientId).setParameter("day", day).setParameter("booked", BookingStatus.BOOKED)
			.list();
	}

	/** By patient: the earliest booking that stands and whose day is not over. */
	public Map<Integer, BookingAhead> ahead(Collection<Integer> patients, Instant now, SitesOfRun sites) {
		Map<Integer, BookingAhead> ahead = new HashMap<>();
		LocalDate from = now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
		for (Booking booking : booked(patients, from)) {
			if (!booking.getTime().isDayOver(now)) {
				ahead.computeIfAbsent(booking.getPatient().getPatientId(),
					id -> BookingAhead.of(booking, sites.siteOf(booking.placeId())));
			}
		}
		return ahead;
	}

	/** The patients' that stand, from the day on, the earliest first. */
	private List<Booking> booked(Collection<Integer> patients, LocalDate from) {
		return patients.isEmpty() ? Collections.emptyList()
			: query(STANDING + "b.patient.personId in (:patients) and b.day >= :from and b.status = :booked"
				+ " order by b.day, b.startsAt, b.id").setParameterList("patients", patients).setParameter("from", from)
				.setParameter("booked", BookingStatus.BOOKED).list();
	}

	/** The patients' of those days that nobody has called off. */
	public List<Booking> between(Collection<Integer> patients, LocalDate first, LocalDate last) {
		return patients.isEmpty() ? Collections.emptyList()
			: query(STANDING + "b.patient.personId in (:patients) and b.day >= :first and b.day <= :last"
				+ " and b.status <> :cancelled order by b.id").setParameterList("patients", patients)
				.setParameter("first", first).setParameter("last", last).setParameter("cancelled", BookingStatus.CANCELLED)
				.list();
	}

	/** Patients with bookings of those days, in their order, at most so many. */
	public List<Integer> patientsBetween(LocalDate first, LocalDate last, int after, int most) {
		return session()
			.createQuery("select distinct b.patient.personId from retention.Booking b where b.voided = false"
				+ " and b.patient.personId > :after and b.day >= :first and b.day <= :last order by b.patient.personId",
				Integer.class)
			.setParameter("after", after).setParameter("first", first).setParameter("last", last).setMaxResults(most).list();
	}

	/** The patients' of those days with what has happened to each, the cancelled too. */
	public List<Booking> withHistory(Collection<Integer> patients, LocalDate first, LocalDate last) {
		return patients.isEmpty() ? Collections.emptyList()
			: query("select distinct b from retention.Booking b join fetch b.patient left join fetch b.changes"
				+ " where b.voided = false and b.patient.personId in (:patients) and b.day >= :first and b.day <= :last"
				+ " order by b.id").setParameterList("patients", patients).setParameter("first", first)
				.setParameter("last", last).list();
	}

	/** Kept as one of the encounters shows. */
	public List<Booking> keptBy(Collection<Integer> encounters) {
		return encounters.isEmpty() ? Collections.emptyList()
			: query(STANDING + "b.encounterId in (:encounters) and b.status = :kept and b.patient is not null"
				+ " order by b.id")
				.setParameterList("encounters", encounters).setParameter("kept", BookingStatus.KEPT).list();
	}

	/** Ids of those in those states and days, in their order, at most so many; of purged and voided patients none. */
	public List<Integer> above(long id, Collection<BookingStatus> statuses, LocalDate from, LocalDate to, int most) {
		return session()
			.createQuery("select b.id from retention.Booking b join b.patient p where b.voided = false and b.id > :after"
				+ " and b.status in (:statuses) and b.day >= :from and b.day <= :to and p.voided = false order by b.id",
				Integer.class)
			.setParameter("after", (int) id).setParameterList("statuses", statuses).setParameter("from", from)
			.setParameter("to", to).setMaxResults(most).list();
	}

	/** With their patients; of purged ones none. */
	public List<Booking> get(Collection<Integer> ids) {
		return query("select b from retention.Booking b join fetch b.patient where b.id in (:ids) order by b.id")
			.setParameterList("ids", ids).list();
	}

	/** Those that a contact has moved, and nobody since. */
	List<Booking> movedBy(Collection<String> patients, String reason) {
		return patients.isEmpty() ? Collections.emptyList()
			: query("select b from retention.BookingChange c join c.booking b where c.reason = :reason"
				+ " and c.fromStatus = :booked and b.patientUuid in (:patients) and b.voided = false and b.status = :booked"
				+ " and not exists (select n.id from retention.BookingChange n where n.booking = b and n.id > c.id)"
				+ " order by b.id").setParameter("reason", reason).setParameterList("patients", patients)
				.setParameter("booked", BookingStatus.BOOKED).list();
	}

	/** By day and hour, then in the order in which they were made; patient and location come along. */
	List<Booking> find(BookingSearch search, Page page) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<Booking> query = builder.createQuery(Booking.class);
		Root<Booking> booking = query.from(Booking.class);
		query.select(booking).where(restrict(search, builder, booking)).orderBy(builder.asc(booking.get("day")),
			builder.asc(booking.get("startsAt")), builder.asc(booking.get("id")));
		booking.fetch("location", JoinType.LEFT);
		people(search, page);
		return session().createQuery(query).setFirstResult(page.getStart()).setMaxResults(page.getSize()).getResultList();
	}

	/** What showing the page takes, in statements that do not grow with it. */
	private void people(BookingSearch search, Page page) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<Object[]> query = builder.createQuery(Object[].class);
		Root<Booking> booking = query.from(Booking.class);
		query.multiselect(booking.get("patient").get("personId"), booking.get("creator").get("userId"),
			booking.get("changedBy").get("userId"), booking.get("voidedBy").get("userId"))
			.where(restrict(search, builder, booking)).orderBy(builder.asc(booking.get("day")),
				builder.asc(booking.get("startsAt")), builder.asc(booking.get("id")));
		new PeopleInSession(session()).read(session().createQuery(query).setFirstResult(page.getStart())
			.setMaxResults(page.getSize()).getResultList(), 1);
	}

	long count(BookingSearch search) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<Long> query = builder.createQuery(Long.class);
		Root<Booking> booking = query.from(Booking.class);
		query.select(builder.count(booking)).where(restrict(search, builder, booking));
		return session().createQuery(query).getSingleResult();
	}

	void add(Booking booking) {
		session().persist(booking);
	}

	void delete(Booking booking) {
		session().delete(booking);
	}

	public void flush() {
		session().flush();
	}

	private Predicate[] restrict(BookingSearch search, CriteriaBuilder builder, Root<Booking> booking) {
		List<Predicate> all = new ArrayList<>();
		if (!search.isIncludeVoided()) {
			all.add(builder.isFalse(booking.get("voided")));
		}
		if (search.getPatient() != null) {
			all.add(builder.equal(booking.get("patient"), search.getPatient()));
		}
		if (search.getStatus() != null) {
			all.add(builder.equal(booking.get("status"), search.getStatus()));
		}
		if (search.getFrom() != null) {
			all.add(builder.greaterThanOrEqualTo(booking.get("day"), search.getFrom()));
		}
		if (search.getTo() != null) {
			all.add(builder.lessThanOrEqualTo(booking.get("day"), search.getTo()));
		}
		if (search.getLocation() != null) {
			all.add(booking.get("location").get("locationId")
				.in(new LocationTree(session()).withDescendants(search.getLocation().getLocationId())));
		}
		if (search.getExternalKey() != null) {
			all.add(builder.equal(booking.get("externalKey"), search.getExternalKey().hash()));
		}
		return all.toArray(new Predicate[0]);
	}

	private Query<Booking> query(String hql) {
		return session().createQuery(hql, Booking.class);
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
