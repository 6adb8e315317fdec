/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The content packages as an implementer puts them on a server: unpacked in the application data directory. The protocols
 * are made to have been active for a while, so that the clinic looks as if it had worked with the module all along, and to
 * let a whole backlog through at once.
 */
final class DemoPackages {

	/** Hours and holidays of the demo clinic's two sites. */
	private static final List<String> OWN = List.of("north-clinic.yml", "west-clinic.yml");

	private static final Pattern ACTIVE_FROM = Pattern.compile("(?m)^(activeFrom|floodLimit):.*\\R");

	private final Path data;

	private final LocalDate activeFrom;

	DemoPackages(Path data, LocalDate activeFrom) {
		this.data = data;
		this.activeFrom = activeFrom;
	}

	/**
	 * @param folder with the zips that the build of {@code metadata} makes
	 * @return how many files the module will load
	 */
	int install(Path folder) throws IOException {
		List<Path> zips;
		try (Stream<Path> files = Files.list(folder)) {
			zips = files.filter(file -> file.toString().endsWith(".zip")).sorted().toList();
		}
		if (zips.isEmpty()) {
			throw new IOException("No content package (*.zip) in " + folder + ": build the project first");
		}
		for (Path zip : zips) {
			unpack(zip);
		}
		for (String calendar : OWN) {
			try (InputStream content = DemoPackages.class.getResourceAsStream("/demo-clinic/calendars/" + calendar)) {
				Path file = data.resolve("configuration/retention/calendars/demo-" + calendar);
				Files.createDirectories(file.getParent());
				Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
			}
		}
		try (Stream<Path> files = Files.walk(data.resolve("configuration/retention"))) {
			return (int) files.filter(Files::isRegularFile).count();
		}
	}

	private void unpack(Path zip) throws IOException {
		try (ZipFile file = new ZipFile(zip.toFile(), StandardCharsets.UTF_8)) {
			for (Enumeration<? extends ZipEntry> entries = file.entries(); entries.hasMoreElements();) {
				ZipEntry entry = entries.nextElement();
				Path target = data.resolve(entry.getName()).normalize();
				if (entry.isDirectory() || !entry.getName().startsWith("configuration/") || !target.startsWith(data)) {
					continue;
				}
				Files.createDirectories(target.getParent());
				byte[] content = file.getInputStream(entry).readAllBytes();
				Files.write(target, isProtocol(entry.getName()) ? activated(content) : content);
			}
		}
	}

	private static boolean isProtocol(String name) {
		return name.startsWith("configuration/retention/") && name.contains("/protocols/") && name.endsWith(".yml");
	}

	private byte[] activated(byte[] protocol) {
		String text = new String(protocol, StandardCharsets.UTF_8);
		return ("activeFrom: \"" + activeFrom + "\"\nfloodLimit: 1000000\n" + ACTIVE_FROM.matcher(text).replaceAll(""))
			.getBytes(StandardCharsets.UTF_8);
	}
}
