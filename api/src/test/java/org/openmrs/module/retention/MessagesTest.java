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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.retention.shared.Messages;

/** The message files stay in step with one another and with the codes in the sources. */
class MessagesTest {

	private static final Pattern CODE = Pattern.compile("\"(retention\\.[a-z.]+\\.(?:error|warning|reason)\\.[a-z0-9-]+)\"");

	private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)[,}]");

	private static final Pattern TEMPLATE_CODE = Pattern.compile("words\\.of\\(['\"](retention\\.[^'\"]+)['\"]");

	private static final Pattern TEMPLATE_KIND = Pattern.compile("words\\.named\\(['\"]([^'\"]+)['\"]");

	/** Not the constants, which name attributes of a session and cookies. */
	private static final Pattern PAGE_CODE = Pattern
		.compile("(?<!static final String [A-Z0-9_]{1,40} = )\"(retention\\.page\\.[^\"]*)\"");

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
		Set<String> codes = found(CODE, "src/main/java", ".java");
		codes.addAll(found(CODE, "../omod/src/main/java", ".java"));
		assertThat(messages("").stringPropertyNames()).containsAll(codes);
	}

	@Test
	void messages_shouldHoldEveryCodeOfThePages() throws IOException {
		String pages = "../omod/src/main/resources/retention/pages";
		Set<String> codes = found(TEMPLATE_CODE, pages, ".vm");
		found(TEMPLATE_KIND, pages, ".vm").forEach(kind -> codes.add("retention.page." + kind + "."));
		codes.addAll(found(PAGE_CODE, "../omod/src/main/java", ".java"));
		Set<String> known = messages("").stringPropertyNames();
		assertThat(codes).isNotEmpty();
		assertThat(codes.stream().filter(code -> !isKnown(code, known))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "_nb", "_ru", "_zh", "_es", "_fr" })
	void messages_shouldBeTranslated(String suffix) throws IOException {
		Properties standard = messages("");
		Properties translated = messages(suffix);
		Set<String> left = standard.stringPropertyNames().stream()
			.filter(code -> standard.getProperty(code).replaceAll("\\{\\d\\}", "").trim().contains(" "))
			.filter(code -> standard.getProperty(code).equals(translated.getProperty(code)))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(left).isEmpty();
	}

	/** A loudspeaker is muted, not a follow-up; who answers for a child is not always a parent; an escalation has one name. */
	@ParameterizedTest
	@CsvSource({ "_zh,静音", "_nb,[Ss]tiln", "_fr,(?i)en silence|signalement|un parent\\b|tuteur", "_es,(?i)escalados?\\b" })
	void messages_shouldUseOneWord_forOneThing(String suffix, String wrong) throws IOException {
		Properties texts = messages(suffix);
		assertThat(texts.stringPropertyNames()).filteredOn(code -> Pattern.compile(wrong).matcher(texts.getProperty(code))
			.find()).isEmpty();
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

	/** @return what the first group of the pattern matches in the files under the root */
	private static Set<String> found(Pattern pattern, String root, String ending) throws IOException {
		Set<String> found = new TreeSet<>();
		try (Stream<Path> files = Files.walk(Paths.get(root))) {
			for (Path file : files.filter(p -> p.toString().endsWith(ending)).collect(Collectors.toList())) {
				Matcher match = pattern.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
				while (match.find()) {
					found.add(match.group(1));
				}
			}
		}
		return found;
	}

	/** A code that ends with a dot, or goes on with a variable, stands for all that begin so. */
	private static boolean isKnown(String code, Set<String> known) {
		int variable = code.indexOf('$');
		String prefix = variable < 0 ? code : code.substring(0, variable);
		return variable >= 0 || code.endsWith(".") ? known.stream().anyMatch(one -> one.startsWith(prefix))
			: known.contains(code);
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
