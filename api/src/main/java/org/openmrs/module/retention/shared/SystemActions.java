/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.shared;

import java.util.Collection;
import java.util.function.Supplier;
import org.openmrs.api.context.Context;

/** Work on the host's services that the module answers for, whatever the caller may do there. */
public final class SystemActions {

	private SystemActions() {
	}

	/**
	 * Runs the action with core privileges lent to the caller, and takes them back whatever happens. Never around anything
	 * whose result goes to the caller unfiltered.
	 */
	public static <T> T asSystem(Collection<String> corePrivileges, Supplier<T> action) {
		corePrivileges.forEach(Context::addProxyPrivilege);
		try {
			return action.get();
		}
		finally {
			corePrivileges.forEach(Context::removeProxyPrivilege);
		}
	}
}
