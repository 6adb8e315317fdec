/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;

/** What a browser's session keeps between two pages; only texts, which any server process can read back. */
final class PageSession {

	private static final String TOKEN = "retention.page.token";

	private static final String NOTICE = "retention.page.notice";

	private static final String LANGUAGE_OF = "retention.page.languageOf";

	private static final int TOKEN_BITS = 128;

	private static final SecureRandom RANDOM = new SecureRandom();

	private PageSession() {
	}

	/** The platform does not protect what is under {@code /ws}: each form carries this. */
	static String token(HttpServletRequest request) {
		HttpSession session = request.getSession();
		synchronized (TOKEN) {
			String token = (String) session.getAttribute(TOKEN);
			if (token == null) {
				token = new BigInteger(TOKEN_BITS, RANDOM).toString(Character.MAX_RADIX);
				session.setAttribute(TOKEN, token);
			}
			return token;
		}
	}

	static boolean isTokenRight(HttpServletRequest request) {
		String given = request.getParameter("token");
		return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8),
			token(request).getBytes(StandardCharsets.UTF_8));
	}

	/** Another session id, and another token: whoever knew the old ones is left behind, and what they have sent. */
	static void renew(HttpServletRequest request) {
		request.getSession();
		request.changeSessionId();
		request.getSession().removeAttribute(TOKEN);
		LastForms.forget(request);
	}

	/** True once for each user of the session. */
	static boolean isLanguageDue(HttpServletRequest request, String user) {
		HttpSession session = request.getSession();
		boolean due = !user.equals(session.getAttribute(LANGUAGE_OF));
		session.setAttribute(LANGUAGE_OF, user);
		return due;
	}

	static void notice(HttpServletRequest request, Map<String, String> notice) {
		request.getSession().setAttribute(NOTICE, new HashMap<>(notice));
	}

	@SuppressWarnings("unchecked")
	static Map<String, String> takeNotice(HttpServletRequest request) {
		HttpSession session = request.getSession();
		Map<String, String> notice = (Map<String, String>) session.getAttribute(NOTICE);
		session.removeAttribute(NOTICE);
		return notice;
	}
}
