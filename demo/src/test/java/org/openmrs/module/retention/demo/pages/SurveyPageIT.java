/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A patient answers, on a telephone: a survey of a package behind its link. */
class SurveyPageIT extends BrowsedPages {

	private static final List<String> LANGUAGES = List.of("en", "nb", "ru", "zh");

	static final String AFTER_A_VISIT = "6561849a-5b52-48ed-9dde-26f7c318f6e2";

	static final String FRIENDS_AND_FAMILY = "6033a76d-8b08-45db-a0fc-86097c37d27a";

	private static final String DENTAL_EXPERIENCE = "86a3395c-ddb9-4626-82f4-80122538a995";

	private static final String SEND = "button[value=yes]";

	private static final String BETTER = "textarea[name='answer.better']";

	SurveyPageIT() {
		super(Browser.PHONE);
	}

	@Test
	void survey_shouldFitAndBeForEverybody_inItsLanguages() {
		for (String survey : List.of(AFTER_A_VISIT, DENTAL_EXPERIENCE)) {
			browser.go(clinic.surveyLink(survey)).await("main");
			browser.complaints();
			for (String language : LANGUAGES) {
				browser.leaveBy("button[name=show][value=" + language + "]");
				EveryPageIT.assertFits(browser, Browser.PHONE, language, "survey");
				EveryPageIT.assertAccessible(browser, "survey in " + language);
			}
			browser.leaveBy(SEND);
			EveryPageIT.assertFits(browser, Browser.PHONE, "zh", "survey without answers");
			EveryPageIT.assertAccessible(browser, "survey without answers");
			assertThat(browser.complaints()).filteredOn(complaint -> !complaint.contains("status of 400")).isEmpty();
		}
	}

	@Test
	void survey_shouldAskWhatFollows_keepWhatIsTypedInAnotherLanguage_andThank() {
		String link = clinic.surveyLink(AFTER_A_VISIT);
		browser.go(link).await("main");
		assertThat(browser.driver().manage().getCookies()).isEmpty();
		browser.awaitHidden("#question-good");
		browser.click("input[name='answer.recommend'][value='9']");
		browser.await("#question-good");
		browser.awaitHidden("#question-call-me");
		browser.click("input[name='answer.recommend'][value='6']");
		browser.awaitHidden("#question-good");
		browser.await("#question-call-me");
		browser.type(BETTER, "Less waiting");

		browser.tabBackTo("button[name=show][value=nb]");
		browser.leaveByKey(Keys.ENTER);
		assertThat(browser.text()).contains("Hva kan vi gjøre bedre?");
		assertThat(browser.await(BETTER).getDomProperty("value")).isEqualTo("Less waiting");
		browser.leaveBy(SEND);
		assertThat(browser.text()).contains("Takk");
		assertThat(browser.all("form")).isEmpty();
		EveryPageIT.assertAccessible(browser, "thanks");
		assertThat(browser.driver().manage().getCookies()).isEmpty();

		browser.go(link).await("main");
		assertThat(browser.text()).contains("answered already");
		EveryPageIT.assertFits(browser, Browser.PHONE, "en", "answered before");
		EveryPageIT.assertAccessible(browser, "answered before");
	}

	@Test
	void survey_shouldBeAnsweredByKeyboardAlone() {
		browser.go(clinic.surveyLink(AFTER_A_VISIT)).await("main");
		browser.tabTo("input[name='answer.recommend']");
		browser.press(Keys.SPACE);
		browser.press(Keys.ARROW_RIGHT);
		assertThat(browser.await("input[name='answer.recommend'][value='1']").isSelected()).isTrue();
		browser.tabTo(BETTER);
		browser.press("Be there");
		browser.tabTo(SEND);
		browser.leaveByKey(Keys.ENTER);
		assertThat(browser.text()).contains("Thank you");
	}

	@Test
	void survey_shouldBeAnsweredWithoutScript() {
		browser.close();
		browser = Browser.withoutJavaScript();
		browser.go(clinic.surveyLink(AFTER_A_VISIT)).await("main");
		browser.await("#question-call-me");
		browser.leaveBy(SEND);
		assertThat(browser.text("[role=alert]")).contains("recommend us to a friend");
		browser.click("input[name='answer.recommend'][value='3']");
		browser.click("input[name='answer.call-me'][value='yes']");
		browser.type(BETTER, "Ring back");
		browser.leaveBy(SEND);
		assertThat(browser.text()).contains("Thank you");
	}
}
