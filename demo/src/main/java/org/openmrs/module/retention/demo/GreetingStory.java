/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.Month;

/**
 * Birthdays. The greeting of the package has planned the next days already when the scenario begins, so its copy is told of,
 * which is for people of an age that few reach.
 */
final class GreetingStory {

	private static final String BIRTHDAY = "4d526eaf-092c-4a3c-a68b-121b6e05e02e";

	private static final int AGE = 107;

	private static final int LEAP_DAY = 29;

	private final ScenarioClinic clinic;

	private final ScenarioProtocols protocols;

	private final Checks checks;

	GreetingStory(ScenarioClinic clinic, ScenarioProtocols protocols, Checks checks) {
		this.clinic = clinic;
		this.protocols = protocols;
		this.checks = checks;
	}

	void tell() {
		JsonNode birthday = protocols.find(BIRTHDAY);
		if (birthday == null) {
			checks.skip("A birthday tomorrow", "the server has no birthday greeting (any of the packages)");
		} else {
			checks.part("A birthday tomorrow", () -> birthday(birthday));
		}
	}

	private void birthday(JsonNode birthday) {
		LocalDate day = dayOfTheParty();
		LocalDate born = day.minusYears(AGE);
		String guessed = clinic.patient("Guessed", "en", clinic.phone(8), born, true);
		String elsewhere = clinic.patient("Stranger", "en", clinic.phone(8), born);
		String tooYoung = clinic.patient("Junior", "en", clinic.phone(8), born.plusYears(1));
		String patient = clinic.patient("Jubilee", "en", clinic.phone(8), born);
		for (String seen : new String[]{ guessed, tooYoung, patient }) {
			clinic.visitOn(ScenarioProtocols.FILLING_TYPE, seen, clinic.noon.today().minusMonths(4));
		}
		ObjectNode definition = protocols.copy(birthday);
		definition.put("activeFrom", clinic.noon.today().minusDays(1).toString());
		definition.putObject("patients").put("minAge", AGE).put("maxAge", AGE);
		String protocol = protocols.post(definition);
		JsonNode plan = clinic.sweepUntil(() -> protocols.active(patient, protocol), found -> found != null);
		if (checks.that("it is on the list before the day", plan != null, "no plan")) {
			checks.equal("for the day", day.toString(), plan.path("anchorDate").asText());
			checks.equal("as a greeting", "GREETING",
				protocols.open(patient, protocol, "birthday").path("purpose").asText());
		}
		checks.that("nobody is greeted on a birthday that was guessed", protocols.plans(guessed, protocol).isEmpty(),
			protocols.plans(guessed, protocol));
		checks.that("nor who has not been here", protocols.plans(elsewhere, protocol).isEmpty(),
			protocols.plans(elsewhere, protocol));
		checks.that("nor who is not meant", protocols.plans(tooYoung, protocol).isEmpty(),
			protocols.plans(tooYoung, protocol));
	}

	/** Of the next three days wherever the server's default site is; the 29th of February is another matter. */
	private static LocalDate dayOfTheParty() {
		LocalDate tomorrow = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(1);
		boolean leap = tomorrow.getMonth() == Month.FEBRUARY && tomorrow.getDayOfMonth() == LEAP_DAY;
		return leap ? tomorrow.plusDays(1) : tomorrow;
	}
}
