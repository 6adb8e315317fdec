/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** What the clinic has promised on calls: to ring back, to find something out. Broken is derived, never stored. */
public interface PromiseService extends OpenmrsService {

	@Authorized(RetentionPrivileges.GET_CONTACTS)
	ContactPromise getPromiseByUuid(String uuid);

	/** The one that is due first, first. */
	@Authorized(RetentionPrivileges.GET_CONTACTS)
	List<ContactPromise> findPromises(PromiseSearch search, Page page);

	@Authorized(RetentionPrivileges.GET_CONTACTS)
	long countPromises(PromiseSearch search);

	/** It was kept by something other than a contact on its task; in time or late by the clock. Null version: no check. */
	@Authorized(RetentionPrivileges.MANAGE_CONTACTS)
	ContactPromise keepPromise(ContactPromise promise, Integer version);

	/** It no longer stands, for example because the person does not want it any more. Null version: no check. */
	@Authorized(RetentionPrivileges.MANAGE_CONTACTS)
	ContactPromise withdrawPromise(ContactPromise promise, Integer version, String reason);

	/**
	 * Gives open promises to the managers whose owner can work no longer, or that nobody owns and no task keeps.
	 *
	 * @return how many were given on
	 */
	@Authorized(RetentionPrivileges.MANAGE_CONTACTS)
	int passOnPromises();
}
