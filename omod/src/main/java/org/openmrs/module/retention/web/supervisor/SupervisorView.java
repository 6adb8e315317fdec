/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.supervisor;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.calendar.CalendarService;
import org.openmrs.module.retention.calendar.RetentionCalendar;
import org.openmrs.module.retention.followup.absence.Absence;
import org.openmrs.module.retention.followup.absence.AbsenceSearch;
import org.openmrs.module.retention.followup.absence.AbsenceService;
import org.openmrs.module.retention.followup.capacity.CapacityService;
import org.openmrs.module.retention.followup.capacity.DayLoad;
import org.openmrs.module.retention.followup.capacity.DayShortfall;
import org.openmrs.module.retention.followup.planning.PlanningService;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ProtocolSearch;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.FollowUpTaskService;
import org.openmrs.module.retention.followup.task.TaskSearch;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.calendar.SiteName;
import org.openmrs.module.retention.web.task.TaskText;
import org.openmrs.module.retention.web.today.ListChoices;

/** What the supervisor's page shows; each part bounded. */
public final class SupervisorView {

	private static final Page MOST = new Page(0, 50);

	private static final Page ALL = new Page(0, 1000);

	private static final TaskSearch TO_VERIFY = TaskSearch.builder().hold("VERIFY").status("open").sort("due").build();

	private static final int DAYS = 14;

	private static final Page PROTOCOLS = new Page(0, 100);

	private final Instant now = Clock.systemUTC().instant();

	private final boolean whole;

	private final Backlog backlog;

	/**
	 * @param whole all leave, and not the next alone
	 * @param first of the backlog's rows, from 0
	 */
	SupervisorView(boolean whole, int first) {
		this.whole = whole;
		this.backlog = new Backlog(first);
	}

	/** Null for who may not see them. */
	public EscalationsView getEscalations() {
		return Context.hasPrivilege(RetentionPrivileges.GET_ESCALATIONS) ? new EscalationsView(null) : null;
	}

	public Backlog getBacklog() {
		return backlog;
	}

	/** Of the next two weeks, by place and role: the open days. */
	public Map<String, List<DayLoad>> getLoads() {
		Map<String, List<DayLoad>> loads = new LinkedHashMap<>();
		Map<String, String> names = new HashMap<>();
		for (DayLoad load : Context.getService(CapacityService.class).getLoads(DAYS)) {
			loads.computeIfAbsent(desk(load.getCalendar(), load.getSite(), load.getRole(), names), desk -> new ArrayList<>())
				.add(load);
		}
		return loads;
	}

	/** Of the last two weeks, by place and role: the days on which there was no time or no line for some contacts. */
	public Map<String, List<DayShortfall>> getShortfalls() {
		Map<String, List<DayShortfall>> shortfalls = new LinkedHashMap<>();
		Map<String, String> names = new HashMap<>();
		for (DayShortfall one : Context.getService(CapacityService.class).getShortfalls(DAYS)) {
			shortfalls
				.computeIfAbsent(desk(one.getCalendar(), one.getSite(), one.getRole(), names), desk -> new ArrayList<>())
				.add(one);
		}
		return shortfalls;
	}

	/** By the site whose own the time is, else by the calendar of all its places. */
	private static String desk(String calendar, String site, String role, Map<String, String> names) {
		if (site != null) {
			return names.computeIfAbsent(site, SiteName::of) + " · " + role;
		}
		return calendar == null ? role : names.computeIfAbsent(calendar, SupervisorView::name) + " · " + role;
	}

	private static String name(String calendar) {
		RetentionCalendar found = Context.getService(CalendarService.class).getCalendarByUuid(calendar);
		return found == null ? calendar : found.getName();
	}

	/** Not over yet, the one that begins first first. */
	public List<Absence> getAbsences() {
		return Context.getService(AbsenceService.class).findAbsences(AbsenceSearch.builder().from(now).build(),
			whole ? ALL : MOST);
	}

	/** How many of them are not shown. */
	public long getMoreAbsences() {
		return Context.getService(AbsenceService.class).countAbsences(AbsenceSearch.builder().from(now).build())
			- getAbsences().size();
	}

	/** Plans of which nobody is called before a supervisor has looked, with one of their tasks each; the first due first. */
	public Collection<FollowUpTask> getToVerify() {
		Map<String, FollowUpTask> plans = new LinkedHashMap<>();
		tasks().findTasks(TO_VERIFY, MOST).stream().filter(task -> task.getPlan() != null)
			.forEach(task -> plans.putIfAbsent(task.getPlan().getUuid(), task));
		return plans.values();
	}

	/** How many tasks wait for that beyond those. */
	public long getMoreToVerify() {
		return Math.max(0, tasks().countTasks(TO_VERIFY) - MOST.getSize());
	}

	public String title(FollowUpTask task) {
		return TaskText.title(task);
	}

	private static FollowUpTaskService tasks() {
		return Context.getService(FollowUpTaskService.class);
	}

	/** By protocol, how many tasks wait because a sweep made more than the limit. */
	public Map<FollowUpProtocol, Long> getFloods() {
		Map<FollowUpProtocol, Long> floods = new LinkedHashMap<>();
		if (tasks().countTasks(TaskSearch.builder().hold("FLOOD").build()) > 0) {
			for (FollowUpProtocol protocol : Context.getService(ProtocolService.class)
				.findProtocols(ProtocolSearch.builder().build(), PROTOCOLS)) {
				long held = Context.getService(PlanningService.class).countFlood(protocol);
				if (held > 0) {
					floods.put(protocol, held);
				}
			}
		}
		return floods;
	}

	public StaffChoices getStaff() {
		return new StaffChoices();
	}

	public ListChoices getChoices() {
		return new ListChoices();
	}
}
