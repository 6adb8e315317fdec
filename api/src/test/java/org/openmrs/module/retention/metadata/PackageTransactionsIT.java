/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmrs.EncounterType;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.metadata.source.PackageItem;
import org.openmrs.module.retention.metadata.source.PackageProblem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.transaction.TestTransaction;
import org.springframework.transaction.support.TransactionTemplate;

/** Each file in a transaction of its own, which commits or leaves nothing; what is committed is taken away again. */
class PackageTransactionsIT extends RetentionIT {

	private static final String FIRST = "5d1d2f7e-7a34-4d8c-9f0b-6c1f9a3b1e11";

	private static final String SECOND = "5d1d2f7e-7a34-4d8c-9f0b-6c1f9a3b1e12";

	private static final String THIRD = "5d1d2f7e-7a34-4d8c-9f0b-6c1f9a3b1e13";

	@TempDir
	Path folder;

	@Autowired
	private TransactionTemplate ownTransactions;

	@Autowired
	private HostReferences host;

	private PackageFileDao files;

	private PackageLoader loader;

	@BeforeEach
	void wire() throws IOException {
		// The test's own transaction would hold locks that the loader's wait for.
		TestTransaction.end();
		files = new PackageFileDao(sessionFactory);
		PackageKind types = new EncounterTypeKind(Context.getEncounterService(), host);
		loader = new PackageLoader(files, new PackageLease(sessionFactory, ownTransactions, Clock.systemUTC()),
			Collections.singletonList(failingAt("Second", types)), ownTransactions, Clock.systemUTC(), () -> folder);
		write("encountertypes/a.csv", "Uuid,Name\n" + FIRST + ",First\n" + SECOND + ",Second\n");
		write("encountertypes/b.csv", "Uuid,Name\n" + THIRD + ",Third\n");
	}

	@AfterEach
	void takeAway() {
		apart(() -> {
			for (String table : new String[]{ "retention_package_file", "retention_watermark" }) {
				sessionFactory.getCurrentSession().createNativeQuery("DELETE FROM " + table).executeUpdate();
			}
			for (String uuid : new String[]{ FIRST, SECOND, THIRD }) {
				sessionFactory.getCurrentSession().createNativeQuery("DELETE FROM encounter_type WHERE uuid = ?1")
					.setParameter(1, uuid).executeUpdate();
			}
			return null;
		});
	}

	@Test
	void load_shouldLeaveNothingOfAFileThatFails_andAllOfTheOthers() {
		PackageReport report = loader.load(false);

		assertThat(report.getFiles()).extracting(FileReport::getOutcome).containsExactly(FileReport.Outcome.FAILED,
			FileReport.Outcome.LOADED);
		PackageProblem problem = report.getFiles().get(0).getProblems().get(0);
		assertThat(problem.getCode()).isEqualTo("retention.metadata.error.not-stored");
		assertThat(problem.getArguments()).containsExactly("IllegalStateException: no room for Second");
		assertThat(apart(() -> host.has(EncounterType.class, "uuid", FIRST))).isFalse();
		assertThat(apart(() -> host.has(EncounterType.class, "uuid", SECOND))).isFalse();
		assertThat(apart(() -> host.has(EncounterType.class, "uuid", THIRD))).isTrue();
		assertThat(apart(() -> files.getByPath("encountertypes/a.csv").getStatus())).isEqualTo(PackageFile.Status.FAILED);
		assertThat(apart(() -> files.getByPath("encountertypes/b.csv").getStatus())).isEqualTo(PackageFile.Status.LOADED);
	}

	@Test
	void load_shouldTakeUpAFailedFileAgain() throws IOException {
		loader.load(false);
		write("encountertypes/a.csv", "Uuid,Name\n" + FIRST + ",First\n" + SECOND + ",Mended\n");
		assertThat(loader.load(false).getFiles()).extracting(FileReport::getOutcome)
			.containsExactly(FileReport.Outcome.LOADED, FileReport.Outcome.UNCHANGED);
		assertThat(apart(() -> host.has(EncounterType.class, "uuid", SECOND))).isTrue();
	}

	private <T> T apart(Supplier<T> read) {
		return ownTransactions.execute(status -> read.get());
	}

	private static PackageKind failingAt(String name, PackageKind kind) {
		return new PackageKind() {

			@Override
			public String getKind() {
				return kind.getKind();
			}

			@Override
			public PackageChange.Action plan(PackageItem item, LoadContents contents, List<PackageProblem> warnings) {
				return kind.plan(item, contents, warnings);
			}

			@Override
			public void apply(PackageItem item) {
				if (item.getName().equals(name)) {
					throw new IllegalStateException("no room for " + name);
				}
				kind.apply(item);
			}
		};
	}

	private void write(String path, String text) throws IOException {
		Files.createDirectories(folder.resolve(path).getParent());
		Files.write(folder.resolve(path), text.getBytes(StandardCharsets.UTF_8));
	}
}
