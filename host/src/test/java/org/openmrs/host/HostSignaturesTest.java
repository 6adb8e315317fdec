/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;

/** Whatever the host declares under the platform's names must be in the platform, with the same descriptor. */
class HostSignaturesTest {

	/** What is the host's own; and the test bases, which stand in a jar of the platform that has no list. */
	private static final String OWN = "org/openmrs/(host/|test/|web/test/|(.*/)?Host[A-Z]).*";

	private static final int VISIBLE = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

	private final Map<String, Set<String>> members = new HashMap<>();

	private final Map<String, List<String>> parents = new HashMap<>();

	@Test
	void everyPublicMember_shouldExistInThePlatform() throws IOException {
		Path platform = Stream.of("../../shared/platform", "../../../shared/platform").map(Paths::get)
			.filter(Files::isDirectory).findFirst().orElse(null);
		assumeTrue(platform != null, "the platform's signatures are not here");
		try (DirectoryStream<Path> lists = Files.newDirectoryStream(platform, "*-{2.8.9,3.4.1}.sig.gz")) {
			for (Path list : lists) {
				read(list);
			}
		}
		List<String> unknown = new ArrayList<>();
		Path classes = Paths.get("target/classes");
		try (Stream<Path> files = Files.walk(classes.resolve("org/openmrs"))) {
			for (Path file : files.filter(f -> f.toString().endsWith(".class")).collect(Collectors.toList())) {
				if (!classes.relativize(file).toString().matches(OWN)) {
					check(file, unknown);
				}
			}
		}
		assertThat(unknown).isEmpty();
	}

	private void read(Path list) throws IOException {
		try (BufferedReader lines = new BufferedReader(
			new InputStreamReader(new GZIPInputStream(Files.newInputStream(list)), StandardCharsets.UTF_8))) {
			String type = null;
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				String[] words = line.split(" ");
				if (words[0].equals("T")) {
					type = words[2];
					members.put(type, new HashSet<>());
					List<String> above = new ArrayList<>(Arrays.asList(words[3]));
					if (words.length > 4) {
						above.addAll(Arrays.asList(words[4].split(",")));
					}
					parents.put(type, above);
				} else {
					members.get(type).add(words[2] + words[3]);
				}
			}
		}
	}

	private void check(Path file, List<String> unknown) throws IOException {
		new ClassReader(Files.readAllBytes(file)).accept(new ClassVisitor(SpringAsmInfo.ASM_VERSION) {

			private String type;

			private boolean visible;

			@Override
			public void visit(int version, int access, String name, String signature, String superName,
				String[] interfaces) {
				type = name;
				visible = (access & Opcodes.ACC_PUBLIC) != 0;
				if (visible && !members.containsKey(type)) {
					unknown.add(type);
					visible = false;
				}
			}

			@Override
			public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
				member(access, name + descriptor);
				return null;
			}

			@Override
			public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
				member(access, name + descriptor);
				return null;
			}

			private void member(int access, String member) {
				if (visible && (access & VISIBLE) != 0 && (access & Opcodes.ACC_SYNTHETIC) == 0 && !has(type, member)) {
					unknown.add(type + " " + member);
				}
			}
		}, ClassReader.SKIP_CODE);
	}

	private boolean has(String type, String member) {
		if (!type.startsWith("org/openmrs/")) {
			return isDeclaredElsewhere(type, member.substring(0, member.indexOf('(') + 1));
		}
		return members.getOrDefault(type, new HashSet<>()).contains(member)
			|| parents.getOrDefault(type, new ArrayList<>()).stream().anyMatch(t -> has(t, member));
	}

	/** A method of the JDK or of a library that is overridden here. */
	private static boolean isDeclaredElsewhere(String type, String name) {
		try {
			return !name.isEmpty() && !name.startsWith("<") && !type.equals("java/lang/Object")
				&& Stream.of(Class.forName(type.replace('/', '.')).getMethods())
					.anyMatch(method -> name.equals(method.getName() + "("));
		}
		catch (ClassNotFoundException e) {
			return false;
		}
	}
}
