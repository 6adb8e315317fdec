/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.assignment;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.theme.taxonomy.Theme;

/** Rows of themes at comments, and of how far comments were read. */
class AssignmentDao {

	private final SessionFactory sessionFactory;

	AssignmentDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	/** As last committed, for this transaction alone; null: there is no such comment that can be read. */
	CommentReading lock(String commentUuid) {
		List<CommentReading> one = lock(Collections.singleton(commentUuid));
		return one.isEmpty() ? null : one.get(0);
	}

	/** In one order, whoever locks. */
	List<CommentReading> lock(Collection<String> commentUuids) {
		return commentUuids.isEmpty() ? Collections.emptyList()
			: session().createQuery("select r from retention.CommentReading r join r.comment c where r.uuid in (:uuids)"
				+ " and c.voided = false order by r.uuid", CommentReading.class).setParameterList("uuids", commentUuids)
				.setLockMode("r", LockMode.PESSIMISTIC_WRITE).list();
	}

	/** Those of every comment in an order that says nothing. */
	List<ThemeAssignment> of(Collection<String> commentUuids) {
		return commentUuids.isEmpty() ? Collections.emptyList()
			: session()
				.createQuery("select a from retention.ThemeAssignment a join fetch a.theme left join fetch a.correctedTo"
					+ " where a.comment.uuid in (:uuids) order by a.theme.id", ThemeAssignment.class)
				.setParameterList("uuids", commentUuids).list();
	}

	List<AssignmentChange> changes(String commentUuid) {
		return session()
			.createQuery("select c from retention.AssignmentChange c join fetch c.assignment a join fetch c.fromTheme"
				+ " join fetch c.theme where a.comment.uuid = :uuid order by c.id", AssignmentChange.class)
			.setParameter("uuid", commentUuid).list();
	}

	/** Comments that have both, after the key, in its order. */
	List<String> withBoth(Theme one, Theme other, String after, int most) {
		return session()
			.createQuery("select a.comment.uuid from retention.ThemeAssignment a, retention.ThemeAssignment b"
				+ " where a.theme = :one and b.theme = :other and a.comment = b.comment and a.comment.uuid > :after"
				+ " order by a.comment.uuid", String.class)
			.setParameter("one", one).setParameter("other", other).setParameter("after", after).setMaxResults(most).list();
	}

	/** All that comments have of one theme, but for those of comments that have the other too. */
	void moveAll(Theme from, Theme to, Occasion occasion) {
		session().createNativeQuery("insert into retention_comment_theme_change (assignment_id, from_status, to_status,"
			+ " from_theme_id, theme_id, confidence, model_version, changed_at, actor, reason)"
			+ " select a.assignment_id, a.status, a.status, a.theme_id, :to, a.confidence, a.model_version, :at, :actor, :reason"
			+ " from retention_comment_theme a where a.theme_id = :from and a.comment_id not in"
			+ " (select b.comment_id from retention_comment_theme b where b.theme_id = :to)")
			.setParameter("from", from.getId()).setParameter("to", to.getId())
			.setParameter("at", occasion.getAt().toEpochMilli())
			.setParameter("actor", occasion.getActor().getUserId()).setParameter("reason", occasion.getReason())
			.executeUpdate();
		session()
			.createNativeQuery(
				"update retention_comment_theme set theme_id = :to, version = version + 1 where theme_id = :from"
					+ " and comment_id not in (select b.comment_id from"
					+ " (select c.comment_id from retention_comment_theme c where c.theme_id = :to) b)")
			.setParameter("from", from.getId()).setParameter("to", to.getId()).executeUpdate();
		session().createNativeQuery("update retention_comment_theme set corrected_to_id = :to where corrected_to_id = :from")
			.setParameter("from", from.getId()).setParameter("to", to.getId()).executeUpdate();
	}

	/** What is proposed of the theme. */
	void withdrawAll(Theme theme, Occasion occasion) {
		session().createNativeQuery("insert into retention_comment_theme_change (assignment_id, from_status, to_status,"
			+ " from_theme_id, theme_id, confidence, model_version, changed_at, actor, reason)"
			+ " select a.assignment_id, a.status, 'WITHDRAWN', a.theme_id, a.theme_id, a.confidence, a.model_version, :at, :actor,"
			+ " :reason from retention_comment_theme a where a.theme_id = :theme and a.status = 'PROPOSED'")
			.setParameter("theme", theme.getId()).setParameter("at", occasion.getAt().toEpochMilli())
			.setParameter("actor", occasion.getActor().getUserId()).setParameter("reason", occasion.getReason())
			.executeUpdate();
		session().createNativeQuery("update retention_comment_theme set status = 'WITHDRAWN', version = version + 1"
			+ " where theme_id = :theme and status = 'PROPOSED'").setParameter("theme", theme.getId()).executeUpdate();
		session().createNativeQuery("update retention_comment_reading set explained = false, version = version + 1"
			+ " where explained = true and comment_id in (select a.comment_id from retention_comment_theme a"
			+ " where a.theme_id = :theme and a.status = 'WITHDRAWN') and not exists (select 1 from retention_comment_theme b"
			+ " where b.comment_id = retention_comment_reading.comment_id and b.status in ('PROPOSED', 'CONFIRMED'))")
			.setParameter("theme", theme.getId()).executeUpdate();
	}

	/**
	 * What is proposed with that confidence or more, of all themes in use or of one.
	 *
	 * @return how many
	 */
	int confirmAll(double confidence, Theme theme, String bulkId, Occasion occasion) {
		int confirmed = session()
			.createNativeQuery("update retention_comment_theme set status = 'CONFIRMED', bulk_id = :bulk,"
				+ " decided_by = :actor, decided_at = :at, version = version + 1 where status = 'PROPOSED'"
				+ " and confidence >= :confidence and " + (theme == null ? "theme_id > :theme" : "theme_id = :theme")
				+ " and comment_id in (select c.comment_id from retention_comment c where c.voided = false)")
			.setParameter("bulk", bulkId).setParameter("actor", occasion.getActor().getUserId())
			.setParameter("at", occasion.getAt().toEpochMilli()).setParameter("confidence", confidence)
			.setParameter("theme", theme == null ? 0 : theme.getId()).executeUpdate();
		session().createNativeQuery("insert into retention_comment_theme_change (assignment_id, from_status, to_status,"
			+ " from_theme_id, theme_id, confidence, model_version, changed_at, actor, reason)"
			+ " select a.assignment_id, 'PROPOSED', 'CONFIRMED', a.theme_id, a.theme_id, a.confidence, a.model_version, :at,"
			+ " :actor, :reason from retention_comment_theme a where a.bulk_id = :bulk").setParameter("bulk", bulkId)
			.setParameter("at", occasion.getAt().toEpochMilli()).setParameter("actor", occasion.getActor().getUserId())
			.setParameter("reason", occasion.getReason()).executeUpdate();
		session().createNativeQuery("update retention_comment_reading set status = 'IN_BULK', version = version + 1"
			+ " where status = 'UNREAD' and comment_id in (select a.comment_id from retention_comment_theme a"
			+ " where a.bulk_id = :bulk) and not exists (select 1 from retention_comment_theme b"
			+ " where b.comment_id = retention_comment_reading.comment_id and b.status = 'PROPOSED')")
			.setParameter("bulk", bulkId).executeUpdate();
		return confirmed;
	}

	/** Nobody has read them, and they were looked at with older themes or an older model; uuids in a stable order. */
	List<String> stale(int generation, int most) {
		return session()
			.createQuery(
				"select r.uuid from retention.CommentReading r where r.status = :unread and r.generation < :generation"
					+ " and r.comment.voided = false order by r.generation, r.uuid",
				String.class)
			.setParameter("unread", CommentReading.Status.UNREAD).setParameter("generation", generation).setMaxResults(most)
			.list();
	}

	/** How many were read since then; null: ever. */
	long countRead(Instant since) {
		return session()
			.createQuery("select count(r.uuid) from retention.CommentReading r where r.status = :read"
				+ " and r.comment.voided = false and r.readAt > :since", Long.class)
			.setParameter("read", CommentReading.Status.READ).setParameter("since", since == null ? Instant.EPOCH : since)
			.uniqueResult();
	}

	/** Uuid, words, kind of question and time of comments that people have read, the latest first, before the row given. */
	List<Object[]> readBefore(Instant readAt, String uuid, int most) {
		return session()
			.createQuery("select r.uuid, c.text, c.textKind, r.readAt from retention.CommentReading r join r.comment c"
				+ " where r.status = :read and c.voided = false and (r.readAt < :at or r.readAt = :at and r.uuid < :uuid)"
				+ " order by r.readAt desc, r.uuid desc", Object[].class)
			.setParameter("read", CommentReading.Status.READ).setParameter("at", readAt).setParameter("uuid", uuid)
			.setMaxResults(most).list();
	}

	/** Uuid of the comment, code of the theme and whether it is retired, of what is confirmed; the first confirmed first. */
	List<Object[]> confirmed(Collection<String> commentUuids) {
		return session()
			.createQuery("select a.comment.uuid, t.code, t.retired from retention.ThemeAssignment a join a.theme t"
				+ " where a.comment.uuid in (:uuids) and a.status = :confirmed order by a.decidedAt, a.uuid", Object[].class)
			.setParameterList("uuids", commentUuids).setParameter("confirmed", AssignmentStatus.CONFIRMED).list();
	}

	void add(Object row) {
		session().persist(row);
	}

	void flush() {
		session().flush();
	}

	/** What statements have changed beside the session is read again. */
	void forget() {
		session().flush();
		session().clear();
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
