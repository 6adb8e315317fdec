/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;

/**
 * What was sent in the last forms of a session, each by a key that may stand in an address: what was searched for, which
 * belongs in no address, and what is typed again when it is taken back.
 */
public final class LastForms {

	private static final String FORMS = "retention.page.lastForms";

	private static final int MOST = 10;

	private LastForms() {
	}

	public static void keep(HttpServletRequest request, String key, Map<String, String[]> fields) {
		HttpSession session = request.getSession();
		synchronized (FORMS) {
			LinkedHashMap<String, HashMap<String, String[]>> forms = new LinkedHashMap<>(forms(session));
			forms.remove(key);
			forms.put(key, new HashMap<>(fields));
			if (forms.size() > MOST) {
				forms.remove(forms.keySet().iterator().next());
			}
			session.setAttribute(FORMS, forms);
		}
	}

	/** The present one, by a new key. */
	public static String keep(HttpServletRequest request) {
		String key = UUID.randomUUID().toString();
		keep(request, key, fields(request));
		return key;
	}

	/** Of the present form, without what every form carries. */
	public static Map<String, String[]> fields(HttpServletRequest request) {
		Map<String, String[]> fields = new HashMap<>(request.getParameterMap());
		fields.remove("token");
		fields.remove(FormProof.FIELD);
		return fields;
	}

	/** Empty when the session has not sent it, or long ago. */
	public static Map<String, String[]> get(HttpServletRequest request, String key) {
		return forms(request.getSession()).getOrDefault(key, new HashMap<>());
	}

	static void forget(HttpServletRequest request) {
		request.getSession().removeAttribute(FORMS);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, HashMap<String, String[]>> forms(HttpSession session) {
		Object forms = session.getAttribute(FORMS);
		return forms == null ? new HashMap<>() : (Map<String, HashMap<String, String[]>>) forms;
	}
}
