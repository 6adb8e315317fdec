/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lombok.Getter;
import org.openmrs.User;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.calendar.SitesOfRun;
import org.openmrs.module.retention.followup.task.Cause;

/**
 * What holds for one run: the moment and the actor, the protocols with their references resolved, the sites, and what
 * counts as a visit. As old as the run; nothing of it is kept.
 */
@Getter
class PlanningRun {

	private final Instant now;

	private final User actor;

	private final SitesOfRun sites;

	private final Rules rules;

	/** Protocols that encounters start, the highest priority first. */
	private final List<ProtocolRule> active;

	/** Encounter types that are a visit of the patient. */
	private final Set<Integer> visitTypes;

	/** Encounter types of the module's own conversations, which start and fulfil nothing. */
	private final Set<Integer> contactTypes;

	private final GroupsOfRun groups;

	private final SweepReport report;

	/** By patient whose newest visit turned out to be none: encounters to look at again. */
	private final Map<Integer, Set<Integer>> lookAgain = new HashMap<>();

	/** Null: not a sweep; what is planned one by one floods nobody. */
	private FloodGate flood;

	PlanningRun(Instant now, User actor, SitesOfRun sites, Rules rules, List<ProtocolRule> active,
		Set<Integer> visitTypes, Set<Integer> contactTypes, GroupsOfRun groups) {
		this.now = now;
		this.actor = actor;
		this.sites = sites;
		this.rules = rules;
		this.active = active;
		this.visitTypes = visitTypes;
		this.contactTypes = contactTypes;
		this.groups = groups;
		this.report = new SweepReport();
	}

	private PlanningRun(PlanningRun whole, List<ProtocolRule> active, Instant now, SweepReport report) {
		this.now = now;
		this.actor = whole.actor;
		this.sites = whole.sites;
		this.rules = whole.rules;
		this.active = active;
		this.visitTypes = whole.visitTypes;
		this.contactTypes = whole.contactTypes;
		this.groups = whole.groups;
		this.report = report;
		this.flood = whole.flood;
	}

	/** The same run with some of its protocols. */
	PlanningRun with(Predicate<ProtocolRule> some) {
		return new PlanningRun(this, active.stream().filter(some).collect(Collectors.toList()), now, report);
	}

	/** The same run as it would have been at another moment, with a report of its own. */
	PlanningRun at(Instant moment, SweepReport theirs) {
		return new PlanningRun(this, active, moment, theirs);
	}

	void lookAgainAt(Integer patient, Integer encounter) {
		lookAgain.computeIfAbsent(patient, id -> new LinkedHashSet<>()).add(encounter);
	}

	/** The encounters to look at again. */
	Set<Integer> encountersAgain() {
		return lookAgain.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	void guard(FloodGate gate) {
		this.flood = gate;
	}

	Site siteOf(EncounterFacts encounter) {
		return sites.siteOf(encounter.getLocationId());
	}

	/** Whether the patient is one of those that the protocol is meant for, on that day. */
	boolean isMeant(ProtocolRule rule, Integer patient, String sex, LocalDate birthdate, LocalDate day) {
		return rule.isFor(sex, birthdate, day) && (!rule.asksForGroups() || rule.isForMembersOf(groups.of(patient)));
	}

	boolean isVisit(EncounterFacts encounter) {
		return visitTypes.contains(encounter.getTypeId());
	}

	/** Whether it may start or fulfil anything: neither voided nor one of our own. */
	boolean counts(EncounterFacts encounter) {
		return !encounter.isVoided() && !contactTypes.contains(encounter.getTypeId());
	}

	/** The version that made the plan. */
	ProtocolRule ruleOf(PlanState plan) {
		return rules.of(plan.getProtocolId(), plan.getProtocolVersion());
	}

	Cause because(String reason) {
		return Cause.of(actor, now, reason);
	}

	/** The questions that active protocols, and the plans, look at. */
	Set<Integer> questions(Iterable<PlanState> plans) {
		Set<Integer> questions = new HashSet<>();
		active.forEach(rule -> questions.addAll(rule.getQuestions()));
		for (PlanState plan : plans) {
			questions.addAll(ruleOf(plan).getQuestions());
		}
		return questions;
	}

	List<ProtocolRule> getActive() {
		return new ArrayList<>(active);
	}
}
