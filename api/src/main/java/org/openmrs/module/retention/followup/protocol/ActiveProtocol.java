/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import java.time.LocalDate;
import lombok.Value;

/** A protocol that is not retired, as far as planning needs it. */
@Value
public class ActiveProtocol {

	Integer protocolId;

	/** The version that new plans get. */
	int version;

	/** Anchors from this day on, less the definition's backfill, make plans. */
	LocalDate activeFrom;

	ProtocolDefinition definition;

	/** The first local day whose anchors make plans. */
	public LocalDate firstAnchorDay() {
		return activeFrom.minus(definition.backfillPeriod());
	}
}
