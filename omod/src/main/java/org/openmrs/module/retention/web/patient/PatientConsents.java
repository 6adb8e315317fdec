/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lombok.Value;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ConsentEntry;
import org.openmrs.module.retention.contact.ConsentService;
import org.openmrs.module.retention.contact.ContactDetail;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;

/** What a patient has said on being called, purpose by purpose, and what holds for everybody at one of the numbers. */
public final class PatientConsents {

	private final List<ConsentEntry> entries;

	private final List<ContactDetail> numbers;

	private final boolean minor;

	/** @param minor what a guardian has said counts */
	PatientConsents(Patient patient, List<ContactDetail> numbers, boolean minor) {
		this.entries = Context.getService(ConsentService.class).getConsents(patient);
		this.numbers = numbers;
		this.minor = minor;
	}

	/** What counts for one purpose. */
	@Value
	public static class Line {

		Purpose purpose;

		/** The latest word; null: nobody has said anything. */
		ConsentEntry entry;

		public boolean isRefused() {
			return entry != null && !entry.isGranted();
		}
	}

	/** One for each purpose. */
	public List<Line> getLines() {
		List<Line> lines = new ArrayList<>();
		for (Purpose purpose : Purpose.values()) {
			lines.add(
				new Line(purpose, entries.stream().filter(entry -> isCounted(entry, purpose)).findFirst().orElse(null)));
		}
		return lines;
	}

	private boolean isCounted(ConsentEntry entry, Purpose purpose) {
		boolean called = entry.getChannel() == null || entry.getChannel() == Channel.PHONE;
		return entry.getPointKey() == null && entry.getPurpose() == purpose && called && (minor || !entry.isByGuardian());
	}

	/** Refused for everybody who is reached at a number. */
	public List<ConsentEntry> getAtNumbers() {
		return entries.stream().filter(entry -> entry.getPointKey() != null).collect(Collectors.toList());
	}

	/** The number as it is read. */
	public String number(ConsentEntry entry) {
		return numbers.stream().filter(one -> entry.getPointKey().equals(one.getKey())).map(ContactDetail::getReadable)
			.findFirst().orElse("–");
	}

	public boolean isMinor() {
		return minor;
	}
}
