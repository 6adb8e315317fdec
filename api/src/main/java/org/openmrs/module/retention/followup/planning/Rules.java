/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.module.retention.followup.protocol.ActiveProtocol;
import org.openmrs.module.retention.followup.protocol.BookingMoment;
import org.openmrs.module.retention.followup.protocol.EncounterFilter;
import org.openmrs.module.retention.followup.protocol.ObservationFilter;
import org.openmrs.module.retention.followup.protocol.PatientFilter;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.Protocols;
import org.openmrs.module.retention.followup.protocol.Trigger;
import org.openmrs.module.retention.followup.protocol.TriggerType;

/** Versions of protocols with their references resolved, each once for a run. */
class Rules {

	/** How far back the last visit of a patient is looked for; beyond, it is a matter of segments. */
	static final Period HISTORY = Period.ofMonths(36);

	private static final Set<TriggerType> BY_ENCOUNTER = EnumSet.of(TriggerType.ENCOUNTER, TriggerType.RECALL,
		TriggerType.LAPSE, TriggerType.ABSENCE_OF, TriggerType.OBS_DATE);

	/** No stored version has the number. */
	private static final int UNSTORED = 0;

	private final Protocols protocols;

	private final ReferenceDao references;

	private final Set<Integer> visitTypes;

	private final LocalDate today;

	private final Map<String, ProtocolRule> rules = new HashMap<>();

	/**
	 * @param visitTypes encounter types that are a visit
	 * @param today in any zone, for what is months away
	 */
	Rules(Protocols protocols, ReferenceDao references, Set<Integer> visitTypes, LocalDate today) {
		this.protocols = protocols;
		this.references = references;
		this.visitTypes = visitTypes;
		this.today = today;
	}

	/** Protocols in use that encounters start, the highest priority first. */
	List<ProtocolRule> active() {
		return BY_ENCOUNTER.stream().flatMap(type -> protocols.active(type).stream()).filter(this::hasBegun)
			.sorted(Comparator.comparing((ActiveProtocol p) -> -p.getDefinition().getPriority())
				.thenComparing(ActiveProtocol::getProtocolId))
			.map(p -> rule(p.getProtocolId(), p.getVersion(), firstAnchorDay(p), p.getDefinition()))
			.collect(Collectors.toList());
	}

	/** Protocols in use that another feature starts by that name. */
	List<ProtocolRule> byEvent(String name) {
		return active(TriggerType.EVENT).stream()
			.filter(rule -> rule.getDefinition().getTrigger().getEvent().equals(name)).collect(Collectors.toList());
	}

	/** Protocols in use that are about that side of bookings. */
	List<ProtocolRule> byBooking(BookingMoment moment) {
		return active(TriggerType.BOOKING).stream()
			.filter(rule -> rule.getDefinition().getTrigger().getWhen() == moment).collect(Collectors.toList());
	}

	/** Protocols in use of a trigger that no encounter starts. */
	List<ProtocolRule> active(TriggerType type) {
		return protocols.active(type).stream()
			.map(p -> rule(p.getProtocolId(), p.getVersion(), p.firstAnchorDay(), p.getDefinition()))
			.collect(Collectors.toList());
	}

	/** What looks back at visits long before it was active does so from the day on which it is. */
	private boolean hasBegun(ActiveProtocol protocol) {
		return !isByInterval(protocol.getDefinition()) || !protocol.getActiveFrom().isAfter(today);
	}

	private LocalDate firstAnchorDay(ActiveProtocol protocol) {
		return isByInterval(protocol.getDefinition()) ? today.minus(HISTORY) : protocol.firstAnchorDay();
	}

	private static boolean isByInterval(ProtocolDefinition definition) {
		return definition.getTrigger().getType().isByInterval();
	}

	/** Any version, of a retired protocol too. */
	ProtocolRule of(Integer protocolId, int version) {
		return rules.computeIfAbsent(protocolId + "/" + version,
			key -> rule(protocolId, version, LocalDate.MIN, protocols.definition(protocolId, version)));
	}

	/**
	 * A definition that may not be stored, as if it had always been in use.
	 *
	 * @param protocolId of the protocol that it is, or would be, a version of
	 */
	ProtocolRule unstored(Integer protocolId, ProtocolDefinition definition) {
		ProtocolRule rule = rule(protocolId, UNSTORED, LocalDate.MIN, definition);
		rules.put(protocolId + "/" + UNSTORED, rule);
		return rule;
	}

	private ProtocolRule rule(Integer protocolId, int version, LocalDate firstDay, ProtocolDefinition definition) {
		Trigger trigger = definition.getTrigger();
		PatientFilter patients = definition.getPatients();
		return new ProtocolRule(protocolId, version, firstDay, definition, starts(trigger),
			trigger.getConcept() == null ? null : references.concepts(Collections.singleton(trigger.getConcept())),
			fulfilledBy(definition), patients == null ? null : resolve(patients.getGroups(), references::groups),
			patients == null ? Collections.emptySet() : references.groups(patients.getExceptGroups()));
	}

	/** What ends a plan of that version; null: nothing does. */
	FilterRule fulfilledBy(Integer protocolId, int version) {
		return fulfilledBy(protocols.definition(protocolId, version));
	}

	private FilterRule fulfilledBy(ProtocolDefinition definition) {
		Trigger trigger = definition.getTrigger();
		EncounterFilter filter = trigger.getType() == TriggerType.ABSENCE_OF ? trigger.getAbsent()
			: definition.getFulfilledBy();
		return filter == null ? null : filter(filter);
	}

	/** Null: not started by encounters. */
	private FilterRule starts(Trigger trigger) {
		if (trigger.getType() == TriggerType.LAPSE) {
			return FilterRule.builder().types(visitTypes).build();
		}
		return BY_ENCOUNTER.contains(trigger.getType()) ? filter(trigger.getFilter()) : null;
	}

	private FilterRule filter(EncounterFilter filter) {
		if (filter == null) {
			return FilterRule.builder().build();
		}
		ObservationFilter observation = filter.getObservation();
		return FilterRule.builder().types(resolve(filter.getEncounterTypes(), references::encounterTypes))
			.forms(resolve(filter.getForms(), references::forms))
			.visitTypes(resolve(filter.getVisitTypes(), references::visitTypes))
			.locations(resolve(filter.getLocations(), references::locationsWithDescendants))
			.questions(observation == null ? null : references.concepts(Collections.singleton(observation.getConcept())))
			.answers(observation == null ? null : resolve(observation.getAnswers(), references::concepts)).build();
	}

	/** Null for an empty list, which does not restrict. */
	private static Set<Integer> resolve(List<String> names, Function<Collection<String>, Set<Integer>> lookUp) {
		return names.isEmpty() ? null : lookUp.apply(names);
	}
}
