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

/**
 * For which patients a protocol is meant; all that is named must hold. Ages are in completed years on the anchor's day,
 * groups are the platform's cohorts.
 */
@Value
@Builder(toBuilder = true)
@Jacksonized
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public class PatientFilter {

	Integer minAge;

	Integer maxAge;

	/** The platform's gender codes, for example F, M; empty: any. */
	@Singular(value = "sex", ignoreNullCollections = true)
	List<String> sexes;

	/** Cohort uuids: who is in at least one of them when it is planned; empty: any. */
	@Singular(ignoreNullCollections = true)
	List<String> groups;

	/** Cohort uuids: who is in none of them then. */
	@Singular(ignoreNullCollections = true)
	List<String> exceptGroups;
}
