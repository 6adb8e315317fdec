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
import org.openmrs.module.retention.web.RestServer;

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

	@ParameterizedTest
	@ValueSource(strings = { "", "/" })
	void root_shouldLeadToAPage_whenTheBrowserHasNoCookieYet(String root) {
		PageReader.Answer asked = new PageReader().get(root);
		assertThat(asked.address()).isEqualTo("/today");
		assertThat(asked.status()).isEqualTo(401);
		PageReader reader = new PageReader();
		reader.get("/login");
		assertThat(reader.post("/login", "username", "admin", "password", "Admin123").address()).isEqualTo("/today");
	}

	@ParameterizedTest
	@CsvSource({ "GET,/logout,POST", "GET,/language,POST", "POST,/today,'GET, HEAD'", "GET,/call/x/leave,POST",
		"POST,/outcomes,'GET, HEAD'", "GET,/attempt/x/undo,POST" })
	void method_shouldBeRefused_whereThePageHasAnother(String method, String path, String allowed) {
		for (PageReader reader : new PageReader[]{ clinic.pagesOf(NURSE), new PageReader() }) {
			PageReader.Answer refused = reader.send(method, path, "POST".equals(method) ? FORM : null,
				"POST".equals(method) ? "a=b" : null);
			assertThat(refused.status()).isEqualTo(405);
			assertThat(refused.header("Allow")).isEqualTo(allowed);
			assertThat(refused.page()).startsWith("<!DOCTYPE html>");
		}
	}

	@Test
	void head_shouldBeAnsweredLikeGet() {
		PageReader reader = clinic.pagesOf(NURSE);
		PageReader.Answer head = reader.send("HEAD", "/today", null, null);
		assertThat(head.status()).isEqualTo(200);
		assertThat(head.page()).isEmpty();
		assertThat(head.header("Content-Type")).isEqualTo(reader.get("/today").header("Content-Type"));
		assertThat(reader.send("HEAD", "/logout", null, null).status()).isEqualTo(405);
	}

	@Test
	void signIn_shouldBeAskedForAgain_whenItsPageIsOlderThanTheSession() {
		PageReader reader = new PageReader();
		reader.get("/login");
		reader.loseSession();
		PageReader.Answer again = reader.post("/login", "username", "admin", "password", "Admin123", "next", "paper");
		assertThat(again.page()).contains("name=\"password\"").contains("role=\"alert\"");
		assertThat(again.find("name=\"next\" value=\"([^\"]+)\"")).contains("paper");
		assertThat(reader.post("/login", "username", "admin", "password", "Admin123", "next", "paper").address())
			.isEqualTo("/paper");
	}

	@Test
	void signOut_shouldSignOut_whenItsPageIsOlderThanTheSession() {
		PageReader reader = clinic.pagesOf(NURSE);
		assertThat(reader.send("POST", "/logout", FORM, "token=old").address()).isEqualTo("/login");
		assertThat(reader.get("/today").status()).isEqualTo(401);
		assertThat(reader.send("POST", "/logout", FORM, "token=old").address()).isEqualTo("/login");
	}

	@Test
	void language_shouldBeTheUsersChoice_whereverTheSessionWasBegun() {
		RestServer nurse = clinic.staff(NURSE);
		PageReader reader = PageReader.begunBy(nurse);
		reader.get("/today");
		reader.post("/language", "language", "ru", "next", "today");
		assertThat(PageReader.begunBy(nurse).get("/today").page()).contains("<html lang=\"ru\">");
	}

	@Test
	void language_shouldNotBeOffered_onWhatAnswersAForm() {
		PageReader reader = clinic.pagesOf(NURSE);
		assertThat(reader.get("/paper/entry").page()).contains("id=\"language\"");
		assertThat(reader.post("/paper/entry", "row.0", "NO-SUCH", "box.0", "1").page()).contains("NO-SUCH")
			.doesNotContain("id=\"language\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "outcomes?to=+999999999-12", "outcomes?to=-999999999-01", "outcomes?from=0000-01",
		"outcomes?from=3000-01", "outcomes?to=2026-13", "outcomes?to=x", "outcomes?from=2026-05&to=2026-01",
		"rehearsal?days=0",
		"rehearsal?days=-1", "rehearsal?days=99999999999", "rehearsal?capacity=0", "rehearsal?capacity=x",
		"today?first=1e9" })
	void page_shouldRefuseWhatNoCalendarHas(String page) {
		PageReader.Answer answer = PageReader.as("admin", "Admin123").get("/" + page.replace("+", "%2B"));
		assertThat(answer.status()).as(answer.page()).isIn(200, 400);
		assertThat(answer.page()).startsWith("<!DOCTYPE html>");
	}
}
