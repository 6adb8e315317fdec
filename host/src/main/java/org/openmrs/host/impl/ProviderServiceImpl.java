/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.impl;

import java.util.Collection;
import java.util.List;

import org.openmrs.Person;
import org.openmrs.Provider;
import org.openmrs.api.ProviderService;

public abstract class ProviderServiceImpl extends HostService implements ProviderService {

	@Override
	public List<Provider> getAllProviders(boolean includeRetired) {
		return dao.list(Provider.class, "?1 = true or e.retired = false order by e.providerId", includeRetired);
	}

	@Override
	public Collection<Provider> getProvidersByPerson(Person person, boolean includeRetired) {
		if (person == null) {
			throw new IllegalArgumentException("Person must not be null");
		}
		return dao.list(Provider.class,
			"e.person = ?1 and (?2 = true or e.retired = false) order by e.retired, e.providerId",
			person, includeRetired);
	}
}
