/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.util.Locale;
import org.openmrs.Person;
import org.openmrs.PersonName;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.Messages;

/** What people are called on pages. Someone in a chart may have no name: an import, a newborn, a name struck out. */
public final class Names {

	private Names() {
	}

	/** In the reader's language where there is no name. */
	public static String of(Person person) {
		return of(person, Context.getLocale());
	}

	public static String of(User user) {
		return of(user, Context.getLocale());
	}

	static String of(Person person, Locale locale) {
		return of(person.getPersonName(), Messages.text("retention.page.no-name", locale));
	}

	/** Without a name, what they sign in with. */
	static String of(User user, Locale locale) {
		String account = user.getUsername() == null || user.getUsername().isEmpty() ? user.getSystemId()
			: user.getUsername();
		return of(user.getPersonName(), account == null ? Messages.text("retention.page.no-name", locale) : account);
	}

	private static String of(PersonName name, String otherwise) {
		String full = name == null ? null : name.getFullName();
		return full == null || full.trim().isEmpty() ? otherwise : full;
	}
}
