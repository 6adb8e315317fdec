/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.sql.Connection;
import java.sql.SQLException;

/** The batches of all the tables that patients and their visits go to, flushed together in the order of their keys. */
final class ClinicTables implements AutoCloseable {

	final Rows persons;

	final Rows names;

	final Rows attributes;

	final Rows patients;

	final Rows identifiers;

	final Rows relationships;

	final Rows visits;

	final Rows encounters;

	final Rows encounterProviders;

	final Rows observations;

	private final Connection connection;

	ClinicTables(Connection connection) throws SQLException {
		this.connection = connection;
		persons = new Rows(connection, "person", "person_id", "gender", "birthdate", "birthdate_estimated", "dead",
			"death_date",
			"creator", "date_created", "voided", "uuid", "deathdate_estimated");
		names = new Rows(connection, "person_name", "preferred", "person_id", "given_name", "family_name", "creator",
			"date_created", "voided", "uuid");
		attributes = new Rows(connection, "person_attribute", "person_id", "value", "person_attribute_type_id", "creator",
			"date_created", "voided", "uuid");
		patients = new Rows(connection, "patient", "patient_id", "creator", "date_created", "voided", "allergy_status");
		identifiers = new Rows(connection, "patient_identifier", "patient_id", "identifier", "identifier_type", "preferred",
			"location_id", "creator", "date_created", "voided", "uuid");
		relationships = new Rows(connection, "relationship", "person_a", "relationship", "person_b", "creator",
			"date_created",
			"voided", "uuid");
		visits = new Rows(connection, "visit", "visit_id", "patient_id", "visit_type_id", "date_started", "date_stopped",
			"location_id", "creator", "date_created", "voided", "uuid");
		encounters = new Rows(connection, "encounter", "encounter_id", "encounter_type", "patient_id", "location_id",
			"encounter_datetime", "creator", "date_created", "voided", "visit_id", "uuid");
		encounterProviders = new Rows(connection, "encounter_provider", "encounter_id", "provider_id", "encounter_role_id",
			"creator", "date_created", "voided", "uuid");
		observations = new Rows(connection, "obs", "person_id", "concept_id", "encounter_id", "obs_datetime", "location_id",
			"value_coded", "creator", "date_created", "voided", "uuid", "status");
	}

	void commit() throws SQLException {
		for (Rows rows : inOrder()) {
			rows.flush();
		}
		connection.commit();
	}

	@Override
	public void close() throws SQLException {
		for (Rows rows : inOrder()) {
			rows.close();
		}
	}

	private Rows[] inOrder() {
		return new Rows[]{ persons, names, attributes, patients, identifiers, relationships, visits, encounters,
			encounterProviders, observations };
	}
}
