/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Opens the module file that a clinic uploads: is everything where the platform looks for it, and nothing else? */
class OmodLayoutIT {

	private static final int JAVA_8 = 52;

	/** What the platform has on its class path: a copy in lib/ would shadow it inside the module. */
	private static final List<String> OF_THE_PLATFORM = Arrays.asList("aspectj", "byte-buddy", "c3p0", "caffeine",
		"commons-",
		"csrfguard", "dom4j", "groovy", "gson", "guava", "hapi", "hibernate", "httpclient", "httpcore", "icu4j",
		"infinispan", "jackson", "javassist", "javax", "jakarta", "jaxb", "jgroups", "joda-time", "liquibase", "log4j",
		"logback", "lucene", "mariadb", "mysql", "netty", "opencsv", "openmrs", "postgresql", "servlet", "slf4j",
		"snakeyaml", "spring", "velocity", "webservices", "xerces", "xstream", "lombok", "h2");

	private static final Map<String, byte[]> ENTRIES = new LinkedHashMap<>();

	private static Document config;

	@BeforeAll
	static void open() throws Exception {
		try (ZipFile omod = new ZipFile(new File(System.getProperty("retention.omod")))) {
			for (ZipEntry entry : Collections.list(omod.entries())) {
				ENTRIES.put(entry.getName(), bytes(omod.getInputStream(entry)));
			}
		}
		DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
		builder.setEntityResolver((publicId, systemId) -> new InputSource(new ByteArrayInputStream(new byte[0])));
		config = builder.parse(new ByteArrayInputStream(ENTRIES.get("config.xml")));
	}

	@Test
	void classes_shouldBeReadableByJava8() throws IOException {
		List<String> newer = new ArrayList<>();
		for (Map.Entry<String, byte[]> entry : ENTRIES.entrySet()) {
			if (entry.getKey().endsWith(".class")) {
				addIfNewer(entry.getKey(), entry.getValue(), newer);
			} else if (entry.getKey().endsWith(".jar")) {
				ZipInputStream jar = new ZipInputStream(new ByteArrayInputStream(entry.getValue()));
				for (ZipEntry inner = jar.getNextEntry(); inner != null; inner = jar.getNextEntry()) {
					boolean forNewer = inner.getName().startsWith("META-INF/versions/")
						|| inner.getName().equals("module-info.class");
					if (inner.getName().endsWith(".class") && !forNewer) {
						addIfNewer(entry.getKey() + "!" + inner.getName(), bytes(jar), newer);
					}
				}
			}
		}
		assertThat(newer).isEmpty();
	}

	@Test
	void classes_shouldBeTheModulesOwn() {
		assertThat(ENTRIES.keySet().stream().filter(name -> name.endsWith(".class"))).isNotEmpty()
			.allMatch(name -> name.startsWith("org/openmrs/module/retention/"));
	}

	@Test
	void lib_shouldHoldNothingThatThePlatformHas() {
		List<String> libraries = ENTRIES.keySet().stream().filter(name -> name.startsWith("lib/") && name.endsWith(".jar"))
			.map(name -> name.substring("lib/".length())).collect(Collectors.toList());
		assertThat(libraries).allMatch(name -> OF_THE_PLATFORM.stream().noneMatch(name::startsWith));
		assertThat(libraries).extracting(name -> name.substring(0, name.indexOf('-')))
			.containsExactlyInAnyOrder("libphonenumber", "liblinear", "qrcodegen");
		assertThat(new String(ENTRIES.get("retention/third-party.txt"), StandardCharsets.UTF_8)).contains("libphonenumber",
			"liblinear", "QR Code generator");
	}

	@Test
	void omod_shouldHoldWhatThePlatformReads_andTheTexts() {
		assertThat(ENTRIES).containsKeys("config.xml", "liquibase.xml", "moduleApplicationContext.xml",
			"webModuleApplicationContext.xml", "retention/liquibase-1.0.xml", "retention/messages.properties");
		for (String language : Arrays.asList("nb", "ru", "zh", "es", "fr")) {
			assertThat(ENTRIES).containsKey("retention/messages_" + language + ".properties");
		}
	}

	/** Without them the platform's class path scans find nothing. */
	@Test
	void directories_shouldHaveEntries() {
		Collection<String> directories = new TreeSet<>();
		for (String name : ENTRIES.keySet()) {
			for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
				directories.add(name.substring(0, slash + 1));
			}
		}
		assertThat(ENTRIES.keySet()).containsAll(directories);
	}

	@Test
	void config_shouldNameThePlatformVersionsThatItRunsOn() {
		assertThat(texts("id")).containsExactly("retention");
		assertThat(texts("require_version")).containsExactly("2.8.0 - 2.8.*");
		assertThat(texts("require_module")).containsExactly("org.openmrs.module.webservices.rest");
		assertThat(texts("version").get(0)).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
	}

	@Test
	void config_shouldNameClassesThatAreThere() {
		List<String> classes = texts("activator");
		classes.addAll(texts("filter-class"));
		classes.addAll(texts("class"));
		assertThat(classes).isNotEmpty().allSatisfy(
			name -> assertThat(ENTRIES).containsKey(name.replace('.', '/') + ".class"));
	}

	@Test
	void config_shouldDeclareEveryPrivilege() throws Exception {
		assertThat(described("privilege", "name")).containsExactlyInAnyOrderElementsOf(constants(RetentionPrivileges.class));
	}

	@Test
	void config_shouldDeclareEverySetting() throws Exception {
		assertThat(described("globalProperty", "property"))
			.containsExactlyInAnyOrderElementsOf(constants(RetentionSettings.class));
	}

	@Test
	void readme_shouldNameEveryPrivilegeAndSetting() throws Exception {
		String readme = new String(Files.readAllBytes(new File(System.getProperty("retention.root"), "README.md").toPath()),
			StandardCharsets.UTF_8);
		assertThat(constants(RetentionPrivileges.class)).allSatisfy(name -> assertThat(readme).contains("| " + name + " |"));
		assertThat(constants(RetentionSettings.class)).allSatisfy(name -> assertThat(readme).contains("| `" + name + "` |"));
	}

	private static List<String> described(String element, String key) {
		List<String> names = new ArrayList<>();
		NodeList nodes = config.getElementsByTagName(element);
		for (int i = 0; i < nodes.getLength(); i++) {
			Element node = (Element) nodes.item(i);
			names.add(node.getElementsByTagName(key).item(0).getTextContent().trim());
			assertThat(node.getElementsByTagName("description").item(0).getTextContent()).isNotBlank();
		}
		return names;
	}

	private static List<String> texts(String element) {
		List<String> texts = new ArrayList<>();
		NodeList nodes = config.getElementsByTagName(element);
		for (int i = 0; i < nodes.getLength(); i++) {
			texts.add(nodes.item(i).getTextContent().trim());
		}
		return texts;
	}

	private static List<String> constants(Class<?> type) throws IllegalAccessException {
		List<String> values = new ArrayList<>();
		for (Field field : type.getDeclaredFields()) {
			if (Modifier.isPublic(field.getModifiers()) && Modifier.isStatic(field.getModifiers())
				&& field.getType() == String.class) {
				values.add((String) field.get(null));
			}
		}
		assertThat(values).isNotEmpty();
		return values;
	}

	private static void addIfNewer(String name, byte[] bytes, List<String> newer) throws IOException {
		DataInputStream data = new DataInputStream(new ByteArrayInputStream(bytes));
		data.readInt();
		data.readUnsignedShort();
		int major = data.readUnsignedShort();
		if (major > JAVA_8) {
			newer.add(name + " " + major);
		}
	}

	private static byte[] bytes(InputStream stream) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		byte[] buffer = new byte[8192];
		for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
			bytes.write(buffer, 0, count);
		}
		return bytes.toByteArray();
	}
}
