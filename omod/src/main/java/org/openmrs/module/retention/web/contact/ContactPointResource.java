/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.contact;

import java.util.ArrayList;
import java.util.List;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ContactPoint;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** Numbers and addresses: of a person, or whose number it is that rang. Their state holds for all who share them. */
@Resource(name = Namespace.V1
	+ "/contactpoint", supportedClass = ReachedAt.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class ContactPointResource extends EntityResource<ReachedAt> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_CONTACTS;
	}

	@Override
	protected ReachedAt find(String uuid) {
		ContactPoint point = service().getContactPointByUuid(uuid);
		return point == null ? null : ReachedAt.of(point);
	}

	/** Exactly one of the filters: a list of all numbers of the clinic is nobody's business. */
	@Override
	protected Listing<ReachedAt> list(QueryFilters filters) {
		String number = filters.text("number");
		String patient = filters.text("patient");
		String person = filters.text("person");
		if ((number == null ? 0 : 1) + (patient == null ? 0 : 1) + (person == null ? 0 : 1) != 1) {
			throw RetentionException.invalid("retention.web.error.one-filter", null, "patient, person, number");
		}
		if (number != null) {
			List<Person> persons = service().findPersonsByNumber(number);
			return Listing.of(page -> reached(cut(persons, page.getStart(), page.getSize()), number), persons::size);
		}
		List<ReachedAt> all = new ArrayList<>();
		add(person == null ? ownerOf(patient) : personOf(person), all);
		return Listing.of(all);
	}

	private static List<Person> cut(List<Person> persons, int start, int size) {
		return persons.subList(Math.min(start, persons.size()), Math.min(start + size, persons.size()));
	}

	/** What each of them is reached at by that number; the number itself is known to the asker. */
	private static List<ReachedAt> reached(List<Person> persons, String number) {
		String digits = number.replaceAll("\\D", "");
		String key = service().getContactKey(number);
		List<ReachedAt> rows = new ArrayList<>();
		for (Person person : persons) {
			service().getContactDetails(person).stream()
				.filter(detail -> key != null && key.equals(detail.getKey()) || detail.getValue().endsWith(digits))
				.limit(1)
				.forEach(detail -> rows.add(ReachedAt.of(person, detail)));
		}
		return rows;
	}

	private static void add(Person person, List<ReachedAt> rows) {
		service().getContactDetails(person).forEach(detail -> rows.add(ReachedAt.of(person, detail)));
	}

	private static Person ownerOf(String patientUuid) {
		Patient patient = Context.getPatientService().getPatientByUuid(patientUuid);
		return known(patient == null ? null : patient.getPerson(), "patient");
	}

	private static Person personOf(String uuid) {
		return known(Context.getPersonService().getPersonByUuid(uuid), "person");
	}

	private static Person known(Person person, String field) {
		if (person == null) {
			throw RetentionException.invalid("retention.web.error.unknown-reference", field, field);
		}
		return person;
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("person", Representation.REF);
		for (String name : new String[]{ "kind", "value", "tail", "state", "stateReason", "stateAt", "position",
			"sharedWith",
			"version" }) {
			description.addProperty(name);
		}
	}

	@PropertyGetter("display")
	public static String getDisplay(ReachedAt point) {
		return point.getKind().name();
	}

	static ContactService service() {
		return Context.getService(ContactService.class);
	}
}
