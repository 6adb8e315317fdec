/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import lombok.Builder;
import lombok.Singular;
import lombok.Value;
import lombok.extern.jackson.Jacksonized;

/** Which encounters are meant. An empty list does not restrict; several lists must all hold. */
@Value
@Builder(toBuilder = true)
@Jacksonized
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public class EncounterFilter {

	/** Encounter type uuids. */
	@Singular(ignoreNullCollections = true)
	List<String> encounterTypes;

	/** Form uuids. */
	@Singular(ignoreNullCollections = true)
	List<String> forms;

	/** Visit type uuids: of the visit that the encounter is in. */
	@Singular(ignoreNullCollections = true)
	List<String> visitTypes;

	/** Location uuids; each includes its descendants. */
	@Singular(ignoreNullCollections = true)
	List<String> locations;

	/** A coded observation that the encounter must hold. */
	ObservationFilter observation;
}
