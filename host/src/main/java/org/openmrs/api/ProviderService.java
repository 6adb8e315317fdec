/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.api;

import static org.openmrs.util.PrivilegeConstants.*;

import java.util.Collection;
import java.util.List;

import org.openmrs.Person;
import org.openmrs.Provider;
import org.openmrs.annotation.Authorized;

public interface ProviderService extends OpenmrsService {

	@Authorized(GET_PROVIDERS)
	List<Provider> getAllProviders(boolean includeRetired);

	@Authorized(GET_PROVIDERS)
	Provider getProviderByUuid(String uuid);

	@Authorized(GET_PROVIDERS)
	Collection<Provider> getProvidersByPerson(Person person, boolean includeRetired);

	@Authorized(MANAGE_PROVIDERS)
	Provider saveProvider(Provider provider);
}
