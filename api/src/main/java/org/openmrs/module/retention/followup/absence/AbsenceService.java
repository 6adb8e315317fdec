/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.absence;

import java.time.Instant;
import java.util.List;
import org.openmrs.User;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** When somebody is not at work. Everybody enters their own; another's only who supervises. */
public interface AbsenceService extends OpenmrsService {

	/** Null when there is none; a voided one is found. */
	@Authorized(RetentionPrivileges.GET_FOLLOW_UPS)
	Absence getAbsenceByUuid(String uuid);

	/** Those that begin first. */
	@Authorized(RetentionPrivileges.GET_FOLLOW_UPS)
	List<Absence> findAbsences(AbsenceSearch search, Page page);

	@Authorized(RetentionPrivileges.GET_FOLLOW_UPS)
	long countAbsences(AbsenceSearch search);

	@Authorized(RetentionPrivileges.MANAGE_FOLLOW_UPS)
	Absence enterAbsence(Absence absence);

	/** Null version: no check. Whose it is stays. */
	@Authorized(RetentionPrivileges.MANAGE_FOLLOW_UPS)
	Absence changeAbsence(Absence absence, Integer version, Instant from, Instant to, User deputy, String reason);

	/** It was not so, or is no longer. */
	@Authorized(RetentionPrivileges.MANAGE_FOLLOW_UPS)
	void withdrawAbsence(Absence absence, String reason);

	/** As if it had never been entered. */
	@Authorized(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)
	void purgeAbsence(Absence absence);
}
