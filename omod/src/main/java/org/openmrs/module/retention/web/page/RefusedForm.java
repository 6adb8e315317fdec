/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.module.retention.web.rest.RestError;

/** The form that this request has sent and that was not taken in: shown again where it stands, with the reason and what was typed. */
final class RefusedForm {

	private static final String OF_REQUEST = "retention.page.refused";

	private final String path;

	private final TypedForm form;

	private boolean shown;

	private RefusedForm(String path, TypedForm form) {
		this.path = path;
		this.form = form;
	}

	static void keep(RestError error, HttpServletRequest request) {
		request.setAttribute(OF_REQUEST, new RefusedForm(Paths.path(request),
			new TypedForm(LastForms.fields(request), PageRefusal.message(error, request), error.getField())));
	}

	/** Null: nothing was refused. */
	static RefusedForm of(HttpServletRequest request) {
		return (RefusedForm) request.getAttribute(OF_REQUEST);
	}

	/** @param fields that tell the form from others that are sent to the same address */
	static TypedForm of(HttpServletRequest request, String path, Map<String, String> fields) {
		RefusedForm refused = of(request);
		boolean same = refused != null && refused.path.equals(path)
			&& fields.entrySet().stream().allMatch(field -> refused.form.text(field.getKey()).equals(field.getValue()));
		if (!same) {
			return TypedForm.begun();
		}
		refused.shown = true;
		return refused.form;
	}

	/** A form on the page has said it. */
	boolean isShown() {
		return shown;
	}

	String getMessage() {
		return form.getMessage();
	}
}
