/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.retention.shared.DefinitionJson;

/**
 * A folder with the files of packages. A file's kind is the first folder on its path that has a kind's name, so that
 * packages may lie side by side ({@code dental/protocols/x.yml}) or over one another ({@code protocols/x.yml}). Hidden
 * files and folders do not count, nor do texts for people ({@code .md}, {@code .txt}). Nothing outside the folder is read,
 * wherever a link leads.
 */
public final class PackageFolder {

	/** Bytes; the largest protocol with four languages is about a twentieth. */
	static final int LARGEST = 1_048_576;

	private static final int DEEPEST = 8;

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final Path root;

	public PackageFolder(Path root) {
		this.root = root;
	}

	/** The files in the order in which they are loaded; none when there is no such folder. */
	public List<SourceFile> read() throws IOException {
		if (!Files.isDirectory(root)) {
			return Collections.emptyList();
		}
		Path real = root.toRealPath();
		List<SourceFile> files = new ArrayList<>();
		try (Stream<Path> found = Files.walk(real, DEEPEST)) {
			List<Path> paths = found.filter(p -> !Files.isDirectory(p) && !isHidden(real.relativize(p)))
				.collect(Collectors.toList());
			for (Path path : paths) {
				SourceFile file = read(real, path);
				if (file != null) {
					files.add(file);
				}
			}
		}
		catch (UncheckedIOException e) {
			throw e.getCause();
		}
		files.sort(Comparator.<SourceFile>comparingInt(f -> PackageFormats.order(f.getKind()))
			.thenComparing(SourceFile::getPath));
		return files;
	}

	private static SourceFile read(Path real, Path path) {
		String name = real.relativize(path).toString().replace('\\', '/');
		String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		if ("md".equals(extension) || "txt".equals(extension)) {
			return null;
		}
		String kind = kind(name);
		PackageFormat format = PackageFormats.of(kind);
		if (format == null) {
			return refused(name, kind, "retention.metadata.error.kind-unknown",
				PackageFormats.all().stream().map(PackageFormat::getKind).collect(Collectors.toList()));
		}
		if (!format.getExtensions().contains(extension)) {
			return refused(name, kind, "retention.metadata.error.extension-unknown", format.getExtensions());
		}
		try {
			if (!path.toRealPath().startsWith(real) || !Files.isRegularFile(path)) {
				return refused(name, kind, "retention.metadata.error.outside");
			}
			if (Files.size(path) > LARGEST) {
				return refused(name, kind, "retention.metadata.error.too-large", LARGEST / 1024);
			}
			return text(name, kind, Files.readAllBytes(path));
		}
		catch (IOException e) {
			return refused(name, kind, "retention.metadata.error.unreadable");
		}
	}

	private static SourceFile text(String name, String kind, byte[] bytes) {
		String checksum = DefinitionJson.checksum(bytes);
		try {
			String text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
			if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
				text = text.substring(1);
			}
			return new SourceFile(name, kind, text, checksum, Collections.emptyList());
		}
		catch (CharacterCodingException e) {
			return new SourceFile(name, kind, null, checksum,
				Collections.singletonList(PackageProblem.error(0, "", "retention.metadata.error.not-utf-8")));
		}
	}

	private static SourceFile refused(String name, String kind, String code, Object... arguments) {
		return new SourceFile(name, kind, null, DefinitionJson.checksum(name),
			Collections.singletonList(PackageProblem.error(0, "", code, arguments)));
	}

	/** Empty when no folder on the path is a kind's. */
	private static String kind(String name) {
		String[] parts = name.split("/");
		for (int i = 0; i < parts.length - 1; i++) {
			if (PackageFormats.of(parts[i]) != null) {
				return parts[i];
			}
		}
		return "";
	}

	private static boolean isHidden(Path relative) {
		for (Path part : relative) {
			if (part.toString().startsWith(".")) {
				return true;
			}
		}
		return false;
	}
}
