/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.openmrs.module.retention.shared.RetentionSettings;

/** From which birthday on people speak for themselves. An estimated birth date counts as it is. */
public final class Majority {

	private static final int STANDARD = 18;

	private final int age;

	Majority(int age) {
		this.age = age;
	}

	/** As it is set now. */
	public static Majority of(RetentionSettings settings) {
		return new Majority(settings.number(RetentionSettings.MAJORITY_AGE, 1, STANDARD));
	}

	/** The first local day on which the person is of age; null: nobody knows the birth date. */
	public LocalDate on(Date birthdate) {
		if (birthdate == null) {
			return null;
		}
		LocalDate born = new java.sql.Date(birthdate.getTime()).toLocalDate();
		LocalDate birthday = born.plusYears(age);
		return birthday.getDayOfMonth() < born.getDayOfMonth() ? birthday.plusDays(1) : birthday;
	}

	/** Whoever was born after this day is a minor on the other. */
	public Date bornAfter(LocalDate day) {
		return Date.from(day.minusYears(age).atStartOfDay(ZoneId.systemDefault()).toInstant());
	}
}
