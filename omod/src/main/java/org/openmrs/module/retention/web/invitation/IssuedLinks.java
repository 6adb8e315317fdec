/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.invitation;

import java.util.LinkedHashMap;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;

/** Links that this session has been told, so that they can be shown and printed until it ends; by invitation or kiosk. */
final class IssuedLinks {

	private static final String LINKS = "retention.page.issuedLinks";

	private static final int MOST = 20;

	private IssuedLinks() {
	}

	static void keep(HttpServletRequest request, String uuid, String link) {
		HttpSession session = request.getSession();
		synchronized (LINKS) {
			LinkedHashMap<String, String> links = new LinkedHashMap<>(links(session));
			links.remove(uuid);
			links.put(uuid, link);
			if (links.size() > MOST) {
				links.remove(links.keySet().iterator().next());
			}
			session.setAttribute(LINKS, links);
		}
	}

	/** The whole address; null: this session was not told it, or long ago. */
	static String of(HttpServletRequest request, String uuid) {
		return links(request.getSession()).get(uuid);
	}

	@SuppressWarnings("unchecked")
	private static LinkedHashMap<String, String> links(HttpSession session) {
		Object links = session.getAttribute(LINKS);
		return links == null ? new LinkedHashMap<>() : (LinkedHashMap<String, String>) links;
	}
}
