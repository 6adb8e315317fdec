/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.util.List;
import org.openmrs.Person;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** The day's list: one row per person to ring. It shows numbers and notes, so it needs the privilege to see contacts too. */
public interface WorklistService extends OpenmrsService {

	@Authorized(value = { RetentionPrivileges.GET_FOLLOW_UPS, RetentionPrivileges.GET_CONTACTS }, requireAll = true)
	Worklist getWorklist(WorklistSearch search, Page page);

	/** Persons on the whole list: the policy is asked about each, so who shows a page alone does not count them. */
	@Authorized(value = { RetentionPrivileges.GET_FOLLOW_UPS, RetentionPrivileges.GET_CONTACTS }, requireAll = true)
	long countRows(WorklistSearch search);

	/** Claims everything that is to be worked with the person; a conflict when another is at it. */
	@Authorized(value = { RetentionPrivileges.MANAGE_FOLLOW_UPS, RetentionPrivileges.GET_CONTACTS }, requireAll = true)
	WorklistRow openRow(String personUuid);

	/**
	 * The caller's language is the one of the session. Of what is due until the day's end, else of what was promised for later:
	 * somebody may ring before. Without parts when there is nothing to do with the person.
	 */
	@Authorized(value = { RetentionPrivileges.GET_FOLLOW_UPS, RetentionPrivileges.GET_CONTACTS }, requireAll = true)
	CallScript getScript(String personUuid);

	/**
	 * Of people who may have rung, in their order: each as {@link #getScript}, with the last contact about each patient and
	 * without visits, promises and surveys. A number of statements that does not grow with the people.
	 */
	@Authorized(value = { RetentionPrivileges.GET_FOLLOW_UPS, RetentionPrivileges.GET_CONTACTS }, requireAll = true)
	List<CallScript> getScriptsOf(List<Person> people);

	/** Of rows that were just read, in their order, each with the last contact alone. */
	@Authorized(value = { RetentionPrivileges.GET_FOLLOW_UPS, RetentionPrivileges.GET_CONTACTS }, requireAll = true)
	List<CallScript> getScripts(List<WorklistRow> rows);
}
