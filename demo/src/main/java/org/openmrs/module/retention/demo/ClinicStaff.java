/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Who treats the patients of the demo clinic: the providers whose identifiers begin with {@code dentist} and
 * {@code optometrist}. Each dentist has two weeks of leave a summer, the second is on leave now, and the last one has left.
 */
final class ClinicStaff {

	/** How long before today the dentist who left was last at work: follow-ups of her patients are still open. */
	private static final int LEFT_DAYS_AGO = 4;

	private static final int ON_LEAVE_FOR_DAYS = 3;

	private static final int LEAVE_DAYS = 14;

	private static final int FIRST_WEEK_OF_LEAVE = 26;

	private final List<Long> dentists;

	private final List<Long> optometrists;

	private final LocalDate today;

	ClinicStaff(Sql sql, LocalDate today) throws SQLException {
		this.dentists = providers(sql, "dentist");
		this.optometrists = providers(sql, "optometrist");
		this.today = today;
	}

	private static List<Long> providers(Sql sql, String kind) throws SQLException {
		return sql.numbers(
			"SELECT provider_id FROM provider WHERE retired = false AND identifier LIKE ? ORDER BY identifier",
			kind + "%");
	}

	/** Somebody who was at work that day; null when nobody was. */
	Long atWork(boolean optical, LocalDate day, SplittableRandom random) {
		List<Long> present = new ArrayList<>(optical ? optometrists : dentists);
		present.removeIf(provider -> isAway(provider, day));
		return present.isEmpty() ? null : present.get(random.nextInt(present.size()));
	}

	private boolean isAway(Long provider, LocalDate day) {
		int index = dentists.indexOf(provider);
		if (index < 0) {
			return false;
		}
		if (index > 0 && index == dentists.size() - 1 && day.isAfter(today.minusDays(LEFT_DAYS_AGO))) {
			return true;
		}
		if (index == 1 && day.isAfter(today.minusDays(ON_LEAVE_FOR_DAYS))) {
			return true;
		}
		LocalDate leave = LocalDate.ofYearDay(day.getYear(), 7 * FIRST_WEEK_OF_LEAVE).plusDays((long) LEAVE_DAYS * index);
		long into = ChronoUnit.DAYS.between(leave, day);
		return into >= 0 && into < LEAVE_DAYS;
	}

	/** Retires the provider and the user account of who has left. */
	void retireLeaver(Sql sql) throws SQLException {
		if (dentists.size() < 2) {
			return;
		}
		Long leaver = dentists.get(dentists.size() - 1);
		java.sql.Date on = java.sql.Date.valueOf(today.minusDays(LEFT_DAYS_AGO - 1L));
		sql.run("UPDATE users SET retired = true, retired_by = 1, date_retired = ?, retire_reason = 'left'"
			+ " WHERE person_id IN (SELECT person_id FROM provider WHERE provider_id = ?)",
			on, leaver);
		sql.run("UPDATE provider SET retired = true, retired_by = 1, date_retired = ?, retire_reason = 'left'"
			+ " WHERE provider_id = ?",
			on, leaver);
	}
}
