/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web.resource;

import static org.openmrs.host.web.resource.Description.VERSIONS;
import static org.openmrs.util.PrivilegeConstants.GET_ENCOUNTERS;
import static org.openmrs.util.PrivilegeConstants.GET_OBS;
import static org.openmrs.util.PrivilegeConstants.GET_VISITS;

import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Set;

import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.openmrs.Encounter;
import org.openmrs.EncounterProvider;
import org.openmrs.EncounterType;
import org.openmrs.Location;
import org.openmrs.Obs;
import org.openmrs.Patient;
import org.openmrs.Visit;
import org.openmrs.api.EncounterService;
import org.openmrs.api.ObsService;
import org.openmrs.api.VisitService;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestUtil;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.PropertySetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.impl.EmptySearchResult;
import org.openmrs.module.webservices.rest.web.resource.impl.NeedsPaging;

@NoArgsConstructor(access = AccessLevel.PRIVATE)
class EncounterResources {

	/** @return null where the request names no patient or an unknown one */
	private static Patient patientOf(RequestContext context) {
		String uuid = context.getParameter("patient");
		return uuid == null ? null : Context.getPatientService().getPatientByUuid(uuid);
	}

	@Resource(name = "v1/encounter", supportedClass = Encounter.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = EncounterService.class, privilege = GET_ENCOUNTERS, version = "2.2")
	@Shown("uuid display encounterDatetime patient~ location^ form^ encounterType^ obs^ orders^ voided +auditInfo "
		+ "visit^ encounterProviders^ diagnoses^")
	@Settable("encounterDatetime patient! encounterType! location form obs visit encounterProviders")
	public static class Encounters extends CoreResource<Encounter> {

		@Override
		public String getDisplayString(Encounter encounter) {
			EncounterType type = encounter.getEncounterType();
			Date date = encounter.getEncounterDatetime();
			return (type == null ? "?" : type.getName()) + " " + (date == null ? "?" : Context.getDateFormat().format(date));
		}

		@Override
		public Encounter newDelegate() {
			Encounter encounter = new Encounter();
			encounter.setEncounterDatetime(new Date());
			return encounter;
		}

		@Override
		public Encounter save(Encounter encounter) {
			encounter.getEncounterProviders().forEach(provider -> provider.setEncounter(encounter));
			return super.save(encounter);
		}

		@Override
		protected PageableResult doSearch(RequestContext context) {
			Patient patient = patientOf(context);
			if (patient == null) {
				return new EmptySearchResult();
			}
			List<Encounter> encounters = new ArrayList<>(Context.getEncounterService().getEncountersByPatient(patient));
			String type = context.getParameter("encounterType");
			encounters.removeIf(encounter -> type != null && !encounter.getEncounterType().getUuid().equals(type));
			return new NeedsPaging<>(encounters, context);
		}

		@PropertyGetter("obs")
		public static Object getObsAtTopLevel(Encounter encounter) {
			return encounter.getObsAtTopLevel(false);
		}

		@PropertyGetter("orders")
		public static Object getOrders(Encounter encounter) {
			return Collections.emptyList();
		}

		@PropertyGetter("diagnoses")
		public static Object getDiagnoses(Encounter encounter) {
			return Collections.emptyList();
		}

		@PropertyGetter("encounterProviders")
		public static Set<EncounterProvider> getActiveEncounterProviders(Encounter encounter) {
			return RestUtil.removeVoidedData(encounter.getEncounterProviders());
		}

		/** Adds those who are not yet there in that role; takes no one away. */
		@PropertySetter("encounterProviders")
		public static void setEncounterProviders(Encounter encounter, List<EncounterProvider> providers) {
			for (EncounterProvider added : providers) {
				boolean present = encounter.getEncounterProviders().stream()
					.anyMatch(existing -> existing.getProvider().equals(added.getProvider())
						&& existing.getEncounterRole().equals(added.getEncounterRole()));
				if (!present) {
					encounter.getEncounterProviders().add(added);
				}
			}
		}
	}

	@SubResource(parent = Encounters.class, path = "encounterprovider", supportedClass = EncounterProvider.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = EncounterService.class, version = "1.9")
	@Shown("uuid provider^ encounterRole^ voided +auditInfo")
	@Settable("provider encounter encounterRole")
	public static class Providers extends CoreSubResource<EncounterProvider, Encounter, Encounters> {

		@Override
		public String getDisplayString(EncounterProvider provider) {
			return provider.getProvider().getName()
				+ (provider.getEncounterRole() == null ? "" : ": " + provider.getEncounterRole().getName());
		}
	}

	@Resource(name = "v1/obs", supportedClass = Obs.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = ObsService.class, privilege = GET_OBS, version = "2.7", absent = "order referenceRange interpretation")
	@Shown("uuid display concept^ person~ obsDatetime accessionNumber obsGroup^ valueCodedName^ groupMembers* "
		+ "comment location^ order^ encounter^ voided +auditInfo value valueModifier formFieldPath "
		+ "formFieldNamespace status interpretation referenceRange")
	public static class Observations extends CoreResource<Obs> {

		@Override
		public String getDisplayString(Obs obs) {
			return obs.getConcept() == null ? ""
				: obs.getConcept().getName() + ": " + obs.getValueAsString(Context.getLocale());
		}

		@PropertyGetter("groupMembers")
		public static Object getGroupMembers(Obs obs) {
			return obs.hasGroupMembers() ? obs.getGroupMembers() : null;
		}

		@PropertyGetter("value")
		public Object getValue(Obs obs) {
			if (obs.getValueDatetime() != null) {
				boolean date = obs.getConcept().getDatatype().isDate();
				return new SimpleDateFormat(date ? "yyyy-MM-dd" : ConversionUtil.DATE_FORMAT).format(obs.getValueDatetime());
			}
			return obs.getValueCoded() != null ? obs.getValueCoded()
				: obs.getValueText() != null ? obs.getValueText() : obs.getValueNumeric();
		}

	}

	@Resource(name = "v1/visit", supportedClass = Visit.class, supportedOpenmrsVersions = VERSIONS)
	@Words(service = VisitService.class, privilege = GET_VISITS, version = "1.9")
	@Shown("uuid display patient~ visitType~ indication~ location~ startDatetime stopDatetime encounters^ "
		+ "attributes^ voided +auditInfo")
	@Settable("patient! visitType! startDatetime location indication stopDatetime")
	public static class Visits extends CoreResource<Visit> {

		@Override
		public Object create(SimpleObject post, RequestContext context) {
			post.putIfAbsent("startDatetime", new Date());
			return super.create(post, context);
		}

		@Override
		public String getDisplayString(Visit visit) {
			Location location = visit.getLocation();
			return (visit.getVisitType() == null ? "?" : visit.getVisitType().getName()) + " "
				+ (location == null ? "?" : "@ " + location.getName()) + " - "
				+ Context.getDateFormat().format(visit.getStartDatetime());
		}

		@PropertyGetter("attributes")
		public Object getActiveAttributes(Visit visit) {
			return Collections.emptyList();
		}

		@PropertyGetter("encounters")
		public Object getNonVoidedEncounters(Visit visit) {
			return visit.getNonVoidedEncounters();
		}
	}
}
