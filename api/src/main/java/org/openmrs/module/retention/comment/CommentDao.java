/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.comment;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** Rows of comments. */
class CommentDao {

	private final SessionFactory sessionFactory;

	CommentDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	void add(Comment comment) {
		session().persist(comment);
	}

	List<Comment> of(Comment.Source source, String sourceUuid) {
		return session()
			.createQuery("from retention.Comment c where c.sourceUuid = :uuid and c.source = :source order by c.question",
				Comment.class)
			.setParameter("uuid", sourceUuid).setParameter("source", source).list();
	}

	void annul(Comment.Source source, String sourceUuid) {
		session()
			.createQuery("update retention.Comment c set c.voided = true where c.sourceUuid = :uuid and c.source = :source")
			.setParameter("uuid", sourceUuid).setParameter("source", source).executeUpdate();
	}

	/** As last committed, for this transaction alone. */
	List<Comment> lock(Comment.Source source, Collection<String> sourceUuids) {
		return sourceUuids.isEmpty() ? Collections.emptyList() : session()
			.createQuery("select c from retention.Comment c where c.sourceUuid in (:uuids) and c.source = :source",
				Comment.class)
			.setParameterList("uuids", sourceUuids).setParameter("source", source)
			.setLockMode("c", LockMode.PESSIMISTIC_WRITE).list();
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
