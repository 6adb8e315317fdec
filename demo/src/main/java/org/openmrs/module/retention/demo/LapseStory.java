/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.Period;

/** Patients who come no more: noticed when the period is nearly over, written to when it is two years, and those who come back. */
final class LapseStory {

	private static final String LAPSE = "fbe384fa-f3be-46d7-9ac8-3f2c2b54c8ed";

	private static final String WIN_BACK = "eec9a0c3-c494-49ee-9516-74cefe404a16";

	/** Before the period is over. */
	private static final int DAYS_BEFORE = 10;

	private final ScenarioClinic clinic;

	private final ScenarioProtocols protocols;

	private final Checks checks;

	private String patient;

	LapseStory(ScenarioClinic clinic, ScenarioProtocols protocols, Checks checks) {
		this.clinic = clinic;
		this.protocols = protocols;
		this.checks = checks;
	}

	void tell() {
		JsonNode lapse = protocols.find(LAPSE);
		if (lapse == null) {
			checks.skip("A patient who comes no more", "the server has no such protocol (dental package)");
		} else {
			checks.part("Nearly eighteen months since the last visit", () -> lapse(lapse));
			checks.part("Half a year is nothing", this::halfAYear);
			checks.part("The patient is back", this::back);
		}
		JsonNode winBack = protocols.find(WIN_BACK);
		if (winBack == null) {
			checks.skip("Winning back after two years", "the server has no such protocol (dental package)");
		} else {
			checks.part("Nearly two years: a letter, then a call", () -> winBack(winBack));
		}
	}

	/** The last visit of somebody for whom the period is over soon. */
	private LocalDate lastVisit(JsonNode protocol) {
		return clinic.noon.today().plusDays(DAYS_BEFORE).minus(Period.parse(protocol.at("/trigger/period").asText()));
	}

	private void lapse(JsonNode lapse) {
		LocalDate last = lastVisit(lapse);
		patient = clinic.patient("Silent", "ru", clinic.phone(6));
		clinic.visitOn(ScenarioProtocols.FILLING_TYPE, patient, last);
		checks.that("it is noticed", protocols.awaitActive(patient, LAPSE) != null, "no plan");
		checks.equal("the call is due when the period is over",
			protocols.openDay(last.plus(Period.parse(lapse.at("/trigger/period").asText()))),
			protocols.dayOf(patient, LAPSE, "hello"));
	}

	private void halfAYear() {
		String other = clinic.patient("Sometimes", "ru", clinic.phone(6));
		clinic.visitOn(ScenarioProtocols.FILLING_TYPE, other, clinic.noon.today().minusMonths(6));
		clinic.sweep().ok();
		checks.that("nobody is missed yet", protocols.plans(other, LAPSE).isEmpty(), protocols.plans(other, LAPSE));
	}

	private void back() {
		JsonNode plan = protocols.active(patient, LAPSE);
		clinic.visitOn(ScenarioProtocols.FILLING_TYPE, patient, clinic.noon.today());
		checks.equal("which is what was hoped for", "FULFILLED", protocols.awaitStatus(plan, "FULFILLED"));
		checks.equal("nobody asks where the patient is", 0, protocols.open(patient, LAPSE).size());
	}

	private void winBack(JsonNode winBack) {
		String lost = clinic.patient("Lost", "en", clinic.phone(7));
		LocalDate last = lastVisit(winBack);
		clinic.visitOn(ScenarioProtocols.FILLING_TYPE, lost, last);
		checks.that("the patient is to be won back", protocols.awaitActive(lost, WIN_BACK) != null, "no plan");
		LocalDate due = last.plus(Period.parse(winBack.at("/trigger/period").asText()));
		checks.equal("by a letter first", "LETTER", protocols.open(lost, WIN_BACK, "letter").path("channel").asText());
		checks.equal("due when the two years are over", protocols.openDay(due), protocols.dayOf(lost, WIN_BACK, "letter"));
		checks.equal("a month later by telephone", "PHONE", protocols.open(lost, WIN_BACK, "call").path("channel").asText());
		clinic.visitOn(ScenarioProtocols.FILLING_TYPE, lost, clinic.noon.today());
		checks.equal("a visit of any kind ends it", 0,
			ScenarioClinic.await(() -> protocols.open(lost, WIN_BACK).size(), left -> left == 0).intValue());
	}
}
