/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention;

import java.math.BigInteger;
import java.security.SecureRandom;
import javax.persistence.PersistenceException;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.hibernate.SessionFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The secret with which the pages sign their forms. In a table of the module's own, for a setting is read by whoever may read
 * settings; no service and no resource shows it.
 */
@Slf4j
@RequiredArgsConstructor
public class FormKey {

	private static final String NAME = "page.forms";

	private static final int BITS = 256;

	private final SessionFactory sessionFactory;

	private final TransactionOperations transactions;

	/** It never changes while a server runs. */
	private volatile String known = "";

	/** The same on every node; empty: it has not been made yet. Needs a session, no privilege. */
	public String get() {
		if (known.isEmpty()) {
			known = stored();
		}
		return known;
	}

	/** Once, by the node that comes first. */
	void make() {
		try {
			transactions.execute(status -> stored().isEmpty() && insert());
		}
		catch (PersistenceException | DataIntegrityViolationException e) {
			log.debug("Another node has just made it", e);
		}
	}

	private boolean insert() {
		return sessionFactory.getCurrentSession()
			.createNativeQuery("INSERT INTO retention_secret (name, secret) VALUES (?1, ?2)").setParameter(1, NAME)
			.setParameter(2, new BigInteger(BITS, new SecureRandom()).toString(Character.MAX_RADIX)).executeUpdate() == 1;
	}

	private String stored() {
		return String.valueOf(sessionFactory.getCurrentSession()
			.createNativeQuery("SELECT secret FROM retention_secret WHERE name = ?1").setParameter(1, NAME)
			.uniqueResultOptional()
			.orElse(""));
	}
}
