/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.patient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lombok.Value;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ContactCircle;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.web.page.PageSettings;
import org.openmrs.util.PrivilegeConstants;

/** Who is rung for a patient, in order: those whom the staff has chosen, else those whom the chart relates to the patient. */
public final class PatientCircle {

	private final ContactCircle circle;

	PatientCircle(Patient patient) {
		this.circle = Context.getService(ContactService.class).getContactCircle(patient);
	}

	/** One of them. */
	@Value
	public static class Member {

		Person person;

		boolean guardian;

		/** Null: not said. */
		String relation;

		/** Today; a parent is not rung for a grown child by themselves. */
		boolean rung;
	}

	ContactCircle getCircle() {
		return circle;
	}

	/** The module's privileges do not open the names of people who are no patients. */
	public boolean isReadable() {
		return Context.hasPrivilege(PrivilegeConstants.GET_PERSONS);
	}

	public List<Member> getMembers() {
		List<Integer> rung = circle.inOrder(LocalDate.now(PageSettings.zone()));
		List<Member> members = new ArrayList<>();
		for (ContactCircle.Member member : circle.getMembers()) {
			Person person = Context.getPersonService().getPerson(member.getPersonId());
			if (person != null) {
				members.add(new Member(person, member.isGuardian(), member.getRelation(),
					rung.contains(member.getPersonId())));
			}
		}
		return members;
	}

	/** The staff has chosen them. */
	public boolean isChosen() {
		return circle.getMembers().stream().anyMatch(ContactCircle.Member::isChosen);
	}

	/** A local day; null: nobody knows the birth date. */
	public Object getMajority() {
		return circle.getMajority();
	}
}
