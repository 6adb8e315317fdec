/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.api.db.hibernate;

import java.util.List;

import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;

public class HibernateUtil {

	private HibernateUtil() {
	}

	public static <T> T getUniqueEntityByUUID(SessionFactory sessionFactory, Class<T> entityClass, String uuid) {
		Session session = sessionFactory.getCurrentSession();
		List<T> found = session.createQuery("from " + entityClass.getName() + " e where e.uuid = :uuid", entityClass)
			.setParameter("uuid", uuid).list();
		return found.isEmpty() ? null : found.get(0);
	}

	@SuppressWarnings("unchecked")
	public static <T> T getRealObjectFromProxy(T persistentObject) {
		return (T) Hibernate.unproxy(persistentObject);
	}

	public static Dialect getDialect(SessionFactory sessionFactory) {
		return ((SessionFactoryImplementor) sessionFactory).getJdbcServices().getDialect();
	}

	public static boolean isPostgreSQLDialect(SessionFactory sessionFactory) {
		return getDialect(sessionFactory).getClass().getName().contains("PostgreSQL");
	}

	public static String escapeSqlWildcards(String text, SessionFactory sessionFactory) {
		return text == null ? null : text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
	}
}
