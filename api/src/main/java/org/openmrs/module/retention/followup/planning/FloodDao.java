/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
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

	/** In one statement. */
	private static final int PLANS = 500;

	/** For a protocol that names no limit and is too young for one of its own. */
	private static final int LIMIT_AT_FIRST = 100;

	private final SessionFactory sessionFactory;

	private final RetentionSettings settings;

	FloodDao(SessionFactory sessionFactory, RetentionSettings settings) {
		this.sessionFactory = sessionFactory;
		this.settings = settings;
	}

	/** As {@link #usualLimit}, or less, without looking at what is usual. */
	long leastLimit() {
		return FloodLimit.least(limitAtFirst());
	}

	/**
	 * By how many steps fell on each of the last 90 days. When their windows closed follows from the days, but the database
	 * cannot know.
	 */
	long usualLimit(Integer protocolId, Instant now) {
		LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
		LocalDate from = today.minusDays(DAYS);
		List<Long> days = session()
			.createQuery("select count(t.id) from retention.FollowUpTask t where t.protocol.id = :protocol"
				+ " and t.plan is not null and t.dueDate >= :from and t.dueDate < :today and t.status in (:any)"
				+ " and t.dueBy >= :oldest and t.dueBy <= :latest group by t.dueDate",
				Long.class)
			.setParameter("protocol", protocolId).setParameter("from", from).setParameter("today", today)
			.setParameterList("any", EnumSet.allOf(TaskStatus.class))
			.setParameter("oldest", from.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
			.setParameter("latest",
				today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(TaskTimes.LONGEST_WINDOW))
			.list();
		return FloodLimit.of(days, limitAtFirst());
	}

	private int limitAtFirst() {
		return settings.number(RetentionSettings.FLOOD_LIMIT, 1, LIMIT_AT_FIRST);
	}

	/** Until they are released: open tasks of these plans that nothing else holds. */
	void hold(List<Integer> plans) {
		for (int from = 0; from < plans.size(); from += PLANS) {
			session()
				.createQuery("update versioned retention.FollowUpTask t set t.holdUntil = :until, t.holdReason = :flood,"
					+ " t.wakeAt = :until where t.plan.id in (:plans) and t.status = :open and t.holdReason is null")
				.setParameter("until", TaskTimes.UNTIL_RELEASED).setParameter("flood", HoldReason.FLOOD)
				.setParameterList("plans", plans.subList(from, Math.min(from + PLANS, plans.size())))
				.setParameter("open", TaskStatus.OPEN).executeUpdate();
		}
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
