/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.util.List;
import lombok.Builder;
import lombok.Value;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.User;
import org.openmrs.module.retention.contact.BestWindows;
import org.openmrs.module.retention.contact.ContactDetail;
import org.openmrs.module.retention.followup.protocol.Script;

/** Everything a caller needs on one call: whom, how to address, why, and the questions of each task in turn. */
@Value
@Builder(toBuilder = true)
public class CallScript {

	Person person;

	String salutation;

	/** When the person is best reached; empty: nobody has said. */
	List<BestWindows.Window> bestWindows;

	/** Language tag of the patient; the caller's when it is not known. */
	String language;

	/** Language tag of the caller. */
	String callerLanguage;

	String staffNote;

	/** To give in an emergency; null: not set. */
	String emergencyNumber;

	List<ContactDetail> contactDetails;

	/** The newest first. */
	List<LastContact> lastContacts;

	/** What was promised to them and is not kept yet; the one that is due first, first. */
	List<OpenPromise> promises;

	/** Calls that are planned for the patients, the next first: to be announced, so that every contact ends with what happens next. */
	List<ComingCall> comingCalls;

	/** Somebody else who has taken the row; null: nobody else has. */
	User claimedBy;

	Instant claimedUntil;

	/** Whom a contact without a task can be about: the person, and those for whom the person is rung; empty: no patient. */
	List<Patient> patients;

	/** Whom to ask for and why, a code such as {@code retention.followup.ring.guardian}; null: the patient, as ever. */
	String askFor;

	/** What the person is to the patient of the leading task; null: it is the patient, or nobody has said. */
	String relation;

	/** In the order of the call. */
	List<Part> parts;

	/** What one task asks. */
	@Value
	@Builder(toBuilder = true)
	public static class Part {

		FollowUpTask task;

		String title;

		/** One line, in the caller's language. */
		String why;

		/** What the plan says beside that, a line each, in the caller's language: what was answered, older visits. */
		List<String> context;

		/** The visit that it is about; null: none, or the caller may not read it. */
		CallVisit visit;

		/** Questions and red flags with their texts by language; null for tasks without a script. */
		Script script;

		/** The survey that is asked beside it; null: none, or the caller may not write answers down. */
		TaskInterview interview;
	}
}
