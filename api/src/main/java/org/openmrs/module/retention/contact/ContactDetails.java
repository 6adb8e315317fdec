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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.Person;
import org.openmrs.PersonAttribute;
import org.openmrs.module.retention.shared.Languages;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionSettings;

/**
 * Reads how people can be reached off their configured attributes, many people in a constant number of statements, and
 * brings the rows of who is reached where up to date with what it read. For the module's own features: no privilege is
 * asked.
 */
public class ContactDetails {

	/** Characters that a value in the chart may have. */
	private static final int LONGEST = 50;

	private final ContactDao dao;

	private final RetentionSettings settings;

	private final Clock clock;

	ContactDetails(ContactDao dao, RetentionSettings settings, Clock clock) {
		this.dao = dao;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * By person id, each in the order in which that person wants to be reached: by the order of the settings, then as entered.
	 *
	 * @param reader user id that new rows get as their creator
	 */
	public Map<Integer, List<ContactDetail>> of(Collection<Integer> personIds, int reader) {
		Map<Integer, List<Written>> written = read(personIds);
		Map<String, ContactPoint> points = points(written, reader);
		bringUpToDate(personIds, written, points);
		Map<Integer, Long> sharing = new HashMap<>();
		for (Object[] row : dao
			.ownersPerPoint(points.values().stream().map(ContactPoint::getId).collect(Collectors.toSet()))) {
			sharing.put((Integer) row[0], (Long) row[1]);
		}
		Map<Integer, List<ContactDetail>> details = new LinkedHashMap<>();
		for (Integer person : personIds) {
			List<ContactDetail> ofPerson = new ArrayList<>();
			for (Written one : written.getOrDefault(person, new ArrayList<>())) {
				ofPerson.add(detail(one, points.get(one.key()), ofPerson.size(), sharing));
			}
			details.put(person, ofPerson);
		}
		return details;
	}

	/** Language tag off the configured attribute; null when there is none that can be read. */
	String languageOf(Person person) {
		return languagesOf(Collections.singleton(person.getPersonId())).get(person.getPersonId());
	}

	/** By person id, of those whose chart says one that can be read. */
	Map<Integer, String> languagesOf(Collection<Integer> people) {
		String type = settings.text(RetentionSettings.LANGUAGE_ATTRIBUTE_TYPE, null);
		Map<Integer, String> languages = new HashMap<>();
		for (PersonAttribute attribute : type == null ? Collections.<PersonAttribute>emptyList()
			: dao.attributes(people, Collections.singleton(type))) {
			if (Languages.isTag(attribute.getValue())) {
				languages.putIfAbsent(attribute.getPerson().getPersonId(), attribute.getValue());
			}
		}
		return languages;
	}

	/** A number or address as anybody writes it, in its normal form. */
	Optional<ContactAddress> normalise(String written) {
		return written.indexOf('@') >= 0 ? ContactAddress.email(written) : ContactAddress.phone(written, region());
	}

	/** What was typed into a field of this type, in its normal form; refused when it is not the whole of a number or address. */
	ContactAddress typed(String type, String typed) {
		return settings.list(RetentionSettings.PHONE_ATTRIBUTE_TYPES).contains(type)
			? TypedNumber.read(typed, region())
			: ContactAddress.email(typed).filter(one -> one.getValue().length() <= LONGEST)
				.orElseThrow(() -> RetentionException.invalid("retention.contact.error.address-unreadable", "value"));
	}

	/** Uuids of the person attribute types that hold numbers and addresses, in the order in which they are tried. */
	List<String> types() {
		List<String> types = new ArrayList<>(settings.list(RetentionSettings.PHONE_ATTRIBUTE_TYPES));
		types.addAll(settings.list(RetentionSettings.EMAIL_ATTRIBUTE_TYPES));
		return types;
	}

	private String region() {
		return settings.text(RetentionSettings.DEFAULT_REGION, null);
	}

	private Map<Integer, List<Written>> read(Collection<Integer> personIds) {
		List<String> phones = settings.list(RetentionSettings.PHONE_ATTRIBUTE_TYPES);
		List<String> types = types();
		String region = region();
		List<PersonAttribute> attributes = new ArrayList<>(dao.attributes(personIds, types));
		attributes.sort((one, other) -> Integer.compare(types.indexOf(one.getAttributeType().getUuid()),
			types.indexOf(other.getAttributeType().getUuid())));
		Map<Integer, List<Written>> byPerson = new HashMap<>();
		for (PersonAttribute attribute : attributes) {
			boolean phone = phones.contains(attribute.getAttributeType().getUuid());
			Written one = new Written(attribute, phone ? ContactPoint.Kind.PHONE : ContactPoint.Kind.EMAIL,
				phone ? ContactAddress.phone(attribute.getValue(), region) : ContactAddress.email(attribute.getValue()));
			List<Written> ofPerson = byPerson.computeIfAbsent(attribute.getPerson().getPersonId(), id -> new ArrayList<>());
			boolean again = one.key() != null && ofPerson.stream().anyMatch(other -> one.key().equals(other.key()));
			if (!again) {
				ofPerson.add(one);
			}
		}
		return byPerson;
	}

	private Map<String, ContactPoint> points(Map<Integer, List<Written>> written, int reader) {
		Map<String, ContactAddress> addresses = new LinkedHashMap<>();
		written.values().forEach(all -> all.forEach(one -> one.address.ifPresent(a -> addresses.put(one.key(), a))));
		Map<String, ContactPoint> points = byKey(dao.points(addresses.keySet()));
		Set<String> missing = new HashSet<>(addresses.keySet());
		missing.removeAll(points.keySet());
		if (!missing.isEmpty()) {
			missing.forEach(key -> dao.insertPoint(addresses.get(key), reader, clock.instant()));
			points.putAll(byKey(dao.pointsAsCommitted(missing)));
		}
		return points;
	}

	private static Map<String, ContactPoint> byKey(List<ContactPoint> points) {
		return points.stream().collect(Collectors.toMap(ContactPoint::getPointKey, Function.identity()));
	}

	private void bringUpToDate(Collection<Integer> personIds, Map<Integer, List<Written>> written,
		Map<String, ContactPoint> points) {
		Map<Integer, Map<String, ContactPointOwner>> known = new HashMap<>();
		for (ContactPointOwner owner : dao.owners(personIds)) {
			known.computeIfAbsent(owner.getPersonId(), id -> new HashMap<>()).put(owner.getContactPoint().getPointKey(),
				owner);
		}
		boolean lost = false;
		for (Integer person : personIds) {
			Map<String, ContactPointOwner> before = known.getOrDefault(person, new HashMap<>());
			int position = 0;
			for (Written one : written.getOrDefault(person, new ArrayList<>())) {
				if (one.key() != null) {
					ContactPointOwner owner = before.remove(one.key());
					if (owner == null) {
						dao.insertOwner(points.get(one.key()).getId(), person, one.attribute.getUuid(), position);
					} else {
						owner.setPosition(position);
						owner.setAttributeUuid(one.attribute.getUuid());
					}
				}
				position++;
			}
			before.values().forEach(dao::delete);
			lost |= !before.isEmpty();
		}
		if (lost) {
			dao.flush();
		}
	}

	private static ContactDetail detail(Written one, ContactPoint point, int position, Map<Integer, Long> sharing) {
		ContactDetail.ContactDetailBuilder detail = ContactDetail.builder().attribute(one.attribute.getUuid())
			.type(one.attribute.getAttributeType().getUuid()).kind(one.kind)
			.written(one.attribute.getValue())
			.writtenAt(one.attribute.getDateCreated() == null ? null
				: Instant.ofEpochMilli(one.attribute.getDateCreated().getTime()))
			.position(position);
		if (point == null) {
			return detail.value(one.attribute.getValue()).state(ContactPoint.State.WRONG).stateReason("unreadable").build();
		}
		long reachedThere = sharing.getOrDefault(point.getId(), 1L);
		return detail.uuid(point.getUuid()).key(point.getPointKey()).value(one.address.get().getValue())
			.state(point.getState()).stateReason(point.getStateReason()).stateAt(point.getStateAt())
			.version(point.getVersion()).sharedWith((int) Math.max(0, reachedThere - 1)).build();
	}

	/** An attribute and what it reads as. */
	private static final class Written {

		final PersonAttribute attribute;

		final ContactPoint.Kind kind;

		final Optional<ContactAddress> address;

		private final String key;

		Written(PersonAttribute attribute, ContactPoint.Kind kind, Optional<ContactAddress> address) {
			this.attribute = attribute;
			this.kind = kind;
			this.address = address;
			this.key = address.map(ContactAddress::key).orElse(null);
		}

		/** Null when it cannot be read. */
		String key() {
			return key;
		}
	}
}
