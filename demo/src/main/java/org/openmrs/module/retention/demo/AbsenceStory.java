/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.Period;

/** What should have followed a treatment and has not: the gap that nobody restored, the root canal without its crown. */
final class AbsenceStory {

	private static final String GAP = "369aaf15-34a3-4faa-8069-b75e919cebed";

	private static final String NO_CROWN = "c72863f2-4311-4018-a05c-95afe08a6171";

	private static final int DAYS_TO_THE_CROWN = 20;

	private final ScenarioClinic clinic;

	private final ScenarioProtocols protocols;

	private final Checks checks;

	private String crownless;

	private String crowned;

	private String copy;

	AbsenceStory(ScenarioClinic clinic, ScenarioProtocols protocols, Checks checks) {
		this.clinic = clinic;
		this.protocols = protocols;
		this.checks = checks;
	}

	void tell() {
		JsonNode gap = protocols.find(GAP);
		if (gap == null) {
			checks.skip("A gap that is not restored", "the server has no such protocol (dental package)");
		} else {
			checks.part("A tooth is drawn: the gap is asked about when it is still there", () -> gap(gap));
		}
		JsonNode noCrown = protocols.find(NO_CROWN);
		if (noCrown == null) {
			checks.skip("A root canal without its crown", "the server has no such protocol (dental package)");
		} else {
			checks.part("Two root canals of months ago are typed in, and the crown of one", () -> rootCanals(noCrown));
			checks.part("The other gets the crown now", () -> crown(noCrown));
		}
	}

	/** What was found at first is so still, all having been read again. */
	void tellTheEnd() {
		if (copy != null) {
			checks.that("the root canal with its crown has made no plan", protocols.plans(crowned, copy).isEmpty(),
				protocols.plans(crowned, copy));
			checks.equal("the other one", 1, protocols.plans(crownless, copy).size());
		}
	}

	private void gap(JsonNode gap) {
		String patient = clinic.patient("Gap", "en", clinic.phone(3));
		String drawn = gap.at("/trigger/filter/encounterTypes/0").asText();
		clinic.visitOn(drawn, patient, clinic.noon.today());
		JsonNode plan = protocols.awaitActive(patient, GAP);
		checks.that("there is a plan", plan != null, "none");
		checks.equal("its call is so far ahead", protocols.openDay(clinic.noon.today()
			.plus(Period.parse(gap.at("/trigger/within").asText()))), protocols.dayOf(patient, GAP, "gap"));
		clinic.visitOn(ScenarioProtocols.FILLING_TYPE, patient, clinic.noon.today());
		clinic.sweep().ok();
		checks.equal("a filling restores no gap", "ACTIVE", protocols.statusOf(plan));
		clinic.visitOn(gap.at("/trigger/absent/encounterTypes/1").asText(), patient, clinic.noon.today());
		checks.equal("a bridge does", "FULFILLED", protocols.awaitStatus(plan, "FULFILLED"));
		checks.equal("nobody calls about it", 0, protocols.open(patient, GAP).size());
	}

	private void rootCanals(JsonNode noCrown) {
		LocalDate treated = clinic.noon.today().minus(Period.parse(noCrown.at("/trigger/within").asText()));
		ObjectNode definition = protocols.here(protocols.copy(noCrown));
		definition.put("activeFrom", treated.minusDays(1).toString());
		copy = protocols.post(definition);
		String type = noCrown.at("/trigger/filter/encounterTypes/0").asText();
		crowned = clinic.patient("Crowned", "en", clinic.phone(4));
		clinic.visitOn(noCrown.at("/trigger/absent/encounterTypes/0").asText(), crowned,
			treated.plusDays(DAYS_TO_THE_CROWN));
		clinic.visitOn(type, crowned, treated);
		crownless = clinic.patient("Crownless", "en", clinic.phone(5));
		clinic.visitOn(type, crownless, treated);
		checks.that("the one without is to be called", protocols.awaitActive(crownless, copy) != null, "no plan");
		clinic.sweep().ok();
		checks.that("the one with it is not", protocols.plans(crowned, copy).isEmpty(), protocols.plans(crowned, copy));
		JsonNode task = protocols.open(crownless, copy, "crown");
		checks.equal("it is time now", protocols.openDay(treated.plus(Period.parse(noCrown.at("/trigger/within").asText()))),
			clinic.noon.time(task.path("dueFrom")).toLocalDate());
		checks.equal("for the desk", "Retention: Front Desk", clinic.queueOf(task));
		checks.that("which finds it on its list", clinic.desk.rest()
			.get("retention/followuptask?patient=" + crownless + "&role=mine&status=open").rows().stream()
			.anyMatch(t -> t.path("uuid").equals(task.path("uuid"))), "not there");
	}

	private void crown(JsonNode noCrown) {
		JsonNode plan = protocols.active(crownless, copy);
		clinic.visitOn(noCrown.at("/trigger/absent/encounterTypes/0").asText(), crownless, clinic.noon.today());
		checks.equal("that is the end of it", "FULFILLED", protocols.awaitStatus(plan, "FULFILLED"));
		checks.equal("nobody calls about it", 0, protocols.open(crownless, copy).size());
	}
}
