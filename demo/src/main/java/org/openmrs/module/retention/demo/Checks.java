/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.io.PrintStream;
import java.util.Objects;

/** What a scenario found, step by step, printed as it goes. */
final class Checks {

	private final PrintStream out;

	private int held;

	private int differed;

	private int skipped;

	Checks(PrintStream out) {
		this.out = out;
	}

	void title(String title) {
		out.println();
		out.println(title);
	}

	/** Something to know that is no check. */
	void note(String text) {
		out.println("     " + text);
	}

	/** @return whether they are */
	boolean equal(String what, Object expected, Object actual) {
		return that(what, Objects.equals(expected, actual), "expected " + expected + ", found " + actual);
	}

	/** @return whether it held */
	boolean that(String what, boolean holds, Object found) {
		if (holds) {
			held++;
			out.println("  OK " + what);
		} else {
			differed++;
			out.println("  NO " + what + ": " + found);
		}
		return holds;
	}

	/** The server answered with that status. */
	boolean status(String what, int expected, Rest.Answer answer) {
		return that(what + " is answered with " + expected, answer.status() == expected,
			answer.status() + " " + (answer.status() / 100 == 2 ? answer.body() : answer.error()));
	}

	/** The server refused with that status and a code of the module. */
	void refused(String what, int expected, Rest.Answer answer) {
		if (status(what, expected, answer)) {
			that(what + " names a code of the module", answer.code().startsWith("retention."), answer.error());
		}
	}

	/** A part of the story that this server cannot show. */
	void skip(String what, String why) {
		skipped++;
		title(what);
		out.println("  -- skipped: " + why);
	}

	/** One part of the story; an exception in it is a failed check and does not hide the parts after it. */
	void part(String title, Runnable part) {
		title(title);
		try {
			part.run();
		}
		catch (RuntimeException e) {
			StackTraceElement[] trace = e.getStackTrace();
			that(title, false, e + (trace.length == 0 ? "" : " at " + trace[0]));
		}
	}

	int held() {
		return held;
	}

	int differed() {
		return differed;
	}

	int skipped() {
		return skipped;
	}
}
