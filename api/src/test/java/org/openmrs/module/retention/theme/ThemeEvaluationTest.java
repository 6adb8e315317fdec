/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemeEvaluationTest {

	private static final String SCORES = "accuracy=\\d\\.\\d{4} macroF1=\\d\\.\\d{4} balancedAccuracy=\\d\\.\\d{4} cba=\\d\\.\\d{4} n=";

	@TempDir
	Path folder;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

	@Test
	void run_shouldPrintScoresOnAllAndOnUnknownTexts() throws IOException {
		String train = file("train.csv", comments("id,question,comment,theme", 40), StandardCharsets.UTF_8);
		String test = file("test.csv", "\uFEFFtheme,criticality,Comment\nwaiting,3,\"WE waited, \"\"long\"\": 3\"\n"
			+ "staff,1,\"A nurse,\nfriendly as few\"\n", StandardCharsets.UTF_8);

		assertThat(run(train, test)).isZero();

		String[] lines = out.toString("UTF-8").split("\r?\n");
		assertThat(lines).hasSize(4);
		assertThat(lines[0]).isEqualTo("accuracy=1.0000 macroF1=1.0000 balancedAccuracy=1.0000 cba=1.0000 n=2");
		assertThat(lines[1]).matches("not in training: " + SCORES + "1");
		assertThat(lines[3]).startsWith("trained 40 comments in ").contains(" per second");
		assertThat(errors.toString("UTF-8")).isEmpty();
	}

	@Test
	void run_shouldReadGzippedFiles_andCountThemesItCannotKnowAsWrong() throws IOException {
		Path train = folder.resolve("train.csv.gz");
		try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(train))) {
			gzip.write(comments("id,question,comment,theme", 40).getBytes(StandardCharsets.UTF_8));
		}
		String test = file("test.csv", "comment,theme\nwe waited long,waiting\nno parking,parking\n",
			StandardCharsets.UTF_8);

		assertThat(run(train.toString(), test)).isZero();

		assertThat(out.toString("UTF-8")).startsWith("accuracy=0.5000 ").contains(" n=2");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "text,theme\\na,b|:1: has no column comment",
		"comment,theme\\na,b,c|:2: 3 cells where the header has 2", "comment,theme\\na,|:2: the theme is empty",
		"comment,theme|has a header, and no comments", "''|is empty", "comment,theme\\n\"a|cannot be read" })
	void run_shouldSayWhatIsWrongWithAFile(String text, String message) throws IOException {
		String train = file("train.csv", text.replace("\\n", "\n"), StandardCharsets.UTF_8);

		assertThat(run(train, train)).isEqualTo(2);

		assertThat(errors.toString("UTF-8")).startsWith(train).contains(message);
		assertThat(out.toString("UTF-8")).isEmpty();
	}

	@Test
	void run_shouldSayThatAFileIsMissing_orNotAsItsNameSays_orNotUtf8() throws IOException {
		String good = file("train.csv", comments("comment,theme,x,y", 4), StandardCharsets.UTF_8);

		assertThat(run(good, folder.resolve("none.csv").toString())).isEqualTo(2);
		assertThat(run(good, file("plain.csv.gz", "comment,theme\n", StandardCharsets.UTF_8))).isEqualTo(2);
		assertThat(run(good, file("latin.csv", "comment,theme\nsmerte på,a\n", StandardCharsets.ISO_8859_1))).isEqualTo(2);

		assertThat(errors.toString("UTF-8")).contains("there is no such file", "is not gzipped", "is not UTF-8");
	}

	@Test
	void run_shouldSayThatThereIsTooLittle_orNotTwoFiles() throws IOException {
		String small = file("train.csv", comments("id,question,comment,theme", 4), StandardCharsets.UTF_8);

		assertThat(run(small, small)).isEqualTo(2);
		assertThat(run(small)).isEqualTo(2);

		assertThat(errors.toString("UTF-8")).contains("No theme has enough comments", "Two files are needed");
	}

	private int run(String... arguments) {
		return ThemeEvaluation.run(arguments, new PrintStream(out), new PrintStream(errors), 0.01);
	}

	private String file(String name, String text, Charset charset) throws IOException {
		Path file = folder.resolve(name);
		Files.write(file, text.getBytes(charset));
		return file.toString();
	}

	private static String comments(String header, int count) {
		StringBuilder csv = new StringBuilder(header).append('\n');
		for (int i = 0; i < count; i++) {
			csv.append(i).append(",q,").append(i % 2 == 0 ? "we waited long " : "friendly nurse ").append(i + 1).append(',')
				.append(i % 2 == 0 ? "waiting" : "staff").append('\n');
		}
		return csv.toString();
	}
}
