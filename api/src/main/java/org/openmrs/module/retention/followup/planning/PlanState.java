/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.LocalDate;
import lombok.AllArgsConstructor;
import lombok.Getter;
import org.openmrs.module.retention.followup.task.PlanStatus;

/** A plan as planning sees it: a row of the table, or a draft that is not written yet. */
@Getter
@AllArgsConstructor
class PlanState {

	/** Null: a draft. */
	private final Integer planId;

	private final Integer protocolId;

	private final int protocolVersion;

	/** Null: the patient was purged. */
	private final Integer patientId;

	private final String anchorKey;

	/** Null: the anchor is no encounter, or the encounter was purged. */
	private final Integer encounterId;

	/** Null: the anchor is no encounter. */
	private final String encounterUuid;

	private final Instant anchorAt;

	private final LocalDate anchorDay;

	private final String zone;

	private final Integer locationId;

	private PlanStatus status;

	private final String statusReason;

	/** The encounter that has fulfilled it; null: none has. */
	private final Integer fulfilledBy;

	/** Null: a row. */
	private final PlanDraft draft;

	static PlanState of(PlanDraft draft) {
		return new PlanState(null, draft.getRule().getProtocolId(), draft.getRule().getVersion(),
			draft.getAnchor().getPatientId(), draft.getAnchor().getKey(), draft.getAnchor().getEncounterId(),
			draft.getAnchor().getEncounterUuid(), draft.getAnchor().getAt(), draft.getAnchor().getDay(),
			draft.getAnchor().getSite().getZone().getId(), draft.getAnchor().getLocationId(), draft.getStatus(), null, null,
			draft);
	}

	/** One that a rehearsal has made, as if it were a row. */
	static PlanState rehearsed(Integer planId, PlanDraft draft, PlanStatus status, String reason) {
		PlanState made = of(draft);
		return new PlanState(planId, made.protocolId, made.protocolVersion, made.patientId, made.anchorKey, made.encounterId,
			made.encounterUuid, made.anchorAt, made.anchorDay, made.zone, made.locationId, status, reason, null, null);
	}

	boolean isActive() {
		return status == PlanStatus.ACTIVE;
	}

	boolean isAnchoredOn(EncounterFacts encounter) {
		return encounter.getId().equals(encounterId);
	}

	/** It stands on an encounter that is no longer there. */
	boolean hasAnchorPurged() {
		return encounterId == null && encounterUuid != null;
	}

	/** Ended because its encounter is gone or is another thing now: it leaves its key to the next that comes. */
	boolean hasLostItsAnchor() {
		return status == PlanStatus.CANCELLED && statusReason != null && statusReason.startsWith("anchor-");
	}

	/** Remembers what becomes of it within this run. */
	void became(PlanStatus newStatus) {
		this.status = newStatus;
	}
}
