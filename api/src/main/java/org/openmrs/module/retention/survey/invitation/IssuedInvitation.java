/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import lombok.AllArgsConstructor;
import lombok.Getter;

/** An invitation with the secret of its link, which is told here and never again. */
@Getter
@AllArgsConstructor
public class IssuedInvitation {

	private static final String PATH = "/ws/retention/s/";

	private final SurveyInvitation invitation;

	/** Null: there was one already, and its link has been told. */
	private final Token token;

	/** Whether the survey can be answered by link. */
	private final boolean linkable;

	/**
	 * Where it is answered, below the address at which patients reach the application; null without a token, and where the
	 * survey cannot be answered by link.
	 */
	public String getPath() {
		return token == null || !linkable ? null : PATH + token.getText();
	}
}
