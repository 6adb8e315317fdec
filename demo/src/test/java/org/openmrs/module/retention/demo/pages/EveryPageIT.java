/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.retention.demo.BrowsedClinic;
import org.openmrs.module.retention.demo.BrowsedClinic.Patient;
import org.openmrs.module.retention.demo.BrowsedClinic.Site;

/** What holds for every page: it fits, it speaks the reader's language, everybody can use it, the browser has no complaint. */
@Tag("pages")
class EveryPageIT {

	private static final List<String> LANGUAGES = List.of("en", "nb", "ru", "zh", "es", "fr");

	/** What is wider than its box, or stands out of the window, among what is read; with the text that does. */
	private static final String TOO_WIDE = String.join("\n", //
		"const found = [];", //
		"const seen = box => box.width > 0 && box.height > 0;", //
		"for (const e of document.querySelectorAll('label, legend, button, a, summary, h1, h2, h3, p, li, dt, dd, th, td, span')) {", //
		"  if (e.closest('.skip, .hidden') || !seen(e.getBoundingClientRect())) { continue; }", //
		"  if (e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1) { found.push(e.tagName + ' ' + e.textContent.trim()); }", //
		"  const box = e.getBoundingClientRect();", //
		"  if (e.closest('.scroll')) { continue; }", //
		"  if (box.left < -1 || box.right > arguments[0] + 1) { found.push('outside: ' + e.tagName + ' ' + e.textContent.trim()); }", //
		"}", //
		"return found;");

	/** All that is read or read aloud. */
	private static final String WORDS = String.join("\n", //
		"const words = [document.title, document.body.innerText];", //
		"for (const e of document.querySelectorAll('[aria-label], [placeholder], [title], option')) {", //
		"  words.push(e.getAttribute('aria-label'), e.getAttribute('placeholder'), e.getAttribute('title'), e.textContent);", //
		"}", //
		"return words.filter(word => word).join('\\n');");

	/** What a text without a translation looks like. */
	private static final String RAW_CODE = "retention\\.[a-z]";

	/** A dash or a dot between two texts, read in another encoding than it is written in. */
	private static final String[] MISREAD = { "\u00C2\u00B7", "\u00E2\u0080" };

	/** Printed by a button. */
	private static final String SHEET = "sheet";

	/** Searched for. */
	private static final String RINGS = "somebody rings";

	private static final String FOUND = "patients";

	private static String number;

	/** A theme of the packages that the demo's manager has confirmed. */
	static final String WAITING = "9ad9b9a2-5e78-454d-b065-a1c284cc4549";

	private static final String UNKNOWN = "no such page";

	private static BrowsedClinic clinic;

	/** By what it shows, in an order in which each can be asked for; those before signing in first. */
	private static final Map<String, String> PAGES = new LinkedHashMap<>();

	@BeforeAll
	static void preparePages() {
		Browser.open(Browser.DESK).close();
		clinic = BrowsedClinic.started();
		Site site = clinic.site("Alice", "Emma");
		Patient patient = site.patient(0);
		number = clinic.number(patient).substring(4);
		PAGES.put("list", site.list());
		PAGES.put("whole list", "today");
		PAGES.put("call", "call/" + patient.uuid());
		PAGES.put("call of the demo", "call/" + clinic.scripted().get(0));
		PAGES.put("nobody asked for", "ringing");
		PAGES.put(RINGS, "ringing");
		PAGES.put("who rings", "call/" + patient.uuid() + "?inbound=true");
		PAGES.put(FOUND, "patient");
		PAGES.put("patient", "patient/" + patient.uuid());
		PAGES.put("paper", "paper");
		PAGES.put(SHEET, "paper" + site.list().substring("today".length()));
		PAGES.put("paper typed back", "paper/entry");
		PAGES.put("escalations", "escalations");
		PAGES.put("outcomes", "outcomes");
		clinic.answer(SurveyPageIT.AFTER_A_VISIT, 10, 9, 6, 8);
		clinic.askIdea("Would you come on Saturdays?");
		PAGES.put("surveys", "surveys");
		PAGES.put("ideas", "surveys/ideas");
		PAGES.put("results", "surveys/results?survey=" + SurveyPageIT.AFTER_A_VISIT);
		PAGES.put("results by month", "surveys/results?by=MONTH&survey=" + SurveyPageIT.AFTER_A_VISIT);
		PAGES.put("results of what is anonymous", "surveys/results?survey=" + SurveyPageIT.FRIENDS_AND_FAMILY);
		PAGES.put("comments", "comments?show=all");
		PAGES.put("comments of a theme", "comments?show=all&ofTheme=" + WAITING);
		PAGES.put("comments without a theme", "comments?show=pile");
		PAGES.put("themes", "comments/themes");
		String mark = UUID.randomUUID().toString().substring(0, 8);
		String measure = clinic.measure(clinic.raisedTheme(SurveyPageIT.AFTER_A_VISIT, "Waiting " + mark, mark),
			"We call you when we are late");
		PAGES.put("measures", "comments/measures");
		PAGES.put("measure", "comments/measures/" + measure);
		PAGES.put("measures to print", "comments/measures/notice");
		PAGES.put("invitations", "invitation");
		PAGES.put("invitations of a patient", "invitation?patient=" + patient.uuid());
		String invitation = clinic.invitation(SurveyPageIT.AFTER_A_VISIT);
		PAGES.put("invitation", "invitation/" + invitation);
		PAGES.put("answers on paper", "invitation/" + invitation + "/paper");
		PAGES.put("at the desk", "kiosk");
		PAGES.put("cards from a box", "kiosk/cards/" + SurveyPageIT.FRIENDS_AND_FAMILY);
		PAGES.put("rehearsal", "rehearsal");
		PAGES.put("supervisor", "supervisor");
		PAGES.put("quality", "quality");
		PAGES.put("quality of a contact", "quality/" + clinic.sample(site.patient(1)));
		PAGES.put(UNKNOWN, "nothing");
	}

	private static void open(Browser browser, Map.Entry<String, String> page) {
		browser.go(page.getValue()).await("main");
		if (page.getKey().equals(SHEET)) {
			browser.leaveBy("main form button");
		} else if (page.getKey().equals(RINGS) || page.getKey().equals(FOUND)) {
			browser.type("main input[type=search]", page.getKey().equals(RINGS) ? number : "Alice");
			browser.leaveBy("main form button");
		}
		browser.run("document.querySelectorAll('details').forEach(part => part.open = true)");
	}

	@ParameterizedTest
	@ValueSource(ints = { Browser.PHONE, Browser.DESK })
	void page_shouldFitAndBeTranslated_whateverTheLanguage(int width) {
		try (Browser browser = Browser.open(width)) {
			for (String language : LANGUAGES) {
				browser.go("login");
				browser.speak(language);
				assertFits(browser, width, language, "login");
				browser.signIn(clinic.administrator());
				browser.speak(language);
				for (Map.Entry<String, String> page : PAGES.entrySet()) {
					open(browser, page);
					assertFits(browser, width, language, page.getKey());
				}
				browser.signOut();
			}
		}
	}

	static void assertFits(Browser browser, int width, String language, String page) {
		String where = page + " in " + language + " at " + width;
		assertThat(browser.run("return document.documentElement.lang")).isEqualTo(language);
		assertThat(((Number) browser.run("return document.documentElement.scrollWidth")).intValue()).as(where)
			.isLessThanOrEqualTo(((Number) browser.run("return document.documentElement.clientWidth")).intValue())
			.isLessThanOrEqualTo(width);
		assertThat((List<?>) browser.run(TOO_WIDE, width)).as(where).isEmpty();
		assertThat(browser.run(WORDS).toString()).as(where).doesNotContainPattern(RAW_CODE)
			.doesNotContain(MISREAD);
	}

	@ParameterizedTest
	@ValueSource(ints = { Browser.PHONE, Browser.DESK })
	void page_shouldBeForEverybody_whateverTheWidth(int width) {
		try (Browser browser = Browser.open(width)) {
			browser.go("login");
			assertAccessible(browser, "login");
			browser.signIn(clinic.administrator());
			for (Map.Entry<String, String> page : PAGES.entrySet()) {
				open(browser, page);
				assertAccessible(browser, page.getKey());
			}
		}
	}

	static void assertAccessible(Browser browser, String page) {
		assertThat(barriers(browser)).as(page).isEmpty();
	}

	private static List<String> barriers(Browser browser) {
		@SuppressWarnings("deprecation")
		AxeBuilder axe = new AxeBuilder().setLegacyMode(true);
		return axe.analyze(browser.driver()).getViolations().stream()
			.filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
			.map(rule -> rule.getId() + ": "
				+ rule.getNodes().stream().map(node -> node.getTarget() + " " + node.getFailureSummary()).toList())
			.toList();
	}

	@Test
	void page_shouldBeFoundFaulty_whenItIs() {
		try (Browser browser = Browser.open(Browser.PHONE)) {
			browser.signIn(clinic.administrator()).go("today");
			browser.run("document.querySelector('h1').textContent = 'retention.page.today.title'");
			assertThat(browser.run(WORDS).toString()).containsPattern(RAW_CODE);
			assertThat((List<?>) browser.run(TOO_WIDE, Browser.PHONE)).isEmpty();
			browser.run("const b = document.querySelector('main button'); b.textContent = 'w'.repeat(99);"
				+ " b.style.width = '9rem'; b.style.whiteSpace = 'nowrap'; b.style.overflow = 'hidden'");
			assertThat((List<?>) browser.run(TOO_WIDE, Browser.PHONE)).hasSize(1);
			browser.run("document.querySelector('label[for=assignee]').remove()");
			assertThat(barriers(browser)).hasSize(1).first().asString().contains("select-name", "#assignee");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { Browser.PHONE, Browser.DESK })
	void page_shouldMakeTheBrowserComplainOfNothing_whateverTheWidth(int width) {
		try (Browser browser = Browser.open(width)) {
			browser.signIn(clinic.administrator());
			for (Map.Entry<String, String> page : PAGES.entrySet()) {
				browser.complaints();
				open(browser, page);
				assertThat(browser.complaints()).as(page.getKey())
					.filteredOn(complaint -> !complaint.contains("status of 404") || !page.getKey().equals(UNKNOWN))
					.isEmpty();
			}
		}
	}

	@Test
	void page_shouldRunNothing_whenItIsNotFromTheModule() {
		try (Browser browser = Browser.open(Browser.DESK)) {
			browser.signIn(clinic.administrator()).go("today");
			browser.complaints();
			browser.run("const own = document.createElement('script'); own.textContent = 'window.hit = 1';"
				+ " document.body.append(own)");
			assertThat(browser.run("return window.hit === undefined")).isEqualTo(true);
			assertThat(browser.complaints()).as("the other test would see it")
				.anyMatch(complaint -> complaint.contains("Content Security Policy"));
		}
	}
}
