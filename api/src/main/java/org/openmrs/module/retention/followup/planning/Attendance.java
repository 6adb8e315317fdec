/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.openmrs.module.retention.contact.booking.Booking;

/** Who was there when, of some patients and since some day. */
class Attendance {

	private final Map<Integer, List<EncounterFacts>> came;

	private final Map<Integer, List<Instant>> received;

	/**
	 * @param came visits by patient, in the order of their times
	 * @param received visits by patient of which nothing is written yet
	 */
	Attendance(Map<Integer, List<EncounterFacts>> came, Map<Integer, List<Instant>> received) {
		this.came = came;
		this.received = received;
	}

	/** The encounter that shows it already, if it still does; else the first of that day; null: nothing does. */
	EncounterFacts shown(Booking booking) {
		EncounterFacts first = null;
		for (EncounterFacts encounter : came.getOrDefault(patient(booking), Collections.emptyList())) {
			if (isOn(booking, encounter.getAt())) {
				if (encounter.getId().equals(booking.getEncounterId())) {
					return encounter;
				}
				first = first == null ? encounter : first;
			}
		}
		return first;
	}

	boolean isReceived(Booking booking) {
		return received.getOrDefault(patient(booking), Collections.emptyList()).stream().anyMatch(at -> isOn(booking, at));
	}

	private static boolean isOn(Booking booking, Instant at) {
		return at.atZone(booking.getTime().getZone()).toLocalDate().equals(booking.getDay());
	}

	private static Integer patient(Booking booking) {
		return booking.getPatient().getPatientId();
	}
}
