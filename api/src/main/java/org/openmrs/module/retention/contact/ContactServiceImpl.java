/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.springframework.transaction.annotation.Transactional;

/** See {@link ContactService}. */
public class ContactServiceImpl extends BaseOpenmrsService implements ContactService {
	
	private static final int TAIL = 4;
	
	private final ContactDao dao;
	
	private final ContactDetails details;
	
	private final Sites sites;
	
	private final RetentionSettings settings;
	
	private final Clock clock;
	
	public ContactServiceImpl(ContactDao dao, ContactDetails details, Sites sites, RetentionSettings settings, Clock clock) {
		this.dao = dao;
		this.details = details;
		this.sites = sites;
		this.settings = settings;
		this.clock = clock;
	}
	
	@Override
	@Transactional(readOnly = true)
	public ContactProfile getProfile(Patient patient) {
		ContactProfile profile = dao.profile(patient);
		return profile == null ? newProfile(patient) : profile;
	}
	
	private static ContactProfile newProfile(Patient patient) {
		ContactProfile profile = new ContactProfile();
		profile.setPatient(patient);
		profile.setPatientUuid(patient.getUuid());
		profile.renewRelationship(null);
		return profile;
	}
	
	@Override
	@Transactional(readOnly = true)
	public ContactProfile getProfileByUuid(String uuid) {
		return dao.profileByUuid(uuid);
	}
	
	@Override
	@Transactional
	public ContactProfile saveContactProfile(ContactProfile profile) {
		ContactProfileRules.check(profile);
		dao.save(profile);
		return profile;
	}
	
	@Override
	@Transactional
	public List<ContactDetail> getContactDetails(Person person) {
		return details.of(Collections.singleton(person.getPersonId()), reader()).get(person.getPersonId());
	}
	
	@Override
	@Transactional(readOnly = true)
	public ContactPoint getContactPointByUuid(String uuid) {
		return dao.pointByUuid(uuid);
	}
	
	@Override
	@Transactional(readOnly = true)
	public ContactPoint getContactPointByKey(String key) {
		return dao.pointByKey(key);
	}
	
	@Override
	@Transactional
	public List<Person> findPersonsByNumber(String numberOrLastDigits) {
		String digits = numberOrLastDigits == null ? "" : numberOrLastDigits.replaceAll("\\D", "");
		if (digits.length() < TAIL) {
			throw RetentionException.invalid("retention.contact.error.number-too-short", "number", TAIL);
		}
		List<Integer> candidates = dao.personIdsByTail(digits.substring(digits.length() - TAIL));
		String key = getContactKey(numberOrLastDigits);
		Set<Integer> found = new TreeSet<>();
		details.of(candidates, reader()).forEach((person, written) -> {
			if (written.stream().anyMatch(one -> matches(one, key, digits))) {
				found.add(person);
			}
		});
		return dao.persons(found);
	}
	
	/** The same number in full, or one that ends in these digits. */
	private static boolean matches(ContactDetail detail, String key, String digits) {
		boolean phone = detail.getKind() == ContactPoint.Kind.PHONE && detail.getKey() != null;
		return phone && (detail.getKey().equals(key) || detail.getValue().endsWith(digits));
	}
	
	@Override
	@Transactional(readOnly = true)
	public String getContactKey(String numberOrAddress) {
		return details.normalise(numberOrAddress).map(ContactAddress::key).orElse(null);
	}
	
	@Override
	@Transactional
	public ContactPoint setPointState(String key, ContactPoint.State state, String reason) {
		ContactPoint point = key == null ? null : dao.pointByKey(key);
		if (point == null) {
			throw RetentionException.notFound("retention.contact.error.unknown-point", "contactPoint");
		}
		point.flag(state, reason, clock.instant());
		dao.save(point);
		return point;
	}
	
	@Override
	@Transactional
	public List<ConsentEntry> recordRefusal(Patient patient, Collection<Purpose> purposes, String source, Instant saidAt) {
		List<ConsentEntry> entries = new ArrayList<>();
		for (Purpose purpose : purposes) {
			ConsentEntry entry = new ConsentEntry(patient, purpose, false, source, Context.getAuthenticatedUser(), saidAt);
			dao.save(entry);
			entries.add(entry);
		}
		return entries;
	}
	
	@Override
	@Transactional
	public int withdrawRefusals(String source) {
		List<ConsentEntry> entries = dao.consentFrom(source);
		entries.forEach(ConsentEntry::withdraw);
		return entries.size();
	}
	
	@Override
	@Transactional(readOnly = true)
	public ContactDecision mayContact(Patient patient, Purpose purpose, Channel channel, Instant at) {
		ContactProfile profile = getProfile(patient);
		Site site = sites.siteOf(null);
		ZoneId zone = profile.getZone() == null ? site.getZone() : ZoneId.of(profile.getZone());
		return ContactPolicy.decide(ContactPolicy.Facts.builder().voided(patient.getVoided()).dead(patient.getDead())
		        .deathReported(profile.isDeathReported()).doNotCall(profile.isDoNotCall())
		        .relationshipEnded(profile.getRelationship() == ContactProfile.Relationship.ENDED)
		        .refused(refused(patient, channel)).sadNewsUntil(profile.getSadNewsUntil()).restUntil(restUntil(patient, zone))
		        .zone(zone).callingHours(CallingHours.parse(settings.text(RetentionSettings.CALLING_HOURS, "")))
		        .openingHours(site.getHours()).purpose(purpose).channel(channel).build(),
		    at);
	}
	
	/** The purposes whose latest word is a refusal. */
	private Set<Purpose> refused(Patient patient, Channel channel) {
		Map<Purpose, Boolean> latest = new EnumMap<>(Purpose.class);
		dao.consent(patient, channel).forEach(entry -> latest.putIfAbsent(entry.getPurpose(), entry.isGranted()));
		return latest.entrySet().stream().filter(word -> !word.getValue()).map(Map.Entry::getKey).collect(Collectors.toSet());
	}
	
	/** The rest lasts whole local days after the day of the conversation. */
	private Instant restUntil(Patient patient, ZoneId zone) {
		Instant last = dao.lastConversation(patient);
		if (last == null) {
			return null;
		}
		LocalDate day = last.atZone(zone).toLocalDate();
		return day.plusDays(settings.number(RetentionSettings.REST_DAYS, 0, 3)).atStartOfDay(zone).toInstant();
	}
	
	private static int reader() {
		return Context.getAuthenticatedUser().getUserId();
	}
}
