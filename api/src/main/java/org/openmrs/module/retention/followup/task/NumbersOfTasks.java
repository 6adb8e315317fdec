/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.module.retention.contact.ContactDetails;
import org.openmrs.module.retention.shared.RetentionSettings;

/**
 * Reads the numbers of people with open tasks off the chart before anybody looks at them: who shares a number is known only
 * when both have been read. For the module's own features: no privilege is asked.
 */
public class NumbersOfTasks {

	private static final int SLICE = 500;

	private static final int MOST_NEW = 200;

	private static final String OPEN = "t.status = :open and t.voided = false";

	private final SessionFactory sessionFactory;

	private final ContactDetails details;

	private final RetentionSettings settings;

	/** The last person that this node has read. */
	private final AtomicInteger readUntil = new AtomicInteger();

	NumbersOfTasks(SessionFactory sessionFactory, ContactDetails details, RetentionSettings settings) {
		this.sessionFactory = sessionFactory;
		this.details = details;
		this.settings = settings;
	}

	/**
	 * Those who have a task that is to be worked by then and of whom no number has been read yet: a bounded number.
	 *
	 * @param reader user id that new rows get as their creator
	 */
	void readNew(Instant now, Instant begunBy, int reader) {
		List<String> types = phoneTypes();
		if (types.isEmpty()) {
			return;
		}
		Set<Integer> people = new LinkedHashSet<>();
		session()
			.createQuery("select t.ringId, t.patient.personId from retention.FollowUpTask t where " + OPEN
				+ " and t.expiresAt >= :now and t.wakeAt <= :begun and (" + unread("t.ringId") + " or "
				+ unread("t.patient.personId") + ") order by t.dueBy asc, t.id asc",
				Object[].class)
			.setParameter("open", TaskStatus.OPEN).setParameter("now", now).setParameter("begun", begunBy)
			.setParameterList("types", types).setMaxResults(MOST_NEW).list().forEach(row -> {
				people.add((Integer) row[0]);
				people.add((Integer) row[1]);
			});
		read(people, reader);
	}

	private static String unread(String person) {
		return "(exists (select a.personAttributeId from PersonAttribute a where a.person.personId = " + person
			+ " and a.voided = false and a.attributeType.uuid in (:types)) and not exists"
			+ " (select o.id from retention.ContactPointOwner o where o.personId = " + person + "))";
	}

	/** Everyone with an open task whose chart has one of these numbers. */
	public void readThoseOn(Collection<String> pointKeys, int reader) {
		List<String> types = phoneTypes();
		List<String> tails = pointKeys.isEmpty() || types.isEmpty() ? Collections.emptyList()
			: session().createQuery("select distinct p.tail from retention.ContactPoint p where p.pointKey in (:keys)"
				+ " and p.tail is not null",
				String.class).setParameterList("keys", pointKeys).list();
		if (tails.isEmpty()) {
			return;
		}
		List<String> alike = new ArrayList<>();
		for (int i = 0; i < tails.size(); i++) {
			alike.add("a.value like :tail" + i);
		}
		Query<Integer> query = session()
			.createQuery("select distinct a.person.personId from PersonAttribute a where a.voided = false"
				+ " and a.attributeType.uuid in (:types) and (" + String.join(" or ", alike) + ")"
				+ " and (exists (select t.id from retention.FollowUpTask t where t.ringId = a.person.personId and " + OPEN
				+ ") or exists (select t.id from retention.FollowUpTask t where t.patient.personId = a.person.personId and "
				+ OPEN + "))",
				Integer.class)
			.setParameterList("types", types).setParameter("open", TaskStatus.OPEN);
		for (int i = 0; i < tails.size(); i++) {
			query.setParameter("tail" + i, "%" + String.join("%", tails.get(i).split("")) + "%");
		}
		read(query.list(), reader);
	}

	/** Whether one of these people, or somebody who shares a number with them, is reached there. */
	public boolean isReachedAt(Collection<Integer> people, String pointKey, int reader) {
		read(people, reader);
		return !people.isEmpty() && session()
			.createQuery("select count(o) from retention.ContactPointOwner o where o.contactPoint.pointKey = :key"
				+ " and (o.personId in (:people) or exists (select s.id from retention.ContactPointOwner s,"
				+ " retention.ContactPointOwner p where s.personId = o.personId and p.personId in (:people)"
				+ " and p.contactPoint = s.contactPoint))",
				Long.class)
			.setParameter("key", pointKey).setParameterList("people", people).uniqueResult() > 0;
	}

	/** The next ones in turn, whatever is known of them: what the chart says may have changed. How many. */
	int readNext(int reader) {
		Set<Integer> people = new LinkedHashSet<>(after("t.ringId"));
		people.addAll(after("t.patient.personId"));
		List<Integer> next = new ArrayList<>(people);
		Collections.sort(next);
		List<Integer> slice = next.subList(0, Math.min(SLICE, next.size()));
		read(slice, reader);
		readUntil.set(slice.size() < SLICE ? 0 : slice.get(SLICE - 1));
		return slice.size();
	}

	private List<Integer> after(String person) {
		return session()
			.createQuery("select distinct " + person + " from retention.FollowUpTask t where " + OPEN + " and " + person
				+ " > :last order by " + person + " asc",
				Integer.class)
			.setParameter("open", TaskStatus.OPEN).setParameter("last", readUntil.get()).setMaxResults(SLICE).list();
	}

	private void read(Collection<Integer> people, int reader) {
		if (!people.isEmpty()) {
			details.of(people, reader);
		}
	}

	private List<String> phoneTypes() {
		return settings.list(RetentionSettings.PHONE_ATTRIBUTE_TYPES);
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
