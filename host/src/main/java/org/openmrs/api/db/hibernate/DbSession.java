/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.api.db.hibernate;

import java.io.Serializable;

import lombok.AllArgsConstructor;
import org.hibernate.FlushMode;
import org.hibernate.Query;
import org.hibernate.SQLQuery;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.Transaction;
import org.hibernate.jdbc.ReturningWork;
import org.hibernate.jdbc.Work;

/** A session in the few words that modules use. */
@AllArgsConstructor
public class DbSession {

	private final SessionFactory sessionFactory;

	private Session session() {
		return sessionFactory.getCurrentSession();
	}

	public SessionFactory getSessionFactory() {
		return sessionFactory;
	}

	public Transaction getTransaction() {
		return session().getTransaction();
	}

	public Query createQuery(String hql) {
		return (Query) session().createQuery(hql);
	}

	public SQLQuery createSQLQuery(String sql) {
		return (SQLQuery) session().createSQLQuery(sql);
	}

	public Object get(Class type, Serializable id) {
		return session().get(type, id);
	}

	public Object load(Class type, Serializable id) {
		return session().load(type, id);
	}

	public Serializable save(Object entity) {
		return session().save(entity);
	}

	public void saveOrUpdate(Object entity) {
		session().saveOrUpdate(entity);
	}

	public void update(Object entity) {
		session().update(entity);
	}

	public Object merge(Object entity) {
		return session().merge(entity);
	}

	public void persist(Object entity) {
		session().persist(entity);
	}

	public void delete(Object entity) {
		session().delete(entity);
	}

	public void refresh(Object entity) {
		session().refresh(entity);
	}

	public void evict(Object entity) {
		session().evict(entity);
	}

	public boolean contains(Object entity) {
		return session().contains(entity);
	}

	public void flush() {
		session().flush();
	}

	public void clear() {
		session().clear();
	}

	public boolean isOpen() {
		return session().isOpen();
	}

	public FlushMode getFlushMode() {
		return session().getHibernateFlushMode();
	}

	public void setFlushMode(FlushMode flushMode) {
		session().setHibernateFlushMode(flushMode);
	}

	public void doWork(Work work) {
		session().doWork(work);
	}

	public <T> T doReturningWork(ReturningWork<T> work) {
		return session().doReturningWork(work);
	}
}
