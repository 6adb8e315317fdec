/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Locale;

/** What each protocol of the server would have made of the last days, as a table. */
final class RehearsalTable {

	private static final String ROW = "| %s | %s | %s | %s | %s | %s | %s | %s |%n";

	/** Neither encounters nor days of the year start the protocol. */
	private static final int NOT_POSSIBLE = 400;

	private final Rest admin;

	private final PrintStream out;

	RehearsalTable(Rest admin, PrintStream out) {
		this.admin = admin;
		this.out = out;
	}

	void print(int days) {
		out.printf(ROW, "protocol", "plans", "contacts", "per open day: mean", "median", "most", "minutes per open day",
			"patients who wait");
		out.println("|---|---:|---:|---:|---:|---:|---:|---:|");
		double perDay = 0;
		double minutes = 0;
		long plans = 0;
		long tasks = 0;
		for (JsonNode protocol : admin.get("retention/followupprotocol?limit=100").rows()) {
			Rest.Answer answer = admin
				.get("retention/followupprotocol/" + protocol.path("uuid").asText() + "/rehearsal?days=" + days);
			if (answer.status() == NOT_POSSIBLE) {
				continue;
			}
			JsonNode told = answer.ok();
			row(told);
			perDay += told.at("/tasksPerDay/mean").asDouble();
			minutes += told.at("/minutesPerDay/mean").asDouble();
			plans += told.path("plans").asLong();
			tasks += told.path("tasks").asLong();
		}
		out.printf(ROW, "all", plans, tasks, number(perDay), "", "", number(minutes), "");
	}

	private void row(JsonNode told) {
		JsonNode waiting = told.path("waiting");
		out.printf(ROW, told.at("/protocol/display").asText(), told.path("plans").asLong(), told.path("tasks").asLong(),
			number(told.at("/tasksPerDay/mean").asDouble()), number(told.at("/tasksPerDay/median").asDouble()),
			number(told.at("/tasksPerDay/max").asDouble()), number(told.at("/minutesPerDay/mean").asDouble()),
			waiting.isNull()
				? "" : waiting.path("patients").asLong() + ", on " + waiting.path("openDays").asLong() + " days");
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}
}
