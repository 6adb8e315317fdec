/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.util.List;
import java.util.Set;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** Records what came of contacts, and takes it back. */
public interface ContactAttemptService extends OpenmrsService {

	/**
	 * Records one contact with one person and does to its tasks what the table of results says, in one transaction. It is
	 * never refused because of hours, policy or somebody's claim; what is odd becomes a flag of the attempt.
	 */
	@Authorized(RetentionPrivileges.MANAGE_CONTACTS)
	ContactAttempt recordAttempt(AttemptRequest request);

	/** What would be odd about the promise of such a contact, as recording it would flag it. Nothing is recorded. */
	@Authorized(RetentionPrivileges.MANAGE_CONTACTS)
	Set<AttemptFlag> checkPromise(AttemptRequest request);

	/**
	 * Takes an attempt back: its tasks become what the remaining attempts make of them, and what else it wrote (refusals,
	 * relationship, state of a number, report of a death, promise, untouched escalations, chart encounters) is withdrawn.
	 */
	@Authorized(RetentionPrivileges.MANAGE_CONTACTS)
	ContactAttempt voidAttempt(ContactAttempt attempt, String reason);

	/**
	 * Lets tasks go on that wait for a number, where one works again: entered in the chart, or no longer known to be wrong.
	 * Each run looks at a bounded number of them.
	 *
	 * @return how many go on
	 */
	@Authorized(RetentionPrivileges.MANAGE_CONTACTS)
	int resumeReachable();

	/**
	 * Lets calls to a household go on that waited because of a reported death, once the chart says it.
	 *
	 * @return how many tasks go on
	 */
	@Authorized(RetentionPrivileges.MANAGE_CONTACTS)
	int resumeHouseholds();

	/** Voided ones included. */
	@Authorized(RetentionPrivileges.GET_CONTACTS)
	ContactAttempt getAttemptByUuid(String uuid);

	/** The latest contact first. */
	@Authorized(RetentionPrivileges.GET_CONTACTS)
	List<ContactAttempt> findAttempts(AttemptSearch search, Page page);

	@Authorized(RetentionPrivileges.GET_CONTACTS)
	long countAttempts(AttemptSearch search);
}
