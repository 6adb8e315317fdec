/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** How people can be reached, how they want to be, and whether a contact may be started. */
public interface ContactService extends OpenmrsService {

	/** The patient's profile; an unsaved one with the defaults when nobody has written any. */
	@Authorized(RetentionPrivileges.GET_CONTACTS)
	ContactProfile getProfile(Patient patient);

	/** Null when there is none. */
	@Authorized(RetentionPrivileges.GET_CONTACTS)
	ContactProfile getProfileByUuid(String uuid);

	@Authorized(RetentionPrivileges.MANAGE_CONTACTS)
	ContactProfile saveContactProfile(ContactProfile profile);

	/** Who is rung for the patient, as the profile names them, else the chart's relationships. */
	@Authorized(RetentionPrivileges.GET_CONTACTS)
	ContactCircle getContactCircle(Patient patient);

	/** Numbers and addresses off the configured person attributes, in the person's order; keeps the owners in step. */
	@Authorized(RetentionPrivileges.GET_CONTACTS)
	List<ContactDetail> getContactDetails(Person person);

	/** No number works of the patient, nor of a guardian while there is one: to be asked for when the patient comes in. */
	@Authorized(RetentionPrivileges.GET_CONTACTS)
	boolean isNumberNeeded(Patient patient);

	/** Null when there is none. */
	@Authorized(RetentionPrivileges.GET_CONTACTS)
	ContactPoint getContactPointByUuid(String uuid);

	/**
	 * Brings the numbers of the next people in step with the chart, a bounded number at a time, so that it is known who is
	 * reached where before anybody looks at them: the newest entries each time, and all of them once a day.
	 *
	 * @return how many entries of the chart were read; 0: all of them have been
	 */
	@Authorized(RetentionPrivileges.MANAGE_CONTACTS)
	int readNumbers();

	/** Null when nobody has been read with it. */
	@Authorized(RetentionPrivileges.GET_CONTACTS)
	ContactPoint getContactPointByKey(String key);

	/** "Who rang me?": persons by a number or its last digits (four at the least). */
	@Authorized(RetentionPrivileges.GET_CONTACTS)
	List<Person> findPersonsByNumber(String numberOrLastDigits);

	/** Key of a number or address as anybody would write it; null when it cannot be read. */
	@Authorized(RetentionPrivileges.GET_CONTACTS)
	String getContactKey(String numberOrAddress);

	/** For everyone who is reached there; undone by setting it back. */
	@Authorized(RetentionPrivileges.MANAGE_CONTACTS)
	ContactPoint setPointState(String key, ContactPoint.State state, String reason);

	/**
	 * Writes down what a patient said; append-only, the latest counts.
	 *
	 * @param byAnother somebody else said it for the patient: for a minor it holds until majority
	 * @param source what it was said in, for example {@code attempt:<uuid>}
	 */
	@Authorized(RetentionPrivileges.MANAGE_CONTACTS)
	List<ConsentEntry> recordRefusal(Patient patient, Collection<Purpose> purposes, boolean byAnother, String source,
		Instant saidAt);

	/** Writes down what was said on the telephone for everyone who is reached at a number: calls there for these purposes stop. */
	@Authorized(RetentionPrivileges.MANAGE_CONTACTS)
	List<ConsentEntry> recordRefusalAt(String pointKey, Collection<Purpose> purposes, String source, Instant saidAt);

	/** The entry in which they were said is taken back. */
	@Authorized(RetentionPrivileges.MANAGE_CONTACTS)
	int withdrawRefusals(String source);

	/** @param place where the contact is made from: its hours and zone count; null: the default site's */
	@Authorized(RetentionPrivileges.GET_CONTACTS)
	ContactDecision mayContact(Patient patient, Purpose purpose, Channel channel, Location place, Instant at);
}
