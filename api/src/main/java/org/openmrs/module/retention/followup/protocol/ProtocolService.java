/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** Follow-up protocols: what is stored, and what each of their versions says. */
public interface ProtocolService extends OpenmrsService {

	/** Null when there is none; a retired one is found. */
	@Authorized(RetentionPrivileges.GET_PROTOCOLS)
	FollowUpProtocol getProtocolByUuid(String uuid);

	/** In the order of their names. */
	@Authorized(RetentionPrivileges.GET_PROTOCOLS)
	List<FollowUpProtocol> findProtocols(ProtocolSearch search, Page page);

	@Authorized(RetentionPrivileges.GET_PROTOCOLS)
	long countProtocols(ProtocolSearch search);

	/**
	 * Makes the definition the current version of the protocol with its uuid. A definition that says what the current
	 * version says changes nothing; another makes a new version, and plans that exist go on by theirs. A retired protocol
	 * gets the version and stays retired.
	 *
	 * @throws org.openmrs.module.retention.shared.RetentionException with the first problem, when there is one
	 */
	@Authorized(RetentionPrivileges.MANAGE_PROTOCOLS)
	FollowUpProtocol saveProtocol(ProtocolDefinition definition);

	/** Makes no plans any more; open plans run on. */
	@Authorized(RetentionPrivileges.MANAGE_PROTOCOLS)
	void retireProtocol(FollowUpProtocol protocol, String reason);

	@Authorized(RetentionPrivileges.MANAGE_PROTOCOLS)
	void unretireProtocol(FollowUpProtocol protocol);

	/** What a version says; the same object each time, never changed. */
	@Authorized(RetentionPrivileges.GET_PROTOCOLS)
	ProtocolDefinition getDefinition(FollowUpProtocol protocol, int version);

	/** What is not retired, the highest priority first. */
	@Authorized(RetentionPrivileges.GET_PROTOCOLS)
	List<ActiveProtocol> getActiveProtocols(TriggerType trigger);
}
