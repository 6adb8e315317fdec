/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.Cohort;
import org.openmrs.CohortMembership;
import org.openmrs.Encounter;
import org.openmrs.EncounterProvider;
import org.openmrs.EncounterRole;
import org.openmrs.EncounterType;
import org.openmrs.GlobalProperty;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.PatientIdentifier;
import org.openmrs.PatientIdentifierType;
import org.openmrs.Person;
import org.openmrs.PersonAttribute;
import org.openmrs.PersonAttributeType;
import org.openmrs.PersonName;
import org.openmrs.Privilege;
import org.openmrs.Provider;
import org.openmrs.Relationship;
import org.openmrs.RelationshipType;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.springframework.cache.CacheManager;

/** People, places and accounts of a clinic, written for one test in its own transaction. */
public final class Clinic {

	public static final String PASSWORD = "Clinic123";

	private final SessionFactory sessionFactory;

	private int count;

	private PatientIdentifierType identifierType;

	private Location place;

	public Clinic(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	public Patient aPatient(String givenName) {
		Patient patient = named(new Patient(), givenName);
		PatientIdentifier identifier = new PatientIdentifier("RET-" + next(), identifierType(), place());
		identifier.setPreferred(true);
		patient.addIdentifier(identifier);
		return save(patient);
	}

	public Person aPerson(String givenName) {
		return save(named(new Person(), givenName));
	}

	private static <T extends Person> T named(T person, String givenName) {
		person.setGender("F");
		person.setBirthdate(new Date(86400000L * 365 * 10));
		PersonName name = new PersonName(givenName, null, "Test");
		name.setPreferred(true);
		person.addName(name);
		return person;
	}

	/** A person with an account. */
	public User aUser(String username, Role... roles) {
		User user = new User(aPerson(username));
		user.setUsername(username);
		user.setSystemId(username);
		user.setRoles(new HashSet<>(Arrays.asList(roles)));
		return Context.getUserService().createUser(user, PASSWORD);
	}

	public void retire(User user) {
		user.setRetired(true);
		user.setRetireReason("left");
		user.setDateRetired(new Date());
		save(user);
	}

	/** A role with these privileges, which are made when they are missing. */
	public Role aRole(String name, String... privileges) {
		Role role = new Role(name, name);
		Set<Privilege> all = new HashSet<>();
		for (String privilege : privileges) {
			Privilege found = session().get(Privilege.class, privilege);
			all.add(found == null ? save(new Privilege(privilege, privilege)) : found);
		}
		role.setPrivileges(all);
		return save(role);
	}

	/** A role that inherits others. */
	public Role aRoleThatInherits(String name, Role... parents) {
		Role role = aRole(name);
		role.setInheritedRoles(new HashSet<>(Arrays.asList(parents)));
		save(role);
		session().flush();
		for (Role parent : parents) {
			session().refresh(parent);
		}
		return role;
	}

	public Location aLocation(String name, Location parent) {
		Location location = new Location();
		location.setName(name);
		location.setDescription(name);
		location.setParentLocation(parent);
		return save(location);
	}

	/** A provider account of a person; null: of nobody. */
	public Provider aProvider(Person person) {
		Provider provider = new Provider();
		provider.setPerson(person);
		provider.setIdentifier("prov-" + next());
		if (person == null) {
			provider.setName("Nobody " + count);
		}
		return save(provider);
	}

	public EncounterRole anEncounterRole(String name) {
		EncounterRole role = new EncounterRole();
		role.setName(name);
		role.setDescription(name);
		return save(role);
	}

	public Encounter anEncounter(Patient patient, EncounterRole role, Provider... providers) {
		EncounterType type = new EncounterType("Type " + next(), "test");
		Encounter encounter = new Encounter();
		encounter.setPatient(patient);
		encounter.setEncounterType(save(type));
		encounter.setEncounterDatetime(new Date(1000L * 60));
		encounter.setLocation(place());
		save(encounter);
		for (Provider provider : providers) {
			present(encounter, role, provider);
		}
		return encounter;
	}

	public void present(Encounter encounter, EncounterRole role, Provider provider) {
		EncounterProvider present = new EncounterProvider();
		present.setEncounter(encounter);
		present.setProvider(provider);
		present.setEncounterRole(role);
		save(present);
	}

	public PersonAttributeType anAttributeType(String name) {
		PersonAttributeType type = new PersonAttributeType();
		type.setName(name);
		type.setDescription(name);
		type.setFormat("java.lang.String");
		type.setSortWeight(1.0);
		return save(type);
	}

	public PersonAttribute give(Person person, PersonAttributeType type, String value) {
		PersonAttribute attribute = new PersonAttribute(type, value);
		attribute.setPerson(person);
		save(attribute);
		person.getAttributes().add(attribute);
		return attribute;
	}

	public void setting(String name, String value) {
		GlobalProperty property = session().get(GlobalProperty.class, name);
		if (property == null) {
			property = new GlobalProperty(name, value);
		}
		property.setPropertyValue(value);
		save(property);
		session().flush();
	}

	public void logInAs(User user) {
		session().flush();
		Context.logout();
		user.getRoles().forEach(Clinic::tellPrivileges);
		Context.authenticate(user.getUsername(), PASSWORD);
	}

	/**
	 * The platform reads what a role grants by a connection of its own since 2.8.9, which sees nothing of a test's
	 * transaction, and keeps it.
	 */
	private static void tellPrivileges(Role role) {
		try {
			Object privileges = Class.forName("org.openmrs.api.cache.RolePrivilegeCache")
				.getMethod("computeRolePrivileges", Role.class).invoke(null, role);
			Context.getRegisteredComponent("apiCacheManager", CacheManager.class).getCache("rolePrivileges")
				.put(role.getRole().toLowerCase(Locale.ROOT), privileges);
		}
		catch (ClassNotFoundException e) {
			// An earlier one, or the embedded host: the role itself is asked.
		}
		catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	public <T> T save(T object) {
		session().saveOrUpdate(object);
		return object;
	}

	public List<Patient> patients(int number) {
		List<Patient> patients = new ArrayList<>();
		for (int i = 0; i < number; i++) {
			patients.add(aPatient("Patient" + i));
		}
		return patients;
	}

	/** Born on that day. */
	public Patient aPatient(String givenName, LocalDate born) {
		Patient patient = aPatient(givenName);
		patient.setBirthdate(java.sql.Date.valueOf(born));
		return save(patient);
	}

	public RelationshipType aRelationshipType(String aIsToB, String bIsToA) {
		RelationshipType type = new RelationshipType();
		type.setaIsToB(aIsToB);
		type.setbIsToA(bIsToA);
		type.setDescription("test");
		return save(type);
	}

	public Relationship relate(Person a, RelationshipType type, Person b) {
		Relationship relationship = new Relationship();
		relationship.setPersonA(a);
		relationship.setRelationshipType(type);
		relationship.setPersonB(b);
		return save(relationship);
	}

	/** A patient group of the platform, with these in it since 1970. */
	public Cohort aCohort(String name, Patient... members) {
		Cohort cohort = new Cohort();
		cohort.setName(name);
		cohort.setDescription("test");
		save(cohort);
		for (Patient member : members) {
			join(cohort, member, new Date(0), null);
		}
		return cohort;
	}

	/** @param end null: still */
	public CohortMembership join(Cohort cohort, Patient patient, Date start, Date end) {
		session().flush();
		CohortMembership membership = new CohortMembership(patient.getPatientId(), start);
		membership.setCohort(cohort);
		membership.setEndDate(end);
		return save(membership);
	}

	public Location place() {
		if (place == null) {
			place = aLocation("Place " + UUID.randomUUID(), null);
		}
		return place;
	}

	private PatientIdentifierType identifierType() {
		if (identifierType == null) {
			identifierType = new PatientIdentifierType();
			identifierType.setName("Test number " + UUID.randomUUID());
			identifierType.setDescription("test");
			save(identifierType);
		}
		return identifierType;
	}

	private String next() {
		return Integer.toString(100000 + ++count);
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
