/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.openmrs.User;
import org.openmrs.module.retention.followup.task.AssignmentRun;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.ContactConditions;
import org.openmrs.module.retention.followup.task.ContactConditions.Conditions;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.shared.RetentionSettings;

/** What a day has to bear, and the moving of what is more. */
@RequiredArgsConstructor
public class DayLoads {

	/** Open days that are looked at for room. */
	static final int LATER_DAYS = 10;

	/** Tasks of a desk, due or waiting, that are looked at in one run; what is left then is the next run's. */
	static final int MOST = 2000;

	static final String MOVED = "day-is-full";

	static final String SOONER = "room-again";

	private final Desks desks;

	private final LoadDao dao;

	private final ContactConditions conditions;

	private final RetentionSettings settings;

	/** Whether more than the role can bear on the local day of that time is due on it already. */
	public boolean isFull(FollowUpTask task, String role, Instant at, Instant now) {
		Integer location = task == null || task.getLocation() == null ? null : task.getLocation().getLocationId();
		Desk desk = desks.of(location, role);
		LocalDate day = desk == null ? null : desk.dayOf(at);
		Long limit = desk == null ? null : desk.limitOn(day);
		if (limit == null) {
			return false;
		}
		Conditions may = conditions.at(now);
		long load = dao
			.coming(desk, may, later(now, desk.startOf(day.minusDays(1))), desk.startOf(day.plusDays(1)), defaultRole())
			.getOrDefault(day, 0L);
		if (day.equals(desk.dayOf(now))) {
			load += due(desk, may, now) + dao.spent(desk, desk.startOf(day));
		}
		return load >= limit;
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	/** Whose queue the task is in, or will be; null: somebody's own. */
	public String queueOf(FollowUpTask task) {
		if (task == null) {
			return defaultRole();
		}
		return task.getAssigneeUser() != null ? null
			: task.getAssigneeRole() != null ? task.getAssigneeRole()
				: AssignmentRun.queueOf(task.getAssignment(), defaultRole());
	}

	/** See {@link CapacityService#getLoads}. */
	List<DayLoad> ahead(int days, Instant now) {
		List<DayLoad> ahead = new ArrayList<>();
		Conditions may = conditions.at(now);
		for (Desk desk : desks.all(Collections.singleton(defaultRole()))) {
			LocalDate today = desk.dayOf(now);
			Map<LocalDate, Long> loads = new HashMap<>(
				dao.coming(desk, may, now, desk.startOf(today.plusDays(days)), defaultRole()));
			loads.merge(today, due(desk, may, now) + dao.spent(desk, desk.startOf(today)), Long::sum);
			for (LocalDate day = today; day.isBefore(today.plusDays(days)); day = day.plusDays(1)) {
				if (desk.getSite().getHours().isOpen(day)) {
					ahead.add(new DayLoad(desk.getSite().getCalendarUuid(), desk.getOwnSite(), desk.getRole(), day,
						loads.getOrDefault(day, 0L),
						desk.limitOn(day)));
				}
			}
		}
		return ahead;
	}

	/** See {@link CapacityService#getShortfalls}. */
	List<DayShortfall> shortfalls(int days, Instant now) {
		List<DayShortfall> shortfalls = new ArrayList<>();
		for (Desk desk : desks.all(Collections.singleton(defaultRole()))) {
			LocalDate first = desk.dayOf(now).minusDays(days - 1L);
			new TreeMap<>(dao.leftUndone(desk, desk.startOf(first))).forEach((day, contacts) -> shortfalls
				.add(new DayShortfall(desk.getSite().getCalendarUuid(), desk.getOwnSite(), desk.getRole(), day, contacts)));
		}
		return shortfalls;
	}

	/** Moves what does not fit into today, and brings forward what there is room for again; how many tasks. */
	int spread(User actor, Instant now) {
		dao.lock();
		Set<String> waiting = dao.rolesThatWait(now);
		Conditions may = conditions.at(now);
		int moved = 0;
		for (Desk desk : desks.all(waiting)) {
			LocalDate today = desk.dayOf(now);
			if (desk.limitOn(today) != null && desk.getSite().getHours().isOpen(today)) {
				moved += spread(desk, today, may, actor, now);
			}
			if (waiting.contains(desk.getRole())) {
				moved += advance(desk, today, may, actor, now);
			}
		}
		return moved;
	}

	private int advance(Desk desk, LocalDate today, Conditions may, User actor, Instant now) {
		List<WaitingCall> calls = dao.waiting(desk, may, now, MOST);
		if (calls.isEmpty()) {
			return 0;
		}
		List<OpenDay> open = later(desk, today, may, now);
		if (desk.openFrom(now) > 0) {
			open.add(0, restOfToday(desk, today, may, now));
		}
		Map<Integer, OpenDay> days = new LinkedHashMap<>();
		Advance.of(calls, open).forEach((one, day) -> one.getCall().getTasks().forEach(task -> days.put(task, day)));
		int moved = 0;
		Cause cause = Cause.of(actor, now, SOONER);
		for (FollowUpTask task : dao.lock(days.keySet())) {
			moved += task.waitShorter(HoldReason.CAPACITY, days.get(task.getId()).getOpening(), cause) ? 1 : 0;
		}
		dao.flush();
		return moved;
	}

	/** Towards closing time it has no room, whatever has been done. */
	private OpenDay restOfToday(Desk desk, LocalDate today, Conditions may, Instant now) {
		Long limit = desk.limitOn(today);
		Long room = limit == null ? null
			: Long
				.valueOf(Math.min(limit - dao.spent(desk, desk.startOf(today)), desk.limitFrom(now)) - due(desk, may, now));
		return new OpenDay(today, now, limit, room);
	}

	private long due(Desk desk, Conditions may, Instant now) {
		return dao.due(desk, may, now, MOST).stream().mapToLong(DueCall::getSeconds).sum() + dao.owned(desk, may, now);
	}

	private int spread(Desk desk, LocalDate today, Conditions may, User actor, Instant now) {
		List<DueCall> calls = dao.due(desk, may, now, MOST);
		long room = desk.limitOn(today) - dao.spent(desk, desk.startOf(today)) - dao.owned(desk, may, now);
		if (calls.stream().mapToLong(DueCall::getSeconds).sum() <= room) {
			return 0;
		}
		Map<Integer, OpenDay> days = new LinkedHashMap<>();
		Spread.of(room, calls, later(desk, today, may, now)).forEach((call, day) -> call.getTasks()
			.forEach(task -> days.put(task, day)));
		int moved = 0;
		Cause cause = Cause.of(actor, now, MOVED);
		for (FollowUpTask task : dao.lock(days.keySet())) {
			if (task.isDue(now) && !task.isClaimed(now) && desk.getRole().equals(task.getAssigneeRole())) {
				task.waitUntil(HoldReason.CAPACITY, days.get(task.getId()).getOpening(), cause);
				moved++;
			}
		}
		dao.flush();
		return moved;
	}

	private List<OpenDay> later(Desk desk, LocalDate today, Conditions may, Instant now) {
		List<LocalDate> open = new ArrayList<>();
		for (LocalDate day = today; open.size() < LATER_DAYS;) {
			day = desk.getSite().getHours().openAfter(day);
			open.add(day);
		}
		Map<LocalDate, Long> loads = new HashMap<>(
			dao.coming(desk, may, now, desk.startOf(open.get(LATER_DAYS - 1).plusDays(1)), defaultRole()));
		List<OpenDay> later = new ArrayList<>();
		for (LocalDate day : open) {
			Long limit = desk.limitOn(day);
			later.add(new OpenDay(day, desk.openingOf(day), limit,
				limit == null ? null : Long.valueOf(limit - loads.getOrDefault(day, 0L))));
		}
		return later;
	}

	private String defaultRole() {
		return settings.text(RetentionSettings.DEFAULT_ROLE, AssignmentRun.DEFAULT_ROLE);
	}
}
