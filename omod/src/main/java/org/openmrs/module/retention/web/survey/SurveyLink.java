/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import javax.servlet.http.HttpServletRequest;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.springframework.web.util.UriComponentsBuilder;

/** Where surveys are answered. */
public final class SurveyLink {

	private SurveyLink() {
	}

	/** The whole address: where the setting does not say it, from where the caller has reached the server. Null for null. */
	public static String whole(String path, HttpServletRequest request) {
		if (path == null) {
			return null;
		}
		if (isSet()) {
			return base() + path;
		}
		return UriComponentsBuilder.fromHttpUrl(request.getRequestURL().toString())
			.replacePath(request.getContextPath() + path).build().toUriString();
	}

	/** Whether somebody has said from where patients reach the server. */
	public static boolean isSet() {
		return !base().isEmpty();
	}

	private static String base() {
		String base = Context.getRegisteredComponent("retention.settings", RetentionSettings.class)
			.text(RetentionSettings.SURVEY_ADDRESS, "");
		return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
	}
}
