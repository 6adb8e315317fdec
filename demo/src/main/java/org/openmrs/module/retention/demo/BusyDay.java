/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/** One day's encounters of a very large clinic, each of another patient: as many plans as a sweep can be made to write. */
final class BusyDay {

	private static final int COMMIT_EVERY = 1000;

	private static final int HOURS = 8;

	private static final int DENTAL_PERCENT = 80;

	private BusyDay() {
	}

	static void write(Connection connection, int encounters, Instant now) throws SQLException {
		Sql sql = new Sql(connection);
		SplittableRandom random = new SplittableRandom(encounters);
		ClinicGround ground = new ClinicGround(sql, random, now);
		Instant from = now.minus(HOURS + 1L, ChronoUnit.HOURS);
		long person = sql.next("person", "person_id");
		long encounter = sql.next("encounter", "encounter_id");
		long provider = sql.number("SELECT provider_id FROM provider WHERE identifier = 'dentist1'");
		ClinicSite site = ground.sites.get(0);
		try (ClinicTables tables = new ClinicTables(connection)) {
			for (int i = 1; i <= encounters; i++) {
				Timestamp at = Timestamp.from(from.plusSeconds(random.nextInt(HOURS * 3600)));
				tables.persons.add(person, "F", java.sql.Date.valueOf("1980-05-01"), false, false, null, 1, at, false,
					ground.uuid(), false);
				tables.names.add(true, person, "Person", "Number " + i, 1, at, false, ground.uuid());
				tables.patients.add(person, 1, at, false, "Unknown");
				String type = (random.nextInt(100) < DENTAL_PERCENT ? Courses.Kind.DENTAL : Courses.Kind.OPTICAL)
					.pick(random);
				tables.encounters.add(encounter, ground.encounterType(type), person,
					site.rooms().get(i % site.rooms().size()),
					at, 1, at, false, null, ground.uuid());
				tables.encounterProviders.add(encounter, provider, ground.encounterRole, 1, at, false, ground.uuid());
				person++;
				encounter++;
				if (i % COMMIT_EVERY == 0 || i == encounters) {
					tables.commit();
				}
			}
		}
	}
}
