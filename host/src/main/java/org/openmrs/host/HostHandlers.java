/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host;

import java.beans.PropertyDescriptor;
import java.util.Date;
import java.util.UUID;

import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.Encounter;
import org.openmrs.Obs;
import org.openmrs.OpenmrsObject;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.Retireable;
import org.openmrs.User;
import org.openmrs.Voidable;
import org.openmrs.annotation.AllowEmptyStrings;
import org.openmrs.annotation.AllowLeadingOrTrailingWhitespace;
import org.openmrs.annotation.Handler;
import org.openmrs.api.context.Context;
import org.openmrs.api.handler.SaveHandler;
import org.openmrs.api.handler.UnvoidHandler;
import org.openmrs.api.handler.VoidHandler;
import org.openmrs.parameter.EncounterSearchCriteriaBuilder;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ReflectionUtils;

/** What is done to an object, and to what it holds, before a service saves, voids or retires it. */
@NoArgsConstructor(access = AccessLevel.PRIVATE)
public final class HostHandlers {

	/** Trims every text and makes a blank one null. */
	@Handler(supports = OpenmrsObject.class)
	public static class OpenmrsObjectSave implements SaveHandler<OpenmrsObject> {

		@Override
		public void handle(OpenmrsObject object, User user, Date date, String other) {
			if (object.getUuid() == null) {
				object.setUuid(UUID.randomUUID().toString());
			}
			if (object instanceof Obs) {
				return;
			}
			for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(object.getClass())) {
				if (String.class.equals(property.getPropertyType()) && property.getReadMethod() != null
					&& property.getWriteMethod() != null && !isDeprecated(property)) {
					trim(object, property);
				}
			}
		}

		private static boolean isDeprecated(PropertyDescriptor property) {
			return property.getReadMethod().isAnnotationPresent(Deprecated.class)
				|| property.getWriteMethod().isAnnotationPresent(Deprecated.class);
		}

		private static void trim(OpenmrsObject object, PropertyDescriptor property) {
			String value;
			try {
				value = (String) property.getReadMethod().invoke(object);
			}
			catch (ReflectiveOperationException e) {
				return; // an attribute that has no reference yet, a property that is not supported
			}
			if (value == null) {
				return;
			}
			String kept = property.getWriteMethod().isAnnotationPresent(AllowLeadingOrTrailingWhitespace.class) ? value
				: value.trim();
			boolean voided = object instanceof Voidable && ((Voidable) object).getVoided();
			if (kept.isEmpty() && !voided && !property.getWriteMethod().isAnnotationPresent(AllowEmptyStrings.class)) {
				kept = null;
			}
			if (!value.equals(kept)) {
				ReflectionUtils.invokeMethod(property.getWriteMethod(), object, kept);
			}
		}
	}

	@Handler(supports = Voidable.class)
	public static class VoidSave implements SaveHandler<Voidable> {

		@Override
		public void handle(Voidable voidable, User user, Date date, String other) {
			if (voidable.getVoided()) {
				complete(voidable, user, date);
			} else {
				voidable.setVoidedBy(null);
				voidable.setDateVoided(null);
				voidable.setVoidReason(null);
			}
		}
	}

	@Handler(supports = Retireable.class)
	public static class RetireSave implements SaveHandler<Retireable> {

		@Override
		public void handle(Retireable retireable, User user, Date date, String other) {
			if (retireable.getRetired()) {
				complete(retireable, user, date);
			} else {
				retireable.setRetiredBy(null);
				retireable.setDateRetired(null);
				retireable.setRetireReason(null);
			}
		}
	}

	@Handler(supports = Person.class)
	public static class PersonSave implements SaveHandler<Person> {

		@Override
		public void handle(Person person, User user, Date date, String other) {
			person.getNames().forEach(n -> n.setPerson(person));
			person.getAttributes().forEach(a -> a.setPerson(person));
			if (!person.getDead()) {
				person.setCauseOfDeath(null);
			}
			if (!person.getPersonVoided()) {
				person.setPersonVoidedBy(null);
				person.setPersonDateVoided(null);
				person.setPersonVoidReason(null);
			}
		}
	}

	@Handler(supports = Patient.class)
	public static class PatientSave implements SaveHandler<Patient> {

		@Override
		public void handle(Patient patient, User user, Date date, String other) {
			patient.getIdentifiers().forEach(i -> i.setPatient(patient));
		}
	}

	@Handler(supports = Voidable.class)
	public static class BaseVoid implements VoidHandler<Voidable> {

		@Override
		public void handle(Voidable voidable, User user, Date date, String reason) {
			if (!voidable.getVoided() || voidable.getVoidedBy() == null) {
				voidable.setVoided(true);
				voidable.setVoidReason(reason);
				complete(voidable, user, date);
			}
		}
	}

	@Handler(supports = Voidable.class)
	public static class RequireVoidReason implements VoidHandler<Voidable> {

		@Override
		public void handle(Voidable voidable, User user, Date date, String reason) {
			if ((voidable instanceof Patient || voidable instanceof Encounter || voidable instanceof Obs)
				&& StringUtils.isBlank(reason)) {
				throw new IllegalArgumentException("The 'reason' for voiding is required");
			}
		}
	}

	@Handler(supports = Voidable.class, order = 10)
	public static class BaseUnvoid implements UnvoidHandler<Voidable> {

		@Override
		public void handle(Voidable voidable, User user, Date date, String other) {
			if (voidable.getVoided() && (date == null || date.equals(voidable.getDateVoided()))) {
				voidable.setVoided(false);
				voidable.setVoidedBy(null);
				voidable.setDateVoided(null);
				voidable.setVoidReason(null);
			}
		}
	}

	@Handler(supports = Person.class)
	public static class PersonVoid implements VoidHandler<Person> {

		@Override
		public void handle(Person person, User user, Date date, String reason) {
			if (!person.getPersonVoided()) {
				person.setPersonVoided(true);
				person.setPersonVoidReason(reason);
				person.setPersonVoidedBy(person.getPersonVoidedBy() == null ? user : person.getPersonVoidedBy());
				person.setPersonDateVoided(person.getPersonDateVoided() == null ? date : person.getPersonDateVoided());
			}
		}
	}

	@Handler(supports = Person.class)
	public static class PersonUnvoid implements UnvoidHandler<Person> {

		@Override
		public void handle(Person person, User user, Date date, String other) {
			if (person.getPersonVoided() && (date == null || date.equals(person.getPersonDateVoided()))) {
				person.setPersonVoided(false);
				person.setPersonVoidedBy(null);
				person.setPersonDateVoided(null);
				person.setPersonVoidReason(null);
			}
		}
	}

	/** The encounters that were voided with the patient. */
	@Handler(supports = Patient.class, order = 50)
	public static class PatientDataUnvoid implements UnvoidHandler<Patient> {

		@Override
		public void handle(Patient patient, User user, Date date, String other) {
			for (Encounter encounter : Context.getEncounterService().getEncounters(new EncounterSearchCriteriaBuilder()
				.setPatient(patient).setIncludeVoided(true).createEncounterSearchCriteria())) {
				if (encounter.getVoided() && encounter.getDateVoided().equals(date)
					&& encounter.getVoidedBy().equals(user)) {
					Context.getEncounterService().unvoidEncounter(encounter);
				}
			}
		}
	}

	/** Each encounter in a transaction of its own, all before the patient's own begins. */
	@Handler(supports = Patient.class)
	public static class PatientDataVoid implements VoidHandler<Patient> {

		@Override
		public void handle(Patient patient, User user, Date date, String reason) {
			for (Encounter encounter : Context.getEncounterService().getEncountersByPatient(patient)) {
				if (!encounter.getVoided()) {
					encounter.setDateVoided(patient.getDateVoided());
					Context.getEncounterService().voidEncounter(encounter, reason);
				}
			}
		}
	}

	private static void complete(Voidable voidable, User user, Date date) {
		voidable.setVoidedBy(voidable.getVoidedBy() == null ? user : voidable.getVoidedBy());
		voidable.setDateVoided(voidable.getDateVoided() == null ? date : voidable.getDateVoided());
	}

	private static void complete(Retireable retireable, User user, Date date) {
		retireable.setRetiredBy(retireable.getRetiredBy() == null ? user : retireable.getRetiredBy());
		retireable.setDateRetired(retireable.getDateRetired() == null ? date : retireable.getDateRetired());
	}
}
