/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.query.Query;
import org.openmrs.module.retention.contact.ContactPoint;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;

/**
 * What belongs on the day's list, and what of it may be called now, in HQL: the contact policy as far as it decides the
 * order. Values are parameters; the text is fixed. A row is a person; its leading task is the one that no other of the
 * person's tasks on the list precedes, so a page of rows is a bounded walk along an index and needs no grouping; only what
 * stands on top of the list is counted over all that is due. What the task itself tells is asked before other tables are.
 */
final class WorklistPredicate {

	private final WorklistFilter filter;

	private final Map<String, Object> parameters = new LinkedHashMap<>();

	private final PolicyPredicate policy;

	WorklistPredicate(WorklistFilter filter) {
		this.filter = filter;
		this.policy = new PolicyPredicate(filter, parameters);
		set("open", TaskStatus.OPEN);
		set("now", filter.getNow());
		set("phone", Channel.PHONE);
	}

	/** The leading tasks of the persons who may be called now. */
	String callableRows() {
		set("classes", ListClass.of(filter.getPurpose()));
		return " from retention.FollowUpTask t where t.listClass in (:classes) and " + near("t") + " and " + callable("t")
			+ " and not exists (select o.id from retention.FollowUpTask o where o.ringId = t.ringId and " + near("o")
			+ " and "
			+ before("o", "t") + " and " + callable("o") + ")";
	}

	/** Of the persons who are on the list and may not be called yet, the tasks that wake first. */
	String waitingRows() {
		return " from retention.FollowUpTask t where " + listed("t") + " and not " + calledAnyway("t")
			+ " and not exists (select o.id from retention.FollowUpTask o where o.ringId = t.ringId and "
			+ wakesBefore("o", "t") + " and " + listed("o") + ")";
	}

	/** Awake tasks that are worked in the calls that may be made now: also others than those asked for, of the same person. */
	String workedTasks() {
		return " from retention.FollowUpTask t where " + open("t") + " and t.wakeAt <= :now and " + policy.rested("t")
			+ (isAllAskedFor() ? "" : " and (" + askedFor("t") + " or " + calledAnyway("t") + ")") + " and "
			+ unhindered("t");
	}

	/** Of {@link #workedTasks()}, the person of a task that may be called for itself; null: it is worked with another. */
	String calledPerson() {
		return isAllAskedFor() ? "t.ringId" : "case when " + askedFor("t") + " then t.ringId else null end";
	}

	private boolean isAllAskedFor() {
		return !filter.narrows() && !filter.getDays().isAnybodyRungInVain();
	}

	/** Tasks that were tried a short while ago and are worked all the same, in a call that may be made to the person now. */
	String spacedTasks() {
		return " from retention.FollowUpTask t where " + open("t")
			+ " and t.nextTryAt > :now and t.dueFrom <= :now and (t.holdUntil is null or t.holdUntil <= :now) and "
			+ opportune("t") + " and " + calledAnyway("t");
	}

	private String calledAnyway(String t) {
		return "exists (select c.id from retention.FollowUpTask c where c.ringId = " + t + ".ringId and " + near("c")
			+ " and "
			+ callable("c") + ")";
	}

	/** Of {@code :persons}, what the filter asks for and begins today; null: it asks for all. */
	String askedForTasks() {
		return filter.narrows() ? " from retention.FollowUpTask t where t.ringId in (:persons) and " + open("t") + " and "
			+ near("t") + " and " + today("t", "t.dueFrom") + narrowed("t") : null;
	}

	String listedTasks() {
		return " from retention.FollowUpTask t where " + listed("t");
	}

	static String callableOrder() {
		return " order by t.listClass asc, t.dueBy asc, t.listOrder asc, t.id asc";
	}

	static String waitingOrder() {
		return " order by t.wakeAt asc, t.expiresAt asc, t.id asc";
	}

	<T> Query<T> bind(Query<T> query) {
		parameters.forEach((name, value) -> {
			if (query.getParameterMetadata().getNamedParameterNames().contains(name)) {
				if (value instanceof Collection) {
					query.setParameterList(name, (Collection<?>) value);
				} else {
					query.setParameter(name, value);
				}
			}
		});
		return query;
	}

	private static String before(String o, String t) {
		return "(" + o + ".listClass < " + t + ".listClass or (" + o + ".listClass = " + t + ".listClass and (" + o
			+ ".dueBy < " + t + ".dueBy or (" + o + ".dueBy = " + t + ".dueBy and (" + o + ".listOrder < " + t
			+ ".listOrder or (" + o + ".listOrder = " + t + ".listOrder and " + o + ".id < " + t + ".id))))))";
	}

	private static String wakesBefore(String o, String t) {
		return "(" + o + ".wakeAt < " + t + ".wakeAt or (" + o + ".wakeAt = " + t + ".wakeAt and (" + o + ".expiresAt < " + t
			+ ".expiresAt or (" + o + ".expiresAt = " + t + ".expiresAt and " + o + ".id < " + t + ".id))))";
	}

	/** Open, worth doing, waking today or to be asked for a number, and nothing forbids it altogether. */
	private String listed(String t) {
		return open(t) + " and (" + today(t, t + ".wakeAt") + numberless(t) + ")" + narrowed(t) + " and "
			+ policy.permitted(t)
			+ " and " + policy.notRefusedAtNumber(t);
	}

	/** The moment lies before the end of today where the task is worked. */
	private String today(String t, String moment) {
		set("horizon", filter.getDays().latestEnd());
		return moment + " <= :horizon" + ofItsDay(t, moment + " <= :end", "end", LocalDays.Today::getEnd);
	}

	/** Where it is not one day everywhere, the condition on that of the task; the name of its bound ends it. */
	private String ofItsDay(String t, String condition, String name, Function<LocalDays.Today, Object> bound) {
		List<LocalDays.Today> days = filter.getDays().getDays();
		if (days.size() == 1) {
			return "";
		}
		StringBuilder hql = new StringBuilder();
		for (int i = 0; i < days.size(); i++) {
			set(name + i, bound.apply(days.get(i)));
			hql.append(i == 0 ? " and (" : " or ").append(isDayOf(t, i)).append(" and ").append(condition).append(i);
		}
		return hql.append(")").toString();
	}

	/** The day is that of the task. */
	private String isDayOf(String t, int day) {
		Set<String> zones = filter.getDays().getDays().get(day).getZones();
		set("zones" + day, zones == null ? filter.getDays().elsewhere() : zones);
		return t + ".zone " + (zones == null ? "not " : "") + "in (:zones" + day + ")";
	}

	/** Held until there is a number, and the patient is here to be asked for one. */
	private String numberless(String t) {
		set("noNumber", HoldReason.NO_NUMBER);
		return in(" or " + t + ".holdReason = :noNumber and " + t + ".patient.personId in (:numberless)", "numberless",
			filter.getToAskForNumber());
	}

	/** Listed, awake, and nothing defers it. */
	String callable(String t) {
		return open(t) + " and " + t + ".wakeAt <= :now and " + askedFor(t) + " and " + opportune(t);
	}

	/**
	 * The window closes neither before the longest grace nor after the longest window. It follows from the rest, but the
	 * database cannot know.
	 */
	private String near(String t) {
		set("oldest", filter.getNow().minus(TaskTimes.LONGEST_GRACE));
		set("latest", filter.getDays().latestEnd().plus(TaskTimes.LONGEST_WINDOW));
		return t + ".dueBy >= :oldest and " + t + ".dueBy <= :latest";
	}

	/** It is one of those that the list is of, and the number has not been rung in vain. */
	private String askedFor(String t) {
		return "(" + unspent(t) + narrowed(t) + ")";
	}

	/** Neither forbidden nor deferred; what the task itself tells first. */
	private String opportune(String t) {
		return policy.rested(t) + " and " + unhindered(t);
	}

	/** What other tables tell: neither forbidden nor deferred. */
	private String unhindered(String t) {
		return policy.permitted(t) + " and " + timely(t) + " and " + policy.reached(t);
	}

	private static String open(String t) {
		return t + ".status = :open and " + t + ".voided = false and " + t + ".expiresAt >= :now";
	}

	/** The number has not been rung in vain too often today, or that does not matter. */
	private String unspent(String t) {
		StringBuilder hql = new StringBuilder("(1 = 1");
		List<LocalDays.Today> days = filter.getDays().getDays();
		for (int i = 0; i < days.size(); i++) {
			hql.append(in(
				" and (" + t + ".channel <> :phone or " + t + ".critical = true or " + policy.promised(t) + " or " + t
					+ ".ringId not in (:rungInVain" + i + ")"
					+ (days.size() == 1 ? "" : " or not " + isDayOf(t, i)) + ")",
				"rungInVain" + i,
				days.get(i).getRungInVain()));
		}
		return hql.append(")").toString();
	}

	/** Of a call, nobody is in the building, and it ends before the quiet hours; of a step in person, somebody is here. */
	private String timely(String t) {
		set("inPerson", Channel.IN_PERSON);
		return "(" + t + ".channel <> :phone or (not " + visiting(t, t + ".ringId") + " and (" + t + ".ringId = " + t
			+ ".patient.personId or not " + visiting(t, t + ".patient.personId") + ")))" + here(t)
			+ policy.beforeQuietHours(t);
	}

	private String visiting(String t, String person) {
		set("visitsSince", Date.from(filter.getDays().earliestStart()));
		return "exists (select v.visitId from Visit v where v.patient.personId = " + person + " and v.voided = false"
			+ " and v.stopDatetime is null and v.startDatetime >= :visitsSince"
			+ ofItsDay(t, "v.startDatetime >= :start", "start", day -> Date.from(day.getStart())) + ")";
	}

	/** Where no visits are kept, who was treated a short while ago is still here. */
	private String here(String t) {
		set("step", TaskSource.STEP);
		set("treatedSince", filter.getTreatedSince());
		set("conversations", filter.getConversations());
		return " and (" + t + ".channel <> :inPerson or " + t + ".source <> :step or " + visiting(t, t + ".ringId") + " or "
			+ visiting(t, t + ".patient.personId") + " or exists (select e.encounterId from Encounter e where e.patient = "
			+ t
			+ ".patient and e.voided = false and e.visit is null and e.encounterDatetime >= :treatedSince"
			+ " and e.encounterType.uuid not in (:conversations)))";
	}

	private String narrowed(String t) {
		StringBuilder hql = new StringBuilder();
		if (filter.isCallableOnly()) {
			set("caller", filter.getCaller());
			hql.append(
				" and (" + t + ".claimUntil is null or " + t + ".claimUntil <= :now or " + t + ".claimUser = :caller)");
		}
		if (filter.getPurpose() != null) {
			set("purpose", filter.getPurpose());
			hql.append(" and " + t + ".purpose = :purpose");
		}
		if (filter.getLocations() != null) {
			set("locations", filter.getLocations());
			String there = t + ".location.locationId in (:locations)";
			hql.append(" and " + (filter.isPlacelessToo() ? "(" + there + " or " + t + ".location is null)" : there));
		}
		if (filter.getLanguage() != null) {
			filter.getLanguage().parameters().forEach(this::set);
			hql.append(" and ").append(filter.getLanguage().condition(t));
		}
		return hql.append(whose(t)).toString();
	}

	private String whose(String t) {
		if (filter.getAssignee() == null && filter.getRoles() == null) {
			return "";
		}
		StringBuilder hql = new StringBuilder(" and (1 = 0");
		if (filter.getAssignee() != null) {
			set("assignee", filter.getAssignee());
			hql.append(" or " + t + ".assigneeUser = :assignee");
		}
		if (filter.getRoles() != null && !filter.getRoles().isEmpty()) {
			set("roles", filter.getRoles());
			hql.append(" or (" + t + ".assigneeUser is null and " + t + ".assigneeRole in (:roles))");
		}
		if (filter.isUnresolvedToo()) {
			hql.append(" or (" + t + ".assigneeUser is null and " + t + ".assigneeRole is null"
				+ in(" and " + t + ".patient.personId not in (:escalated)", "escalated", filter.getEscalated()) + ")");
		}
		return hql.append(")").toString();
	}

	/** The condition with its list; nothing when the list is empty. */
	private String in(String condition, String name, Collection<?> values) {
		if (values.isEmpty()) {
			return "";
		}
		set(name, values);
		return condition;
	}

	private void set(String name, Object value) {
		parameters.put(name, value);
	}
}
