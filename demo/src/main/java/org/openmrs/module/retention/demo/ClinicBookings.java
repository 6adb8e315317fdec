/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What the scheduler of the demo clinic has posted: most visits were booked, some bookings before them were called off or
 * missed, of the patients who stop coming some had one, and some will come. What has become of the bookings of the last weeks
 * is not written: the module finds it out. Has chances of its own, so that the clinic is the same with and without it.
 */
final class ClinicBookings implements AutoCloseable {

	private static final int BOOKED_PERCENT = 70;

	private static final int CALLED_OFF_PERCENT = 12;

	private static final int MISSED_PERCENT = 8;

	/** Of those who come no more. */
	private static final int LAST_MISSED_PERCENT = 25;

	private static final int AHEAD_PERCENT = 40;

	private static final int AHEAD_DAYS = 60;

	/** Of older ones it is written what became of them. */
	private static final int OPEN_DAYS = 21;

	/** Rows that are kept until they are sent. */
	private static final int MANY = 20_000;

	private static final String SYSTEM = "Planner";

	private final SplittableRandom random;

	private final Sql sql;

	private final Instant now;

	private final Rows bookings;

	private final Rows changes;

	private long next;

	private long firstPending;

	private ClinicBookings(Connection connection, long seed, Instant now) throws SQLException {
		this.random = new SplittableRandom(seed);
		this.sql = new Sql(connection);
		this.now = now;
		this.next = sql.next("retention_booking", "booking_id");
		this.firstPending = next;
		bookings = new Rows(connection, "retention_booking", "booking_id", "uuid", "creator", "date_created", "voided",
			"patient_id", "patient_uuid", "booked_day", "starts_at", "zone", "location_id", "reason", "external_system",
			"external_id", "external_key", "agreed_at", "status", "encounter_id", "encounter_uuid", "version");
		changes = new Rows(connection, "retention_booking_change", "uuid", "booking_id", "from_status", "to_status",
			"booked_day", "starts_at", "changed_at", "actor", "reason");
	}

	/** Null: the database has no bookings, for the module is not there. */
	static ClinicBookings of(Connection connection, long seed, Instant now) throws SQLException {
		boolean there = new Sql(connection).number("SELECT COUNT(*) FROM information_schema.tables"
			+ " WHERE LOWER(table_name) = 'retention_booking'") > 0;
		return there ? new ClinicBookings(connection, seed, now) : null;
	}

	/** Somebody of whom there are bookings. */
	record Patient(long id, String uuid, ClinicSite site, Instant registered) {
	}

	/** What shows that it was kept. */
	record Shown(long encounter, String uuid) {
	}

	/** A visit of the patient, who was there before. */
	void visit(Patient patient, Instant start, String what, Shown shown) throws SQLException {
		if (random.nextInt(100) >= BOOKED_PERCENT) {
			return;
		}
		int before = random.nextInt(100);
		Instant agreed = agreed(patient, start);
		if (before < CALLED_OFF_PERCENT) {
			Instant first = at(patient, start, -random.nextInt(3, 15));
			Instant calledOff = first.minus(random.nextInt(4, 100), ChronoUnit.HOURS);
			add(patient, what, agreed(patient, first), first, "CANCELLED", calledOff, null);
			agreed = between(calledOff, start);
		} else if (before < CALLED_OFF_PERCENT + MISSED_PERCENT) {
			Instant first = at(patient, start, -random.nextInt(3, 31));
			missed(patient, what, first);
			agreed = between(first, start);
		}
		add(patient, what, agreed, start, "KEPT", start, shown);
	}

	/** Another time is agreed when the one before has come to nothing. */
	private Instant between(Instant first, Instant second) {
		return first.plusSeconds((long) (random.nextDouble() * (second.getEpochSecond() - first.getEpochSecond())));
	}

	/** What lies ahead for the patient. */
	void ahead(Patient patient, Instant start, String what) throws SQLException {
		if (start.isBefore(now.plus(AHEAD_DAYS, ChronoUnit.DAYS)) && random.nextInt(100) < AHEAD_PERCENT) {
			add(patient, what, agreed(patient, start), start, "BOOKED", null, null);
		}
	}

	/** The patient comes no more after that day. */
	void last(Patient patient, Instant visit, String what) throws SQLException {
		Instant start = at(patient, visit, random.nextInt(30, 300));
		if (random.nextInt(100) < LAST_MISSED_PERCENT && start.isBefore(now)) {
			missed(patient, what, start);
		}
	}

	private void missed(Patient patient, String what, Instant start) throws SQLException {
		add(patient, what, agreed(patient, start), start, "MISSED",
			patient.site().at(patient.site().dayOf(start).plusDays(1),
				java.time.LocalTime.MIDNIGHT),
			null);
	}

	/** So many days from a visit, on an open day, at its time of day. */
	private static Instant at(Patient patient, Instant visit, int days) {
		LocalDate day = ClinicSite.openDay(patient.site().dayOf(visit).plusDays(days));
		return patient.site().at(day, visit.atZone(patient.site().zone()).toLocalTime());
	}

	/** Days or weeks before, and neither before the patient was known nor later than now. */
	private Instant agreed(Patient patient, Instant start) {
		Instant agreed = start.minus(random.nextInt(24, 24 * 45), ChronoUnit.HOURS);
		Instant known = agreed.isBefore(patient.registered()) ? patient.registered() : agreed;
		return known.isAfter(now) ? now : known;
	}

	private void add(Patient patient, String what, Instant agreed, Instant start, String became, Instant when, Shown shown)
		throws SQLException {
		boolean sensible = agreed.isBefore(start) && (when == null || when.isAfter(agreed));
		if (!sensible) {
			return;
		}
		LocalDate day = patient.site().dayOf(start);
		boolean calledOff = "CANCELLED".equals(became);
		boolean known = calledOff || day.isBefore(patient.site().dayOf(now).minusDays(OPEN_DAYS));
		String status = known ? became : "BOOKED";
		Shown kept = "KEPT".equals(status) ? shown : null;
		long id = next++;
		String external = Long.toString(id);
		bookings.add(id, uuid(), 1, Timestamp.from(agreed), false, patient.id(), patient.uuid(), Date.valueOf(day),
			start.toEpochMilli(), patient.site().zone().getId(), patient.site().id(), what, SYSTEM, external,
			hash(SYSTEM + '\n' + external), agreed.toEpochMilli(), status, kept == null ? null : kept.encounter(),
			kept == null ? null : kept.uuid(), status.equals("BOOKED") ? 0 : 1);
		changes.add(uuid(), id, null, "BOOKED", Date.valueOf(day), start.toEpochMilli(), agreed.toEpochMilli(), 1, "booked");
		if (!status.equals("BOOKED")) {
			changes.add(uuid(), id, "BOOKED", status, Date.valueOf(day), start.toEpochMilli(), when.toEpochMilli(), 1,
				calledOff ? "Cannot come" : kept == null ? "day-passed" : "came");
		}
	}

	private String uuid() {
		return new UUID(random.nextLong(), random.nextLong()).toString();
	}

	/** As the module writes the scheduler's key. */
	private static String hash(String key) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	/** After the patients and encounters that they refer to; when they are many, for every sweep looks at what is there. */
	void flushMany() throws SQLException {
		if (next - firstPending >= MANY) {
			flush();
		}
	}

	void flush() throws SQLException {
		bookings.flush();
		changes.flush();
		firstPending = next;
	}

	long written() {
		return bookings.written();
	}

	@Override
	public void close() throws SQLException {
		bookings.close();
		changes.close();
	}
}
