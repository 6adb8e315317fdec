/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.persistence.PersistenceException;
import lombok.extern.slf4j.Slf4j;
import org.hibernate.SessionFactory;
import org.hibernate.query.NativeQuery;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets one node at a time load packages. A node that dies holds its lease until that runs out; one that is slow renews it
 * with each file.
 */
@Slf4j
class PackageLease {

	private static final Duration LENGTH = Duration.ofMinutes(5);

	private static final String NAME = "packages";

	private final SessionFactory sessionFactory;

	private final TransactionOperations transactions;

	private final Clock clock;

	PackageLease(SessionFactory sessionFactory, TransactionOperations transactions, Clock clock) {
		this.sessionFactory = sessionFactory;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** The name to renew and release it by; null when another holds it. */
	String acquire() {
		ensureRow();
		String owner = UUID.randomUUID().toString();
		return hold(owner) ? owner : null;
	}

	/** Whether it is still, or again, the owner's. */
	boolean hold(String owner) {
		long now = clock.millis();
		return update("UPDATE retention_watermark SET lease_owner = ?1, lease_until = ?2, updated_at = ?3"
			+ " WHERE name = ?4 AND (lease_owner IS NULL OR lease_owner = ?1 OR lease_until < ?3)",
			owner, now + LENGTH.toMillis(), now, NAME) == 1;
	}

	void release(String owner) {
		update("UPDATE retention_watermark SET lease_owner = NULL, lease_until = NULL, updated_at = ?1"
			+ " WHERE name = ?2 AND lease_owner = ?3",
			clock.millis(), NAME, owner);
	}

	private void ensureRow() {
		try {
			transactions.execute(status -> {
				NativeQuery<?> row = sessionFactory.getCurrentSession()
					.createNativeQuery("SELECT name FROM retention_watermark WHERE name = ?1");
				if (row.setParameter(1, NAME).list().isEmpty()) {
					sessionFactory.getCurrentSession()
						.createNativeQuery("INSERT INTO retention_watermark (name, position, updated_at) VALUES (?1, 0, 0)")
						.setParameter(1, NAME).executeUpdate();
				}
				return null;
			});
		}
		catch (PersistenceException | DataIntegrityViolationException e) {
			log.debug("Another node has just written the lease's row", e);
		}
	}

	private int update(String sql, Object... values) {
		return transactions.execute(status -> {
			NativeQuery<?> query = sessionFactory.getCurrentSession().createNativeQuery(sql);
			for (int i = 0; i < values.length; i++) {
				query.setParameter(i + 1, values[i]);
			}
			return query.executeUpdate();
		});
	}
}
