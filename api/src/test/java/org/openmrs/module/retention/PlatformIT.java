/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.Locale;

import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Concept;
import org.openmrs.ConceptDatatype;
import org.openmrs.ConceptName;
import org.openmrs.Encounter;
import org.openmrs.EncounterRole;
import org.openmrs.EncounterType;
import org.openmrs.Location;
import org.openmrs.LocationAttribute;
import org.openmrs.LocationAttributeType;
import org.openmrs.Obs;
import org.openmrs.Patient;
import org.openmrs.PatientIdentifier;
import org.openmrs.Person;
import org.openmrs.PersonAttribute;
import org.openmrs.PersonAttributeType;
import org.openmrs.PersonName;
import org.openmrs.Privilege;
import org.openmrs.Provider;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.Visit;
import org.openmrs.VisitType;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.APIException;
import org.openmrs.api.ValidationException;
import org.openmrs.api.context.Context;
import org.openmrs.customdatatype.datatype.FreeTextDatatype;
import org.openmrs.notification.Alert;
import org.openmrs.person.PersonMergeLog;
import org.openmrs.test.jupiter.BaseModuleContextSensitiveTest;
import org.openmrs.util.PrivilegeConstants;
import org.springframework.beans.factory.annotation.Autowired;

/** What the module relies on; it holds on the embedded host and on the real platform alike. */
class PlatformIT extends BaseModuleContextSensitiveTest {

	@Autowired
	private SessionFactory sessionFactory;

	private EncounterType type;

	private Location clinic;

	@BeforeEach
	void setUp() {
		type = Context.getEncounterService().saveEncounterType(new EncounterType("Host extraction", "A tooth was drawn"));
		clinic = new Location();
		clinic.setName("Host clinic");
		clinic.setDescription("Two chairs");
		Context.getLocationService().saveLocation(clinic);
	}

	@Test
	void savePatient_shouldFillAuditFieldsAndTrimTexts() {
		Patient patient = aPatient("HT-1");
		flushAndClear();
		Patient saved = Context.getPatientService().getPatientByUuid(patient.getUuid());
		assertThat(saved.getGivenName()).isEqualTo("Ida");
		assertThat(saved.getPersonName().getMiddleName()).isNull();
		assertThat(saved.getCreator()).isEqualTo(Context.getAuthenticatedUser());
		assertThat(saved.getPersonCreator()).isEqualTo(Context.getAuthenticatedUser());
		assertThat(saved.getDateCreated().getTime() % 1000).isZero();
		assertThat(saved.getPatientIdentifier().getPreferred()).isTrue();
		assertThat(saved.getIsPatient()).isTrue();
		saved.setGender("M");
		Context.getPatientService().savePatient(saved);
		flushAndClear();
		assertThat(Context.getPatientService().getPatient(saved.getId()).getPersonChangedBy())
			.isEqualTo(Context.getAuthenticatedUser());
	}

	@Test
	void savePatient_shouldRefuse_whenTheIdentifierIsTaken() {
		aPatient("HT-2");
		assertThatThrownBy(() -> aPatient("HT-2")).isInstanceOf(ValidationException.class)
			.hasMessageContaining("already in use");
	}

	@Test
	void saveEncounter_shouldStoreObsAndProvider() {
		Patient patient = aPatient("HT-3");
		Concept question = aConcept("Host pain", ConceptDatatype.TEXT_UUID);
		Encounter encounter = anEncounter(patient, new Date(System.currentTimeMillis() - 3_600_000));
		encounter.addObs(aText(question, "a little"));
		encounter.addProvider(
			Context.getEncounterService().getEncounterRoleByUuid(EncounterRole.UNKNOWN_ENCOUNTER_ROLE_UUID),
			aProvider());
		Context.getEncounterService().saveEncounter(encounter);
		flushAndClear();
		Encounter saved = Context.getEncounterService().getEncounterByUuid(encounter.getUuid());
		assertThat(saved.getObs()).extracting(Obs::getValueText).containsExactly("a little");
		assertThat(saved.getObs().iterator().next().getPerson().getId()).isEqualTo(patient.getId());
		assertThat(saved.getActiveEncounterProviders()).hasSize(1);
	}

	@Test
	void saveEncounter_shouldReplaceAnObs_whenItsValueChanged() {
		Concept question = aConcept("Host swelling", ConceptDatatype.TEXT_UUID);
		Encounter encounter = anEncounter(aPatient("HT-4"), new Date(System.currentTimeMillis() - 3_600_000));
		encounter.addObs(aText(question, "none"));
		Context.getEncounterService().saveEncounter(encounter);
		flushAndClear();
		Encounter saved = Context.getEncounterService().getEncounterByUuid(encounter.getUuid());
		saved.getObs().iterator().next().setValueText("some");
		Context.getEncounterService().saveEncounter(saved);
		flushAndClear();
		saved = Context.getEncounterService().getEncounterByUuid(encounter.getUuid());
		assertThat(saved.getObs()).extracting(Obs::getValueText).containsExactly("some");
		assertThat(saved.getAllObs(true)).hasSize(2);
		Obs now = saved.getObs().iterator().next();
		assertThat(now.getPreviousVersion().getVoided()).isTrue();
		assertThat(now.getPreviousVersion().getValueText()).isEqualTo("none");
		assertThat(now.getStatus()).isEqualTo(Obs.Status.AMENDED);
	}

	@Test
	void saveEncounter_shouldRefuseTheFuture() {
		Encounter encounter = anEncounter(aPatient("HT-5"), new Date(System.currentTimeMillis() + 3_600_000));
		assertThatThrownBy(() -> Context.getEncounterService().saveEncounter(encounter))
			.isInstanceOfSatisfying(ValidationException.class, e -> assertThat(e.getErrors()
				.getFieldError("encounterDatetime").getCode()).isEqualTo("Encounter.datetimeShouldBeBeforeCurrent"));
	}

	@Test
	void voidEncounter_shouldVoidItsObs() {
		Encounter encounter = anEncounter(aPatient("HT-6"), new Date(System.currentTimeMillis() - 3_600_000));
		encounter.addObs(aText(aConcept("Host fever", ConceptDatatype.TEXT_UUID), "38"));
		Context.getEncounterService().saveEncounter(encounter);
		Context.getEncounterService().voidEncounter(encounter, "wrong patient");
		flushAndClear();
		Encounter saved = Context.getEncounterService().getEncounterByUuid(encounter.getUuid());
		assertThat(saved.getVoided()).isTrue();
		assertThat(saved.getVoidReason()).isEqualTo("wrong patient");
		assertThat(saved.getObs()).isEmpty();
		Context.getEncounterService().unvoidEncounter(saved);
		flushAndClear();
		assertThat(Context.getEncounterService().getEncounterByUuid(encounter.getUuid()).getObs()).hasSize(1);
	}

	@Test
	void mergePatients_shouldMoveWhatTheLoserHad() throws Exception {
		Patient winner = aPatient("HT-8");
		Patient loser = aPatient("HT-9");
		Encounter encounter = anEncounter(loser, new Date(System.currentTimeMillis() - 3_600_000));
		encounter.addObs(aText(aConcept("Host cough", ConceptDatatype.TEXT_UUID), "dry"));
		encounter.setVisit(aVisit(loser, new Date(System.currentTimeMillis() - 7_200_000)));
		Context.getEncounterService().saveEncounter(encounter);
		flushAndClear();
		Context.getPatientService().mergePatients(Context.getPatientService().getPatient(winner.getId()),
			Collections.singletonList(Context.getPatientService().getPatient(loser.getId())));
		flushAndClear();
		Encounter moved = Context.getEncounterService().getEncounterByUuid(encounter.getUuid());
		assertThat(moved.getPatient().getId()).isEqualTo(winner.getId());
		assertThat(moved.getVisit().getPatient().getId()).isEqualTo(winner.getId());
		assertThat(moved.getObs().iterator().next().getPersonId()).isEqualTo(winner.getId());
		assertThat(Context.getPatientService().getPatient(loser.getId()).getVoided()).isTrue();
		assertThat(Context.getPatientService().getPatient(winner.getId()).getActiveIdentifiers())
			.extracting(PatientIdentifier::getIdentifier).contains("HT-8", "HT-9");
		assertThat(sessionFactory.getCurrentSession().createQuery("from PersonMergeLog", PersonMergeLog.class).list())
			.anyMatch(l -> l.getLoser().getId().equals(loser.getId()) && l.getWinner().getId().equals(winner.getId()));
	}

	@Test
	void voidPatient_shouldVoidEncountersToo() {
		Patient patient = aPatient("HT-10");
		Encounter encounter = anEncounter(patient, new Date(System.currentTimeMillis() - 3_600_000));
		Context.getEncounterService().saveEncounter(encounter);
		Context.getPatientService().voidPatient(patient, "entered twice");
		flushAndClear();
		assertThat(Context.getEncounterService().getEncounterByUuid(encounter.getUuid()).getVoided()).isTrue();
		assertThat(Context.getPatientService().getPatient(patient.getId()).getVoidReason()).isEqualTo("entered twice");
	}

	@Test
	void unvoidPatient_shouldTakeBackWhatWasVoidedWithThePatient() {
		Patient patient = aPatient("HT-14");
		Encounter earlier = anEncounter(patient, new Date(System.currentTimeMillis() - 7_200_000));
		Encounter encounter = anEncounter(patient, new Date(System.currentTimeMillis() - 3_600_000));
		Context.getEncounterService().saveEncounter(earlier);
		Context.getEncounterService().saveEncounter(encounter);
		earlier.setDateVoided(new Date(System.currentTimeMillis() - 1_800_000));
		Context.getEncounterService().voidEncounter(earlier, "wrong patient");
		flushAndClear();
		Context.getPatientService().voidPatient(Context.getPatientService().getPatient(patient.getId()), "entered twice");
		flushAndClear();
		Context.getPatientService().unvoidPatient(Context.getPatientService().getPatient(patient.getId()));
		flushAndClear();
		Patient saved = Context.getPatientService().getPatient(patient.getId());
		assertThat(saved.getVoided()).isFalse();
		assertThat(saved.getPersonVoided()).isFalse();
		assertThat(saved.getVoidReason()).isNull();
		assertThat(Context.getEncounterService().getEncounterByUuid(encounter.getUuid()).getVoided()).isFalse();
		assertThat(Context.getEncounterService().getEncounterByUuid(earlier.getUuid()).getVoided()).isTrue();
	}

	@Test
	void purge_shouldLeaveNothingOfAnEncounterAndItsPatient() {
		Patient patient = aPatient("HT-15");
		Encounter encounter = anEncounter(patient, new Date(System.currentTimeMillis() - 3_600_000));
		Context.getEncounterService().saveEncounter(encounter);
		flushAndClear();
		Context.getEncounterService()
			.purgeEncounter(Context.getEncounterService().getEncounterByUuid(encounter.getUuid()));
		flushAndClear();
		assertThat(Context.getEncounterService().getEncounterByUuid(encounter.getUuid())).isNull();
		Context.getPatientService().purgePatient(Context.getPatientService().getPatient(patient.getId()));
		flushAndClear();
		assertThat(Context.getPatientService().getPatientByUuid(patient.getUuid())).isNull();
		assertThat(Context.getPersonService().getPersonByUuid(patient.getUuid())).isNull();
	}

	@Test
	void saveEncounter_shouldJoinTheOpenVisit_whenTheSettingSaysSo() {
		Patient patient = aPatient("HT-11");
		Visit visit = aVisit(patient, new Date(System.currentTimeMillis() - 7_200_000));
		Context.getAdministrationService().setGlobalProperty("visits.assignmentHandler",
			"org.openmrs.api.handler.ExistingVisitAssignmentHandler");
		Encounter encounter = anEncounter(patient, new Date(System.currentTimeMillis() - 3_600_000));
		Context.getEncounterService().saveEncounter(encounter);
		assertThat(encounter.getVisit()).isEqualTo(visit);
		Context.getAdministrationService().setGlobalProperty("visits.assignmentHandler",
			"org.openmrs.api.handler.NoVisitAssignmentHandler");
		Encounter alone = anEncounter(patient, new Date(System.currentTimeMillis() - 1_800_000));
		Context.getEncounterService().saveEncounter(alone);
		assertThat(alone.getVisit()).isNull();
	}

	@Test
	void services_shouldAskForPrivileges() {
		User nurse = new User(aPatient("HT-12").getPerson());
		nurse.setUsername("hostnurse");
		Context.getUserService().createUser(nurse, "Nurse1234");
		flushAndClear();
		Context.logout();
		Context.authenticate("hostnurse", "Nurse1234");
		assertThatThrownBy(() -> Context.getPatientService().getPatient(1)).isInstanceOf(APIAuthenticationException.class)
			.hasMessageContaining("Get Patients");
		Context.addProxyPrivilege(PrivilegeConstants.GET_PATIENTS);
		Context.addProxyPrivilege(PrivilegeConstants.GET_PATIENTS);
		Context.removeProxyPrivilege(PrivilegeConstants.GET_PATIENTS);
		assertThat(Context.getPatientService().getPatient(-1)).isNull();
		Context.removeProxyPrivilege(PrivilegeConstants.GET_PATIENTS);
		assertThatThrownBy(() -> Context.getPatientService().getPatient(-1)).isInstanceOf(APIAuthenticationException.class);
		Context.logout();
		authenticate();
	}

	@Test
	void saveRole_shouldKeepPrivilegesAndInheritance() {
		Role parent = new Role("Host parent", "above");
		parent.addPrivilege(Context.getUserService().savePrivilege(new Privilege("Host look", "see it")));
		Context.getUserService().saveRole(parent);
		Role child = new Role("Host child", "below");
		child.setInheritedRoles(Collections.singleton(parent));
		Context.getUserService().saveRole(child);
		flushAndClear();
		Role saved = Context.getUserService().getRole("Host child");
		assertThat(saved.getAllParentRoles()).extracting(Role::getRole).containsExactly("Host parent");
		User user = new User();
		user.addRole(saved);
		assertThat(user.hasPrivilege("Host look")).isTrue();
	}

	@Test
	void locationAttribute_shouldKeepItsTypedValue() {
		LocationAttributeType zone = new LocationAttributeType();
		zone.setName("Host zone");
		zone.setDatatypeClassname(FreeTextDatatype.class.getName());
		zone.setMinOccurs(0);
		Context.getLocationService().saveLocationAttributeType(zone);
		LocationAttribute attribute = new LocationAttribute();
		attribute.setAttributeType(zone);
		attribute.setValue("Europe/Oslo");
		clinic.addAttribute(attribute);
		Context.getLocationService().saveLocation(clinic);
		flushAndClear();
		Location saved = Context.getLocationService().getLocationByUuid(clinic.getUuid());
		assertThat(saved.getActiveAttributes()).extracting(LocationAttribute::getValue).containsExactly("Europe/Oslo");
	}

	@Test
	void personAttribute_shouldTakeThePlaceOfTheOneOfItsType() {
		PersonAttributeType type = new PersonAttributeType();
		type.setName("Host telephone");
		type.setDescription("Host telephone");
		type.setFormat("java.lang.String");
		type.setSortWeight(1.0);
		Context.getPersonService().savePersonAttributeType(type);
		Patient patient = aPatient("HT-telephone");
		for (String number : new String[]{ "1", "2", "2" }) {
			Person person = Context.getPersonService().getPersonByUuid(patient.getUuid());
			person.addAttribute(new PersonAttribute(type, number));
			Context.getPersonService().savePerson(person);
			flushAndClear();
		}
		Person saved = Context.getPersonService().getPersonByUuid(patient.getUuid());
		assertThat(saved.getActiveAttributes()).filteredOn(one -> one.getAttributeType().equals(type))
			.extracting(PersonAttribute::getValue).containsExactly("2");
		assertThat(saved.getAttributes()).filteredOn(PersonAttribute::getVoided).singleElement()
			.satisfies(old -> assertThat(old.getVoidReason()).isEqualTo("New value: 2"));
	}

	@Test
	void alert_shouldReachItsUser() {
		User admin = Context.getAuthenticatedUser();
		Context.getAlertService().saveAlert(new Alert("Call the dentist", Arrays.asList(admin)));
		flushAndClear();
		assertThat(Context.getAlertService().getAlerts(admin, false, false)).extracting(Alert::getText)
			.contains("Call the dentist");
	}

	@Test
	void message_shouldBeItsCode_whenThereIsNone() {
		assertThat(Context.getMessageSourceService().getMessage("no.such.code")).isEqualTo("no.such.code");
		assertThat(
			Context.getMessageSourceService().getMessage("error.privilegesRequired", new Object[]{ "X" }, Locale.ENGLISH))
			.isEqualTo("Privileges required: X");
	}

	@Test
	void globalProperty_shouldBeReadBack() {
		Context.getAdministrationService().setGlobalProperty("host.days", "14");
		flushAndClear();
		assertThat(Context.getAdministrationService().getGlobalProperty("host.days")).isEqualTo("14");
		assertThat(Context.getAdministrationService().getGlobalProperty("host.none", "x")).isEqualTo("x");
	}

	@Test
	void validation_shouldRefuseMetadataWithoutName() {
		assertThatThrownBy(() -> Context.getEncounterService().saveEncounterType(new EncounterType("  ", "d")))
			.isInstanceOf(ValidationException.class);
		assertThatThrownBy(() -> Context.getObsService().saveObs(new Obs(), null)).isInstanceOf(APIException.class);
	}

	private Patient aPatient(String identifier) {
		Patient patient = new Patient();
		patient.setGender("F");
		patient.addName(new PersonName("  Ida ", "  ", "Host"));
		patient.addIdentifier(new PatientIdentifier(identifier,
			Context.getPatientService().getPatientIdentifierType(2), clinic));
		return Context.getPatientService().savePatient(patient);
	}

	private Encounter anEncounter(Patient patient, Date when) {
		Encounter encounter = new Encounter();
		encounter.setPatient(patient);
		encounter.setEncounterType(type);
		encounter.setLocation(clinic);
		encounter.setEncounterDatetime(when);
		return encounter;
	}

	private Visit aVisit(Patient patient, Date start) {
		VisitType visitType = Context.getVisitService().saveVisitType(new VisitType("Host visit", "d"));
		Visit visit = new Visit(patient, visitType, start);
		return Context.getVisitService().saveVisit(visit);
	}

	private static Obs aText(Concept question, String text) {
		Obs obs = new Obs();
		obs.setConcept(question);
		obs.setValueText(text);
		return obs;
	}

	private static Concept aConcept(String name, String datatypeUuid) {
		Concept concept = new Concept();
		concept.setFullySpecifiedName(new ConceptName(name, Locale.ENGLISH));
		concept.setDatatype(Context.getConceptService().getConceptDatatypeByUuid(datatypeUuid));
		concept.setConceptClass(Context.getConceptService().getConceptClassByName("Misc"));
		return Context.getConceptService().saveConcept(concept);
	}

	private Provider aProvider() {
		Provider provider = new Provider();
		provider.setPerson(aPatient("HT-13").getPerson());
		provider.setIdentifier("host-dora");
		return Context.getProviderService().saveProvider(provider);
	}

	private void flushAndClear() {
		sessionFactory.getCurrentSession().flush();
		sessionFactory.getCurrentSession().clear();
	}
}
