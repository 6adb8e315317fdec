/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** Somebody reads what patients have written, says what it is about, and names themes while reading. */
class CommentPageIT extends BrowsedPages {

	private static final String GIVE_ONE = "button[name=assign]";

	private static final String NAME = "button[name=naming]";

	CommentPageIT() {
		super(Browser.DESK);
	}

	@Test
	void theme_shouldBeNamedWhileReading_mergedAndFoundAgain() {
		String mark = said("The <b>parking</b> is far away");
		String name = "Parking " + mark;
		browser.signIn(clinic.manager()).go("comments?show=all&contains=" + mark);
		assertThat(browser.text()).contains("The <b>parking</b> is far away " + mark);
		browser.click("input[name=ticked]");
		browser.type("#newTheme", name);
		browser.leaveBy(NAME);
		assertThat(browser.told()).startsWith("done");
		assertThat(browser.text("article .tag")).isEqualTo(name);

		browser.click("input[name=ticked]");
		browser.leaveBy("#ticked button.main");
		assertThat(browser.text()).as("no theme was chosen").contains(mark);
		assertThat(browser.all("#ticked [role=alert], .notice.problem")).isNotEmpty();

		browser.go("comments/themes");
		browser.type("#newTheme", "Cars " + mark);
		browser.leaveBy("main section form button.main");
		assertThat(browser.told()).startsWith("done");
		browser
			.run("[...document.querySelectorAll('li')].filter(li => li.querySelector(':scope > p strong')?.textContent == '"
				+ name + "')[0].querySelector('details').open = true");
		String theme = browser.run("return [...document.querySelectorAll('li')].filter(li => li.querySelector(':scope > p"
			+ " strong')?.textContent == '" + name + "')[0].querySelector('strong').id.substring('name-'.length)")
			.toString();
		new Select(browser.await("#into-" + theme)).selectByVisibleText("Cars " + mark);
		browser.leaveBy("form[action$='" + theme + "/merge'] button");
		assertThat(browser.told()).startsWith("done");
		browser.go("comments?show=all&contains=" + mark);
		assertThat(browser.text("article .tag")).isEqualTo("Cars " + mark);
	}

	@Test
	void comment_shouldBeReadByKeyboardAlone() {
		String mark = said("Nobody rang me back");
		browser.signIn(clinic.manager()).go("comments?show=queue&contains=" + mark);
		browser.tabTo("button[name=none]");
		browser.leaveByKey(Keys.ENTER);
		assertThat(browser.told()).startsWith("done");
		browser.go("comments?show=pile&contains=" + mark);
		assertThat(browser.text()).contains("Nobody rang me back");
		browser.go("comments?show=queue&contains=" + mark);
		assertThat(browser.all("article")).as("it was read").isEmpty();
	}

	@Test
	void comment_shouldBeGivenAThemeWithoutScript() {
		String mark = said("Waited for ages");
		browser.close();
		browser = Browser.withoutJavaScript();
		browser.signIn(clinic.manager()).go("comments?show=all&contains=" + mark);
		browser.click("input[name=ticked]");
		browser.type("#newTheme", "Ages " + mark);
		browser.leaveBy(NAME);
		assertThat(browser.text("article .tag")).isEqualTo("Ages " + mark);
		browser.leaveBy(GIVE_ONE);
		assertThat(browser.text("article [role=alert]")).as("no theme was chosen").isNotBlank();
		assertThat(browser.all("article .tag")).hasSize(1);
	}

	/** What marks the comment among all others. */
	private String said(String text) {
		String mark = UUID.randomUUID().toString().substring(0, 8);
		clinic.comment(SurveyPageIT.AFTER_A_VISIT, text + " " + mark);
		return mark;
	}
}
