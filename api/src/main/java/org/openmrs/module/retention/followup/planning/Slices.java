/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.hibernate.exception.LockAcquisitionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Long work in slices, each a transaction of its own after which nothing is remembered: memory does not grow with it. */
class Slices {

	private final TransactionTemplate transactions;

	private final SessionFactory sessionFactory;

	Slices(PlatformTransactionManager transactionManager, SessionFactory sessionFactory) {
		this.transactions = new TransactionTemplate(transactionManager);
		this.sessionFactory = sessionFactory;
	}

	/** Once more when the database gave others the right of way, which has undone it. */
	<T> T run(Supplier<T> slice) {
		try {
			return once(slice);
		}
		catch (LockAcquisitionException e) {
			return once(slice);
		}
	}

	private <T> T once(Supplier<T> slice) {
		return transactions.execute(status -> {
			T result = slice.get();
			sessionFactory.getCurrentSession().flush();
			sessionFactory.getCurrentSession().clear();
			return result;
		});
	}
}
