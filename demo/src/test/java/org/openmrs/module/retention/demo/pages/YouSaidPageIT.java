/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.Select;

/** A measure is recorded, done, told by the shipped protocol, and printed. */
class YouSaidPageIT extends BrowsedPages {

	private final String mark = UUID.randomUUID().toString().substring(0, 8);

	YouSaidPageIT() {
		super(Browser.DESK);
	}

	@Test
	void measure_shouldBeRecordedDoneToldAndPrinted() {
		walkThrough();
	}

	@Test
	void measure_shouldBeRecordedDoneToldAndPrinted_withoutScript() {
		browser.close();
		browser = Browser.withoutJavaScript();
		walkThrough();
	}

	private void walkThrough() {
		String theme = clinic.raisedTheme(SurveyPageIT.AFTER_A_VISIT, "Waiting " + mark, mark);
		browser.signIn(clinic.manager()).go("comments/measures");
		browser.click("details.card > summary");
		new Select(browser.await("#theme")).selectByValue(theme);
		browser.type("#did", "We call when we are late " + mark);
		browser.leaveBy("details.card button.main");
		assertThat(browser.told()).startsWith("done");
		assertThat(browser.text("h1")).isEqualTo("We call when we are late " + mark);
		assertThat(browser.all("main tbody tr")).as("who raised it").hasSize(1);

		browser.leaveBy("input[value=DONE] ~ .fields button");
		assertThat(browser.told()).startsWith("done");
		browser.leaveBy("form[action$='/tell'] button");
		assertThat(browser.told()).contains("1 patients come onto the list");
		assertThat(browser.all("form[action$='/tell']")).isEmpty();

		browser.go("comments/measures/notice");
		assertThat(browser.text(".poster")).contains("We call when we are late " + mark, "Waiting " + mark)
			.doesNotContain("Too much of it");
	}
}
