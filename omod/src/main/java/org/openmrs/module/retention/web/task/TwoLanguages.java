/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.task;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.openmrs.module.retention.question.LocalizedText;

/** Texts of a script as a caller reads them: in the patient's language beside the caller's. */
public final class TwoLanguages {

	private final Locale patient;

	private final Locale caller;

	public TwoLanguages(String patientLanguage, String callerLanguage) {
		patient = Locale.forLanguageTag(patientLanguage);
		caller = Locale.forLanguageTag(callerLanguage);
	}

	/** Null for none. */
	public Map<String, Object> of(LocalizedText text) {
		if (text == null) {
			return null;
		}
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("patient", text.in(patient));
		view.put("caller", text.in(caller));
		return view;
	}
}
