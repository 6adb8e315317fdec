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
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;

/**
 * A clinic with dentistry, optics and general practice at two sites in two time zones, and three years of encounters: the same for the same
 * seed, moment and size. It has the mess of life: shared telephones, no telephone, numbers that are none or lack a digit, estimated birth
 * dates, a birthday on the 29th of February, several encounters a visit, late entries and observations, encounters without visit, place or provider, voided encounters, patients
 * registered twice, a dentist who left and one on leave, rooms as locations, a holiday week, deaths, children with
 * guardians, and families in four languages. Written by JDBC in batches into the host's own tables, so that it scales to a
 * million patients on a real OpenMRS database too.
 */
final class DemoClinic {

	/** What was written. */
	record Summary(long patients, long encounters, long observations, long bookings) {
	}

	private static final String EXAMINATION = "Dental examination";

	private static final int YEARS = 3;

	private static final int ADULT = 18;

	private static final LocalDate LEAP_DAY = LocalDate.of(1984, 2, 29);

	private static final int COMMIT_EVERY = 250;

	private final SplittableRandom random;

	private final Connection connection;

	private final Sql sql;

	private final Instant now;

	private final int patients;

	private final LongConsumer progress;

	private ClinicGround ground;

	private ClinicStaff staff;

	/** Null: the database has none. */
	private ClinicBookings bookings;

	private final long seed;

	private long nextPerson;

	private long nextEncounter;

	private long nextVisit;

	private Family family;

	/**
	 * @param now nothing happens after it
	 * @param progress is told how many patients there are so far
	 */
	DemoClinic(Connection connection, long seed, Instant now, int patients, LongConsumer progress) {
		this.connection = connection;
		this.sql = new Sql(connection);
		this.random = new SplittableRandom(seed);
		this.seed = seed;
		this.now = now;
		this.patients = patients;
		this.progress = progress;
	}

	/** Writes the clinic in transactions of some hundred patients. */
	Summary generate() throws SQLException {
		connection.setAutoCommit(false);
		ground = new ClinicGround(sql, random, now);
		staff = new ClinicStaff(sql, ground.sites.get(0).dayOf(now));
		nextPerson = sql.next("person", "person_id");
		nextEncounter = sql.next("encounter", "encounter_id");
		nextVisit = sql.next("visit", "visit_id");
		try (ClinicTables tables = new ClinicTables(connection);
			ClinicBookings booked = ClinicBookings.of(connection, seed, now)) {
			bookings = booked;
			for (int i = 1; i <= patients; i++) {
				writePatient(tables, i);
				if (i % COMMIT_EVERY == 0 || i == patients) {
					commit(tables);
					progress.accept(i);
				}
			}
			if (booked != null) {
				booked.flush();
			}
			staff.retireLeaver(sql);
			connection.commit();
			return new Summary(tables.patients.written(), tables.encounters.written(), tables.observations.written(),
				booked == null ? 0 : booked.written());
		}
	}

	private void commit(ClinicTables tables) throws SQLException {
		tables.commit();
		if (bookings != null) {
			bookings.flushMany();
			connection.commit();
		}
	}

	private void writePatient(ClinicTables tables, int index) throws SQLException {
		boolean another = family != null && family.members < 5 && random.nextInt(100) < 30;
		family = another ? family : new Family();
		family.members++;
		long id = nextPerson++;
		ClinicSite site = family.site;
		LocalDate today = site.dayOf(now);
		LocalDate birth = birth(index, today);
		Instant registered = site.at(ClinicSite.openDay(today.minusDays(1L + random.nextInt(365 * YEARS))),
			LocalTime.of(8, 0));
		registered = registered.isAfter(now) ? now : registered;
		// Some of everything in a small clinic too: one in so many by number, not by chance.
		Instant died = index % 250 == 100 ? between(registered, now) : null;
		boolean registeredTwice = index % 300 == 200;
		Timestamp created = Timestamp.from(registered);
		boolean woman = random.nextBoolean();
		boolean estimated = random.nextInt(20) == 0;
		String uuid = ground.uuid();
		tables.persons.add(id, woman ? "F" : "M", java.sql.Date.valueOf(birth), estimated, died != null,
			died == null ? null : Timestamp.from(died), 1, created, registeredTwice, uuid, false);
		tables.names.add(true, id, family.culture.given(woman, random), family.name, 1, created, false, ground.uuid());
		tables.patients.add(id, 1, created, registeredTwice, "Unknown");
		tables.identifiers.add(id, "D" + (1_000_000 + id), ground.identifierType, true, site.id(), 1, created, false,
			ground.uuid());
		writeAttributes(tables, id, created);
		if (birth.plusYears(ADULT).isAfter(today) && ground.parentOfChild != null) {
			tables.relationships.add(family.firstMember, ground.parentOfChild, id, 1, created, false, ground.uuid());
		}
		family.firstMember = family.members == 1 ? id : family.firstMember;
		tables.encounters.add(nextEncounter++, ground.encounterType(ClinicGround.REGISTRATION), id, site.id(), created, 1,
			created,
			false,
			null, ground.uuid());
		if (!registeredTwice) {
			writeVisits(tables, new ClinicBookings.Patient(id, uuid, site, registered), died == null ? now : died);
		}
	}

	/** Of an adult for the first of a family. One in so many is born on a leap day. */
	private LocalDate birth(int index, LocalDate today) {
		int age = family.members == 1 ? 20 + random.nextInt(65) : 2 + random.nextInt(80);
		LocalDate birth = today.minusDays(365L * age + random.nextInt(365));
		return index % 500 == 300 ? LEAP_DAY : birth;
	}

	private void writeAttributes(ClinicTables tables, long person, Timestamp created) throws SQLException {
		int lot = random.nextInt(100);
		String phone = lot < 3
			? null
			: lot < 5 ? "ask the daughter" : lot < 60 ? family.phone : People.phone(random.nextInt(10_000));
		if (lot >= 60 && lot < 63) {
			phone = phone.substring(0, phone.length() - 1);
		}
		if (phone != null) {
			tables.attributes.add(person, phone, ground.phoneType, 1, created, false, ground.uuid());
		}
		tables.attributes.add(person, family.culture.language, ground.languageType, 1, created, false, ground.uuid());
	}

	/** The patient's visits until the end. */
	private void writeVisits(ClinicTables tables, ClinicBookings.Patient patient, Instant end) throws SQLException {
		ClinicSite site = patient.site();
		Courses courses = new Courses(random, site.dayOf(patient.registered()));
		Instant last = null;
		for (Courses.Visit next = courses.next(); next != null; next = courses.next()) {
			Instant start = site.at(ClinicSite.openDay(next.day()),
				LocalTime.of(8, 15).plusMinutes(15L * random.nextInt(30)));
			if (start.plusSeconds(1800).isAfter(end)) {
				if (bookings != null && !next.type().equals(Courses.ORDER_READY) && end.equals(now)) {
					bookings.ahead(patient, start, next.type());
				}
				return;
			}
			if (next.type().equals(Courses.ORDER_READY)) {
				tables.encounters.add(nextEncounter++, ground.encounterType(next.type()), patient.id(), site.id(),
					Timestamp.from(start), 1, Timestamp.from(start), false, null, ground.uuid());
			} else {
				ClinicBookings.Shown shown = writeVisit(tables, patient.id(), site, start, next.type(), courses.kind());
				if (bookings != null && last != null) {
					bookings.visit(patient, start, next.type(), shown);
				}
				last = start;
			}
		}
		if (bookings != null && last != null && end.equals(now)) {
			bookings.last(patient, last, courses.kind().pick(new SplittableRandom(last.getEpochSecond())));
		}
	}

	/** @return the first encounter of it; null: it was voided */
	private ClinicBookings.Shown writeVisit(ClinicTables tables, long patient, ClinicSite site, Instant start, String first,
		Courses.Kind kind) throws SQLException {
		Long visit = null;
		if (random.nextInt(100) > 0) {
			visit = nextVisit++;
			Instant stopped = start.plusSeconds(2400);
			tables.visits.add(visit, patient, ground.visitType, Timestamp.from(start.minusSeconds(300)),
				stopped.isAfter(now) ? null : Timestamp.from(stopped), site.id(), 1, Timestamp.from(start), false,
				ground.uuid());
		}
		ClinicBookings.Shown shown = null;
		int count = random.nextInt(10) == 0 ? 3 : 1;
		for (int i = 0; i < count; i++) {
			Instant at = start.plusSeconds(600L * i);
			Instant late = at.plusSeconds(86_400L * random.nextInt(1, 6));
			Instant entered = random.nextInt(20) > 0 ? at : late.isAfter(now) ? now : late;
			Long room = random.nextInt(100) == 0 ? null : site.rooms().get(random.nextInt(site.rooms().size()));
			long encounter = nextEncounter++;
			String type = i == 0 ? first : kind.pick(random);
			long encounterType = ground.encounterType(type);
			boolean voided = random.nextInt(200) == 0;
			String uuid = ground.uuid();
			tables.encounters.add(encounter, encounterType, patient, room, Timestamp.from(at), 1, Timestamp.from(entered),
				voided, visit, uuid);
			shown = i == 0 && !voided ? new ClinicBookings.Shown(encounter, uuid) : shown;
			if (type.equals(EXAMINATION)) {
				writeDecision(tables, patient, encounter, room, at);
			}
			Long provider = random.nextInt(100) == 0 ? null
				: staff.atWork(kind == Courses.Kind.OPTICAL, site.dayOf(at), random);
			if (provider != null) {
				tables.encounterProviders.add(encounter, provider, ground.encounterRole, 1, Timestamp.from(entered), false,
					ground.uuid());
			}
		}
		return shown;
	}

	/** What the patient decided on the treatment proposed: at four examinations in ten, one in five of them entered later. */
	private void writeDecision(ClinicTables tables, long patient, long encounter, Long room, Instant at)
		throws SQLException {
		boolean proposed = random.nextInt(10) < 4;
		if (!proposed || ground.decision == null) {
			return;
		}
		Instant late = at.plusSeconds(3600L * random.nextInt(2, 48));
		Instant entered = random.nextInt(5) > 0 ? at : late.isAfter(now) ? now : late;
		int lot = random.nextInt(10);
		tables.observations.add(patient, ground.decision, encounter, Timestamp.from(at), room,
			lot < 6 ? ground.goesAhead : lot < 8 ? ground.thinking : ground.notNow, 1, Timestamp.from(entered), false,
			ground.uuid(), "FINAL");
	}

	/** One household: a name, a language, a site and mostly one telephone. The first member is an adult. */
	private final class Family {

		private final People.Culture culture = People.Culture.of(random);

		private final String name = culture.family(random);

		private final ClinicSite site = ground.sites.get(random.nextInt(3) == 0 ? 1 : 0);

		private final String phone = People.phone(random.nextInt(10_000));

		private int members;

		private long firstMember;
	}

	private Instant between(Instant from, Instant to) {
		return from.plusSeconds((long) (random.nextDouble() * (to.getEpochSecond() - from.getEpochSecond())));
	}
}
