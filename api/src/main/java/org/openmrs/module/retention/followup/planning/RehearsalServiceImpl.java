/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Clock;
import java.util.List;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.ProtocolValidator;
import org.openmrs.module.retention.followup.protocol.Protocols;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.shared.Problem;
import org.openmrs.module.retention.shared.RetentionException;
import org.springframework.transaction.annotation.Transactional;

/** See {@link RehearsalService}. */
public class RehearsalServiceImpl extends BaseOpenmrsService implements RehearsalService {

	static final String DAYS_OUT_OF_RANGE = "retention.followup.error.rehearsal-days-out-of-range";

	static final String CAPACITY_OUT_OF_RANGE = "retention.followup.error.rehearsal-capacity-out-of-range";

	static final String NOT_POSSIBLE = "retention.followup.error.rehearsal-not-possible";

	/** Of a day, for more people than any clinic has at the telephone. */
	private static final int MOST_MINUTES = 100_000;

	/** Of a protocol that is not stored: nothing was agreed about it. */
	private static final Integer NONE = 0;

	private final Rehearsal rehearsal;

	private final Protocols protocols;

	private final ReferenceDao references;

	private final Clock clock;

	public RehearsalServiceImpl(Rehearsal rehearsal, Protocols protocols, ReferenceDao references, Clock clock) {
		this.rehearsal = rehearsal;
		this.protocols = protocols;
		this.references = references;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public RehearsalReport rehearseProtocol(FollowUpProtocol protocol, int days, Integer capacity) {
		return rehearse(protocol.getId(), protocols.definition(protocol.getId(), protocol.getProtocolVersion()), days,
			capacity);
	}

	@Override
	@Transactional(readOnly = true)
	public RehearsalReport rehearseDefinition(ProtocolDefinition definition, int days, Integer capacity) {
		List<Problem> problems = new ProtocolValidator().validate(definition);
		if (!problems.isEmpty()) {
			throw RetentionException.invalid(problems);
		}
		Integer known = references.protocol(definition.getUuid());
		return rehearse(known == null ? NONE : known, definition.complete(), days, capacity);
	}

	private RehearsalReport rehearse(Integer protocolId, ProtocolDefinition definition, int days, Integer capacity) {
		TriggerType type = definition.getTrigger().getType();
		if (days < 1 || days > MOST_DAYS) {
			throw RetentionException.invalid(DAYS_OUT_OF_RANGE, "days", MOST_DAYS);
		}
		if (capacity != null && (capacity < 1 || capacity > MOST_MINUTES)) {
			throw RetentionException.invalid(CAPACITY_OUT_OF_RANGE, "capacity", MOST_MINUTES);
		}
		if (!type.isRehearsable()) {
			throw RetentionException.invalid(NOT_POSSIBLE, "trigger", type);
		}
		RehearsalTally tally = rehearsal.of(protocolId, definition, days, clock.instant(), Context.getAuthenticatedUser());
		return new RehearsalFigures(tally).report(capacity);
	}
}
