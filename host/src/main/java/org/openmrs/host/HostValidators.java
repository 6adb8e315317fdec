/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host;

import java.util.Date;

import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.time.DateUtils;
import org.openmrs.Concept;
import org.openmrs.ConceptName;
import org.openmrs.Encounter;
import org.openmrs.Obs;
import org.openmrs.OpenmrsMetadata;
import org.openmrs.Patient;
import org.openmrs.PatientIdentifier;
import org.openmrs.PatientIdentifierType.LocationBehavior;
import org.openmrs.PatientIdentifierType.UniquenessBehavior;
import org.openmrs.Person;
import org.openmrs.PersonAttributeType;
import org.openmrs.Privilege;
import org.openmrs.Provider;
import org.openmrs.RelationshipType;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.Visit;
import org.openmrs.annotation.Handler;
import org.openmrs.api.DuplicateConceptNameException;
import org.openmrs.api.IdentifierNotUniqueException;
import org.openmrs.api.PatientIdentifierException;
import org.openmrs.api.context.Context;
import org.openmrs.scheduler.TaskDefinition;
import org.springframework.validation.Errors;
import org.springframework.validation.ValidationUtils;
import org.springframework.validation.Validator;

/** What the platform refuses to save. */
@NoArgsConstructor(access = AccessLevel.PRIVATE)
public final class HostValidators {

	private abstract static class Base implements Validator {

		/** The annotation decides. */
		@Override
		public boolean supports(Class<?> type) {
			return true;
		}

		static void require(Errors errors, String field, String code) {
			ValidationUtils.rejectIfEmpty(errors, field, code);
		}

		static boolean isFuture(Date date) {
			return date != null && date.after(new Date());
		}
	}

	@Handler(supports = { OpenmrsMetadata.class }, order = 50)
	public static class RequireName extends Base {

		@Override
		public void validate(Object object, Errors errors) {
			if (!(object instanceof Provider || object instanceof Role || object instanceof Privilege
				|| object instanceof RelationshipType || object instanceof org.openmrs.ConceptReferenceTerm)) {
				ValidationUtils.rejectIfEmptyOrWhitespace(errors, "name", "error.name");
			}
		}
	}

	@Handler(supports = { Role.class, Privilege.class }, order = 50)
	public static class RoleOrPrivilege extends Base {

		@Override
		public void validate(Object object, Errors errors) {
			ValidationUtils.rejectIfEmptyOrWhitespace(errors, object instanceof Role ? "role" : "privilege", "error.role");
		}
	}

	@Handler(supports = { PersonAttributeType.class }, order = 50)
	public static class AttributeType extends Base {

		@Override
		public void validate(Object object, Errors errors) {
			require(errors, "format", "PersonAttributeType.error.formatEmpty");
		}
	}

	@Handler(supports = { Person.class }, order = 50)
	public static class ThePerson extends Base {

		@Override
		public void validate(Object object, Errors errors) {
			Person person = (Person) object;
			boolean voided = person.getVoided() || person.getPersonVoided();
			if (!voided && person.getPersonName() == null) {
				errors.rejectValue("names", "Person.shouldHaveAtleastOneNonVoidedName");
			}
			if (isFuture(person.getBirthdate())) {
				errors.rejectValue("birthdate", "error.date.future");
			}
			if (person.getBirthdate() != null && person.getBirthdate().before(DateUtils.addYears(new Date(), -140))) {
				errors.rejectValue("birthdate", "error.date.nonsensical");
			}
			if (isFuture(person.getDeathDate())) {
				errors.rejectValue("deathDate", "error.date.future");
			}
			if (person.getDeathDate() != null && person.getBirthdate() != null
				&& person.getDeathDate().before(person.getBirthdate())) {
				errors.rejectValue("deathDate", "error.deathdate.before.birthdate");
			}
			if (person.getDead() && (person.getCauseOfDeath() == null) == (person.getCauseOfDeathNonCoded() == null)) {
				errors.rejectValue("causeOfDeath",
					person.getCauseOfDeath() == null ? "Person.dead.causeOfDeathAndCauseOfDeathNonCodedNull"
						: "Person.dead.shouldHaveOnlyOneCauseOfDeathOrCauseOfDeathNonCodedSet");
			}
		}
	}

	@Handler(supports = { Patient.class }, order = 25)
	public static class ThePatient extends Base {

		@Override
		public void validate(Object object, Errors errors) {
			Patient patient = (Patient) object;
			ValidationUtils.rejectIfEmptyOrWhitespace(errors, "gender", "Person.gender.required");
			if (!patient.getVoided() && patient.getActiveIdentifiers().size() != 1
				&& patient.getActiveIdentifiers().stream().noneMatch(PatientIdentifier::getPreferred)) {
				errors.reject("error.preferredIdentifier");
			}
			if (!errors.hasErrors()) {
				for (PatientIdentifier identifier : patient.getIdentifiers()) {
					new Identifier().validate(identifier, errors);
				}
			}
		}
	}

	@Handler(supports = { PatientIdentifier.class }, order = 50)
	public static class Identifier extends Base {

		@Override
		public void validate(Object object, Errors errors) {
			try {
				validateIdentifier((PatientIdentifier) object);
			}
			catch (PatientIdentifierException e) {
				errors.reject(e.getMessage());
			}
		}
	}

	public static void validateIdentifier(PatientIdentifier identifier) {
		if (identifier.getVoided()) {
			return;
		}
		String text = identifier.getIdentifier();
		if (identifier.getIdentifierType() == null || StringUtils.isBlank(text)) {
			throw new PatientIdentifierException(message("PatientIdentifier.error.nullOrBlank"), identifier);
		}
		String format = identifier.getIdentifierType().getFormat();
		if (StringUtils.isNotBlank(format) && !text.matches(format)) {
			throw new PatientIdentifierException(message("PatientIdentifier.error.invalidFormat", text, format), identifier);
		}
		if (identifier.getLocation() == null
			&& identifier.getIdentifierType().getLocationBehavior() != LocationBehavior.NOT_USED) {
			throw new PatientIdentifierException(message("PatientIdentifier.location.null", text), identifier);
		}
		if (identifier.getIdentifierType().getUniquenessBehavior() != UniquenessBehavior.NON_UNIQUE
			&& Context.getPatientService().isIdentifierInUseByAnotherPatient(identifier)) {
			throw new IdentifierNotUniqueException(message("PatientIdentifier.error.notUniqueWithParameter", text),
				identifier);
		}
	}

	private static String message(String code, Object... arguments) {
		return Context.getMessageSourceService().getMessage(code, arguments, Context.getLocale());
	}

	@Handler(supports = { Encounter.class }, order = 50)
	public static class TheEncounter extends Base {

		@Override
		public void validate(Object object, Errors errors) {
			Encounter encounter = (Encounter) object;
			require(errors, "encounterType", "Encounter.error.encounterType.required");
			require(errors, "patient", "Encounter.error.patient.required");
			require(errors, "encounterDatetime", "Encounter.datetime.required");
			Visit visit = encounter.getVisit();
			if (visit != null && encounter.getPatient() != null && !encounter.getPatient().equals(visit.getPatient())) {
				errors.rejectValue("visit", "Encounter.visit.patients.dontMatch");
			}
			Date when = encounter.getEncounterDatetime();
			if (when == null) {
				return;
			}
			if (isFuture(when)) {
				errors.rejectValue("encounterDatetime", "Encounter.datetimeShouldBeBeforeCurrent");
			}
			if (visit != null && (when.before(visit.getStartDatetime())
				|| visit.getStopDatetime() != null && when.after(visit.getStopDatetime()))) {
				errors.rejectValue("encounterDatetime", "Encounter.datetimeShouldBeInVisitDatesRange");
			}
		}
	}

	@Handler(supports = { Obs.class }, order = 50)
	public static class TheObs extends Base {

		@Override
		public void validate(Object object, Errors errors) {
			Obs obs = (Obs) object;
			if (obs.getVoided()) {
				return;
			}
			require(errors, "person", "error.null");
			require(errors, "obsDatetime", "error.null");
			require(errors, "concept", "error.null");
			if (obs.getConcept() == null || obs.hasGroupMembers()) {
				return;
			}
			org.openmrs.ConceptDatatype type = obs.getConcept().getDatatype();
			if (type == null) {
				errors.rejectValue("concept", "must have a datatype");
			} else if (type.isCoded() || type.isBoolean()) {
				require(errors, "valueCoded", "error.null");
			} else if (type.isNumeric()) {
				require(errors, "valueNumeric", "error.null");
			} else if (type.isDate() || type.isDateTime() || type.isTime()) {
				require(errors, "valueDatetime", "error.null");
			} else if (type.isText()) {
				require(errors, "valueText", "error.null");
				if (obs.getValueText() != null && obs.getValueText().length() > 65535) {
					errors.rejectValue("valueText", "error.exceededMaxLengthOfField", new Object[]{ 65535 }, null);
				}
			}
		}
	}

	@Handler(supports = { Visit.class }, order = 50)
	public static class TheVisit extends Base {

		@Override
		public void validate(Object object, Errors errors) {
			Visit visit = (Visit) object;
			require(errors, "patient", "Visit.error.patient.required");
			require(errors, "visitType", "Visit.error.visitType.required");
			require(errors, "startDatetime", "Visit.error.startDate.required");
			if (visit.getStartDatetime() != null && visit.getStopDatetime() != null
				&& visit.getStopDatetime().before(visit.getStartDatetime())) {
				errors.rejectValue("stopDatetime", "Visit.error.endDateBeforeStartDate");
			}
		}
	}

	@Handler(supports = { Provider.class }, order = 50)
	public static class TheProvider extends Base {

		@Override
		public void validate(Object object, Errors errors) {
			if (((Provider) object).getPerson() == null) {
				errors.rejectValue("name", "Provider.error.personOrName.required");
			}
		}
	}

	@Handler(supports = { User.class }, order = 50)
	public static class TheUser extends Base {

		@Override
		public void validate(Object object, Errors errors) {
			User user = (User) object;
			if (user.getPerson() == null) {
				errors.rejectValue("person", "error.null");
			} else if (user.getPerson().getPersonName() == null) {
				errors.rejectValue("person", "Person.names.length");
			}
			if (StringUtils.isNotEmpty(user.getUsername()) && !user.getUsername().matches("[\\w][\\w@.\\-]{1,49}")) {
				errors.rejectValue("username", "error.username.pattern");
			}
		}
	}

	/** A name belongs to one concept of a locale. */
	@Handler(supports = { Concept.class }, order = 50)
	public static class TheConcept extends Base {

		@Override
		public void validate(Object object, Errors errors) {
			Concept concept = (Concept) object;
			if (concept.getNames().isEmpty()) {
				errors.reject("Concept.name.atLeastOneRequired");
			}
			require(errors, "datatype", "Concept.datatype.empty");
			require(errors, "conceptClass", "Concept.conceptClass.empty");
			for (ConceptName name : concept.getNames()) {
				if (!name.isFullySpecifiedName() && !Boolean.TRUE.equals(name.getLocalePreferred())) {
					continue;
				}
				for (Concept other : Context.getConceptService().getConceptsByName(name.getName())) {
					if (!other.equals(concept) && other.getNames(name.getLocale()).stream()
						.anyMatch(n -> n.getName().equals(name.getName()))) {
						throw new DuplicateConceptNameException("'" + name.getName() + "' is a duplicate name in locale '"
							+ name.getLocale() + "'");
					}
				}
			}
		}
	}

	@Handler(supports = { TaskDefinition.class }, order = 50)
	public static class TheTask extends Base {

		@Override
		public void validate(Object object, Errors errors) {
			require(errors, "name", "Scheduler.taskForm.required");
			require(errors, "taskClass", "Scheduler.taskForm.required");
			require(errors, "repeatInterval", "Scheduler.taskForm.required");
		}
	}
}
