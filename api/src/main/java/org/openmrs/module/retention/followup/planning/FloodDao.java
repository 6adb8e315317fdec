/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.followup.task.TaskTimes;
import org.openmrs.module.retention.shared.RetentionSettings;

/** What a protocol usually makes, and holds of what it made too much. */
class FloodDao {

	private static final int DAYS = 90;

	/** For a protocol that names no limit and is too young for one of its own. */
	private static final int LIMIT_AT_FIRST = 100;

	private final SessionFactory sessionFactory;

	private final RetentionSettings settings;

	FloodDao(SessionFactory sessionFactory, RetentionSettings settings) {
		this.sessionFactory = sessionFactory;
		this.settings = settings;
	}

	/** By how many steps fell on each of the last 90 days. */
	long usualLimit(Integer protocolId, Instant now) {
		LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
		List<Long> days = session()
			.createQuery("select count(t.id) from retention.FollowUpTask t where t.protocol.id = :protocol"
				+ " and t.plan is not null and t.dueDate >= :from and t.dueDate < :today group by t.dueDate",
				Long.class)
			.setParameter("protocol", protocolId).setParameter("from", today.minusDays(DAYS)).setParameter("today", today)
			.list();
		return FloodLimit.of(days, settings.number(RetentionSettings.FLOOD_LIMIT, 1, LIMIT_AT_FIRST));
	}

	/** Until they are released: open tasks of plans in the range that nothing else holds. */
	void hold(Integer protocolId, int firstPlan, int lastPlan) {
		session()
			.createQuery("update versioned retention.FollowUpTask t set t.holdUntil = :until, t.holdReason = :flood,"
				+ " t.wakeAt = :until where t.protocol.id = :protocol and t.plan.id >= :first and t.plan.id <= :last"
				+ " and t.status = :open and t.holdReason is null")
			.setParameter("until", TaskTimes.UNTIL_RELEASED).setParameter("flood", HoldReason.FLOOD)
			.setParameter("protocol", protocolId).setParameter("first", firstPlan).setParameter("last", lastPlan)
			.setParameter("open", TaskStatus.OPEN).executeUpdate();
	}

	long count(Integer protocolId) {
		return session()
			.createQuery("select count(t.id) from retention.FollowUpTask t where t.protocol.id = :protocol"
				+ " and t.status = :open and t.holdReason = :flood and t.voided = false",
				Long.class)
			.setParameter("protocol", protocolId).setParameter("open", TaskStatus.OPEN)
			.setParameter("flood", HoldReason.FLOOD).getSingleResult();
	}

	/** How many tasks were released. */
	int release(Integer protocolId) {
		return session()
			.createQuery("update versioned retention.FollowUpTask t set t.holdUntil = null, t.holdReason = null,"
				+ " t.wakeAt = case when t.nextTryAt > t.dueFrom then t.nextTryAt else t.dueFrom end"
				+ " where t.protocol.id = :protocol and t.status = :open and t.holdReason = :flood")
			.setParameter("protocol", protocolId).setParameter("open", TaskStatus.OPEN)
			.setParameter("flood", HoldReason.FLOOD).executeUpdate();
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
