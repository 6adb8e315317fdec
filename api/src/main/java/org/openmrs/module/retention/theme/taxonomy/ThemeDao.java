/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.taxonomy;

import java.util.List;
import javax.persistence.LockModeType;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** Rows of themes. */
class ThemeDao {

	private final SessionFactory sessionFactory;

	ThemeDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	Theme byUuid(String uuid) {
		return session().createQuery("from retention.Theme t where t.uuid = :uuid", Theme.class).setParameter("uuid", uuid)
			.uniqueResult();
	}

	Theme byCode(String code) {
		return session().createQuery("from retention.Theme t where t.code = :code", Theme.class).setParameter("code", code)
			.uniqueResult();
	}

	/** Clinics have some dozens. */
	List<Theme> all() {
		return session().createQuery("from retention.Theme t order by t.id", Theme.class).list();
	}

	List<ThemeChange> changes(Theme theme) {
		return session()
			.createQuery("from retention.ThemeChange c left join fetch c.other where c.theme = :theme order by c.id",
				ThemeChange.class)
			.setParameter("theme", theme).list();
	}

	void add(Object row) {
		session().persist(row);
		session().flush();
	}

	/** Counts its version up now: whoever changes it at the same time is refused. */
	void claim(Theme theme) {
		session().lock(session().merge(theme), LockModeType.PESSIMISTIC_FORCE_INCREMENT);
	}

	void update(Theme theme) {
		session().merge(theme);
		session().flush();
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
