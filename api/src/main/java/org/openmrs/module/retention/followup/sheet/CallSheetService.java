/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.sheet;

import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.followup.task.WorklistSearch;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** Prints the day's list, and takes what was written on it. */
public interface CallSheetService extends OpenmrsService {

	/** Claims nothing. @param most rows at the most, from the top of the list */
	@Authorized(value = { RetentionPrivileges.GET_FOLLOW_UPS, RetentionPrivileges.GET_CONTACTS }, requireAll = true)
	PrintedSheet printSheet(WorklistSearch search, int most);

	/** Null when there is none, or no more. */
	@Authorized(RetentionPrivileges.GET_FOLLOW_UPS)
	CallSheet getSheetByUuid(String uuid);

	/** The latest first. */
	@Authorized(RetentionPrivileges.GET_FOLLOW_UPS)
	List<CallSheet> findSheets(CallSheetSearch search, Page page);

	@Authorized(RetentionPrivileges.GET_FOLLOW_UPS)
	long countSheets(CallSheetSearch search);

	/**
	 * Records a contact as it was written in a row, by the same rules as any other. Entering the same again does nothing;
	 * what cannot be recorded leaves nothing behind.
	 */
	@Authorized(RetentionPrivileges.MANAGE_CONTACTS)
	SheetOutcome enterRow(SheetEntry entry);

	/**
	 * Deletes some of the sheets that are older than the setting says.
	 *
	 * @return how many
	 */
	@Authorized(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)
	int forgetOldSheets();
}
