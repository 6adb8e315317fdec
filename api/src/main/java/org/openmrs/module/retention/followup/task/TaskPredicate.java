/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.query.Query;
import org.openmrs.module.retention.followup.protocol.Channel;

/** What a {@link TaskQuery} means in HQL, for the list and for its count. Values are parameters; the text is fixed. */
final class TaskPredicate {

	/** The patient can be called at all: derived here, so that no sweep is needed for it to hold. */
	private static final String REACHABLE = "p.voided = false and p.dead = false and not exists"
		+ " (select c.id from retention.ContactProfile c where c.patient = p and c.voided = false"
		+ " and ((c.doNotCall = true and t.channel = :phone) or (c.deathReported = true and t.source <> :chartCheck)))";

	private final List<String> conditions = new ArrayList<>();

	private final Map<String, Object> parameters = new LinkedHashMap<>();

	private final boolean joinsPatient;

	private final WorklistPredicate callable;

	TaskPredicate(TaskQuery query) {
		this.callable = query.getCallable() == null ? null : new WorklistPredicate(query.getCallable());
		this.joinsPatient = callable == null && query.isAboutOpenTasks();
		add("t.voided = false");
		state(query);
		if (callable != null) {
			open(query.getNow());
			// nothing wakes before its window, which is never longer: without that the whole future would be read
			add("t.dueBy <= :latestWindow", "latestWindow", query.getNow().plus(TaskTimes.LONGEST_WINDOW));
			add(callable.callable("t"));
		}
		place(query);
		if (query.getHold() != null) {
			open(query.getNow());
			add("t.holdReason = :hold", "hold", query.getHold());
			add("t.holdUntil > :now", "now", query.getNow());
		}
		if (joinsPatient) {
			add(REACHABLE, "phone", Channel.PHONE);
			add(REACHABLE, "chartCheck", TaskSource.CHART_CHECK);
		}
	}

	String from() {
		return " from retention.FollowUpTask t" + (joinsPatient ? " join t.patient p" : "") + " where "
			+ String.join(" and ", conditions);
	}

	<T> Query<T> bind(Query<T> query) {
		if (callable != null) {
			callable.bind(query);
		}
		parameters.forEach((name, value) -> {
			if (value instanceof Collection) {
				query.setParameterList(name, (Collection<?>) value);
			} else {
				query.setParameter(name, value);
			}
		});
		return query;
	}

	private void state(TaskQuery query) {
		Instant now = query.getNow();
		switch (query.getState()) {
			case ANY:
				break;
			case OPEN:
				open(now);
				break;
			case OVERDUE:
				open(now);
				add("t.dueBy < :now", "now", now);
				break;
			case EXPIRED:
				add("t.status = :status", "status", TaskStatus.OPEN);
				// nothing expires before it is overdue, by which there is an index
				add("t.dueBy < :now and t.expiresAt < :now", "now", now);
				break;
			case ENDED:
				add("t.status <> :status", "status", TaskStatus.OPEN);
				break;
			default:
				add("t.status = :status", "status", TaskStatus.valueOf(query.getState().name()));
		}
	}

	/** Still worth doing. No grace is longer than {@link TaskTimes#LONGEST_GRACE}, which bounds the part of the index to read. */
	private void open(Instant now) {
		add("t.status = :status", "status", TaskStatus.OPEN);
		add("t.expiresAt >= :now", "now", now);
		add("t.dueBy >= :oldest", "oldest", now.minus(TaskTimes.LONGEST_GRACE));
	}

	private void place(TaskQuery query) {
		add("t.dueDate <= :dueDate", "dueDate", query.getDueDateUntil());
		add("t.dueFrom <= :dueFrom", "dueFrom", query.getDueFromUntil());
		add("t.assigneeUser = :assignee", "assignee", query.getAssignee());
		add("t.patient = :patient", "patient", query.getPatient());
		add("t.protocol = :protocol", "protocol", query.getProtocol());
		add("t.purpose = :purpose", "purpose", query.getPurpose());
		in(query.isPlacelessToo() ? "(t.location.locationId in (:locations) or t.location is null)"
			: "t.location.locationId in (:locations)", "locations", query.getLocations());
		in(query.isUnresolvedToo()
			? "t.assigneeUser is null and (t.assigneeRole is null or t.assigneeRole in (:roles))"
			: "t.assigneeUser is null and t.assigneeRole in (:roles)",
			"roles", query.getRoles());
	}

	private void add(String condition) {
		conditions.add(condition);
	}

	private void add(String condition, String name, Object value) {
		if (value != null) {
			if (!conditions.contains(condition)) {
				conditions.add(condition);
			}
			parameters.put(name, value);
		}
	}

	private void in(String condition, String name, Collection<?> values) {
		if (values != null && values.isEmpty()) {
			conditions.add("1 = 0");
		} else {
			add(condition, name, values);
		}
	}
}
