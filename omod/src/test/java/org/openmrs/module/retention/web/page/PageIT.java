/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.retention.web.Clinic;

/** What every page stands on: signing in, tokens, languages, and refusals that are pages of ours. */
class PageIT {

	private static final String NURSE = "Retention: Nurse";

	private static final String FORM = "application/x-www-form-urlencoded";

	private final Clinic clinic = new Clinic();

	@Test
	void page_shouldAskForSigningIn_andGoOnToWhatWasAskedFor() {
		PageReader reader = new PageReader();
		PageReader.Answer asked = reader.get("/today?callable=now");
		assertThat(asked.status()).isEqualTo(401);
		assertThat(asked.find("name=\"next\" value=\"([^\"]+)\"")).contains("today?callable=now");
		assertThat(reader.post("/login", "username", "nobody", "password", "wrong", "next", "today").status())
			.isEqualTo(401);
		PageReader.Answer in = reader.post("/login", "username", "admin", "password", "Admin123", "next",
			"today?callable=now");
		assertThat(in.status()).isEqualTo(200);
		assertThat(in.address()).isEqualTo("/today?callable=now");
		assertThat(reader.post("/logout").address()).isEqualTo("/login");
		assertThat(reader.get("/today").status()).isEqualTo(401);
	}

	@ParameterizedTest
	@CsvSource({ "Front Desk,/today", "Nurse,/today", "Clinician,/today", "Manager,/today", "Configurer,/rehearsal" })
	void signIn_shouldLeadToAPageOfTheRole(String role, String address) {
		PageReader reader = clinic.pagesOf("Retention: " + role);
		PageReader.Answer first = reader.get("/");
		assertThat(first.status()).isEqualTo(200);
		assertThat(first.address()).isEqualTo(address);
		assertThat(first.find("href=\"[^\"]*/ws/retention(/[a-z]+)\" aria-current")).containsExactly(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "//elsewhere.example/", "https://elsewhere.example/", "/today", "..%2f", "today\r\nX: y" })
	void signIn_shouldGoNowhereElse(String next) {
		PageReader reader = new PageReader();
		reader.get("/login");
		assertThat(reader.post("/login", "username", "admin", "password", "Admin123", "next", next).address())
			.isEqualTo("/today");
	}

	@Test
	void signIn_shouldGiveAnotherSession() {
		PageReader reader = new PageReader();
		reader.get("/login");
		String before = reader.session();
		reader.post("/login", "username", "admin", "password", "Admin123");
		assertThat(reader.session()).isNotEqualTo(before);
	}

	@Test
	void form_shouldBeRefused_withoutItsToken() {
		PageReader reader = clinic.pagesOf(NURSE);
		PageReader.Answer refused = reader.send("POST", "/language", FORM, "language=nb&next=today");
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.page()).contains("<h1>").contains("role=\"alert\"");
		assertThat(reader.send("POST", "/language", FORM, "language=nb&next=today&token=guessed").status()).isEqualTo(403);
	}

	@Test
	void language_shouldBeTheUsersChoice_alsoWhereThePlatformLacksIt() {
		PageReader reader = clinic.pagesOf(NURSE);
		reader.get("/today");
		for (String language : Frame.LANGUAGES) {
			PageReader.Answer page = reader.post("/language", "language", language, "next", "today");
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.page()).contains("<html lang=\"" + language + "\">").doesNotContain("retention.page.");
		}
		assertThat(reader.post("/language", "language", "tlh", "next", "today").status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PUT", "DELETE", "PATCH", "OPTIONS", "TRACEX" })
	void method_shouldBeRefused_byAPageOfOurs(String method) {
		PageReader.Answer refused = clinic.pagesOf(NURSE).send(method, "/today", null, null);
		assertThat(refused.status()).isEqualTo(405);
		assertThat(refused.header("Allow")).isEqualTo("GET, HEAD, POST");
		assertThat(refused.page()).startsWith("<!DOCTYPE html>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nothing", "/today.json", "/today;a=b", "/call", "/call/nobody", "/attempt/nothing/undo" })
	void address_shouldBeRefused_whenNoPageHasIt(String address) {
		PageReader.Answer refused = clinic.pagesOf(NURSE).get(address);
		assertThat(refused.status()).isIn(404, 405);
		assertThat(refused.page()).startsWith("<!DOCTYPE html>").doesNotContain("Exception");
	}

	@ParameterizedTest
	@ValueSource(strings = { "purpose=x", "first=a", "first=-1", "first=99999999", "location=nowhere", "role=nobody",
		"callable=later", "assignee=nobody", "language=nonsense!" })
	void list_shouldBeRefused_whenAFilterIsNone(String filter) {
		PageReader.Answer refused = clinic.pagesOf(NURSE).get("/today?" + filter);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.page()).startsWith("<!DOCTYPE html>");
	}

	@Test
	void body_shouldBeRefused_whenItIsNoForm() {
		PageReader reader = clinic.pagesOf(NURSE);
		assertThat(reader.send("POST", "/language", "application/json", "{}").status()).isEqualTo(415);
		assertThat(reader.send("POST", "/language", FORM, "a=" + "x".repeat(300_000)).status()).isEqualTo(413);
	}

	@Test
	void page_shouldBeForbidden_withoutThePrivilege() {
		PageReader reader = clinic.pagesOf("Retention: Configurer");
		PageReader.Answer refused = reader.get("/today");
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.page()).startsWith("<!DOCTYPE html>");
	}

	@Test
	void page_shouldAllowNothingFromElsewhere_andNotBeKept() {
		PageReader.Answer page = clinic.pagesOf(NURSE).get("/today");
		assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'").contains("frame-ancestors 'none'")
			.doesNotContain("unsafe");
		assertThat(page.header("Cache-Control")).isEqualTo("no-store");
		assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(page.page()).doesNotContain("<style").doesNotContain(" style=").doesNotContain(" onclick=");
		for (String file : page.find("(?:href|src)=\"([^\"]+retention\\.(?:css|js|svg)[^\"]*)\"")) {
			assertThat(file).contains("?v=");
		}
	}
}
