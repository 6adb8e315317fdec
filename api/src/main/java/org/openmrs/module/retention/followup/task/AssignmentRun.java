/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.User;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.calendar.SitesOfRun;
import org.openmrs.module.retention.followup.protocol.AssignmentLink;
import org.openmrs.module.retention.followup.protocol.Purpose;

/**
 * Gives tasks to somebody who can work them: by the task's rule; what is critical on a closed day to the duty role; while a complaint about service is open, its owner alone
 * works the patient's care.
 */
public class AssignmentRun {

	/** Whose queue gets what names nobody, unless a setting says another. */
	public static final String DEFAULT_ROLE = Assignments.DEFAULT_ROLE;

	static final int BATCH = 200;

	/** With the owner of the escalation that they came from. */
	static final Set<TaskSource> OF_ESCALATIONS = EnumSet.of(TaskSource.ESCALATION, TaskSource.RECOVERY);

	private final StaffDao staff;

	private final TaskDao tasks;

	private final TaskQueries queries;

	private final Sites sites;

	private final Clock clock;

	AssignmentRun(StaffDao staff, TaskDao tasks, TaskQueries queries, Sites sites, Clock clock) {
		this.staff = staff;
		this.tasks = tasks;
		this.queries = queries;
		this.sites = sites;
		this.clock = clock;
	}

	/**
	 * One bounded batch of what is due, unresolved or with somebody who cannot work; how many were looked at. What has expired
	 * stays with whom it was.
	 */
	int batch(User actor) {
		Instant now = clock.instant();
		Set<Integer> ids = new LinkedHashSet<>(staff.tasksOfTheGone(queries.defaultRole(), BATCH));
		Set<Integer> away = new LinkedHashSet<>();
		if (ids.size() < BATCH) {
			away.addAll(staff.tasksOfTheAbsent(now, queries.defaultRole(), BATCH - ids.size()));
			away.removeAll(ids);
		}
		Set<Integer> over = new LinkedHashSet<>();
		int left = BATCH - ids.size() - away.size();
		if (left > 0) {
			staff.tasksToResolve(now, left)
				.forEach(row -> (((Instant) row[1]).isBefore(now) ? over : ids).add((Integer) row[0]));
			ids.removeAll(away);
		}
		assign(lock(ids, now), Cause.of(actor, now, "assignee-cannot-work"));
		assign(lock(away, now), Cause.of(actor, now, "assignee-away"));
		tasks.flush();
		staff.park(over, now);
		return ids.size() + away.size() + over.size();
	}

	/** What somebody has ended, or given to a queue that is worked, since it was found stays as it is. */
	private List<FollowUpTask> lock(Collection<Integer> ids, Instant now) {
		List<FollowUpTask> locked = new ArrayList<>(tasks.lock(ids));
		locked.removeIf(task -> !task.isOpen() || task.isAssignedByHand() && task.getChosenUser() == null
			&& task.getAssigneeRole() != null && staff.staff(now).hasWorkers(task.getAssigneeRole()));
		return locked;
	}

	/** Whether the owner of an open complaint about service works it: all care but what an escalation itself asks for. */
	public static boolean isForOwnerOfComplaint(FollowUpTask task) {
		return task.getPurpose() == Purpose.CARE && !OF_ESCALATIONS.contains(task.getSource());
	}

	/** The queue that the rule names first; null: it names somebody in person. */
	public static String queueOf(String assignment, String defaultRole) {
		return queueOf(AssignmentJson.read(assignment), defaultRole);
	}

	/** As {@link #queueOf(String, String)}, of a rule that is in no task. */
	public static String queueOf(List<AssignmentLink> rule, String defaultRole) {
		return rule.isEmpty() ? defaultRole : rule.get(0).getRole();
	}

	/** At once, whoever has them; the tasks are open. */
	public void assign(Collection<FollowUpTask> open, Cause cause) {
		Staff all = staff.staff(cause.getAt());
		Assignments rules = new Assignments(all, queries.defaultRole(), queries.dutyRole());
		SitesOfRun places = sites.forRun();
		Map<Integer, Object[]> owners = staff.ownersOfComplaints(open.stream()
			.filter(t -> t.getPatient() != null && isForOwnerOfComplaint(t)).map(t -> t.getPatient().getPersonId())
			.collect(Collectors.toSet()));
		for (FollowUpTask task : open) {
			Object[] owner = task.getPatient() != null && isForOwnerOfComplaint(task)
				? owners.get(task.getPatient().getPersonId())
				: null;
			Assignee assignee = owner == null ? null : ofComplaint((User) owner[1], (String) owner[2], all, rules, cause);
			Assignee standIn = assignee != null || task.getChosenUser() == null ? null
				: rules.inPlaceOf(task.getChosenUser(), cause.getAt());
			if (standIn != null) {
				boolean back = task.getChosenUser().equals(standIn.getUser());
				task.standIn(standIn, cause.withCode(back ? "back-at-work" : "deputy"));
			} else {
				task.assignByRule(assignee == null ? byRule(task, rules, places, cause.getAt()) : assignee, cause);
			}
		}
	}

	/** Null: nobody of them can work. */
	private static Assignee ofComplaint(User owner, String role, Staff all, Assignments rules, Cause cause) {
		Assignee found = owner == null ? null : rules.inPlaceOf(owner, cause.getAt());
		if (found != null) {
			return found;
		}
		return role != null && all.hasWorkers(role) ? Assignee.queue(role, null) : null;
	}

	private static Assignee byRule(FollowUpTask task, Assignments rules, SitesOfRun places, Instant now) {
		Integer encounterId = task.getPlan() == null ? null : task.getPlan().getEncounterId();
		ZonedDateTime local = now.atZone(ZoneId.of(task.getZone()));
		if (!task.isCritical()) {
			return rules.resolve(task.getAssignmentLinks(), encounterId, local);
		}
		Site site = places.siteOf(task.getLocation() == null ? null : task.getLocation().getLocationId());
		return rules.resolveCritical(task.getAssignmentLinks(), encounterId, local,
			!site.getHours().isOpen(local.toLocalDate()));
	}
}
