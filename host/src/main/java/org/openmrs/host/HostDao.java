/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host;

import java.io.Serializable;
import java.util.List;

import org.apache.commons.lang3.StringUtils;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.context.ContextAuthenticationException;
import org.openmrs.api.db.LoginCredential;
import org.openmrs.util.OpenmrsConstants;
import org.openmrs.util.Security;
import org.springframework.orm.hibernate5.SessionFactoryUtils;
import org.springframework.orm.hibernate5.SessionHolder;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** All queries of the host's services go through here. */
public class HostDao {

	private static final int MAX_LOGIN_ATTEMPTS = 7;
	private static final long LOCKED_MS = 300_000;
	private SessionFactory sessionFactory;
	private final ThreadLocal<Boolean> participating = ThreadLocal.withInitial(() -> false);

	public void setSessionFactory(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	public Session session() {
		return sessionFactory.getCurrentSession();
	}

	/** Flushes only inside a transaction: what is changed outside of one is never written. */
	public void openSession() {
		participating.set(TransactionSynchronizationManager.hasResource(sessionFactory));
		if (!participating.get()) {
			Session session = sessionFactory.openSession();
			session.setHibernateFlushMode(FlushMode.MANUAL);
			TransactionSynchronizationManager.bindResource(sessionFactory, new SessionHolder(session));
		}
	}

	public void closeSession() {
		if (!participating.get() && TransactionSynchronizationManager.hasResource(sessionFactory)) {
			SessionHolder holder = (SessionHolder) TransactionSynchronizationManager.unbindResource(sessionFactory);
			SessionFactoryUtils.closeSession(holder.getSession());
		}
		participating.remove();
	}

	public <T> T get(Class<T> type, Serializable id) {
		return id == null ? null : session().get(type, id);
	}

	public <T> T byUuid(Class<T> type, String uuid) {
		return uuid == null ? null : first(type, "e.uuid = ?1", uuid);
	}

	public <T> T byName(Class<T> type, String name) {
		return name == null ? null : first(type, "e.name = ?1", name);
	}

	public <T> T first(Class<T> type, String where, Object... parameters) {
		List<T> found = query(type, where, parameters).setMaxResults(1).list();
		return found.isEmpty() ? null : found.get(0);
	}

	public <T> List<T> list(Class<T> type, String where, Object... parameters) {
		return query(type, where, parameters).list();
	}

	public <T> Query<T> query(Class<T> type, String where, Object... parameters) {
		Query<T> query = session().createQuery("select e from " + type.getName() + " e where " + where, type);
		for (int i = 0; i < parameters.length; i++) {
			query.setParameter(i + 1, parameters[i]);
		}
		return query;
	}

	public <T> T save(T entity) {
		session().saveOrUpdate(entity);
		return entity;
	}

	public void delete(Object entity) {
		session().delete(entity);
	}

	@Transactional(readOnly = true)
	public Role getRole(String role) {
		return session().get(Role.class, role);
	}

	/** Flushes nothing: it is asked for amid a flush, by who fills the audit fields. */
	@Transactional(readOnly = true)
	public User getUserByUuid(String uuid) {
		FlushMode mode = session().getHibernateFlushMode();
		session().setHibernateFlushMode(FlushMode.MANUAL);
		try {
			User user = byUuid(User.class, uuid);
			if (user != null) {
				user.getAllRoles().size();
				user.getUserProperties().size();
			}
			return user;
		}
		finally {
			session().setHibernateFlushMode(mode);
		}
	}

	@Transactional(noRollbackFor = ContextAuthenticationException.class)
	public User authenticate(String login, String password) {
		User user = StringUtils.isBlank(login) || password == null ? null
			: first(User.class, "(e.username = ?1 or e.systemId = ?1) and e.retired = false", login);
		if (user == null) {
			throw new ContextAuthenticationException("Invalid username and/or password: " + login);
		}
		long lockedAt = number(user, OpenmrsConstants.USER_PROPERTY_LOCKOUT_TIMESTAMP);
		if (lockedAt > 0 && System.currentTimeMillis() - lockedAt < LOCKED_MS) {
			throw new ContextAuthenticationException("Invalid number of connection attempts. Please try again later.");
		}
		LoginCredential credential = get(LoginCredential.class, user.getUserId());
		if (credential.getHashedPassword() == null
			|| !Security.hashMatches(credential.getHashedPassword(), password + credential.getSalt())) {
			long attempts = number(user, OpenmrsConstants.USER_PROPERTY_LOGIN_ATTEMPTS) + 1;
			user.setUserProperty(OpenmrsConstants.USER_PROPERTY_LOGIN_ATTEMPTS, Long.toString(attempts));
			if (attempts > MAX_LOGIN_ATTEMPTS) {
				user.setUserProperty(OpenmrsConstants.USER_PROPERTY_LOCKOUT_TIMESTAMP,
					Long.toString(System.currentTimeMillis()));
			}
			throw new ContextAuthenticationException("Invalid username and/or password: " + login);
		}
		user.setUserProperty(OpenmrsConstants.USER_PROPERTY_LOGIN_ATTEMPTS, "0");
		user.removeUserProperty(OpenmrsConstants.USER_PROPERTY_LOCKOUT_TIMESTAMP);
		user.setUserProperty("lastLoginTimestamp", Long.toString(System.currentTimeMillis()));
		user.getAllRoles().size();
		return user;
	}

	private static long number(User user, String property) {
		String value = user.getUserProperty(property, "");
		return StringUtils.isNumeric(value) && !value.isEmpty() ? Long.parseLong(value) : 0;
	}
}
