/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** How answers were given. People tell a machine, a stranger and their own dentist different things: never pooled. */
public enum SurveyMode {

	LINK,
	PAPER,
	KIOSK,
	/** Asked by one who treats the patient. */
	INTERVIEW_TREATING,
	/** Asked by other staff. */
	INTERVIEW_OTHER;

	/** Whoever writes the answers down hears who gives them. */
	public boolean isInterview() {
		return this == INTERVIEW_TREATING || this == INTERVIEW_OTHER;
	}

	/** Those that keep what the privacy promises. */
	static Set<SurveyMode> of(Privacy privacy) {
		EnumSet<SurveyMode> modes = EnumSet.allOf(SurveyMode.class);
		if (privacy == Privacy.ANONYMOUS) {
			modes.removeIf(SurveyMode::isInterview);
		}
		return Collections.unmodifiableSet(modes);
	}
}
