/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.util.Collections;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.SystemActions;
import org.openmrs.util.PrivilegeConstants;

/** The language of the pages: what the user has chosen on one, else the platform's choice for the user. */
final class PageLanguage {

	/** User property: a language tag, also where the platform's list of languages lacks it. */
	private static final String CHOSEN = "retention.page.language";

	private PageLanguage() {
	}

	/** On the first page of a session, wherever the user has signed in. */
	static void apply(HttpServletRequest request) {
		if (Context.isAuthenticated()
			&& PageSession.isLanguageDue(request, Context.getAuthenticatedUser().getUuid())) {
			String chosen = account().getUserProperty(CHOSEN);
			if (Frame.LANGUAGES.contains(chosen)) {
				Context.getUserContext().setLocale(Locale.forLanguageTag(chosen));
			}
		}
	}

	/** For this session, and for the next ones of who is signed in. */
	static void choose(String tag) {
		Context.getUserContext().setLocale(Locale.forLanguageTag(tag));
		if (Context.isAuthenticated()) {
			Context.getUserService().saveUserProperty(CHOSEN, tag);
		}
	}

	/** Read anew, because the session's copy of the account may be old. */
	private static User account() {
		String uuid = Context.getAuthenticatedUser().getUuid();
		return SystemActions.asSystem(Collections.singleton(PrivilegeConstants.GET_USERS),
			() -> Context.getUserService().getUserByUuid(uuid));
	}
}
