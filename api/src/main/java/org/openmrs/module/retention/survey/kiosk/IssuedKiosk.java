/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.kiosk;

import lombok.AllArgsConstructor;
import lombok.Getter;
import org.openmrs.module.retention.survey.invitation.Token;

/** A kiosk with the secret of its link, which is told here and never again. */
@Getter
@AllArgsConstructor
public class IssuedKiosk {

	private static final String PATH = "/ws/retention/k/";

	private final SurveyKiosk kiosk;

	private final Token token;

	/** Where its survey is answered, below the address at which the device reaches the application. */
	public String getPath() {
		return PATH + token.getText();
	}
}
