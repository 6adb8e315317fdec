/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that {@code docs/rules.md} names are there. */
class RulesDocumentTest {

	private static final Pattern NAMED = Pattern.compile("`(\\w+)\\.(\\w+)`");

	@Test
	void rules_shouldNameTestsThatAreThere() throws IOException {
		Map<String, String> tests = new HashMap<>();
		for (String root : new String[]{ "src/test/java", "../omod/src/test/java", "../demo/src/test/java" }) {
			try (Stream<Path> sources = Files.walk(Paths.get(root))) {
				for (Path source : sources.filter(p -> p.toString().endsWith(".java")).collect(Collectors.toList())) {
					tests.put(source.getFileName().toString().replace(".java", ""), text(source));
				}
			}
		}
		Set<String> missing = new TreeSet<>();
		int named = 0;
		Matcher found = NAMED.matcher(text(Paths.get("../docs/rules.md")));
		while (found.find()) {
			named++;
			if (!tests.getOrDefault(found.group(1), "").contains("void " + found.group(2))) {
				missing.add(found.group());
			}
		}
		assertThat(missing).isEmpty();
		assertThat(named).isPositive();
	}

	private static String text(Path file) throws IOException {
		return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
	}
}
