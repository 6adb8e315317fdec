/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The follow-up of a clinic from end to end, over HTTP alone: the same against the embedded host and against a real
 * OpenMRS. Makes its own sites, staff and patients and leaves them there, so it is for test servers. Ends with 1 when
 * anything differed from what the rules say.
 */
public final class Scenario {

	private final ScenarioClinic clinic;

	private final Checks checks;

	private Scenario(String server, String user, String password, PrintStream out) {
		clinic = new ScenarioClinic(server, user, password);
		checks = new Checks(out);
	}

	/** Arguments: base URL, user, password. */
	public static void main(String[] args) {
		PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		if (args.length != 3) {
			out.println("Usage: java -cp demo/target/retention-demo.jar " + Scenario.class.getName()
				+ " http://localhost:8080/openmrs <user> <password>");
			System.exit(2);
		}
		System.exit(run(args[0], args[1], args[2], out) == 0 ? 0 : 1);
	}

	/** @return how many checks did not hold */
	static int run(String server, String user, String password, PrintStream out) {
		Scenario scenario = new Scenario(server.replaceAll("/+$", ""), user, password, out);
		scenario.tell();
		out.println();
		out.println(scenario.checks.held() + " checks held, " + scenario.checks.differed() + " did not; "
			+ scenario.checks.skipped() + " parts skipped");
		return scenario.checks.differed();
	}

	private void tell() {
		checks.part("The server, and the protocol for extractions", () -> {
			checks.that("logged in", clinic.admin.get("session").ok().path("authenticated").asBoolean(), "not logged in");
			boolean found = clinic.findProtocol();
			checks.that("a protocol on extractions is there", found,
				"none; put the dental package into <application data>/configuration/retention/ (see docs/metadata-packages.md)"
					+ " and POST retention/metadatapackage, or restart");
		});
		if (clinic.protocol == null) {
			return;
		}
		if (clinic.activate()) {
			checks.note("the protocol is active from " + clinic.protocol.path("activeFrom").asText() + " now");
		}
		checks.part("Two sites, and people in the module's roles", clinic::create);
		if (clinic.manager == null) {
			return;
		}
		new PlanningStory(clinic, checks).tell();
		new CallStory(clinic, checks).tell();
		new FamilyStory(clinic, checks).tell();
		new OfficeStory(clinic, checks).tell();
		new ChangeStory(clinic, checks).tell();
		TuesdayStory tuesday = new TuesdayStory(clinic, checks);
		tuesday.tell();
		everyTrigger(tuesday);
		new BadInputStory(clinic, checks).tell();
	}

	private void everyTrigger(TuesdayStory tuesday) {
		checks.part("The sweep is run by the platform's scheduler",
			() -> checks.status("running it", 201, clinic.sweep()));
		ScenarioProtocols protocols = new ScenarioProtocols(clinic);
		AbsenceStory absence = new AbsenceStory(clinic, protocols, checks);
		new RecallStory(clinic, protocols, checks).tell();
		absence.tell();
		new GreetingStory(clinic, protocols, checks).tell();
		new LapseStory(clinic, protocols, checks).tell();
		new BookingStory(clinic, protocols, checks).tell();
		new SurveyStory(clinic, protocols, checks).tell();
		new OwnProtocolStory(clinic, protocols, checks).tell();
		new FloodStory(clinic, protocols, checks).tell();
		checks.skip("Two charts of one patient are merged", "the REST module merges no patients; PatientMergeIT covers it");
		checks.part("Everything is read again at the end: nothing more has been made of it", () -> {
			clinic.sweep().ok();
			tuesday.tellTheEnd();
			absence.tellTheEnd();
			protocols.retireCopies();
		});
	}
}
