/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvFormatTest {

	private static final String UUID = "5d1d2f7e-7a34-4d8c-9f0b-6c1f9a3b1e01";

	private static final String OTHER = "5d1d2f7e-7a34-4d8c-9f0b-6c1f9a3b1e02";

	@Test
	void parse_shouldReadRowsInInitializersDialect() {
		List<PackageProblem> problems = new ArrayList<>();
		List<PackageItem> items = PackageFormats.of("encountertypes").parse(
			"Uuid,Void/Retire,Name,Description,_order:1000\r\n" + UUID
				+ ",,Extraction,\"Tooth, \"\"out\"\"\nand done\",1\r\n\r\n"
				+ OTHER + ",TRUE,Old,,2",
			problems);
		assertThat(problems).isEmpty();
		assertThat(items).hasSize(2);
		CsvRow row = (CsvRow) items.get(0).getDefinition();
		assertThat(row.get("description")).isEqualTo("Tooth, \"out\"\nand done");
		assertThat(row.isRetired()).isFalse();
		assertThat(items.get(1).getLine()).isEqualTo(5);
		assertThat(((CsvRow) items.get(1).getDefinition()).isRetired()).isTrue();
	}

	@Test
	void parse_shouldReadColumnsByLocale() {
		List<PackageProblem> problems = new ArrayList<>();
		List<PackageItem> items = PackageFormats.of("concepts")
			.parse("Uuid,Fully specified name:en,Fully specified name:nb,Data class,Data type,Absolute high\n" + UUID
				+ ",Pain,Smerte,Question,Numeric,10",
				problems);
		assertThat(problems).isEmpty();
		assertThat(items.get(0).getName()).isEqualTo("Pain");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "encountertypes | Name|                       1 uuid column-missing",
		"encountertypes | Uuid,Name,Colour|              1 colour unknown-column",
		"encountertypes | Uuid,Name,Name|                1 name given-twice",
		"encountertypes | Uuid,Name~x,A|                 2 uuid uuid-invalid",
		"encountertypes | Uuid,Name~U|                   2  cells",
		"encountertypes | Uuid,Name~U,|                  2 name cell-empty",
		"encountertypes | Uuid,Name~U,\"A|               2  quote-open",
		"attributetypes | Uuid,Entity name,Name~U,Visit,A| 2 entity name unknown-value",
		"attributetypes | Uuid,Entity name,Name,Max occurs~U,Location,A,many| 2 max occurs not-a-number",
		"concepts | Uuid,Fully specified name:en,Data class,Data type,Answers~U,A,Misc,Text,X:1| 2 answers only-with",
		"concepts | Uuid,Fully specified name:en,Data class,Data type,Absolute low~U,A,Misc,Numeric,low| 2 absolute low not-a-number",
		"concepts | Uuid,Fully specified name:en,Data class,Data type,Absolute low~U,A,Misc,Text,1| 2 absolute low only-with",
		"concepts | Uuid,Fully specified name:en,Data class,Data type,Short name:norsk bok~U,A,Misc,Text,1| 1 short name:norsk bok unknown-column",
		"settings | Property,Value~mail.password,x|      2 property foreign-setting",
		"settings | Property,Value~retention.timezone,Europe/Olso| 2 value zone-unknown",
		"roles | Role,Privilege~System Developer,Get Patients| 2 role foreign-role" })
	void parse_shouldFindOnly(String kind, String text, String expected) {
		assertThat(found(kind, text.replace("~", "\n").replace("U,", UUID + ",").replace("\nU", "\n" + UUID)))
			.containsExactly(expected);
	}

	@Test
	void parse_shouldRefuseANameThatTheHostCannotHold() {
		String name = String.join("", Collections.nCopies(51, "x"));
		assertThat(found("encountertypes", "Uuid,Name\n" + UUID + "," + name)).containsExactly("2 name too-long");
		assertThat(found("attributetypes", "Uuid,Entity name,Name\n" + UUID + ",Location," + name)).isEmpty();
	}

	@Test
	void parse_shouldRefuseAnEmptyFile() {
		assertThat(found("encountertypes", "\n \n")).containsExactly("1  empty");
	}

	@Test
	void parse_shouldRefuseOneUuidWithTwoMeanings_inOneFileAndAcrossFiles() {
		String text = "Uuid,Name\n" + UUID + ",A\n";
		List<ParsedFile> parsed = PackageParser.parse(Arrays.asList(file("encountertypes/a.csv", text),
			file("encountertypes/b.csv", text + UUID + ",B\n")));
		assertThat(parsed.get(0).getProblems()).hasSize(1);
		assertThat(parsed.get(0).getProblems().get(0).getArguments()).containsExactly(UUID, "encountertypes/b.csv:3");
		assertThat(parsed.get(1).getProblems()).extracting(PackageProblem::getLine).containsExactly(2, 3);
		assertThat(parsed.get(1).getProblems().get(1).getArguments()).containsExactly(UUID,
			"encountertypes/a.csv:2, encountertypes/b.csv:2");
		assertThat(parsed).allMatch(ParsedFile::hasErrors);
	}

	@Test
	void parse_shouldLetTwoPackagesBringTheSame() {
		String text = "Uuid,Name\n" + UUID + ",A\n";
		assertThat(PackageParser.parse(Arrays.asList(file("encountertypes/a.csv", text),
			file("encountertypes/b.csv", "Uuid,Name\n\n" + UUID + ",A\n")))).noneMatch(ParsedFile::hasErrors);
	}

	@Test
	void text_shouldHoldTheArguments() {
		List<PackageProblem> problems = new ArrayList<>();
		PackageFormats.of("encountertypes").parse("Uuid,Name\nx,A", problems);
		assertThat(problems.get(0).getText()).isEqualTo("x is not a uuid");
	}

	private static SourceFile file(String path, String text) {
		return new SourceFile(path, "encountertypes", text, "", Collections.emptyList());
	}

	private static List<String> found(String kind, String text) {
		List<PackageProblem> problems = new ArrayList<>();
		PackageFormats.of(kind).parse(text, problems);
		return problems.stream()
			.map(p -> p.getLine() + " " + p.getPath() + " " + p.getCode().substring(p.getCode().lastIndexOf('.') + 1))
			.collect(Collectors.toList());
	}
}
