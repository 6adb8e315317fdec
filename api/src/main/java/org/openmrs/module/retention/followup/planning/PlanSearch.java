/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.Set;
import lombok.Builder;
import lombok.Singular;
import lombok.Value;
import org.openmrs.Patient;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.task.PlanStatus;

/** Which plans; what is null or empty does not restrict. */
@Value
@Builder
public class PlanSearch {

	Patient patient;

	FollowUpProtocol protocol;

	@Singular
	Set<PlanStatus> statuses;

	/** Of the anchor. */
	String encounterUuid;
}
