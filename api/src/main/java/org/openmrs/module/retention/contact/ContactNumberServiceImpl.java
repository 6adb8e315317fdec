/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.Person;
import org.openmrs.PersonAttribute;
import org.openmrs.PersonAttributeType;
import org.openmrs.api.PersonService;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.shared.Messages;
import org.openmrs.module.retention.shared.RetentionException;
import org.springframework.transaction.annotation.Transactional;

/** See {@link ContactNumberService}. The person is saved by the platform's service: whatever listens to that hears of it. */
@RequiredArgsConstructor
public class ContactNumberServiceImpl extends BaseOpenmrsService implements ContactNumberService {

	private static final int EARLIER = 20;

	private static final int REASON_LENGTH = 255;

	private final NumberDao dao;

	private final ContactDetails details;

	private final PersonService persons;

	@Override
	@Transactional(readOnly = true)
	public List<PersonAttributeType> getFreeTypes(Person person) {
		List<String> order = details.types();
		Set<String> taken = person.getActiveAttributes().stream().map(one -> one.getAttributeType().getUuid())
			.collect(Collectors.toSet());
		return dao.types(order).stream().filter(type -> !taken.contains(type.getUuid()))
			.sorted(Comparator.comparing(type -> order.indexOf(type.getUuid()))).collect(Collectors.toList());
	}

	@Override
	@Transactional(readOnly = true)
	public List<PersonAttribute> getEarlierNumbers(Person person) {
		return dao.struckOut(person, details.types(), EARLIER);
	}

	@Override
	@Transactional
	public ContactDetail enterNumber(Person person, String type, String number, String instead) {
		PersonAttributeType known = type(type);
		if (StringUtils.isBlank(number)) {
			throw RetentionException.invalid("retention.contact.error.number-unreadable", "value");
		}
		ContactAddress address = details.typed(type, number.trim());
		checkNew(person, address);
		PersonAttribute before = instead == null ? null : current(person, instead);
		boolean another = person.getActiveAttributes().stream()
			.anyMatch(one -> one != before && one.getAttributeType().equals(known));
		if (before == null ? another : !before.getAttributeType().equals(known)) {
			throw changedMeanwhile();
		}
		if (before != null) {
			before.voidAttribute(
				Messages.text("retention.contact.number-replaced", Context.getLocale(), address.getValue()));
		}
		PersonAttribute entered = new PersonAttribute(known, address.getValue());
		entered.setPerson(person);
		person.getAttributes().add(entered);
		return save(person).stream().filter(one -> address.key().equals(one.getKey())).findFirst()
			.orElseThrow(IllegalStateException::new);
	}

	@Override
	@Transactional
	public void removeNumber(Person person, String attribute, String reason) {
		String why = StringUtils.trimToNull(reason);
		if (why == null) {
			throw RetentionException.invalid("retention.contact.error.reason-missing", "reason");
		}
		current(person, attribute).voidAttribute(StringUtils.left(why, REASON_LENGTH));
		save(person);
	}

	private PersonAttributeType type(String uuid) {
		return dao.types(details.types()).stream().filter(type -> type.getUuid().equals(uuid)).findFirst()
			.orElseThrow(() -> RetentionException.invalid("retention.contact.error.unknown-number-type", "type"));
	}

	private void checkNew(Person person, ContactAddress address) {
		if (read(person).stream().anyMatch(one -> address.key().equals(one.getKey()))) {
			throw RetentionException.conflict("retention.contact.error.number-there", "value");
		}
	}

	private PersonAttribute current(Person person, String uuid) {
		List<String> types = details.types();
		return person.getActiveAttributes().stream()
			.filter(one -> one.getUuid().equals(uuid) && types.contains(one.getAttributeType().getUuid())).findFirst()
			.orElseThrow(ContactNumberServiceImpl::changedMeanwhile);
	}

	private static RetentionException changedMeanwhile() {
		return RetentionException.conflict("retention.contact.error.number-changed", "value");
	}

	private List<ContactDetail> save(Person person) {
		persons.savePerson(person);
		dao.flush();
		return read(person);
	}

	private List<ContactDetail> read(Person person) {
		return details.of(Collections.singleton(person.getPersonId()), Context.getAuthenticatedUser().getUserId())
			.get(person.getPersonId());
	}
}
