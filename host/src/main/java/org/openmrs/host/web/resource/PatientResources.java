/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web.resource;

import static org.openmrs.host.web.resource.Description.VERSIONS;
import static org.openmrs.util.PrivilegeConstants.GET_PATIENTS;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.PatientIdentifier;
import org.openmrs.PatientIdentifierType;
import org.openmrs.Person;
import org.openmrs.api.PatientService;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.PropertySetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.impl.AlreadyPaged;
import org.openmrs.module.webservices.rest.web.response.ConversionException;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;

@NoArgsConstructor(access = AccessLevel.PRIVATE)
class PatientResources {

	private static PatientService service() {
		return Context.getPatientService();
	}

	@Resource(name = "v1/patient", supportedClass = Patient.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = PatientService.class, privilege = GET_PATIENTS)
	@Shown("uuid display identifiers^ person* voided +auditInfo")
	@Settable("person! identifiers!")
	public static class Patients extends CoreResource<Patient> {

		@Override
		public String getDisplayString(Patient patient) {
			return patient.getPatientIdentifier() == null ? ""
				: patient.getPatientIdentifier().getIdentifier() + " - " + patient.getPersonName().getFullName();
		}

		/** The person is a new one, by its properties. */
		@Override
		public Object create(SimpleObject post, RequestContext context) {
			Object given = post.get("person");
			if (given == null) {
				throw new ConversionException("The person property is missing");
			}
			Person person = (Person) ConversionUtil.convert(given, Person.class);
			Patient patient = new Patient(person);
			post.put("person", "");
			setConvertedProperties(patient, post, getCreatableProperties(), true);
			return ConversionUtil.convertToRepresentation(save(patient), Representation.DEFAULT);
		}

		/** A copy, or a patient would be rendered inside itself without end. */
		@PropertyGetter("person")
		public static Person getPerson(Patient patient) {
			return new Person(patient);
		}

		@PropertySetter("person")
		public static void setPerson(Patient patient, String ignored) {
			// the constructor was given the person
		}

		@PropertyGetter("identifiers")
		public static Set<PatientIdentifier> getIdentifiers(Patient patient) {
			return new LinkedHashSet<>(patient.getActiveIdentifiers());
		}

		@PropertySetter("identifiers")
		public static void setIdentifiers(Patient patient, List<PatientIdentifier> identifiers) {
			if (!patient.getIdentifiers().isEmpty()) {
				throw new ResourceDoesNotSupportOperationException("Identifiers can only be set for newly created objects!");
			}
			if (identifiers.isEmpty()) {
				throw new ResourceDoesNotSupportOperationException("At least one identifier required");
			}
			long preferred = identifiers.stream().filter(PatientIdentifier::getPreferred).count();
			if (preferred > 1) {
				throw new ResourceDoesNotSupportOperationException("Only one preferred identifier allowed");
			}
			if (preferred == 0) {
				identifiers.get(0).setPreferred(true);
			}
			identifiers.forEach(patient::addIdentifier);
		}

		@Override
		protected PageableResult doSearch(RequestContext context) {
			String query = context.getParameter("q");
			List<Patient> page = service().getPatients(query, context.getIncludeAll(), context.getStartIndex(),
				context.getLimit());
			long count = service().getCountOfPatients(query);
			return new AlreadyPaged<>(context, page, count > context.getStartIndex() + context.getLimit(), count);
		}
	}

	@SubResource(parent = Patients.class, path = "identifier", supportedClass = PatientIdentifier.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = PatientService.class)
	@Shown("display uuid identifier identifierType^ location^ preferred voided +auditInfo")
	@Settable("identifier! identifierType! location preferred")
	public static class Identifiers extends CoreSubResource<PatientIdentifier, Patient, Patients> {

		@Override
		public String getDisplayString(PatientIdentifier identifier) {
			return identifier.getIdentifierType() == null ? ""
				: identifier.getIdentifierType().getName() + " = " + identifier.getIdentifier();
		}

		@PropertySetter("identifierType")
		public void setIdentifierType(PatientIdentifier identifier, PatientIdentifierType identifierType) {
			identifier.setIdentifierType(service().getPatientIdentifierTypeByUuid(identifierType.getUuid()));
		}

		@PropertySetter("location")
		public void setLocation(PatientIdentifier identifier, Location location) {
			identifier.setLocation(Context.getLocationService().getLocationByUuid(location.getUuid()));
		}
	}
}
