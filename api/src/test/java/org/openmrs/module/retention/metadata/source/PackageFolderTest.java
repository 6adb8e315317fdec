/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageFolderTest {

	@TempDir
	Path folder;

	@Test
	void read_shouldAnswerNothing_whenThereIsNoFolder() throws IOException {
		assertThat(new PackageFolder(folder.resolve("absent")).read()).isEmpty();
	}

	@Test
	void read_shouldSortKindsBeforePaths_andFindTheKindBelowAPackagesFolder() throws IOException {
		write("protocols/a.yml", "x");
		write("dental/protocols/b.yaml", "x");
		write("encountertypes/z.csv", "x");
		write("calendars/c.yml", "x");
		assertThat(paths()).containsExactly("encountertypes/z.csv", "calendars/c.yml", "dental/protocols/b.yaml",
			"protocols/a.yml");
	}

	@Test
	void read_shouldPassOverHiddenFilesAndTextsForPeople() throws IOException {
		write("protocols/.hidden.yml", "x");
		write(".git/protocols/a.yml", "x");
		write("protocols/README.md", "x");
		write("protocols/notes.txt", "x");
		assertThat(paths()).isEmpty();
	}

	@Test
	void read_shouldTakeOffAByteOrderMark() throws IOException {
		write("protocols/a.yml", "\uFEFFname: Før");
		assertThat(only().getText()).isEqualTo("name: Før");
	}

	@Test
	void read_shouldRefuseWhatIsNotUtf8() throws IOException {
		write("protocols/a.yml", "");
		Files.write(folder.resolve("protocols/a.yml"), "name: Før".getBytes(StandardCharsets.ISO_8859_1));
		assertThat(code(only())).isEqualTo("retention.metadata.error.not-utf-8");
	}

	@Test
	void read_shouldRefuseWhatIsTooLarge() throws IOException {
		write("protocols/a.yml", "");
		byte[] content = new byte[PackageFolder.LARGEST + 1];
		Arrays.fill(content, (byte) '#');
		Files.write(folder.resolve("protocols/a.yml"), content);
		assertThat(code(only())).isEqualTo("retention.metadata.error.too-large");
	}

	@Test
	void read_shouldRefuseAnUnknownKindAndAnotherExtension() throws IOException {
		write("a.yml", "x");
		write("protocols/a.json", "x");
		assertThat(new PackageFolder(folder).read().stream().map(PackageFolderTest::code).collect(Collectors.toList()))
			.containsExactlyInAnyOrder("retention.metadata.error.kind-unknown",
				"retention.metadata.error.extension-unknown");
	}

	@Test
	void read_shouldRefuseALinkThatLeadsOut_andFollowOneThatStaysIn(@TempDir Path outside) throws IOException {
		Files.write(outside.resolve("secret.yml"), "name: secret".getBytes(StandardCharsets.UTF_8));
		write("protocols/a.yml", "name: a");
		Files.createSymbolicLink(folder.resolve("protocols/b.yml"), folder.resolve("protocols/a.yml"));
		Files.createSymbolicLink(folder.resolve("protocols/c.yml"), outside.resolve("secret.yml"));
		Files.createSymbolicLink(folder.resolve("calendars"), outside);
		List<SourceFile> files = new PackageFolder(folder).read();
		assertThat(files).extracting(SourceFile::getPath).containsExactly("protocols/a.yml", "protocols/b.yml",
			"protocols/c.yml");
		assertThat(files.get(1).getText()).isEqualTo("name: a");
		assertThat(files.get(2).getText()).isNull();
		assertThat(code(files.get(2))).isEqualTo("retention.metadata.error.outside");
	}

	@Test
	void read_shouldTellContentsApartByTheirChecksum() throws IOException {
		write("protocols/a.yml", "name: a");
		String before = only().getChecksum();
		write("protocols/a.yml", "name: b");
		assertThat(only().getChecksum()).hasSize(64).isNotEqualTo(before);
	}

	private SourceFile only() throws IOException {
		List<SourceFile> files = new PackageFolder(folder).read();
		assertThat(files).hasSize(1);
		return files.get(0);
	}

	private List<String> paths() throws IOException {
		return new PackageFolder(folder).read().stream().map(SourceFile::getPath).collect(Collectors.toList());
	}

	private static String code(SourceFile file) {
		assertThat(file.getProblems()).hasSize(1);
		return file.getProblems().get(0).getCode();
	}

	private void write(String path, String text) throws IOException {
		Files.createDirectories(folder.resolve(path).getParent());
		Files.write(folder.resolve(path), text.getBytes(StandardCharsets.UTF_8));
	}
}
