/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.demo.BrowsedClinic.User;

/** The results of the demo's surveys, as its manager looks at them. */
class ResultPageIT extends BrowsedPages {

	private static final String WEST = "West Clinic";

	ResultPageIT() {
		super(Browser.DESK);
	}

	/** Without the filters. */
	private String shown() {
		return browser.run("return [...document.querySelectorAll('section.card')].map(part => part.innerText).join('\\n')")
			.toString();
	}

	private User manager() {
		return clinic.member("manager1");
	}

	@Test
	void results_shouldTellTheFiguresOfEachWay_withTheirIntervals() {
		String filter = "survey=" + SurveyPageIT.AFTER_A_VISIT + "&from=2020-01-01&location="
			+ clinic.demoSite(WEST);
		List<JsonNode> rows = clinic.rows("surveyresult?v=default&" + filter);
		assertThat(rows).hasSizeGreaterThan(2);
		browser.signIn(manager()).go("surveys/results?" + filter).await("section.card h2");
		for (JsonNode row : rows) {
			JsonNode score = row.at("/questions/0/nps");
			assertThat(shown()).as(row.path("mode").asText()).contains(row.path("responses").asText(),
				Long.toString(Math.abs(Math.round(score.path("value").asDouble()))));
		}
	}

	@Test
	void results_shouldBeToldByMonth_byKeyboardAlone() {
		browser.signIn(manager()).go("surveys/results?survey=" + SurveyPageIT.AFTER_A_VISIT + "&mode=LINK");
		browser.choose("#by", "MONTH");
		browser.tabTo("main form button[type=submit]");
		browser.leaveByKey(org.openqa.selenium.Keys.ENTER);
		assertThat(browser.all("figure svg")).hasSize(1);
		assertThat(browser.all("section tbody tr")).hasSizeGreaterThan(10);
		EveryPageIT.assertAccessible(browser, "results by month");
	}

	@Test
	void results_shouldNameNobody_whenTheSurveyIsAnonymous() {
		browser.signIn(manager()).go("surveys/results?survey=" + SurveyPageIT.FRIENDS_AND_FAMILY);
		assertThat(shown()).contains("Very good").doesNotContain("Scenario", "Solberg");
		EveryPageIT.assertAccessible(browser, "anonymous results");
	}

	@Test
	void comments_shouldBeFoundByAThemeThatAPersonHasConfirmed() {
		JsonNode comment = clinic.rows("comment?v=default&theme=" + EveryPageIT.WAITING + "&themeStatus=confirmed&limit=1")
			.get(0);
		browser.signIn(manager()).go("comments?show=all&ofTheme=" + EveryPageIT.WAITING);
		assertThat(browser.text()).contains(comment.path("text").asText());
		assertThat(browser.all("article .tag")).isNotEmpty();
		EveryPageIT.assertAccessible(browser, "comments of a theme");
	}

	@Test
	void proposal_shouldBeConfirmedByAClick() {
		JsonNode comment = clinic.rows("comment?v=default&order=teaching&reading=unread&limit=100").stream()
			.filter(row -> row.path("themes").toString().contains("PROPOSED")).findFirst().orElseThrow();
		String text = comment.path("text").asText();
		browser.signIn(manager()).go("comments?show=queue&contains="
			+ java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8));
		EveryPageIT.assertAccessible(browser, "comment with a proposal");
		browser.leaveBy("article button[name=confirm]");
		assertThat(browser.told()).startsWith("done");
	}
}
