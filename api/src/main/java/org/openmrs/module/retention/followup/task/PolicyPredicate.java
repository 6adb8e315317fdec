/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.contact.ContactPoint;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;

/** The contact policy about a task in HQL, at the moment of the filter. Values are parameters; the text is fixed. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class PolicyPredicate {

	private final WorklistFilter filter;

	private final Map<String, Object> parameters;

	/** Nothing forbids it altogether, but for the numbers. */
	String permitted(String t) {
		set("care", Purpose.CARE);
		set("phone", Channel.PHONE);
		set("chartCheck", TaskSource.CHART_CHECK);
		set("ended", ContactProfile.Relationship.ENDED);
		return "(1 = 1"
			+ in(" and (" + t + ".purpose = :care or " + t + ".patient.personId not in (:escalated))", "escalated",
				filter.getEscalated())
			+ ") and exists (select p.personId from Patient p where p = " + t
			+ ".patient and p.voided = false and p.dead = false)"
			+ " and not exists (select f.id from retention.ContactProfile f where f.patient = " + t + ".patient"
			+ " and f.voided = false and ((f.deathReported = true and " + t
			+ ".source <> :chartCheck) or (f.doNotCall = true and " + t + ".channel = :phone)"
			+ " or (f.relationship = :ended and " + t + ".purpose <> :care)))"
			+ " and (" + t + ".ringId = " + t + ".patient.personId or not exists (select d.id"
			+ " from retention.ContactProfile d where d.patient.personId = " + t + ".ringId and d.voided = false"
			+ " and (d.deathReported = true or (d.doNotCall = true and " + t + ".channel = :phone))))"
			+ " and not exists (select r.id from retention.ConsentEntry r where r.patient = " + t + ".patient"
			+ " and r.purpose = " + t + ".purpose and r.withdrawn = false and r.granted = false"
			+ " and (r.channel is null or r.channel = " + t + ".channel) and " + counts("r", t)
			+ " and not exists (select g.id"
			+ " from retention.ConsentEntry g where g.patient = r.patient and g.purpose = r.purpose"
			+ " and g.withdrawn = false and g.granted = true and " + counts("g", t)
			+ " and (g.channel is null or g.channel = "
			+ t
			+ ".channel) and (g.saidAt > r.saidAt or (g.saidAt = r.saidAt and g.id > r.id))))";
	}

	/** It is not a guardian's word about somebody who is of age. */
	private String counts(String r, String t) {
		List<String> minor = new ArrayList<>();
		for (WorklistFilter.Minors minors : filter.getMinors()) {
			String name = "minors" + minor.size();
			set(name, minors.getBornAfter());
			minor.add("m.birthdate > :" + name
				+ (minors.getZones() == null ? "" : " and " + livesIn(t, name + "Zones", minors.getZones())));
		}
		return "(" + r + ".byGuardian = false or exists (select m.personId from Patient m where m = " + r
			+ ".patient and (" + String.join(" or ", minor) + ")))";
	}

	/** Some number may be rung for this purpose, or it is no call. */
	String reached(String t) {
		return filter.isNumberNeeded() ? "(" + t + ".channel <> :phone or " + number(t, false) + ")" : notRefusedAtNumber(t);
	}

	/** Some number may be rung for this purpose, or none is known to ring. */
	String notRefusedAtNumber(String t) {
		return "(" + t + ".channel <> :phone or " + number(t, false) + " or not " + number(t, true) + ")";
	}

	/** The person to ring has a number that may work, where calls for this purpose are refused, or are not. */
	private String number(String t, boolean refused) {
		set("phonePoint", ContactPoint.Kind.PHONE);
		set("wrong", ContactPoint.State.WRONG);
		return "exists (select n.id from retention.ContactPointOwner n where n.personId = " + t
			+ ".ringId and n.contactPoint.kind = :phonePoint and n.contactPoint.state <> :wrong and "
			+ (refused ? "" : "not ") + "exists (select s.id from retention.ConsentEntry s"
			+ " where s.pointKey = n.contactPoint.pointKey and s.purpose = " + t
			+ ".purpose and s.withdrawn = false and s.granted = false))";
	}

	/** Neither the place nor the people are spared today, and no call to the person is promised for later. */
	String rested(String t) {
		set("care", Purpose.CARE);
		set("phone", Channel.PHONE);
		set("inPerson", Channel.IN_PERSON);
		return "(" + t + ".purpose = :care or (1 = 1" + siteOpen(t)
			+ in(" and (" + promised(t) + " or " + t + ".patient.personId not in (:resting) and " + t
				+ ".ringId not in (:resting))", "resting", filter.getResting())
			+ in(" and (" + promised(t) + " or " + t + ".ringId not in (:capped))", "capped", filter.getCapped()) + "))"
			+ spared(t) + kept(t);
	}

	/** No other call to the person is promised for later, or it is urgent care. */
	private String kept(String t) {
		set("urgent", ListClass.URGENT);
		return in(" and (" + t + ".channel <> :phone or " + promised(t) + " or (" + t + ".purpose = :care and (" + t
			+ ".critical = true or " + t + ".listClass = :urgent)) or " + t + ".ringId not in (:promisedTo))", "promisedTo",
			filter.getPromisedTo());
	}

	/** {@link FollowUpTask#isCallBack()}. */
	String promised(String t) {
		set("callBack", TaskSource.CALL_BACK);
		return "(" + t + ".source = :callBack or " + t + ".dueFrom <> " + t + ".plannedFrom or " + t + ".dueBy <> " + t
			+ ".plannedBy)";
	}

	String beforeQuietHours(String t) {
		StringBuilder hql = new StringBuilder();
		int place = 0;
		for (WorklistFilter.Quiet quiet : filter.getQuiet()) {
			String name = "quiet" + place++;
			set(name + "Seconds", (int) quiet.getSeconds());
			hql.append(" and (" + t + ".channel = :inPerson or " + t + ".targetSeconds <= :" + name + "Seconds or not "
				+ livesIn(t, name, quiet.getZones()) + ")");
		}
		return hql.toString();
	}

	/** Nobody is in mourning, or it is care or a recall. */
	private String spared(String t) {
		StringBuilder hql = new StringBuilder();
		set("recall", Purpose.RECALL);
		int day = 0;
		for (WorklistFilter.Mourning mourning : filter.getMourning()) {
			String name = "mourning" + day++;
			set(name, mourning.getPersons());
			hql.append(" and (" + t + ".purpose = :care or " + t + ".purpose = :recall or (" + t
				+ ".patient.personId not in (:" + name + ") and " + t + ".ringId not in (:" + name + "))"
				+ (mourning.getZones() == null ? "" : " or not " + livesIn(t, name + "Zones", mourning.getZones())) + ")");
		}
		return hql.toString();
	}

	/** The patient's zone if it is known, else the task's, is one of these. */
	private String livesIn(String t, String name, Collection<String> zones) {
		set(name, zones);
		return "(exists (select q.id from retention.ContactProfile q where q.patient = " + t + ".patient"
			+ " and q.voided = false and q.zone in (:" + name + ")) or (" + t + ".zone in (:" + name
			+ ") and not exists (select z.id from retention.ContactProfile z where z.patient = " + t
			+ ".patient and z.voided = false and z.zone is not null)))";
	}

	private String siteOpen(String t) {
		String hql = "";
		if (filter.isClosedElsewhere()) {
			hql += " and (" + t + ".channel = :inPerson or " + t + ".location is not null)";
		}
		if (!filter.getClosedLocations().isEmpty()) {
			set("closed", filter.getClosedLocations());
			hql += " and (" + t + ".channel = :inPerson or " + t + ".location is null or " + t
				+ ".location.locationId not in (:closed))";
		}
		return hql;
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
