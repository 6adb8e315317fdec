/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.util.List;
import javax.persistence.criteria.CriteriaBuilder;
import javax.persistence.criteria.CriteriaQuery;
import javax.persistence.criteria.Root;
import lombok.RequiredArgsConstructor;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.Patient;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.module.retention.contact.ContactPoint;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.shared.RetentionException;

/**
 * What a request or a filter refers to. Read without the caller's core privileges, for ours are the gate; what is unknown
 * is refused, so that a mistyped filter never widens an answer.
 */
@RequiredArgsConstructor
class References {

	private final SessionFactory sessionFactory;

	/** Null when there is none. */
	<T> T byUuid(Class<T> type, String uuid) {
		return by(type, "uuid", uuid);
	}

	private <T> T by(Class<T> type, String property, String value) {
		CriteriaBuilder cb = session().getCriteriaBuilder();
		CriteriaQuery<T> query = cb.createQuery(type);
		Root<T> row = query.from(type);
		query.select(row).where(cb.equal(row.get(property), value));
		List<T> found = session().createQuery(query).setMaxResults(1).getResultList();
		return found.isEmpty() ? null : found.get(0);
	}

	Patient patient(String uuid, String field) {
		return known(byUuid(Patient.class, uuid), field, uuid);
	}

	User user(String uuid, String field) {
		return known(byUuid(User.class, uuid), field, uuid);
	}

	FollowUpTask task(String uuid, String field) {
		return known(byUuid(FollowUpTask.class, uuid), field, uuid);
	}

	ContactPromise promise(String uuid, String field) {
		return known(byUuid(ContactPromise.class, uuid), field, uuid);
	}

	String role(String name, String field) {
		return known(session().get(Role.class, name), field, name).getRole();
	}

	/** By uuid or by key. */
	ContactPoint contactPoint(String uuidOrKey, String field) {
		ContactPoint point = byUuid(ContactPoint.class, uuidOrKey);
		return known(point != null ? point : by(ContactPoint.class, "pointKey", uuidOrKey), field, uuidOrKey);
	}

	private static <T> T known(T found, String field, String given) {
		if (found == null) {
			throw RetentionException.invalid("retention.followup.error.unknown-value", field, given);
		}
		return found;
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
