/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.util.List;
import org.openmrs.Person;
import org.openmrs.PersonAttribute;
import org.openmrs.PersonAttributeType;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.util.PrivilegeConstants;

/** Corrects the numbers and addresses that stand in a person's chart: what the platform's own REST does, with what a desk needs beside it. */
public interface ContactNumberService extends OpenmrsService {

	/** Configured types of which the person has no number or address, in the order in which they are tried. */
	@Authorized(RetentionPrivileges.GET_CONTACTS)
	List<PersonAttributeType> getFreeTypes(Person person);

	/** What stood there before and was struck out, the latest first; a few. */
	@Authorized(RetentionPrivileges.GET_CONTACTS)
	List<PersonAttribute> getEarlierNumbers(Person person);

	/**
	 * Writes a number or address into the chart in its normal form; what it takes the place of is struck out and stays to be
	 * read. Others who share the old number keep it.
	 *
	 * @param type uuid of a configured type
	 * @param instead uuid of the attribute whose place it takes; null: the person has none of this type
	 */
	@Authorized(value = { RetentionPrivileges.MANAGE_CONTACTS, PrivilegeConstants.EDIT_PERSONS }, requireAll = true)
	ContactDetail enterNumber(Person person, String type, String number, String instead);

	/** Strikes it out for this person; others who share it keep it. */
	@Authorized(value = { RetentionPrivileges.MANAGE_CONTACTS, PrivilegeConstants.EDIT_PERSONS }, requireAll = true)
	void removeNumber(Person person, String attribute, String reason);
}
