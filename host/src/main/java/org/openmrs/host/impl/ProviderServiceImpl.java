/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.impl;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.hibernate.query.Query;
import org.openmrs.Person;
import org.openmrs.Provider;
import org.openmrs.ProviderAttributeType;
import org.openmrs.api.ProviderService;
import org.springframework.transaction.annotation.Transactional;

@Transactional
public class ProviderServiceImpl extends HostService implements ProviderService {

	@Override
	@Transactional(readOnly = true)
	public List<Provider> getAllProviders() {
		return getAllProviders(true);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Provider> getAllProviders(boolean includeRetired) {
		return dao.list(Provider.class, "?1 = true or e.retired = false order by e.providerId", includeRetired);
	}

	@Override
	@Transactional(readOnly = true)
	public Provider getProvider(Integer id) {
		return dao.get(Provider.class, id);
	}

	@Override
	@Transactional(readOnly = true)
	public Provider getProviderByUuid(String uuid) {
		return dao.byUuid(Provider.class, uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public Provider getProviderByIdentifier(String identifier) {
		return dao.first(Provider.class, "lower(e.identifier) = lower(?1)", identifier);
	}

	@Override
	@Transactional(readOnly = true)
	public Collection<Provider> getProvidersByPerson(Person person) {
		return getProvidersByPerson(person, true);
	}

	@Override
	@Transactional(readOnly = true)
	public Collection<Provider> getProvidersByPerson(Person person, boolean includeRetired) {
		if (person == null) {
			throw new IllegalArgumentException("Person must not be null");
		}
		return dao.list(Provider.class,
			"e.person = ?1 and (?2 = true or e.retired = false) order by e.retired, e.providerId",
			person, includeRetired);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Provider> getProviders(String query, Integer start, Integer length,
		Map<ProviderAttributeType, Object> attributes, boolean includeRetired) {
		Query<Provider> found = dao.query(Provider.class, "(?1 = true or e.retired = false) and (lower(e.identifier) like ?2"
			+ " or exists (select n from PersonName n where n.person = e.person and n.voided = false and"
			+ " (lower(n.givenName) like ?2 or lower(n.familyName) like ?2))) order by e.providerId",
			includeRetired, anywhere(query));
		if (start != null) {
			found.setFirstResult(start);
		}
		return (length == null ? found : found.setMaxResults(length)).list();
	}

	@Override
	public Provider saveProvider(Provider provider) {
		return dao.save(provider);
	}

	@Override
	public void retireProvider(Provider provider, String reason) {
		dao.save(provider);
	}

	@Override
	public Provider unretireProvider(Provider provider) {
		return dao.save(provider);
	}

	@Override
	public void purgeProvider(Provider provider) {
		dao.delete(provider);
	}
}
