/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import java.util.Map;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.retention.survey.SurveyMode;

/** Staff write down what somebody has answered. */
@Value
@Builder
public class ResponseRequest {

	/** Uuid of the invitation; null: of an anonymous survey that nobody was invited to. */
	String invitation;

	/** Survey uuid; null with an invitation. */
	String survey;

	/** Uuid of where the cards lay or the tablet stands; null: not said, or with an invitation, which says it. */
	String location;

	/** Not LINK. In an interview the module knows by the invitation's provider whether the caller treats the patient. */
	SurveyMode mode;

	/** By question. */
	Map<String, Object> answers;

	/**
	 * Of the form on which it was typed, chosen by the caller: the same sent again is stored once. Null: always another; with an
	 * invitation, which is answered once, it says nothing.
	 */
	String key;

	/** Language tag; null: not said. */
	String language;
}
