/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openmrs.Person;
import org.openmrs.module.retention.contact.ContactCircle;
import org.openmrs.module.retention.contact.ContactCircles;
import org.openmrs.module.retention.contact.ContactDetail;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.contact.ContactProfiles;
import org.openmrs.module.retention.shared.RetentionSettings;

/** Puts together what a caller needs on one call. */
class CallScripts {

	private final WorklistDao dao;

	private final TaskTexts texts;

	private final ContactProfiles profiles;

	private final ContactCircles circles;

	private final RetentionSettings settings;

	CallScripts(WorklistDao dao, TaskTexts texts, ContactProfiles profiles, ContactCircles circles,
		RetentionSettings settings) {
		this.dao = dao;
		this.texts = texts;
		this.profiles = profiles;
		this.circles = circles;
		this.settings = settings;
	}

	CallScript of(WorklistRow row, Locale caller, Instant now) {
		Person person = row.getPerson();
		ContactProfile profile = profiles.written(person);
		String language = profiles.languageOf(person);
		String callerLanguage = caller.toLanguageTag();
		List<CallScript.Part> parts = new ArrayList<>();
		Set<Integer> people = new HashSet<>();
		people.add(person.getPersonId());
		for (FollowUpTask task : row.getTasks()) {
			people.add(task.getPatient().getPatientId());
			parts.add(CallScript.Part.builder().task(task).title(texts.title(task, caller)).why(texts.why(task, caller))
				.script(texts.script(task)).build());
		}
		FollowUpTask lead = row.getTasks().get(0);
		ContactCircle circle = circles.of(lead.getPatient().getPersonId(), now);
		ContactCircle.Member member = circle.member(person.getPersonId());
		return CallScript.builder().askFor(askFor(row, circle, lead, now))
			.relation(member == null ? null : member.getRelation()).person(person)
			.salutation(profile == null ? null : profile.getSalutation())
			.language(language == null ? callerLanguage : language).callerLanguage(callerLanguage)
			.staffNote(row.getStaffNote())
			.emergencyNumber(settings.text(RetentionSettings.EMERGENCY_NUMBER, null))
			.contactDetails(row.getContactDetails()).lastContacts(dao.lastContacts(people)).parts(parts).build();
	}

	/** A minor who is rung for want of a guardian: somebody who answers for the child is asked for. */
	private static String askFor(WorklistRow row, ContactCircle circle, FollowUpTask lead, Instant now) {
		if (row.getRingReason() != null) {
			return row.getRingReason().code();
		}
		if (circle.isMinor(now.atZone(ZoneId.of(lead.getZone())).toLocalDate())) {
			return RingReason.CODES + "minor";
		}
		return row.getContactDetails().stream().anyMatch(ContactDetail::isConfirm) ? RingReason.CODES + "confirm-number"
			: null;
	}
}
