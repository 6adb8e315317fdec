/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.persistence.criteria.CriteriaBuilder;
import javax.persistence.criteria.CriteriaQuery;
import javax.persistence.criteria.Path;
import javax.persistence.criteria.Predicate;
import javax.persistence.criteria.Root;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.User;
import org.openmrs.module.retention.followup.attempt.AttemptResult;
import org.openmrs.module.retention.followup.attempt.AttemptTask;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.shared.LocationTree;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.PeopleInSession;

/** Reads contacts to draw of, and reads and writes samples and reviews. */
class QualityDao {

	/** Conversations {@code a} of a period that stand and of which it is known who made them; by the index of their beginning. */
	private static final String CONTACTS = " from retention.ContactAttempt a where a.voided = false and a.result = :spoke"
		+ " and a.startedAt >= :from and a.startedAt < :before and a.calledBy is not null";

	private final SessionFactory sessionFactory;

	QualityDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	/** Ids of contacts by id of who made them: none that the user made or wrote down, none that a standing sample holds. */
	Map<Integer, List<Integer>> candidates(SampleRequest request, User notOf) {
		StringBuilder hql = new StringBuilder("select a.id, a.calledBy.userId").append(CONTACTS)
			.append(" and a.calledBy <> :notOf and a.creator <> :notOf"
				+ " and not exists (select i.id from retention.QualityItem i where i.drawn = a.id)");
		if (request.getCaller() != null) {
			hql.append(" and a.calledBy = :caller");
		}
		if (request.getPurpose() != null || request.getLocation() != null) {
			hql.append(" and exists (select l.id from retention.AttemptTask l where l.attempt = a and l.role = :answered");
			hql.append(request.getPurpose() == null ? "" : " and l.task.purpose = :purpose");
			hql.append(request.getLocation() == null ? "" : " and l.task.location.locationId in (:locations)").append(')');
		}
		Query<Object[]> query = ofPeriod(hql.toString(), request.getFrom(), request.getBefore()).setParameter("notOf",
			notOf);
		if (request.getCaller() != null) {
			query.setParameter("caller", request.getCaller());
		}
		if (request.getPurpose() != null || request.getLocation() != null) {
			query.setParameter("answered", AttemptTask.Role.ANSWERED);
		}
		if (request.getPurpose() != null) {
			query.setParameter("purpose", request.getPurpose());
		}
		if (request.getLocation() != null) {
			query.setParameterList("locations",
				new LocationTree(session()).withDescendants(request.getLocation().getLocationId()));
		}
		Map<Integer, List<Integer>> byCaller = new TreeMap<>();
		query.list()
			.forEach(row -> byCaller.computeIfAbsent((Integer) row[1], id -> new ArrayList<>()).add((Integer) row[0]));
		return byCaller;
	}

	private Query<Object[]> ofPeriod(String hql, Instant from, Instant before) {
		return session().createQuery(hql, Object[].class).setParameter("spoke", AttemptResult.SPOKE)
			.setParameter("from", from).setParameter("before", before);
	}

	ContactAttempt reference(Integer attempt) {
		return session().load(ContactAttempt.class, attempt);
	}

	void save(Object sampleOrReview) {
		session().saveOrUpdate(sampleOrReview);
		session().flush();
	}

	QualitySample sample(String uuid) {
		QualitySample sample = session()
			.createQuery("select s from retention.QualitySample s where s.uuid = :uuid", QualitySample.class)
			.setParameter("uuid", uuid).uniqueResult();
		if (sample != null) {
			readItems(Collections.singleton(sample.getId()));
		}
		return sample;
	}

	List<QualitySample> samples(boolean includeVoided, Page page) {
		List<Integer> ids = session()
			.createQuery("select s.id from retention.QualitySample s" + (includeVoided ? "" : " where s.voided = false")
				+ " order by s.id desc", Integer.class)
			.setFirstResult(page.getStart()).setMaxResults(page.getSize()).list();
		if (ids.isEmpty()) {
			return Collections.emptyList();
		}
		new PeopleInSession(session()).read(session()
			.createQuery("select s.caller.userId, s.creator.userId, s.changedBy.userId from retention.QualitySample s"
				+ " where s.id in (:ids)", Object[].class)
			.setParameterList("ids", ids).list(), 0);
		readItems(ids);
		List<QualitySample> samples = session()
			.createQuery("select s from retention.QualitySample s left join fetch s.location where s.id in (:ids)",
				QualitySample.class)
			.setParameterList("ids", ids).list();
		samples.sort(Comparator.comparing(s -> ids.indexOf(s.getId())));
		return samples;
	}

	private void readItems(Collection<Integer> samples) {
		new PeopleInSession(session()).read(session()
			.createQuery("select i.attempt.calledBy.userId, i.attempt.creator.userId from retention.QualityItem i"
				+ " where i.sample.id in (:ids)", Object[].class)
			.setParameterList("ids", samples).list(), 0);
		session().createQuery("select distinct s from retention.QualitySample s left join fetch s.items i"
			+ " left join fetch i.attempt where s.id in (:ids)", QualitySample.class).setParameterList("ids", samples)
			.list();
	}

	long countSamples(boolean includeVoided) {
		return session().createQuery("select count(s) from retention.QualitySample s"
			+ (includeVoided ? "" : " where s.voided = false"), Long.class).uniqueResult();
	}

	/** Ids of items that somebody has reviewed. */
	Set<Integer> reviewed(QualitySample sample) {
		return new HashSet<>(session()
			.createQuery(
				"select r.item.id from retention.QualityReview r where r.item.sample = :sample and r.voided = false",
				Integer.class)
			.setParameter("sample", sample).list());
	}

	QualityReview review(String uuid) {
		return session().createQuery("select r from retention.QualityReview r where r.uuid = :uuid", QualityReview.class)
			.setParameter("uuid", uuid).uniqueResult();
	}

	QualityReview standing(QualityItem item, User reviewer) {
		return session()
			.createQuery("select r from retention.QualityReview r where r.item = :item and r.reviewer = :reviewer"
				+ " and r.voided = false", QualityReview.class)
			.setParameter("item", item).setParameter("reviewer", reviewer).uniqueResult();
	}

	List<QualityReview> reviews(QualitySearch search, Page page) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<Integer> query = builder.createQuery(Integer.class);
		Root<QualityReview> review = query.from(QualityReview.class);
		query.select(review.get("id")).where(restrict(search, builder, review))
			.orderBy(builder.desc(review.get("reviewedAt")), builder.desc(review.get("id")));
		List<Integer> ids = session().createQuery(query).setFirstResult(page.getStart()).setMaxResults(page.getSize())
			.getResultList();
		if (ids.isEmpty()) {
			return Collections.emptyList();
		}
		new PeopleInSession(session()).read(session()
			.createQuery("select r.reviewer.userId, r.item.attempt.calledBy.userId, r.creator.userId, r.changedBy.userId"
				+ " from retention.QualityReview r where r.id in (:ids)", Object[].class)
			.setParameterList("ids", ids).list(), 0);
		List<QualityReview> reviews = new ArrayList<>(new HashSet<>(session()
			.createQuery(
				"select r from retention.QualityReview r join fetch r.item i join fetch i.attempt join fetch i.sample"
					+ " left join fetch r.marks where r.id in (:ids)",
				QualityReview.class)
			.setParameterList("ids", ids).list()));
		reviews.sort(Comparator.comparing(r -> ids.indexOf(r.getId())));
		return reviews;
	}

	long countReviews(QualitySearch search) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<Long> query = builder.createQuery(Long.class);
		Root<QualityReview> review = query.from(QualityReview.class);
		query.select(builder.count(review)).where(restrict(search, builder, review));
		return session().createQuery(query).getSingleResult();
	}

	private static Predicate[] restrict(QualitySearch search, CriteriaBuilder builder, Root<QualityReview> review) {
		List<Predicate> all = new ArrayList<>();
		Path<?> attempt = review.get("item").get("attempt");
		if (!search.isIncludeVoided()) {
			all.add(builder.isFalse(review.get("voided")));
		}
		if (search.getSample() != null) {
			all.add(builder.equal(review.get("item").get("sample"), search.getSample()));
		}
		if (search.getCaller() != null) {
			all.add(builder.equal(attempt.get("calledBy"), search.getCaller()));
		}
		if (search.getReviewer() != null) {
			all.add(builder.equal(review.get("reviewer"), search.getReviewer()));
		}
		if (search.getFrom() != null) {
			all.add(builder.greaterThanOrEqualTo(attempt.<Instant>get("startedAt"), search.getFrom()));
		}
		if (search.getBefore() != null) {
			all.add(builder.lessThan(attempt.<Instant>get("startedAt"), search.getBefore()));
		}
		return all.toArray(new Predicate[0]);
	}

	/** By id of who made them, those for whom {@code condition} holds. */
	Map<Integer, Long> contacts(QualitySearch search, String condition) {
		Map<Integer, Long> contacts = new HashMap<>();
		bind(ofPeriod("select a.calledBy.userId, count(a)" + CONTACTS + ofCaller(search) + condition
			+ " group by a.calledBy.userId", search.getFrom(), search.getBefore()), search).list()
			.forEach(row -> contacts.put((Integer) row[0], (Long) row[1]));
		return contacts;
	}

	Map<Integer, Long> drawn(QualitySearch search) {
		return contacts(search, " and exists (select i.id from retention.QualityItem i where i.drawn = a.id)");
	}

	Map<Integer, Long> reviewed(QualitySearch search) {
		return contacts(search, " and exists (select r.id from retention.QualityReview r where r.item.drawn = a.id"
			+ " and r.voided = false)");
	}

	/** Rows of id of who made them, criterion, mark, and how often it was given. */
	List<Object[]> marks(QualitySearch search) {
		return bind(session()
			.createQuery("select a.calledBy.userId, m.criterion, m.mark, count(m) from retention.QualityReviewMark m"
				+ " join m.review r join r.item i join i.attempt a where r.voided = false and a.voided = false"
				+ " and a.startedAt >= :from and a.startedAt < :before" + ofCaller(search)
				+ " group by a.calledBy.userId, m.criterion, m.mark", Object[].class)
			.setParameter("from", search.getFrom()).setParameter("before", search.getBefore()), search).list();
	}

	private static String ofCaller(QualitySearch search) {
		return search.getCaller() == null ? "" : " and a.calledBy = :caller";
	}

	private static Query<Object[]> bind(Query<Object[]> query, QualitySearch search) {
		return search.getCaller() == null ? query : query.setParameter("caller", search.getCaller());
	}

	Map<Integer, User> users(Collection<Integer> ids) {
		Map<Integer, User> users = new HashMap<>();
		if (!ids.isEmpty()) {
			new PeopleInSession(session()).read(Collections.emptySet(), Collections.emptySet(), ids);
			session().createQuery("select u from User u where u.userId in (:ids)", User.class).setParameterList("ids", ids)
				.list().forEach(user -> users.put(user.getUserId(), user));
		}
		return users;
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
