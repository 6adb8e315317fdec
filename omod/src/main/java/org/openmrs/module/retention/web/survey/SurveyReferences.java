/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import org.openmrs.EncounterType;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.Provider;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyService;

/** What the filters of the lists name: null where they name nothing, refused where nothing is of that name. */
final class SurveyReferences {

	private SurveyReferences() {
	}

	static Survey survey(String uuid) {
		return uuid == null ? null : known("survey", Context.getService(SurveyService.class).getSurveyByUuid(uuid));
	}

	static Patient patient(String uuid) {
		return uuid == null ? null : known("patient", Context.getPatientService().getPatientByUuid(uuid));
	}

	static Location location(String uuid) {
		return uuid == null ? null : known("location", Context.getLocationService().getLocationByUuid(uuid));
	}

	static Provider provider(String uuid) {
		return uuid == null ? null : known("provider", Context.getProviderService().getProviderByUuid(uuid));
	}

	static EncounterType encounterType(String uuid) {
		return uuid == null ? null
			: known("encounterType", Context.getEncounterService().getEncounterTypeByUuid(uuid));
	}

	private static <V> V known(String field, V found) {
		if (found == null) {
			throw RetentionException.invalid("retention.web.error.unknown-reference", field, field);
		}
		return found;
	}
}
