/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.model;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.Watermarks;
import org.openmrs.module.retention.theme.assignment.CommentReading;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** See {@link ThemeModelService}. One node at a time learns or proposes, by a lease in a transaction of its own. */
public class ThemeModelServiceImpl extends BaseOpenmrsService implements ThemeModelService {

	private static final String LEASE = "themes";

	private final ModelDao dao;

	private final Retraining retraining;

	private final Proposals proposals;

	private final Watermarks watermarks;

	/** Each a new one. */
	private final TransactionOperations leases;

	private final TransactionOperations work;

	private final Clock clock;

	ThemeModelServiceImpl(ModelDao dao, Retraining retraining, Proposals proposals, Watermarks watermarks,
		TransactionOperations leases, TransactionOperations work, Clock clock) {
		this.dao = dao;
		this.retraining = retraining;
		this.proposals = proposals;
		this.watermarks = watermarks;
		this.leases = leases;
		this.work = work;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public StoredModel getModelByUuid(String uuid) {
		return dao.byUuid(uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<StoredModel> findModels(Page page) {
		return dao.find(page);
	}

	@Override
	@Transactional(readOnly = true)
	public long countModels() {
		return dao.count();
	}

	@Override
	public StoredModel retrain() {
		StoredModel stored = alone(() -> {
			StoredModel learnt = retraining.retrain(occasion());
			if (learnt == null) {
				throw RetentionException.conflict("retention.theme.error.nothing-to-learn", null);
			}
			return learnt;
		});
		if (stored == null) {
			throw RetentionException.conflict("retention.theme.error.busy", null);
		}
		return stored;
	}

	@Override
	public boolean retrainWhenDue() {
		return Boolean.TRUE.equals(alone(() -> retraining.isDue() && retraining.retrain(occasion()) != null));
	}

	@Override
	public int proposeThemes() {
		Integer looked = alone(() -> proposals.proposeStale(occasion()));
		return looked == null ? 0 : looked;
	}

	@Override
	@Transactional
	public CommentReading proposeFor(CommentReading comment) {
		proposals.propose(comment.getUuid(), occasion());
		return comment;
	}

	/** In one transaction; null: another is at it, here or on another node. */
	private <T> T alone(Supplier<T> part) {
		if (!Boolean.TRUE.equals(leases.execute(status -> watermarks.lease(LEASE)))) {
			return null;
		}
		try {
			return work.execute(status -> part.get());
		}
		finally {
			leases.execute(status -> {
				watermarks.release(LEASE);
				return null;
			});
		}
	}

	private Occasion occasion() {
		return new Occasion(Context.getAuthenticatedUser(), clock.instant(), null);
	}
}
