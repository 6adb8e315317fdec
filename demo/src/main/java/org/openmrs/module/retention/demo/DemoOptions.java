/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What the demo was asked for on its command line. */
final class DemoOptions {

	static final String HELP = String.join(System.lineSeparator(), //
		"java -jar demo/target/retention-demo.jar [options]", //
		"", //
		"Starts the embedded host with the module, loads the dental, optical and general packages, makes a clinic,", //
		"plans its follow-up and stays up until Ctrl-C.", //
		"", //
		"  --patients N      how many patients (2000)", //
		"  --port N          of the web server, on this machine only (8080)", //
		"  --database D      h2 (in memory), h2:<file>, or mariadb (comes with the build, started and ended by the demo)", //
		"  --data DIR        application data directory (a temporary one, gone at the end)", //
		"  --seed N          another clinic (1)", //
		"  --omod FILE       module file (omod/target/retention-*.omod)", //
		"  --packages DIR    folder with the content packages (metadata/target)", //
		"  --rehearse DAYS   print what each protocol would have made of the last days", //
		"  --once            end after the summary", //
		"  --help");

	private static final int HIGHEST_PORT = 65_535;

	int patients = 2000;

	int port = 8080;

	String database = "h2";

	Path data;

	long seed = 1;

	Path omod;

	Path packages;

	/** 0: not. */
	int rehearse;

	boolean once;

	boolean help;

	/** @throws IllegalArgumentException with what is wrong, for the user */
	static DemoOptions parse(String... arguments) {
		DemoOptions options = new DemoOptions();
		Deque<String> rest = new ArrayDeque<>(List.of(arguments));
		while (!rest.isEmpty()) {
			options.take(rest.poll(), rest);
		}
		return options;
	}

	private void take(String option, Deque<String> rest) {
		switch (option) {
			case "--patients" -> patients = (int) number(option, rest, 1, 10_000_000);
			case "--port" -> port = (int) number(option, rest, 0, HIGHEST_PORT);
			case "--database" -> database = database(value(option, rest));
			case "--data" -> data = Path.of(value(option, rest)).toAbsolutePath();
			case "--seed" -> seed = number(option, rest, Long.MIN_VALUE, Long.MAX_VALUE);
			case "--omod" -> omod = Path.of(value(option, rest)).toAbsolutePath();
			case "--packages" -> packages = Path.of(value(option, rest)).toAbsolutePath();
			case "--rehearse" -> rehearse = (int) number(option, rest, 1, 730);
			case "--once" -> once = true;
			case "--help", "-h" -> help = true;
			default -> throw new IllegalArgumentException("Unknown option " + option);
		}
	}

	private static String database(String value) {
		if (value.equals("h2") || value.equals("mariadb") || value.startsWith("h2:") && value.length() > "h2:".length()
			|| value.startsWith("jdbc:mariadb:")) {
			return value;
		}
		throw new IllegalArgumentException("--database is h2, h2:<file> or mariadb, not " + value);
	}

	private static String value(String option, Deque<String> rest) {
		if (rest.isEmpty()) {
			throw new IllegalArgumentException(option + " wants a value");
		}
		return rest.poll();
	}

	private static long number(String option, Deque<String> rest, long least, long most) {
		String value = value(option, rest);
		try {
			long number = Long.parseLong(value);
			if (number >= least && number <= most) {
				return number;
			}
		}
		catch (NumberFormatException e) {
			// said below
		}
		throw new IllegalArgumentException(
			option + " wants a whole number from " + least + " to " + most + ", not " + value);
	}
}
