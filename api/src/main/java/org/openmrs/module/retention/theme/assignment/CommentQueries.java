/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.assignment;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.persistence.criteria.CriteriaBuilder;
import javax.persistence.criteria.CriteriaQuery;
import javax.persistence.criteria.From;
import javax.persistence.criteria.JoinType;
import javax.persistence.criteria.Order;
import javax.persistence.criteria.Predicate;
import javax.persistence.criteria.Root;
import javax.persistence.criteria.Subquery;
import lombok.RequiredArgsConstructor;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.module.retention.comment.Comment;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.theme.taxonomy.Themes;

/** Finds comments to read. */
@RequiredArgsConstructor
class CommentQueries {

	private static final int ISO_DAY = 10;

	private final SessionFactory sessionFactory;

	private final Themes themes;

	private final Clock clock;

	/** With comment and place; null: there is none that can be read. */
	CommentReading byUuid(String uuid) {
		return session()
			.createQuery("select r from retention.CommentReading r join fetch r.comment c left join fetch c.location"
				+ " where r.uuid = :uuid and c.voided = false", CommentReading.class)
			.setParameter("uuid", uuid).uniqueResult();
	}

	/** A sample is read on from the beginning where it comes to the end. */
	List<CommentReading> find(CommentSearch search, Page page) {
		if (search.getOrder() != CommentSearch.Order.SAMPLE) {
			return read(search, null, page.getStart(), page.getSize());
		}
		List<CommentReading> found = new ArrayList<>(read(search, true, page.getStart(), page.getSize()));
		if (found.size() < page.getSize()) {
			long before = found.isEmpty() && page.getStart() > 0 ? page.getStart() - count(search, true) : 0;
			found.addAll(read(search, false, (int) before, page.getSize() - found.size()));
		}
		return found;
	}

	/** @param fromLot those from the day's lot on, or those before it; null: all */
	private List<CommentReading> read(CommentSearch search, Boolean fromLot, int start, int size) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<CommentReading> query = builder.createQuery(CommentReading.class);
		Root<CommentReading> reading = query.from(CommentReading.class);
		@SuppressWarnings("unchecked")
		From<CommentReading, Comment> comment = (From<CommentReading, Comment>) reading
			.<CommentReading, Comment>fetch("comment", JoinType.INNER);
		comment.fetch("location", JoinType.LEFT);
		query.where(restrict(search, fromLot, builder, query, reading, comment));
		query.orderBy(order(search.getOrder(), builder, reading, comment));
		return session().createQuery(query).setFirstResult(start).setMaxResults(size).getResultList();
	}

	long count(CommentSearch search) {
		return count(search, null);
	}

	private long count(CommentSearch search, Boolean fromLot) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<Long> query = builder.createQuery(Long.class);
		Root<CommentReading> reading = query.from(CommentReading.class);
		query.select(builder.count(reading))
			.where(restrict(search, fromLot, builder, query, reading, reading.join("comment", JoinType.INNER)));
		return session().createQuery(query).getSingleResult();
	}

	/** The words alone, the latest first. */
	List<String> texts(boolean explained, int most) {
		return session()
			.createQuery("select c.text from retention.CommentReading r join r.comment c where r.explained = :explained"
				+ " and c.voided = false order by c.saidOn desc, c.uuid", String.class)
			.setParameter("explained", explained).setMaxResults(most).list();
	}

	/** Ids are random, so that from a random one on they are a sample. */
	private String lot() {
		String day = clock.instant().toString().substring(0, ISO_DAY);
		return UUID.nameUUIDFromBytes(day.getBytes(StandardCharsets.UTF_8)).toString();
	}

	private List<Order> order(CommentSearch.Order order, CriteriaBuilder builder, Root<CommentReading> reading,
		From<CommentReading, Comment> comment) {
		switch (order) {
			case TEACHING:
				return Arrays.asList(builder.asc(reading.get("margin")), builder.asc(reading.get("uuid")));
			case SAMPLE:
				return Collections.singletonList(builder.asc(reading.get("uuid")));
			default:
				return Arrays.asList(builder.desc(comment.get("saidOn")), builder.asc(reading.get("uuid")));
		}
	}

	private Predicate[] restrict(CommentSearch search, Boolean fromLot, CriteriaBuilder builder, CriteriaQuery<?> query,
		Root<CommentReading> reading, From<CommentReading, Comment> comment) {
		List<Predicate> all = new ArrayList<>(Collections.singletonList(builder.isFalse(comment.get("voided"))));
		equal(search.getReading(), "status", builder, reading, all);
		equal(search.getSource(), "source", builder, comment, all);
		equal(search.getTextKind(), "textKind", builder, comment, all);
		equal(search.getLanguage(), "language", builder, comment, all);
		equal(search.getQuestionnaire(), "questionnaireUuid", builder, comment, all);
		equal(search.getLocation(), "location", builder, comment, all);
		if (fromLot != null) {
			all.add(fromLot ? builder.greaterThanOrEqualTo(reading.get("uuid"), lot())
				: builder.lessThan(reading.get("uuid"), lot()));
		}
		if (search.isUnexplained()) {
			all.add(builder.isFalse(reading.get("explained")));
		}
		if (search.getFrom() != null) {
			all.add(builder.greaterThanOrEqualTo(comment.get("saidOn"), search.getFrom()));
		}
		if (search.getTo() != null) {
			all.add(builder.lessThanOrEqualTo(comment.get("saidOn"), search.getTo()));
		}
		if (search.getContains() != null) {
			String part = search.getContains().toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_",
				"!_");
			all.add(builder.like(builder.lower(comment.get("text")), "%" + part + "%", '!'));
		}
		if (search.getTheme() != null) {
			all.add(hasTheme(search, builder, query, reading));
		}
		return all.toArray(new Predicate[0]);
	}

	private Predicate hasTheme(CommentSearch search, CriteriaBuilder builder, CriteriaQuery<?> query,
		Root<CommentReading> reading) {
		Subquery<String> found = query.subquery(String.class);
		Root<ThemeAssignment> assignment = found.from(ThemeAssignment.class);
		Predicate status = search.getThemeStatus() != null ? builder.equal(assignment.get("status"), search.getThemeStatus())
			: assignment.get("status").in(AssignmentStatus.PROPOSED, AssignmentStatus.CONFIRMED);
		found.select(assignment.get("uuid")).where(builder.equal(assignment.get("comment").get("uuid"), reading.get("uuid")),
			assignment.get("theme").in(themes.withDescendants(search.getTheme())), status);
		return builder.exists(found);
	}

	private static void equal(Object value, String property, CriteriaBuilder builder, From<?, ?> from, List<Predicate> all) {
		if (value != null) {
			all.add(builder.equal(from.get(property), value));
		}
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
