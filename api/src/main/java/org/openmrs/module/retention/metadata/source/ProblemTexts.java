/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The module's own English texts of problems, for where there is no message source of a server. */
final class ProblemTexts {

	private static final Properties MESSAGES = read();

	private ProblemTexts() {
	}

	static String english(String code, List<String> arguments) {
		return new MessageFormat(MESSAGES.getProperty(code, code), Locale.ENGLISH).format(arguments.toArray());
	}

	private static Properties read() {
		Properties messages = new Properties();
		try (InputStream file = ProblemTexts.class.getResourceAsStream("/messages.properties")) {
			messages.load(new InputStreamReader(file, StandardCharsets.UTF_8));
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return messages;
	}
}
