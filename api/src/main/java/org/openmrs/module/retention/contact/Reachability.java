/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openmrs.Patient;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.RetentionSettings;

/**
 * Gathers what the contact policy looks at, for many patients in a number of statements that does not grow with them. For
 * the module's own features: no privilege is asked.
 */
public class Reachability {

	private static final int REST_DAYS = 3;

	private static final int WEEKLY_CAP = 3;

	private final ContactDao dao;

	private final RetentionSettings settings;

	Reachability(ContactDao dao, RetentionSettings settings) {
		this.dao = dao;
		this.settings = settings;
	}

	/** One patient at that moment; not to be kept beyond a request. */
	public OfPatients of(Patient patient, Integer rung, Channel channel, Instant at) {
		Set<Integer> people = new HashSet<>(Arrays.asList(patient.getPatientId(), rung));
		people.remove(null);
		return new OfPatients(Collections.singleton(patient), people, channel, recent(at, people));
	}

	/** Many patients and the people who are rung for them; what was of late is known already. */
	public OfPatients of(Collection<Patient> patients, Collection<Integer> rung, Channel channel, RecentContacts recent) {
		return new OfPatients(patients, rung, channel, recent);
	}

	/** Who has been spoken with and contacted lately, as seen from that moment. */
	public RecentContacts recent(Instant at) {
		return recent(at, null);
	}

	private RecentContacts recent(Instant at, Collection<Integer> people) {
		Duration rest = Duration.ofDays(settings.number(RetentionSettings.REST_DAYS, 0, REST_DAYS));
		int cap = settings.number(RetentionSettings.WEEKLY_CAP, 0, WEEKLY_CAP);
		Duration back = cap > 0 && RecentContacts.WEEK.compareTo(rest) > 0 ? RecentContacts.WEEK : rest;
		return new RecentContacts(dao.recent(at.minus(back), at, people), rest, cap, dao.promisedTo(at, people));
	}

	/** The setting's hours, else the standard ones. */
	public CallingHours callingHours() {
		return CallingHours.parse(settings.text(RetentionSettings.CALLING_HOURS, ""));
	}

	/** Whether anybody's telephone number can be known: no attribute type is configured to hold one. */
	public boolean areNumbersKnown() {
		return !settings.list(RetentionSettings.PHONE_ATTRIBUTE_TYPES).isEmpty();
	}

	/** What is known of some patients. */
	public final class OfPatients {

		private final Map<Integer, Patient> patients = new HashMap<>();

		private final Map<Integer, ContactProfile> profiles;

		private final Map<Integer, Set<Purpose>> refused;

		private final Map<Integer, Set<Purpose>> ownRefused;

		private final Majority majority = Majority.of(settings);

		private final Map<Integer, Map<String, Set<Purpose>>> numbers = new HashMap<>();

		private final RecentContacts recent;

		private final Set<Integer> escalated;

		private final CallingHours hours = callingHours();

		private OfPatients(Collection<Patient> all, Collection<Integer> rung, Channel channel, RecentContacts recent) {
			all.forEach(patient -> patients.put(patient.getPatientId(), patient));
			Set<Integer> ids = patients.keySet();
			Set<Integer> people = new HashSet<>(ids);
			people.addAll(rung);
			this.profiles = dao.profiles(people);
			this.refused = dao.refused(ids, channel, false);
			this.ownRefused = refused.isEmpty() ? refused : dao.refused(ids, channel, true);
			for (Object[] row : channel == Channel.PHONE ? dao.numbers(people) : Collections.<Object[]>emptyList()) {
				Set<Purpose> refusedThere = numbers.computeIfAbsent((Integer) row[0], id -> new HashMap<>())
					.computeIfAbsent((String) row[1], key -> EnumSet.noneOf(Purpose.class));
				if (row[2] != null) {
					refusedThere.add((Purpose) row[2]);
				}
			}
			this.recent = recent;
			this.escalated = dao.withOpenServiceEscalation(ids);
		}

		/** Null when nobody has written any. */
		public ContactProfile profile(Integer patientId) {
			return profiles.get(patientId);
		}

		/** False: a call cannot be made, there is no telephone number or none that works. */
		public boolean hasNumber(Integer personId) {
			return numbers.containsKey(personId) || !areNumbersKnown();
		}

		/** Purposes for which nobody is to be called at any of the person's numbers that may work. */
		public Set<Purpose> refusedAtNumbers(Integer personId) {
			Set<Purpose> everywhere = EnumSet.noneOf(Purpose.class);
			Collection<Set<Purpose>> perNumber = numbers.getOrDefault(personId, Collections.emptyMap()).values();
			if (!perNumber.isEmpty()) {
				everywhere.addAll(EnumSet.allOf(Purpose.class));
				perNumber.forEach(everywhere::retainAll);
			}
			return everywhere;
		}

		/**
		 * Quiet hours go by the patient's zone if it is known, else by the given one; closed days by the site.
		 *
		 * @param rung who is rung for the patient, or the patient
		 */
		public ContactPolicy.Facts facts(Integer patientId, Integer rung, Site site, ZoneId zone) {
			Patient patient = patients.get(patientId);
			ContactProfile profile = profiles.get(patientId);
			ContactPolicy.Facts.FactsBuilder facts = ContactPolicy.Facts.builder()
				.voided(Boolean.TRUE.equals(patient.getVoided())).dead(Boolean.TRUE.equals(patient.getDead()))
				.refused(refused.getOrDefault(patientId, Collections.emptySet()))
				.ownRefused(ownRefused.getOrDefault(patientId, Collections.emptySet()))
				.refusedThere(refusedAtNumbers(rung)).majority(majority.on(patient.getBirthdate()))
				.serviceEscalationOpen(escalated.contains(patientId))
				.restUntil(later(recent.restUntil(patientId), recent.restUntil(rung)))
				.cappedUntil(recent.cappedUntil(rung)).promisedUntil(recent.promisedUntil(rung))
				.zone(zone).siteZone(site.getZone()).callingHours(hours).openingHours(site.getHours());
			if (profile != null) {
				facts.relationshipEnded(profile.getRelationship() == ContactProfile.Relationship.ENDED)
					.zone(profile.getZone() == null ? zone : ZoneId.of(profile.getZone()));
			}
			Set<ContactProfile> both = new HashSet<>(Arrays.asList(profile, profiles.get(rung)));
			both.remove(null);
			return facts.deathReported(both.stream().anyMatch(ContactProfile::isDeathReported))
				.doNotCall(both.stream().anyMatch(ContactProfile::isDoNotCall))
				.sadNewsUntil(both.stream().map(ContactProfile::getSadNewsUntil).filter(Objects::nonNull)
					.max(Comparator.naturalOrder()).orElse(null))
				.build();
		}
	}

	/** Null: neither. */
	private static Instant later(Instant one, Instant other) {
		return one == null || other != null && other.isAfter(one) ? other : one;
	}
}
