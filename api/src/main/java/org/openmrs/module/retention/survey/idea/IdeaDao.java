/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.idea;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.PeopleInSession;

/** Rows of ideas and what was said of them. */
class IdeaDao {

	private final SessionFactory sessionFactory;

	IdeaDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	Idea getByUuid(String uuid) {
		Idea idea = session().createQuery("from retention.Idea i where i.uuid = :uuid", Idea.class)
			.setParameter("uuid", uuid).uniqueResult();
		count(idea == null ? Collections.emptyList() : Collections.singletonList(idea));
		return idea;
	}

	/** For this transaction alone, as last committed. */
	Idea lock(Integer id) {
		return session().createQuery("select i from retention.Idea i where i.id = :id", Idea.class).setParameter("id", id)
			.setLockMode("i", LockMode.PESSIMISTIC_WRITE).uniqueResult();
	}

	List<Idea> find(IdeaStatus status, Page page) {
		Query<Idea> query = session()
			.createQuery("from retention.Idea i" + (status == null ? "" : " where i.status = :status")
				+ " order by i.notedAt desc, i.id desc", Idea.class);
		return read(status == null ? query : query.setParameter("status", status), page);
	}

	long count(IdeaStatus status) {
		Query<Long> query = session().createQuery(
			"select count(i.id) from retention.Idea i" + (status == null ? "" : " where i.status = :status"), Long.class);
		return (status == null ? query : query.setParameter("status", status)).uniqueResult();
	}

	List<Idea> toAsk(String patient, Page page) {
		return read(session()
			.createQuery("from retention.Idea i where i.status = :asking and i.wanted >"
				+ " (select count(a.id) from retention.IdeaAnswer a where a.idea = i) and not exists"
				+ " (select b.id from retention.IdeaAnswer b where b.idea = i and b.patientUuid = :patient)"
				+ " order by i.notedAt, i.id",
				Idea.class)
			.setParameter("asking", IdeaStatus.ASKING).setParameter("patient", patient), page);
	}

	private List<Idea> read(Query<Idea> query, Page page) {
		List<Idea> ideas = query.setFirstResult(page.getStart()).setMaxResults(page.getSize()).list();
		count(ideas);
		new PeopleInSession(session()).read(new ArrayList<>(), new ArrayList<>(),
			ideas.stream().map(idea -> idea.getNotedBy().getUserId()).collect(Collectors.toList()));
		return ideas;
	}

	/** Reads how often each was answered how, together. */
	void count(List<Idea> ideas) {
		if (ideas.isEmpty()) {
			return;
		}
		session().flush();
		Map<Integer, Map<Opinion, Long>> counts = new HashMap<>();
		for (Object[] row : session()
			.createQuery("select a.idea.id, a.opinion, count(a.id) from retention.IdeaAnswer a where a.idea in (:ideas)"
				+ " group by a.idea.id, a.opinion", Object[].class)
			.setParameterList("ideas", ideas).list()) {
			counts.computeIfAbsent((Integer) row[0], id -> new EnumMap<>(Opinion.class)).put((Opinion) row[1],
				(Long) row[2]);
		}
		ideas.forEach(idea -> idea.count(counts.getOrDefault(idea.getId(), Collections.emptyMap())));
	}

	boolean hasAnswered(Idea idea, String patient) {
		return session().createQuery("select count(a.id) from retention.IdeaAnswer a where a.idea = :idea"
			+ " and a.patientUuid = :patient", Long.class).setParameter("idea", idea).setParameter("patient", patient)
			.uniqueResult() > 0;
	}

	/** What was said in the contact. */
	void forget(String contact) {
		session().flush();
		session().createQuery("delete from retention.IdeaAnswer a where a.contactUuid = :contact")
			.setParameter("contact", contact).executeUpdate();
	}

	boolean isPatient(String uuid) {
		return session().createQuery("select count(p.patientId) from Patient p where p.uuid = :uuid", Long.class)
			.setParameter("uuid", uuid).uniqueResult() > 0;
	}

	/** One that can be read. */
	boolean isComment(String uuid) {
		return session().createQuery("select count(c.uuid) from retention.Comment c where c.uuid = :uuid"
			+ " and c.released = true and c.voided = false", Long.class).setParameter("uuid", uuid).uniqueResult() > 0;
	}

	List<IdeaChange> history(Idea idea) {
		return session().createQuery(
			"select c from retention.IdeaChange c join fetch c.actor where c.idea = :idea order by c.id",
			IdeaChange.class).setParameter("idea", idea).list();
	}

	void add(Object row) {
		session().persist(row);
		session().flush();
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
