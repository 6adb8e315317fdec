/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.retention.shared.Messages;

/** The message files stay in step with one another and with the codes in the sources. */
class MessagesTest {

	private static final Pattern CODE = Pattern.compile("\"(retention\\.[a-z.]+\\.(?:error|warning|reason)\\.[a-z0-9-]+)\"");

	private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)\\}");

	@ParameterizedTest
	@ValueSource(strings = { "_nb", "_ru", "_zh", "_es", "_fr" })
	void messages_shouldHaveTheSameCodesAndArgumentsInEveryLanguage(String suffix) throws IOException {
		Properties standard = messages("");
		Properties translated = messages(suffix);
		assertThat(translated.stringPropertyNames()).isEqualTo(standard.stringPropertyNames());
		for (String code : standard.stringPropertyNames()) {
			assertThat(translated.getProperty(code)).as(code).isNotBlank();
			assertThat(arguments(translated.getProperty(code))).as(code).isEqualTo(arguments(standard.getProperty(code)));
		}
	}

	@Test
	void messages_shouldHoldEveryCodeInTheSources() throws IOException {
		Set<String> codes = new TreeSet<>();
		for (String root : new String[]{ "src/main/java", "../omod/src/main/java" }) {
			try (Stream<Path> sources = Files.walk(Paths.get(root))) {
				for (Path source : sources.filter(p -> p.toString().endsWith(".java")).collect(Collectors.toList())) {
					Matcher found = CODE.matcher(new String(Files.readAllBytes(source), StandardCharsets.UTF_8));
					while (found.find()) {
						codes.add(found.group(1));
					}
				}
			}
		}
		assertThat(messages("").stringPropertyNames()).containsAll(codes);
	}

	@ParameterizedTest
	@ValueSource(strings = { "_nb", "_ru", "_zh", "_es", "_fr" })
	void messages_shouldBeTranslated(String suffix) throws IOException {
		Properties standard = messages("");
		Properties translated = messages(suffix);
		Set<String> left = standard.stringPropertyNames().stream()
			.filter(code -> standard.getProperty(code).toLowerCase(Locale.ROOT).contains(" "))
			.filter(code -> standard.getProperty(code).equals(translated.getProperty(code)))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(left).isEmpty();
	}

	@Test
	void text_shouldBeInTheLanguageOfTheLocale_whateverTheServersIs() {
		String code = "retention.calendar.error.reason-missing";
		assertThat(Messages.text(code, new Locale("nb", "NO"))).isNotEqualTo(Messages.text(code, Locale.ENGLISH));
		assertThat(Messages.text(code, Locale.GERMAN)).isEqualTo(Messages.text(code, Locale.ENGLISH))
			.isEqualTo("A reason is needed");
		assertThat(Messages.text("retention.calendar.error.date-invalid", Locale.UK, "32 May"))
			.startsWith("32 May is not a date");
		assertThat(Messages.text("errors.of.others", Locale.UK)).isEqualTo("errors.of.others");
	}

	private static Properties messages(String suffix) throws IOException {
		Properties properties = new Properties();
		try (Reader reader = new InputStreamReader(
			MessagesTest.class.getResourceAsStream("/retention/messages" + suffix + ".properties"),
			StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		return properties;
	}

	private static Set<String> arguments(String message) {
		Set<String> arguments = new TreeSet<>();
		Matcher found = ARGUMENT.matcher(message);
		while (found.find()) {
			arguments.add(found.group(1));
		}
		return arguments;
	}
}
