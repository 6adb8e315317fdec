/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.contact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ContactCircle;
import org.openmrs.module.retention.contact.ContactPerson;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.NamelessPatient;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;
import org.openmrs.util.PrivilegeConstants;

/**
 * How a patient wants to be contacted. Every patient has a profile: until somebody writes it, it is one of defaults without
 * a uuid. What became of the relationship is written by contacts, not here.
 */
@Resource(name = Namespace.V1
	+ "/contactpreference", supportedClass = ContactProfile.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class ContactPreferenceResource extends EntityResource<ContactProfile> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_CONTACTS;
	}

	@Override
	protected ContactProfile find(String uuid) {
		return service().getProfileByUuid(uuid);
	}

	@Override
	protected Listing<ContactProfile> list(QueryFilters filters) {
		return Listing.of(Collections.singletonList(service().getProfile(patient(filters.required("patient")))));
	}

	private static Patient patient(String uuid) {
		Patient patient = Context.getPatientService().getPatientByUuid(uuid);
		if (patient == null) {
			throw RetentionException.invalid("retention.web.error.unknown-reference", "patient", "patient");
		}
		return patient;
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("patient", Representation.REF);
		for (String name : new String[]{ "salutation", "language", "bestWindows", "doNotCall", "sadNewsUntil", "staffNote",
			"zone", "relationship", "relationshipReason", "relationshipSince", "deathReported", "majorityOn",
			"numberNeeded", "version" }) {
			description.addProperty(name);
		}
		description.addProperty("contactPersons");
	}

	@PropertyGetter("uuid")
	public static String getUuid(ContactProfile profile) {
		return profile.getId() == null ? null : profile.getUuid();
	}

	@PropertyGetter("display")
	public static String getDisplay(ContactProfile profile) {
		return profile.getRelationship().name();
	}

	/** Writes the patient's profile; with the version that was read when there is one already. */
	@Override
	public Object create(SimpleObject body, RequestContext context) {
		JsonBody request = ProfileBody.read(body, "patient");
		return written(service().getProfile(patient(request.required("patient", request.uuid("patient")))), request,
			context);
	}

	@Override
	public Object update(String uuid, SimpleObject body, RequestContext context) {
		return written(existing(uuid), ProfileBody.read(body, "uuid"), context);
	}

	private Object written(ContactProfile profile, JsonBody request, RequestContext context) {
		return rendered(service().saveContactProfile(ProfileBody.apply(profile, request)), context);
	}

	/** Those who are rung for the patient, in order: whom the profile names, else the chart's relationships. */
	@PropertyGetter("contactPersons")
	public static List<SimpleObject> getContactPersons(ContactProfile profile) {
		List<SimpleObject> views = new ArrayList<>();
		for (ContactCircle.Member member : service().getContactCircle(profile.getPatient()).getMembers()) {
			SimpleObject view = new SimpleObject();
			if (Context.hasPrivilege(PrivilegeConstants.GET_PERSONS)) {
				view.put("person", ConversionUtil.convertToRepresentation(
					NamelessPatient.shown(Context.getPersonService().getPerson(member.getPersonId())), Representation.REF));
			}
			view.put("relation", member.getRelation());
			view.put("guardian", member.isGuardian());
			view.put("chosen", member.isChosen());
			views.add(view);
		}
		return views;
	}

	/** The local day from which the patient speaks for themselves; null: nobody knows the birth date. */
	@PropertyGetter("majorityOn")
	public static String getMajorityOn(ContactProfile profile) {
		return Objects.toString(service().getContactCircle(profile.getPatient()).getMajority(), null);
	}

	/** No number works: to be asked for at the next check-in. */
	@PropertyGetter("numberNeeded")
	public static boolean isNumberNeeded(ContactProfile profile) {
		return service().isNumberNeeded(profile.getPatient());
	}

	static ContactService service() {
		return Context.getService(ContactService.class);
	}
}
