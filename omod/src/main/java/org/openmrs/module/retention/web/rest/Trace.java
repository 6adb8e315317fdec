/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.rest;

/** A failure without its messages, which may quote a number, a name or a note: classes and where they were thrown. */
public final class Trace {

	private static final int FRAMES = 12;

	private static final int MAX_CAUSES = 8;

	private Trace() {
	}

	public static String of(Throwable thrown) {
		StringBuilder text = new StringBuilder();
		Throwable cause = thrown;
		for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
			text.append(i == 0 ? "" : "\ncaused by ").append(cause.getClass().getName());
			StackTraceElement[] frames = cause.getStackTrace();
			for (int f = 0; f < Math.min(FRAMES, frames.length); f++) {
				text.append("\n\tat ").append(frames[f]);
			}
			cause = cause.getCause();
		}
		return text.toString();
	}
}
