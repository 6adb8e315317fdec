/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.openmrs.Location;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.Years;
import org.openmrs.module.retention.shared.RetentionSettings;

/** Looks up what a search names, once; what is blank or unknown is refused. */
class TaskQueries {

	static final String ME = "me";

	static final String MINE = "mine";

	static final String NOW = "now";

	/** The platform's own setting: a location's name. */
	private static final String DEFAULT_LOCATION = "default_location";

	private static final String UNKNOWN = "retention.followup.error.unknown-filter-value";

	private final TaskDao dao;

	private final RetentionSettings settings;

	private final Clock clock;

	TaskQueries(TaskDao dao, RetentionSettings settings, Clock clock) {
		this.dao = dao;
		this.settings = settings;
		this.clock = clock;
	}

	TaskQuery of(TaskSearch search, User caller) {
		TaskQuery.TaskQueryBuilder query = TaskQuery.builder().now(clock.instant());
		query.state(read("status", search.getStatus(), TaskQueries::state, TaskQuery.State.ANY));
		query.order(read("sort", search.getSort(), TaskQueries::order, TaskQuery.Order.DUE));
		due(search.getDueOnOrBefore(), query);
		query.assignee(user("assignee", search.getAssignee(), caller));
		roles(search.getRole(), caller, query);
		Collection<Integer> locations = locations("location", search.getLocation());
		query.locations(locations).placelessToo(areOfDefaultSite(locations));
		query.patient(read("patient", search.getPatient(), dao::patient, null));
		query.protocol(read("protocol", search.getProtocol(), dao::protocol, null));
		query.purpose(purpose("purpose", search.getPurpose()));
		query.hold(read("hold", search.getHold(), HoldReason::valueOf, null));
		return query.build();
	}

	/** Whether only what may be called now is asked for. */
	static boolean isCallable(String text) {
		return TaskQueries.<Boolean>read("callable", text, value -> NOW.equals(value) ? true : null, false);
	}

	User user(String field, String text, User caller) {
		return read(field, text, value -> ME.equals(value) ? caller : dao.user(value), null);
	}

	Collection<Integer> locations(String field, String text) {
		Location location = read(field, text, dao::location, null);
		return location == null ? null : dao.withDescendants(location);
	}

	/** Tasks without a location belong to the platform's default location, which is one of these. */
	boolean areOfDefaultSite(Collection<Integer> locations) {
		String name = locations == null ? null : settings.text(DEFAULT_LOCATION, null);
		return name != null && locations.contains(dao.locationNamed(name));
	}

	Purpose purpose(String field, String text) {
		return read(field, text, Purpose::valueOf, null);
	}

	/** The queues of a role: its own and those of the roles it inherits. Null: no filter. */
	Set<String> queues(String field, String text, User caller) {
		if (MINE.equals(text)) {
			return names(caller.getAllRoles());
		}
		Role role = read(field, text, dao::role, null);
		if (role == null) {
			return null;
		}
		Set<String> queues = names(role.getAllParentRoles());
		queues.add(role.getRole());
		return queues;
	}

	String defaultRole() {
		return settings.text(RetentionSettings.DEFAULT_ROLE, Assignments.DEFAULT_ROLE);
	}

	String dutyRole() {
		return settings.text(RetentionSettings.DUTY_ROLE, Assignments.DUTY_ROLE);
	}

	static Set<String> names(Collection<Role> roles) {
		Set<String> names = new LinkedHashSet<>();
		for (Role role : roles) {
			names.add(role.getRole());
		}
		return names;
	}

	private void roles(String text, User caller, TaskQuery.TaskQueryBuilder query) {
		Set<String> queues = queues("role", text, caller);
		if (queues != null) {
			query.roles(queues).unresolvedToo(queues.contains(defaultRole()));
		}
	}

	private static void due(String text, TaskQuery.TaskQueryBuilder query) {
		if (text != null && text.indexOf('T') >= 0) {
			query.dueFromUntil(read("dueOnOrBefore", text, TaskQueries::instant, null));
		} else {
			query.dueDateUntil(read("dueOnOrBefore", text, TaskQueries::date, null));
		}
	}

	private static TaskQuery.State state(String text) {
		if ("done".equals(text)) {
			return TaskQuery.State.ENDED;
		}
		TaskQuery.State state = TaskQuery.State.valueOf(text.toUpperCase(Locale.ROOT));
		return state == TaskQuery.State.ANY || state == TaskQuery.State.ENDED ? null : state;
	}

	private static TaskQuery.Order order(String text) {
		switch (text) {
			case "due":
				return TaskQuery.Order.DUE;
			case "-due":
				return TaskQuery.Order.LATEST_DUE;
			case "list":
				return TaskQuery.Order.LIST;
			case "wake":
				return TaskQuery.Order.WAKE;
			default:
				return null;
		}
	}

	private static Instant instant(String text) {
		OffsetDateTime time = OffsetDateTime.parse(text);
		Years.require(time.getYear());
		return time.toInstant();
	}

	private static LocalDate date(String text) {
		LocalDate day = LocalDate.parse(text);
		Years.require(day.getYear());
		return day;
	}

	/** Null stays the default; anything else must mean something. */
	static <T> T read(String field, String text, Function<String, T> lookUp, T otherwise) {
		if (text == null) {
			return otherwise;
		}
		T found = null;
		if (!text.trim().isEmpty()) {
			try {
				found = lookUp.apply(text);
			}
			catch (IllegalArgumentException | DateTimeException e) {
				throw RetentionException.invalid(UNKNOWN, field, text);
			}
		}
		if (found == null) {
			throw RetentionException.invalid(UNKNOWN, field, text);
		}
		return found;
	}
}
