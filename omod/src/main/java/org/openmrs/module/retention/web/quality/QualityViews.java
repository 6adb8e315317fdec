/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.quality;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.quality.QualitySample;
import org.openmrs.module.retention.followup.quality.QualityService;
import org.openmrs.module.retention.shared.Messages;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.web.rest.NamelessPatient;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.representation.Representation;

/** What the resources of quality checks share. */
final class QualityViews {

	private static final String CRITERION = "retention.followup.criterion.";

	private QualityViews() {
	}

	/** In the caller's language; a site's own criterion has no text but its key. */
	static Map<String, Object> criterion(String key) {
		Map<String, Object> view = new LinkedHashMap<>();
		String text = Messages.text(CRITERION + key, Context.getLocale());
		view.put("criterion", key);
		view.put("text", text.startsWith(CRITERION) ? key : text);
		return view;
	}

	static void put(Map<String, Object> view, String name, Object object) {
		Object shown = ConversionUtil.convertToRepresentation(NamelessPatient.shown(object), Representation.REF);
		if (shown != ConversionUtil.PRIVILEGE_DENIED) {
			view.put(name, shown);
		}
	}

	/** Null for null; oneself is known without the privilege to see accounts. */
	static User user(String field, String uuid) {
		User caller = Context.getAuthenticatedUser();
		if (uuid == null || caller != null && uuid.equals(caller.getUuid())) {
			return uuid == null ? null : caller;
		}
		return known(field, Context.getUserService().getUserByUuid(uuid));
	}

	static QualitySample sample(String uuid) {
		return uuid == null ? null : known("sample", service().getSampleByUuid(uuid));
	}

	static <V> V known(String field, V found) {
		if (found == null) {
			throw RetentionException.invalid("retention.web.error.unknown-reference", field, field);
		}
		return found;
	}

	static QualityService service() {
		return Context.getService(QualityService.class);
	}
}
