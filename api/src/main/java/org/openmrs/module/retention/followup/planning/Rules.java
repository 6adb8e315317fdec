/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.module.retention.followup.protocol.EncounterFilter;
import org.openmrs.module.retention.followup.protocol.ObservationFilter;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.Protocols;
import org.openmrs.module.retention.followup.protocol.TriggerType;

/** Versions of protocols with their references resolved, each once for a run. */
class Rules {

	private final Protocols protocols;

	private final ReferenceDao references;

	private final Map<String, ProtocolRule> rules = new HashMap<>();

	Rules(Protocols protocols, ReferenceDao references) {
		this.protocols = protocols;
		this.references = references;
	}

	/** Protocols in use that encounters start, the highest priority first. */
	List<ProtocolRule> active() {
		return protocols.active(TriggerType.ENCOUNTER).stream()
			.map(p -> rule(p.getProtocolId(), p.getVersion(), p.firstAnchorDay(), p.getDefinition()))
			.collect(Collectors.toList());
	}

	/** Any version, of a retired protocol too. */
	ProtocolRule of(Integer protocolId, int version) {
		return rules.computeIfAbsent(protocolId + "/" + version,
			key -> rule(protocolId, version, LocalDate.MIN, protocols.definition(protocolId, version)));
	}

	private ProtocolRule rule(Integer protocolId, int version, LocalDate firstDay, ProtocolDefinition definition) {
		boolean byEncounter = definition.getTrigger().getType() == TriggerType.ENCOUNTER;
		FilterRule trigger = byEncounter ? filter(definition.getTrigger().getFilter()) : null;
		FilterRule fulfilledBy = definition.getFulfilledBy() == null ? null : filter(definition.getFulfilledBy());
		return new ProtocolRule(protocolId, version, firstDay, definition, trigger, fulfilledBy);
	}

	private FilterRule filter(EncounterFilter filter) {
		if (filter == null) {
			return FilterRule.builder().build();
		}
		ObservationFilter observation = filter.getObservation();
		return FilterRule.builder().types(resolve(filter.getEncounterTypes(), references::encounterTypes))
			.forms(resolve(filter.getForms(), references::forms))
			.locations(resolve(filter.getLocations(), references::locationsWithDescendants))
			.questions(observation == null ? null : references.concepts(Collections.singleton(observation.getConcept())))
			.answers(observation == null ? null : resolve(observation.getAnswers(), references::concepts)).build();
	}

	/** Null for an empty list, which does not restrict. */
	private static Set<Integer> resolve(List<String> names, Function<Collection<String>, Set<Integer>> lookUp) {
		return names.isEmpty() ? null : lookUp.apply(names);
	}
}
