/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.demo.BrowsedClinic.Patient;

/** Inviting to a survey at the desk, and a device at which one after the other answers; on a telephone. */
class SurveyDeskPageIT extends BrowsedPages {

	SurveyDeskPageIT() {
		super(Browser.PHONE);
	}

	@Test
	void link_shouldBeHandedOver_asTextCodeAndSlip() {
		Patient patient = clinic.site("Ida").patient(0);
		browser.signIn(clinic.nurse()).go("patient/" + patient.uuid());
		browser.leaveBy("main a[href*='invitation?patient=']");
		browser.choose("#survey", SurveyPageIT.AFTER_A_VISIT);
		browser.leaveBy("main form button.main");
		assertThat(browser.await("#link").getDomProperty("value")).contains("/ws/retention/s/");
		browser.await("svg.qr");
		EveryPageIT.assertFits(browser, Browser.PHONE, "en", "invited");
		EveryPageIT.assertAccessible(browser, "invited");
		String link = browser.await("#link").getDomProperty("value");
		browser.leaveBy("a[href$='/slip']");
		browser.await("svg.qr");
		assertThat(browser.text("section.slip")).contains(link).doesNotContain("Ida");
		EveryPageIT.assertFits(browser, Browser.PHONE, "en", "slip");
		EveryPageIT.assertAccessible(browser, "slip");
		assertThat(browser.complaints()).isEmpty();
	}

	@Test
	void device_shouldAskOneAfterTheOther_andShowNothingOfTheLast() {
		browser.signIn(clinic.administrator()).go("kiosk").await("main");
		browser.choose("#survey", SurveyPageIT.FRIENDS_AND_FAMILY);
		browser.leaveBy("main form button.main");
		EveryPageIT.assertFits(browser, Browser.PHONE, "en", "device");
		EveryPageIT.assertAccessible(browser, "device");
		browser.leaveBy("form[action$='/here'] button");
		String address = browser.address();
		assertThat(address).startsWith("k/");
		EveryPageIT.assertFits(browser, Browser.PHONE, "en", "form of the device");
		EveryPageIT.assertAccessible(browser, "form of the device");
		browser.run("document.querySelector('fieldset input[type=radio]').click()");
		browser.run("document.querySelectorAll('textarea').forEach(field => { field.value = 'Something private'; })");
		browser.leaveBy("button[value=yes]");
		assertThat(browser.text()).contains("Thank you");
		EveryPageIT.assertFits(browser, Browser.PHONE, "en", "thanks of the device");
		EveryPageIT.assertAccessible(browser, "thanks of the device");
		browser.leaveBy("main a.button");
		assertThat(browser.all("input:checked")).isEmpty();
		assertThat(browser.run("return document.body.innerHTML").toString()).doesNotContain("Something private");
		browser.driver().navigate().back();
		browser.driver().navigate().back();
		browser.await("main");
		assertThat(
			browser.run("return Array.from(document.querySelectorAll('textarea')).map(field => field.value).join('')"))
			.isEqualTo("");
		browser.go("today").await("main");
		assertThat(browser.all("input[type=password]")).isNotEmpty();
	}

	@Test
	void device_shouldBeginAnew_whenNobodyTouchesIt() {
		browser.signIn(clinic.administrator()).go("kiosk").await("main");
		browser.choose("#survey", SurveyPageIT.FRIENDS_AND_FAMILY);
		browser.leaveBy("main form button.main");
		browser.leaveBy("form[action$='/here'] button");
		browser.run("document.querySelectorAll('textarea').forEach(field => { field.value = 'Left behind'; })");
		browser.run("document.querySelector('main').dataset.idle = '1';"
			+ " window.dispatchEvent(new Event('click'))");
		browser.awaitThat("return Array.from(document.querySelectorAll('textarea')).every(field => field.value === '')");
	}
}
