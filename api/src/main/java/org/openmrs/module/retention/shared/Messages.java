/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The module's texts by message code: {@code retention/messages.properties} (English) and a file for each other language.
 * Not by the platform's message source, which mixes the languages of a module with those of the server (ADR 0006).
 */
public final class Messages {

	private static final String[] LANGUAGES = { "nb", "ru", "zh", "es", "fr" };

	private static final Properties ENGLISH = read("");

	private static final Map<String, Properties> TRANSLATED = translated();

	private Messages() {
	}

	/**
	 * @param locale whose language the text is in; English when there is no file of that language
	 * @param arguments for {@code {0}} and so on, numbers and dates as the locale writes them; without any the text is taken
	 *            as it stands
	 * @return the text, or the code itself when it is none of ours
	 */
	public static String text(String code, Locale locale, Object... arguments) {
		String text = TRANSLATED.getOrDefault(locale.getLanguage(), ENGLISH).getProperty(code);
		if (text == null) {
			return code;
		}
		return arguments == null || arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
	}

	private static Map<String, Properties> translated() {
		Map<String, Properties> translated = new HashMap<>();
		for (String language : LANGUAGES) {
			translated.put(language, read("_" + language));
		}
		return Collections.unmodifiableMap(translated);
	}

	private static Properties read(String suffix) {
		Properties texts = new Properties();
		String file = "/retention/messages" + suffix + ".properties";
		try (InputStream in = Messages.class.getResourceAsStream(file)) {
			texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
		}
		catch (IOException e) {
			throw new UncheckedIOException(file, e);
		}
		return texts;
	}
}
