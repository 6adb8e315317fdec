/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
import org.openmrs.module.retention.followup.protocol.AssignmentLink;

/** An assignment rule as the task keeps it. */
final class AssignmentJson {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private static final TypeReference<List<AssignmentLink>> LINKS = new TypeReference<List<AssignmentLink>>() {
	};

	private AssignmentJson() {
	}

	static String write(List<AssignmentLink> links) {
		if (links == null || links.isEmpty()) {
			return null;
		}
		try {
			return MAPPER.writeValueAsString(links);
		}
		catch (JsonProcessingException e) {
			throw new IllegalArgumentException("assignment rule", e);
		}
	}

	static List<AssignmentLink> read(String json) {
		if (json == null) {
			return Collections.emptyList();
		}
		try {
			return MAPPER.readValue(json, LINKS);
		}
		catch (JsonProcessingException e) {
			throw new IllegalStateException("assignment rule", e);
		}
	}
}
