/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Date;
import java.util.List;

import org.hibernate.EmptyInterceptor;
import org.hibernate.type.Type;
import org.openmrs.Auditable;
import org.openmrs.OpenmrsObject;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.Daemon;

/** At each flush, on whatever path: who and when, and dates without their milliseconds. */
public class HostInterceptor extends EmptyInterceptor {

	@Override
	public boolean onSave(Object entity, Serializable id, Object[] state, String[] names, Type[] types) {
		boolean changed = entity instanceof OpenmrsObject && audit(state, names, "creator", "dateCreated", true);
		changed |= entity instanceof OpenmrsObject && audit(state, names, "personCreator", "personDateCreated", true);
		return dropMilliseconds(state) | changed;
	}

	@Override
	public boolean onFlushDirty(Object entity, Serializable id, Object[] state, Object[] previous, String[] names,
		Type[] types) {
		boolean changed = entity instanceof OpenmrsObject && audit(state, names, "creator", "dateCreated", true);
		if (entity instanceof Auditable) {
			changed |= audit(state, names, "changedBy", "dateChanged", false);
			changed |= audit(state, names, "personChangedBy", "personDateChanged", false);
		}
		return dropMilliseconds(state) | changed;
	}

	private static boolean audit(Object[] state, String[] names, String who, String when, boolean onlyIfNull) {
		User user = Daemon.isDaemonThread() || Context.isSessionOpen() ? Context.getAuthenticatedUser() : null;
		List<String> properties = Arrays.asList(names);
		return set(state, properties.indexOf(who), user, onlyIfNull)
			| set(state, properties.indexOf(when), new Date(), onlyIfNull);
	}

	private static boolean set(Object[] state, int index, Object value, boolean onlyIfNull) {
		if (index < 0 || value == null || onlyIfNull && state[index] != null || value.equals(state[index])) {
			return false;
		}
		state[index] = value;
		return true;
	}

	private static boolean dropMilliseconds(Object[] state) {
		boolean changed = false;
		for (int i = 0; i < state.length; i++) {
			if (state[i] instanceof Date && !(state[i] instanceof java.sql.Date) && !(state[i] instanceof java.sql.Time)
				&& ((Date) state[i]).getTime() % 1000 != 0) {
				state[i] = new Date(Math.floorDiv(((Date) state[i]).getTime(), 1000L) * 1000);
				changed = true;
			}
		}
		return changed;
	}
}
