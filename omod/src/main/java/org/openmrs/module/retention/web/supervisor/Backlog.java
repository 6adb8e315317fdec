/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.supervisor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.openmrs.Location;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.attempt.EscalationService;
import org.openmrs.module.retention.followup.attempt.WaitingCount;
import org.openmrs.module.retention.followup.task.FollowUpTaskService;
import org.openmrs.module.retention.followup.task.OverdueCount;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.today.ListFilters;

/** What is overdue and what nobody has acknowledged, by who has it and at which place; a page of it. */
public final class Backlog {

	static final int SIZE = 25;

	private final List<Row> all;

	private final int first;

	private final boolean escalations = Context.hasPrivilege(RetentionPrivileges.GET_ESCALATIONS);

	/** @param first place of the first row shown, from 0 */
	Backlog(int first) {
		if (first < 0) {
			throw RetentionException.invalid("retention.web.error.start-index", "first");
		}
		this.first = first;
		Map<String, Row> rows = new LinkedHashMap<>();
		for (OverdueCount one : Context.getService(FollowUpTaskService.class).countOverdue()) {
			row(rows, one.getUser(), one.getRole(), one.getLocation()).overdue += one.getTasks();
		}
		if (escalations) {
			for (WaitingCount one : Context.getService(EscalationService.class).countUnacknowledged()) {
				Row row = row(rows, one.getUser(), one.getRole(), one.getLocation());
				row.unacknowledged += one.getEscalations();
				row.late += one.getLate();
			}
		}
		this.all = new ArrayList<>(rows.values());
		all.sort(Comparator.comparingLong(Row::getLate).thenComparingLong(Row::getOverdue)
			.thenComparingLong(Row::getUnacknowledged).reversed());
	}

	private static Row row(Map<String, Row> rows, User user, String role, Location location) {
		String key = (user == null ? "role:" + role : "user:" + user.getUserId()) + " "
			+ (location == null ? "" : location.getLocationId());
		return rows.computeIfAbsent(key, one -> new Row(user, role, location));
	}

	/** Of one owner at one place. */
	@Getter
	@RequiredArgsConstructor
	public static final class Row {

		/** Null: in a role's queue. */
		private final User user;

		/** Null with {@link #user} null: nobody has it yet. */
		private final String role;

		/** Null: the default site. */
		private final Location location;

		private long overdue;

		private long unacknowledged;

		/** Of the unacknowledged, those whose time is over. */
		private long late;
	}

	public List<Row> getRows() {
		return all.subList(Math.min(first, all.size()), Math.min(first + SIZE, all.size()));
	}

	/** The reader may see escalations. */
	public boolean isEscalations() {
		return escalations;
	}

	/** As a query; null: this is the first page. */
	public String getPrevious() {
		return first == 0 ? null : "?first=" + Math.max(0, first - SIZE);
	}

	/** As a query; null: this is the last page. */
	public String getNext() {
		return first + SIZE < all.size() ? "?first=" + (first + SIZE) : null;
	}

	/** The part of the list in which its overdue tasks are, as a query; null: nobody has them yet. */
	public String listOf(Row row) {
		Map<String, String> filters = new LinkedHashMap<>();
		if (row.getUser() != null) {
			filters.put("assignee", row.getUser().getUuid());
		} else if (row.getRole() != null) {
			filters.put("role", row.getRole());
		} else {
			return null;
		}
		if (row.getLocation() != null) {
			filters.put("location", row.getLocation().getUuid());
		}
		return ListFilters.query(filters);
	}
}
