/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.PersistenceException;
import org.hibernate.exception.ConstraintViolationException;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.contact.booking.BookingAhead;
import org.openmrs.module.retention.contact.booking.Bookings;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.RetentionException;
import org.springframework.transaction.annotation.Transactional;

/** See {@link ContactService}. */
public class ContactServiceImpl extends BaseOpenmrsService implements ContactService {

	private static final int TAIL = 4;

	private final ContactDao dao;

	private final ContactDetails details;

	private final ChartNumbers numbers;

	private final ContactProfiles profiles;

	private final ContactCircles circles;

	private final Sites sites;

	private final Reachability reachability;

	private final Bookings bookings;

	private final Clock clock;

	public ContactServiceImpl(ContactDao dao, ContactDetails details, ChartNumbers numbers,
		ContactProfiles profiles, ContactCircles circles, Sites sites, Reachability reachability,
		Bookings bookings, Clock clock) {
		this.dao = dao;
		this.details = details;
		this.numbers = numbers;
		this.profiles = profiles;
		this.circles = circles;
		this.sites = sites;
		this.reachability = reachability;
		this.bookings = bookings;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public ContactProfile getProfile(Patient patient) {
		return profiles.of(patient);
	}

	@Override
	@Transactional(readOnly = true)
	public ContactProfile getProfileByUuid(String uuid) {
		return profiles.inForce(dao.profileByUuid(uuid));
	}

	@Override
	@Transactional
	public ContactProfile saveContactProfile(ContactProfile profile) {
		ContactProfileRules.check(profile);
		try {
			dao.save(profile);
			dao.flush();
			return profiles.inForce(profile);
		}
		catch (PersistenceException e) {
			if (e instanceof ConstraintViolationException || e.getCause() instanceof ConstraintViolationException) {
				throw RetentionException.conflict("retention.contact.error.profile-exists", "patient");
			}
			throw e;
		}
	}

	@Override
	@Transactional(readOnly = true)
	public ContactCircle getContactCircle(Patient patient) {
		return circles.withPeople(patient.getPatientId(), clock.instant());
	}

	@Override
	@Transactional
	public List<ContactDetail> getContactDetails(Person person) {
		return details.of(Collections.singleton(person.getPersonId()), reader()).get(person.getPersonId());
	}

	@Override
	@Transactional
	public boolean isNumberNeeded(Patient patient) {
		if (!reachability.areNumbersKnown()) {
			return false;
		}
		Instant now = clock.instant();
		ContactCircle circle = circles.of(patient.getPatientId(), now);
		Set<Integer> people = new HashSet<>();
		people.add(patient.getPatientId());
		if (circle.isMinor(sites.siteOf(null).dayOf(now))) {
			circle.getMembers().stream().filter(ContactCircle.Member::isGuardian)
				.forEach(guardian -> people.add(guardian.getPersonId()));
		}
		return details.of(people, reader()).values().stream().flatMap(List::stream)
			.noneMatch(one -> one.getKind() == ContactPoint.Kind.PHONE && one.isUsable());
	}

	@Override
	@Transactional
	public int readNumbers() {
		return numbers.readNext(reader());
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
	public List<ConsentEntry> recordRefusal(Patient patient, Collection<Purpose> purposes, boolean byAnother, String source,
		Instant saidAt) {
		boolean byGuardian = byAnother
			&& circles.of(patient.getPatientId(), saidAt).isMinor(sites.siteOf(null).dayOf(saidAt));
		List<ConsentEntry> entries = new ArrayList<>();
		for (Purpose purpose : purposes) {
			ConsentEntry entry = new ConsentEntry(patient, purpose, false, byGuardian, source,
				Context.getAuthenticatedUser(), saidAt);
			dao.save(entry);
			entries.add(entry);
		}
		return entries;
	}

	@Override
	@Transactional
	public List<ConsentEntry> recordRefusalAt(String pointKey, Collection<Purpose> purposes, String source,
		Instant saidAt) {
		List<ConsentEntry> entries = new ArrayList<>();
		for (Purpose purpose : purposes) {
			ConsentEntry entry = ConsentEntry.refusalAt(pointKey, purpose, Channel.PHONE, source,
				Context.getAuthenticatedUser(), saidAt);
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
	public ContactDecision mayContact(Patient patient, Purpose purpose, Channel channel, Location place,
		Instant at) {
		Site site = sites.siteOf(place);
		ContactPolicy.Facts facts = reachability.of(patient, patient.getPatientId(), channel, at)
			.facts(patient.getPatientId(), patient.getPatientId(), site, site.getZone());
		BookingAhead booking = bookings.ahead(Collections.singleton(patient.getPatientId()), at, sites.forRun())
			.get(patient.getPatientId());
		return ContactPolicy.decide(facts.toBuilder().purpose(purpose).channel(channel)
			.bookedUntil(booking == null ? null : booking.getWaitUntil()).build(), at);
	}

	private static int reader() {
		return Context.getAuthenticatedUser().getUserId();
	}
}
