/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmrs.host.EmbeddedHost;
import org.openmrs.host.HostOptions;
import org.openmrs.module.webtest.WebTest;

/** Pages, filters, files and resources of a module, as they answer on the platform. */
class WebServerTest {

	private static final String CONFIG = "<module configVersion=\"1.6\"><id>webtest</id><name>W</name><version>1.0</version>"
		+ "<package>org.openmrs.module.webtest</package><activator>" + WebTest.Activator.class.getName() + "</activator>"
		+ "<require_version>2.8.0 - 2.8.*</require_version><filter><filter-name>stamp</filter-name><filter-class>"
		+ WebTest.Stamp.class.getName() + "</filter-class></filter><filter-mapping><filter-name>stamp</filter-name>"
		+ "<url-pattern>/ws/*</url-pattern></filter-mapping></module>";

	private static final String BEANS = "<beans xmlns=\"http://www.springframework.org/schema/beans\" xmlns:xsi=\""
		+ "http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://www.springframework.org/schema/beans "
		+ "http://www.springframework.org/schema/beans/spring-beans.xsd\"><bean class=\"" + WebTest.Pages.class.getName()
		+ "\"/><bean class=\"" + WebTest.ResourceController.class.getName() + "\"/><bean class=\""
		+ WebTest.SubResourceController.class.getName() + "\"/></beans>";

	@TempDir
	static File directory;

	private static EmbeddedHost host;

	private Answer answer;

	private String thing;

	@BeforeAll
	static void start() throws IOException {
		host = EmbeddedHost.start(HostOptions.builder().port(0).dataDirectory(new File(directory, "data"))
			.modules(Collections.singletonList(aModule())).build());
	}

	@AfterAll
	static void stop() throws IOException {
		if (host != null) {
			host.close();
		}
	}

	@BeforeEach
	void aThing() throws IOException {
		send("POST", "/ws/rest/v1/webtest/thing", "{\"size\":\"9\",\"kind\":\"crown\",\"seen\":\"2026-03-29\"}");
		assertThat(answer.status).as(answer.text).isEqualTo(201);
		thing = answer.json().get("uuid").asText();
	}

	@Test
	void page_shouldAnswerInUtf8WithASession_whoeverAsks() throws IOException {
		send("GET", "/ws/webtest/hello?n=1,200", null);
		assertThat(answer.text).isEqualTo("Blåbær 1200");
		assertThat(answer.header("Set-Cookie")).startsWith("JSESSIONID=").endsWith("; Path=/openmrs; HttpOnly");
		int sessions = host.getWebServer().getActiveSessions();
		send("GET", "/ws/webtest/hello", null);
		assertThat(host.getWebServer().getActiveSessions()).isEqualTo(sessions + 1);
	}

	@Test
	void page_shouldAnswer200WithTheException_whenItHasNoHandler() throws IOException {
		send("GET", "/ws/webtest/broken", null);
		assertThat(answer.status).isEqualTo(200);
		assertThat(answer.json().get("message").asText()).isEqualTo("broken");
		send("DELETE", "/ws/webtest/hello", null);
		assertThat(answer.status).isEqualTo(200);
		assertThat(answer.json().has("stackTrace")).isTrue();
	}

	@Test
	void filter_shouldComeBeforeTheLoginOfTheRestModule_andSeeTheAddressAsItCame() throws IOException {
		send("GET", "/ws/rest/v1/session", null);
		assertThat(answer.header("X-Stamp")).isEqualTo("false");
		assertThat(answer.json().get("authenticated").asBoolean()).isTrue();
		send("GET", "/%77s/rest/v1/session", null);
		assertThat(answer.header("X-Stamp")).isNull();
		assertThat(answer.json().get("authenticated").asBoolean()).isFalse();
	}

	@Test
	void file_shouldBeServedFromTheModule() throws IOException {
		send("GET", "/moduleResources/webtest/css/x.css", null);
		assertThat(answer.text).isEqualTo("p{}");
		assertThat(answer.header("Content-Type")).startsWith("text/css");
		assertThat(answer.header("Last-Modified")).isNotNull();
		send("GET", "/moduleResources/webtest/css/y.css", null);
		assertThat(answer.status).isEqualTo(404);
	}

	@Test
	void resource_shouldSetPropertiesInTheOrderOfItsDescription() throws IOException {
		send("GET", "/ws/rest/v1/webtest/thing/" + thing, null);
		assertThat(answer.json().get("size").asText()).isEqualTo("crown-9");
		assertThat(answer.json().get("links").get(0).get("uri").asText())
			.endsWith("/openmrs/ws/rest/v1/webtest/thing/" + thing);
	}

	@Test
	void resource_shouldIgnoreTheUnchangedAndRefuseTheRest() throws IOException {
		String path = "/ws/rest/v1/webtest/thing/" + thing;
		send("POST", path, "{\"secret\":\"unset\",\"kind\":\"inlay\"}");
		assertThat(answer.status).isEqualTo(200);
		send("POST", path, "{\"secret\":\"known\"}");
		assertThat(answer.status).isEqualTo(400);
		assertThat(answer.text).contains("[Some properties are not allowed to be set: secret]");
	}

	@Test
	void resource_shouldListRefsAndSearchByAnyOtherParameter() throws IOException {
		send("GET", "/ws/rest/v1/webtest/thing?limit=1", null);
		assertThat(answer.json().get("results").get(0).has("display")).isTrue();
		assertThat(answer.json().get("results").get(0).has("size")).isFalse();
		send("GET", "/ws/rest/v1/webtest/thing?kind=none&totalCount=true", null);
		assertThat(answer.json().get("results")).isEmpty();
		assertThat(answer.json().get("totalCount").asInt()).isEqualTo(41);
		send("GET", "/ws/rest/v1/webtest/thing?v=nosuch", null);
		assertThat(answer.status).isEqualTo(400);
	}

	@Test
	void subResource_shouldBelongToItsParent() throws IOException {
		String path = "/ws/rest/v1/webtest/thing/" + thing + "/note";
		send("POST", path, "{\"text\":\"hurts\"}");
		assertThat(answer.status).as(answer.text).isEqualTo(201);
		String note = answer.json().get("uuid").asText();
		send("GET", path, null);
		assertThat(answer.json().get("results").get(0).get("text").asText()).isEqualTo("hurts");
		send("GET", "/ws/rest/v1/webtest/thing/" + thing + "?v=custom:(kind,notes:ref)", null);
		assertThat(answer.json().get("notes").get(0).get("links").get(0).get("uri").asText()).endsWith(path + "/" + note);
		String other = thing;
		aThing();
		send("GET", "/ws/rest/v1/webtest/thing/" + thing + "/note/" + note, null);
		assertThat(answer.status).isEqualTo(404);
		send("DELETE", "/ws/rest/v1/webtest/thing/" + other + "/note/" + note + "?purge", null);
		assertThat(answer.status).isEqualTo(204);
	}

	private void send(String method, String path, String json) throws IOException {
		answer = Answer.to(method, host.getUrl() + path, "admin:Admin123", json, "application/json");
	}

	private static File aModule() throws IOException {
		File file = new File(directory, "webtest-1.0.omod");
		try (JarOutputStream jar = new JarOutputStream(new FileOutputStream(file))) {
			add(jar, "config.xml", CONFIG.getBytes(StandardCharsets.UTF_8));
			add(jar, "webModuleApplicationContext.xml", BEANS.getBytes(StandardCharsets.UTF_8));
			add(jar, "web/module/resources/css/x.css", "p{}".getBytes(StandardCharsets.UTF_8));
		}
		return file;
	}

	private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
		jar.putNextEntry(new JarEntry(name));
		jar.write(content);
	}
}
