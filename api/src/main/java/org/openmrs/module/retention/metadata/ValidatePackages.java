/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.retention.metadata.source.PackageFolder;
import org.openmrs.module.retention.metadata.source.PackageParser;
import org.openmrs.module.retention.metadata.source.PackageProblem;
import org.openmrs.module.retention.metadata.source.ParsedFile;
import org.openmrs.module.retention.metadata.source.SourceFile;

/**
 * Checks packages without a server: each argument is a package, or a folder that holds files as a server has them. Prints
 * {@code file:line:code:text} for each problem; ends with 1 when there was one, with 2 when there was nothing to check.
 */
public final class ValidatePackages {

	private ValidatePackages() {
	}

	public static void main(String[] arguments) throws IOException {
		System.exit(validate(arguments, System.out));
	}

	static int validate(String[] arguments, PrintStream out) throws IOException {
		List<SourceFile> sources = new ArrayList<>();
		for (String argument : arguments) {
			sources.addAll(sources(Paths.get(argument)));
		}
		int problems = 0;
		for (ParsedFile file : PackageParser.parse(sources)) {
			for (PackageProblem problem : file.getProblems()) {
				problems++;
				out.println(file.getSource().getPath() + ":" + problem.getLine() + ":" + problem.getCode() + ":"
					+ at(problem) + problem.getText());
			}
		}
		out.println(sources.size() + " files, " + problems + " problems");
		if (sources.isEmpty()) {
			return 2;
		}
		return problems == 0 ? 0 : 1;
	}

	/** Of a package: what is ours, and of what it has for Initializer those kinds that we know too. */
	private static List<SourceFile> sources(Path folder) throws IOException {
		Path ours = folder.resolve("configuration/retention");
		Path initializers = folder.resolve("configuration/backend_configuration");
		if (!Files.isDirectory(ours) && !Files.isDirectory(initializers)) {
			return read(folder);
		}
		List<SourceFile> sources = read(ours);
		Set<String> kinds = sources.stream().map(SourceFile::getKind).collect(Collectors.toSet());
		for (SourceFile file : read(initializers)) {
			if (!file.getKind().isEmpty() && !kinds.contains(file.getKind())) {
				sources.add(file);
			}
		}
		return sources;
	}

	private static List<SourceFile> read(Path root) throws IOException {
		return new PackageFolder(root).read().stream().map(f -> new SourceFile(root.resolve(f.getPath()).toString(),
			f.getKind(), f.getText(), f.getChecksum(), f.getProblems())).collect(Collectors.toList());
	}

	private static String at(PackageProblem problem) {
		return problem.getPath().isEmpty() ? " " : " " + problem.getPath() + ": ";
	}
}
