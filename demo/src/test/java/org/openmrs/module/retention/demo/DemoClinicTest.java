/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmrs.host.CoreDatabase;

class DemoClinicTest {

	private static final int PATIENTS = 500;

	/** A Friday afternoon. */
	private static final Instant NOW = Instant.parse("2026-11-20T14:10:00Z");

	private static Connection database;

	private static DemoClinic.Summary summary;

	private static long progress;

	@BeforeAll
	static void generate() throws Exception {
		database = host("clinic");
		summary = new DemoClinic(database, 7, NOW, PATIENTS, patients -> progress = patients).generate();
	}

	@AfterAll
	static void close() throws Exception {
		database.close();
	}

	/** The host's tables with what a fresh platform, the module and four dentists need. */
	private static Connection host(String name) throws Exception {
		Connection connection = DriverManager.getConnection("jdbc:h2:mem:" + name + ";IGNORECASE=TRUE", "sa", "");
		CoreDatabase.update(connection, "org/openmrs/host/core-database.xml", DemoClinicTest.class.getClassLoader());
		CoreDatabase.seed(connection, "unused");
		connection.setAutoCommit(true);
		Sql sql = new Sql(connection);
		for (String type : List.of("Time zone", "Opening hours")) {
			sql.run("INSERT INTO location_attribute_type (name, datatype, min_occurs, max_occurs, creator, date_created,"
				+ " retired, uuid) VALUES (?, 'x', 0, 1, 1, '2026-01-01', false, ?)",
				type, "type-" + type);
		}
		for (String concept : List.of("f55c359b-6cf5-4fbe-b37a-c0cf0e5ac1f3", "93a88ee8-3168-4828-b418-127c4a579882",
			"6b394dee-5157-4180-809e-881d7d36e200", "589c2d3b-4b29-48f3-ae3d-57f24b75d266")) {
			sql.run(
				"INSERT INTO concept (datatype_id, class_id, creator, date_created, uuid) SELECT MIN(concept_datatype_id), 1,"
					+ " 1, '2026-01-01', ? FROM concept_datatype",
				concept);
		}
		for (String provider : List.of("dentist1", "dentist2", "dentist3", "dentist4", "optometrist1", "nurse1")) {
			sql.run("INSERT INTO person (gender, creator, date_created, uuid) VALUES ('F', 1, '2026-01-01', ?)",
				"person-" + provider);
			sql.run("INSERT INTO provider (person_id, identifier, creator, date_created, retired, uuid)"
				+ " SELECT person_id, ?, 1, '2026-01-01', false, ? FROM person WHERE uuid = ?",
				provider, "provider-" + provider, "person-" + provider);
			sql.run("INSERT INTO users (system_id, username, creator, date_created, person_id, retired, uuid)"
				+ " SELECT ?, ?, 1, '2026-01-01', person_id, false, ? FROM person WHERE uuid = ?",
				provider, provider, "user-" + provider, "person-" + provider);
		}
		return connection;
	}

	@Test
	void generate_shouldWriteAsManyPatientsAsAskedFor() throws Exception {
		assertThat(summary.patients()).isEqualTo(PATIENTS);
		assertThat(progress).isEqualTo(PATIENTS);
		assertThat(count("SELECT COUNT(*) FROM patient")).isEqualTo(PATIENTS);
		assertThat(count("SELECT COUNT(*) FROM encounter")).isEqualTo(summary.encounters());
		assertThat(summary.encounters()).isGreaterThan(3L * PATIENTS);
	}

	@Test
	void generate_shouldWriteTheSameRows_whenSeedAndMomentAreTheSame() throws Exception {
		try (Connection again = host("again"); Connection other = host("other")) {
			new DemoClinic(again, 7, NOW, PATIENTS, patients -> {
			}).generate();
			new DemoClinic(other, 8, NOW, PATIENTS, patients -> {
			}).generate();
			assertThat(content(again)).isEqualTo(content(database));
			assertThat(content(other)).isNotEqualTo(content(database));
		}
	}

	/** Every query counts one kind of mess that the generator promises. */
	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
		telephones shared by several | SELECT COUNT(*) FROM (SELECT a.value FROM person_attribute a JOIN person_attribute_type t ON t.person_attribute_type_id = a.person_attribute_type_id AND t.name = 'Telephone Number' GROUP BY a.value HAVING COUNT(*) > 2) s
		patients without a telephone | SELECT COUNT(*) FROM patient p WHERE NOT EXISTS (SELECT 1 FROM person_attribute a JOIN person_attribute_type t ON t.person_attribute_type_id = a.person_attribute_type_id AND t.name = 'Telephone Number' WHERE a.person_id = p.patient_id)
		texts where a number should be | SELECT COUNT(*) FROM person_attribute WHERE value = 'ask the daughter'
		estimated birth dates | SELECT COUNT(*) FROM person WHERE birthdate_estimated = TRUE
		three encounters in a visit | SELECT COUNT(*) FROM (SELECT visit_id FROM encounter WHERE visit_id IS NOT NULL GROUP BY visit_id HAVING COUNT(*) = 3) v
		late entries | SELECT COUNT(*) FROM encounter WHERE date_created > DATEADD('HOUR', 20, encounter_datetime)
		encounters without a visit | SELECT COUNT(*) FROM encounter e JOIN encounter_type t ON t.encounter_type_id = e.encounter_type AND t.name <> 'Registration' WHERE visit_id IS NULL
		encounters without a place | SELECT COUNT(*) FROM encounter WHERE location_id IS NULL
		encounters without a provider | SELECT COUNT(*) FROM encounter e JOIN encounter_type t ON t.encounter_type_id = e.encounter_type AND t.name <> 'Registration' WHERE NOT EXISTS (SELECT 1 FROM encounter_provider p WHERE p.encounter_id = e.encounter_id)
		voided encounters | SELECT COUNT(*) FROM encounter WHERE voided = TRUE
		patients registered twice | SELECT COUNT(*) FROM patient WHERE voided = TRUE
		patients who died | SELECT COUNT(*) FROM person WHERE dead = TRUE AND death_date IS NOT NULL
		encounters in rooms | SELECT COUNT(*) FROM encounter e JOIN location l ON l.location_id = e.location_id WHERE l.parent_location IS NOT NULL
		sites with a zone | SELECT COUNT(*) FROM location_attribute WHERE value_reference IN ('Europe/Oslo', 'Europe/London')
		sites with opening hours | SELECT COUNT(*) FROM location_attribute WHERE value_reference LIKE '9b0e5b36-%'
		who speak Norwegian | SELECT COUNT(*) FROM person_attribute WHERE value = 'nb'
		who speak English | SELECT COUNT(*) FROM person_attribute WHERE value = 'en'
		who speak Russian | SELECT COUNT(*) FROM person_attribute WHERE value = 'ru'
		who speak Chinese | SELECT COUNT(*) FROM person_attribute WHERE value = 'zh'
		names in Cyrillic | SELECT COUNT(*) FROM person_name WHERE family_name = 'Шевченко'
		decisions on the treatment proposed | SELECT COUNT(*) FROM obs WHERE value_coded IS NOT NULL
		decisions that were entered later | SELECT COUNT(*) FROM obs WHERE date_created > DATEADD('HOUR', 1, obs_datetime)
		a retired dentist with patients | SELECT COUNT(*) FROM encounter_provider e JOIN provider p ON p.provider_id = e.provider_id WHERE p.retired = TRUE
		her retired account | SELECT COUNT(*) FROM users u JOIN provider p ON p.person_id = u.person_id WHERE u.retired = TRUE AND p.retired = TRUE
		numbers that lack a digit | SELECT COUNT(*) FROM person_attribute WHERE value LIKE '+44%' AND LENGTH(value) = 12
		birthdays on a leap day | SELECT COUNT(*) FROM person WHERE MONTH(birthdate) = 2 AND DAY_OF_MONTH(birthdate) = 29
		root canal treatments with a crown after them | SELECT COUNT(*) FROM encounter e JOIN encounter_type t ON t.encounter_type_id = e.encounter_type AND t.name = 'Root canal treatment' WHERE EXISTS (SELECT 1 FROM encounter c JOIN encounter_type k ON k.encounter_type_id = c.encounter_type AND k.name = 'Dental crown' WHERE c.patient_id = e.patient_id AND c.encounter_datetime > e.encounter_datetime)
		root canal treatments without a crown for two months | SELECT COUNT(*) FROM encounter e JOIN encounter_type t ON t.encounter_type_id = e.encounter_type AND t.name = 'Root canal treatment' WHERE e.encounter_datetime < DATEADD('MONTH', -2, TIMESTAMP '2026-11-20 14:10:00') AND NOT EXISTS (SELECT 1 FROM encounter c JOIN encounter_type k ON k.encounter_type_id = c.encounter_type AND k.name = 'Dental crown' WHERE c.patient_id = e.patient_id AND c.encounter_datetime > e.encounter_datetime)
		extractions whose gap was restored | SELECT COUNT(*) FROM encounter e JOIN encounter_type t ON t.encounter_type_id = e.encounter_type AND t.name = 'Tooth extraction' WHERE EXISTS (SELECT 1 FROM encounter c JOIN encounter_type k ON k.encounter_type_id = c.encounter_type AND k.name = 'Dental bridge or denture' WHERE c.patient_id = e.patient_id AND c.encounter_datetime > e.encounter_datetime)
		hygiene visits on the way to the next | SELECT COUNT(*) FROM (SELECT e.patient_id FROM encounter e JOIN encounter_type t ON t.encounter_type_id = e.encounter_type AND t.name = 'Dental hygiene visit' GROUP BY e.patient_id HAVING COUNT(*) > 1) h
		periodontal treatments | SELECT COUNT(*) FROM encounter e JOIN encounter_type t ON t.encounter_type_id = e.encounter_type AND t.name = 'Periodontal treatment'
		orders that were not fetched | SELECT COUNT(*) FROM encounter e JOIN encounter_type t ON t.encounter_type_id = e.encounter_type AND t.name = 'Glasses or lenses ready' WHERE e.visit_id IS NULL AND NOT EXISTS (SELECT 1 FROM encounter c JOIN encounter_type k ON k.encounter_type_id = c.encounter_type AND k.name = 'Glasses dispensed' WHERE c.patient_id = e.patient_id AND c.encounter_datetime > e.encounter_datetime)
		contact lens checks | SELECT COUNT(*) FROM encounter e JOIN encounter_type t ON t.encounter_type_id = e.encounter_type AND t.name = 'Contact lens check'
		check-ups | SELECT COUNT(*) FROM encounter e JOIN encounter_type t ON t.encounter_type_id = e.encounter_type AND t.name = 'Check-up'
		patients not seen for two years | SELECT COUNT(*) FROM (SELECT patient_id FROM encounter WHERE voided = FALSE GROUP BY patient_id HAVING MAX(encounter_datetime) < DATEADD('MONTH', -24, TIMESTAMP '2026-11-20 14:10:00')) l
		extractions in the last three weeks | SELECT COUNT(*) FROM encounter e JOIN encounter_type t ON t.encounter_type_id = e.encounter_type AND t.name = 'Tooth extraction' WHERE encounter_datetime > DATEADD('DAY', -21, TIMESTAMP '2026-11-20 14:10:00')
		""")
	void generate_shouldHaveTheMessOfLife(String mess, String query) throws Exception {
		assertThat(count(query)).as(mess).isPositive();
	}

	/** Every query counts what must not be. */
	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
		encounters after death | SELECT COUNT(*) FROM encounter e JOIN person p ON p.person_id = e.patient_id WHERE e.encounter_datetime > p.death_date
		encounters at weekends | SELECT COUNT(*) FROM encounter WHERE DAY_OF_WEEK(encounter_datetime) IN (1, 7)
		encounters in the holiday week | SELECT COUNT(*) FROM encounter WHERE MONTH(encounter_datetime) = 12 AND DAY_OF_MONTH(encounter_datetime) >= 24
		encounters with a dentist who had left | SELECT COUNT(*) FROM encounter e JOIN encounter_provider x ON x.encounter_id = e.encounter_id JOIN provider p ON p.provider_id = x.provider_id WHERE p.retired = TRUE AND e.encounter_datetime > p.date_retired
		encounters with the dentist on leave | SELECT COUNT(*) FROM encounter e JOIN encounter_provider x ON x.encounter_id = e.encounter_id JOIN provider p ON p.provider_id = x.provider_id WHERE p.identifier = 'dentist2' AND e.encounter_datetime > TIMESTAMP '2026-11-18 00:00:00'
		encounters with a nurse | SELECT COUNT(*) FROM encounter_provider x JOIN provider p ON p.provider_id = x.provider_id WHERE p.identifier = 'nurse1'
		children who are their own guardian | SELECT COUNT(*) FROM relationship WHERE person_a = person_b
		encounters after now | SELECT COUNT(*) FROM encounter WHERE encounter_datetime > TIMESTAMP '2026-11-20 14:10:00' OR date_created > TIMESTAMP '2026-11-20 14:10:00'
		""")
	void generate_shouldNotWriteWhatCannotBe(String what, String query) throws Exception {
		assertThat(count(query)).as(what).isZero();
	}

	@Test
	void generate_shouldMarkRegistrationAsAdministrative_besideWhatIsMarkedAlready() throws Exception {
		try (Connection other = host("marked")) {
			new Sql(other).run("INSERT INTO global_property (property, property_value, uuid)"
				+ " VALUES ('retention.visit.administrativeEncounterTypes', 'laboratory', 'administrative')");
			new DemoClinic(other, 7, NOW, 1, patients -> {
			}).generate();
			assertThat(new Sql(other).number("SELECT COUNT(*) FROM global_property g JOIN encounter_type t"
				+ " ON g.property_value = CONCAT('laboratory,', t.uuid) WHERE t.name = 'Registration'")).isEqualTo(1);
		}
	}

	@Test
	void generate_shouldLinkChildrenToAnAdultOfTheFamily() throws Exception {
		assertThat(count("SELECT COUNT(*) FROM relationship r JOIN person a ON a.person_id = r.person_a"
			+ " JOIN person b ON b.person_id = r.person_b"
			+ " WHERE DATEDIFF('YEAR', a.birthdate, DATE '2026-11-20') >= 20"
			+ " AND DATEDIFF('YEAR', b.birthdate, DATE '2026-11-20') <= 19")).isPositive()
			.isEqualTo(count("SELECT COUNT(*) FROM relationship"));
	}

	private static long count(String query) throws Exception {
		return new Sql(database).number(query);
	}

	private static String content(Connection connection) throws Exception {
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		for (String table : List.of("person", "person_name", "person_attribute", "patient", "patient_identifier", "visit",
			"encounter", "encounter_provider", "obs", "location", "relationship")) {
			try (Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1")) {
				while (rows.next()) {
					for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
						digest.update((rows.getString(i) + ";").getBytes(StandardCharsets.UTF_8));
					}
				}
			}
		}
		return HexFormat.of().formatHex(digest.digest());
	}
}
