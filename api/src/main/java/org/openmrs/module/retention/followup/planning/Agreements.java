/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.openmrs.module.retention.followup.protocol.TriggerType;

/** What stands between the clinic and some patients, beside their charts. */
class Agreements {

	static final Agreements NONE = new Agreements();

	private final Map<Integer, LocalDate> ended = new HashMap<>();

	private final Map<Integer, Map<Integer, Period>> intervals = new HashMap<>();

	void ended(Integer patient, LocalDate since) {
		ended.put(patient, since);
	}

	/** Whether the patient has left the clinic on the day or after it. */
	boolean hasEnded(Integer patient, LocalDate day) {
		LocalDate since = ended.get(patient);
		return since != null && !since.isBefore(day);
	}

	/** Whether the patient has left the clinic. */
	boolean hasEnded(Integer patient) {
		return ended.containsKey(patient);
	}

	void agreed(Integer patient, Integer protocol, Period interval) {
		intervals.computeIfAbsent(patient, id -> new HashMap<>()).put(protocol, interval);
	}

	/** How long after the anchor's day the steps are counted from. */
	Period waitOf(ProtocolRule rule, Integer patient) {
		Period agreed = intervals.getOrDefault(patient, Collections.emptyMap()).get(rule.getProtocolId());
		return agreed == null || rule.getType() != TriggerType.RECALL ? rule.getDefinition().getTrigger().waitPeriod()
			: agreed;
	}
}
