/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

import org.openmrs.messagesource.MutableMessageSource;
import org.openmrs.util.OpenmrsClassLoader;
import org.springframework.context.support.AbstractMessageSource;

/**
 * The files {@code messages*.properties} of the host and of each module, all of a name merged. A locale that has no file
 * falls back to the one of the JVM, then to the file without a locale; a missing code is its own message.
 */
public class HostMessageSource extends AbstractMessageSource implements MutableMessageSource {

	private final Map<String, Properties> files = new ConcurrentHashMap<>();

	public HostMessageSource() {
		setUseCodeAsDefaultMessage(true);
		setAlwaysUseMessageFormat(false);
	}

	@Override
	protected java.text.MessageFormat resolveCode(String code, Locale locale) {
		String text = resolveCodeWithoutArguments(code, locale);
		return text == null ? null : createMessageFormat(text, locale);
	}

	@Override
	protected String resolveCodeWithoutArguments(String code, Locale locale) {
		for (String suffix : suffixes(locale)) {
			String text = files.computeIfAbsent(suffix, HostMessageSource::read).getProperty(code);
			if (text != null) {
				return text;
			}
		}
		return null;
	}

	private static List<String> suffixes(Locale locale) {
		List<String> suffixes = new ArrayList<>();
		for (Locale each : new Locale[]{ locale, Locale.getDefault() }) {
			if (!each.getCountry().isEmpty()) {
				suffixes.add("_" + each.getLanguage() + "_" + each.getCountry());
			}
			suffixes.add("_" + each.getLanguage());
		}
		suffixes.add("");
		return suffixes;
	}

	private static Properties read(String suffix) {
		Properties merged = new Properties();
		try {
			for (URL url : Collections
				.list(OpenmrsClassLoader.getInstance().getResources("messages" + suffix + ".properties"))) {
				try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
					merged.load(reader);
				}
			}
		}
		catch (IOException e) {
			throw new IllegalStateException("Cannot read the messages" + suffix, e);
		}
		return merged;
	}
}
