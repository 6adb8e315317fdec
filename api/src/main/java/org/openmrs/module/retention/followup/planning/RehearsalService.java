/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/**
 * Tells what a protocol would have made of the past, before it is let loose on the future: the rules of planning over the
 * stored encounters of the last days, as if the protocol had always been in use. Writes nothing.
 */
public interface RehearsalService extends OpenmrsService {

	/** That a rehearsal looks back. */
	int MOST_DAYS = 730;

	/**
	 * The current version of a protocol, retired or not.
	 *
	 * @param days before today, 1 to 730
	 * @param capacity minutes that there are on an open day, up to 100,000 of all who call; null: not said
	 * @throws org.openmrs.module.retention.shared.RetentionException invalid, when a number is out of range or neither
	 *         encounters nor days of the year start the protocol
	 */
	@Authorized(RetentionPrivileges.REHEARSE_PROTOCOLS)
	RehearsalReport rehearseProtocol(FollowUpProtocol protocol, int days, Integer capacity);

	/**
	 * The same of a definition that need not be stored. With the uuid of a protocol that exists, what was agreed with single
	 * patients holds.
	 *
	 * @throws org.openmrs.module.retention.shared.RetentionException invalid too, with what is wrong with the definition
	 */
	@Authorized(RetentionPrivileges.REHEARSE_PROTOCOLS)
	RehearsalReport rehearseDefinition(ProtocolDefinition definition, int days, Integer capacity);
}
