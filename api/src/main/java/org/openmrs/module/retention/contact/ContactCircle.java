/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lombok.Value;

/** The people around a patient who may be rung for the patient, in order. */
@Value
public class ContactCircle {

	/** Somebody around the patient. */
	@Value
	public static class Member {

		Integer personId;

		/** Speaks for the patient until majority. */
		boolean guardian;

		/** What the person is to the patient; null: not said. */
		String relation;

		/** Named in the profile; else the chart's relationships say it. */
		boolean chosen;

		/** Whether one turns to this person for an adult too: parents are not rung for their grown children by themselves. */
		boolean forAdults;
	}

	Integer patientId;

	/** First local day on which the patient speaks for themselves; null: not known, then they do. */
	LocalDate majority;

	/** In order, guardians of the relationships first. */
	List<Member> members;

	static ContactCircle alone(Integer patientId, LocalDate majority) {
		return new ContactCircle(patientId, majority, Collections.emptyList());
	}

	public boolean isMinor(LocalDate day) {
		return majority != null && day.isBefore(majority);
	}

	/** Whom to ring on that day, in order: a minor's guardians first, then the patient, then the others. */
	public List<Integer> inOrder(LocalDate day) {
		boolean minor = isMinor(day);
		List<Integer> order = new ArrayList<>();
		if (minor) {
			members.stream().filter(Member::isGuardian).forEach(member -> order.add(member.getPersonId()));
		}
		order.add(patientId);
		members.stream().filter(member -> minor ? !member.isGuardian() : member.isForAdults())
			.forEach(member -> order.add(member.getPersonId()));
		return order;
	}

	/** Null: not one of them. */
	public Member member(Integer personId) {
		return members.stream().filter(member -> member.getPersonId().equals(personId)).findFirst().orElse(null);
	}
}
