/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.shared.RetentionException;

/** What an event begins: an anchor for each protocol that waits for it and is meant for the patient. */
class EventAnchors {

	static final String INCOMPLETE = "retention.followup.error.event-incomplete";

	static final String KEY_TOO_LONG = "retention.followup.error.event-key-too-long";

	/** What a plan's key has room for. */
	private static final int LONGEST_KEY = 100;

	private static final int LONGEST_CONTEXT = 1000;

	private final FollowUpEvent event;

	private final PlanningRun run;

	EventAnchors(FollowUpEvent event, PlanningRun run) {
		this.event = event;
		this.run = run;
		require("name", !StringUtils.isBlank(event.getName()));
		require("patient", event.getPatient() != null);
		require("at", event.getAt() != null);
		require("key", !StringUtils.isBlank(event.getKey()));
		if (event.getKey().length() > LONGEST_KEY) {
			throw RetentionException.invalid(KEY_TOO_LONG, "key", LONGEST_KEY);
		}
	}

	private static void require(String field, boolean there) {
		if (!there) {
			throw RetentionException.invalid(INCOMPLETE, field, field);
		}
	}

	/** @param key the event's */
	static String keyOf(String key) {
		return "event:" + key;
	}

	/** The highest priority first. */
	Map<ProtocolRule, Anchor> byRule() {
		Map<ProtocolRule, Anchor> anchors = new LinkedHashMap<>();
		Patient patient = event.getPatient();
		if (Boolean.TRUE.equals(patient.getVoided()) || Boolean.TRUE.equals(patient.getDead())) {
			return anchors;
		}
		Anchor anchor = anchor(run, patient, event.getLocation(), event.getAt(), keyOf(event.getKey()),
			event.getContext());
		for (ProtocolRule rule : run.getRules().byEvent(event.getName())) {
			if (!anchor.getDay().isBefore(rule.getFirstAnchorDay())
				&& run.isMeant(rule, patient.getPatientId(), patient.getGender(), birthdate(patient), anchor.getDay())) {
				anchors.put(rule, anchor);
				if (event.isOnce()) {
					break;
				}
			}
		}
		return anchors;
	}

	/**
	 * An anchor that is no encounter.
	 *
	 * @param location null: the default site
	 * @param key null: the local day, by hand
	 */
	static Anchor anchor(PlanningRun run, Patient patient, Location location, Instant at, String key, String context) {
		Integer locationId = location == null ? null : location.getLocationId();
		Site site = run.getSites().siteOf(locationId);
		LocalDate day = site.dayOf(at);
		return Anchor.builder().patientId(patient.getPatientId()).patientUuid(patient.getUuid())
			.key(key == null ? "hand:" + day : key).at(at).day(day).countedFrom(day).site(site).locationId(locationId)
			.context(StringUtils.left(context, LONGEST_CONTEXT)).build();
	}

	static LocalDate birthdate(Patient patient) {
		Date birthdate = patient.getBirthdate();
		return birthdate == null ? null
			: Instant.ofEpochMilli(birthdate.getTime()).atZone(ZoneId.systemDefault()).toLocalDate();
	}
}
