/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import lombok.extern.slf4j.Slf4j;
import org.hibernate.SessionFactory;
import org.hibernate.exception.LockAcquisitionException;
import org.openmrs.module.retention.shared.Conflicts;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Long work in slices, each a transaction of its own after which nothing is remembered: memory does not grow with it. */
@Slf4j
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

	/**
	 * Does the work with some of a table's rows in one slice; when that fails in halves, so that one that fails costs only
	 * itself.
	 */
	<T> void each(List<T> rows, Consumer<List<T>> work, Function<T, ?> id, PlanningRun run) {
		if (rows.isEmpty()) {
			return;
		}
		try {
			run(() -> {
				work.accept(rows);
				return null;
			});
		}
		catch (RuntimeException e) {
			if (rows.size() == 1 && Conflicts.isConflict(e)) {
				log.info("Row {} was changed by somebody else meanwhile; the next sweep looks at it", id.apply(rows.get(0)));
			} else if (rows.size() == 1) {
				log.error("Row {} could not be looked after; the next sweep tries again", id.apply(rows.get(0)), e);
				run.getReport().failed();
			} else {
				log.info("Rows {} to {} are looked after in halves: {}", id.apply(rows.get(0)),
					id.apply(rows.get(rows.size() - 1)), e.toString());
				each(rows.subList(0, rows.size() / 2), work, id, run);
				each(rows.subList(rows.size() / 2, rows.size()), work, id, run);
			}
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
