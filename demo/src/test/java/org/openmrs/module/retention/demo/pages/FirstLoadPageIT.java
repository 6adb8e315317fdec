/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a browser has to fetch that has never been here. */
class FirstLoadPageIT extends BrowsedPages {

	private static final int ROWS = 50;

	private static final int MOST = 100_000;

	/** Bytes of heads and bodies, by address, of the page and of what it asked for. */
	private static final String TRANSFERRED = String.join("\n", //
		"const found = {};", //
		"for (const e of [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]) {", //
		"  found[e.name.replace(/[?].*/, '').replace(/.*[/]/, '')] = e.transferSize;", //
		"}", //
		"return found;");

	FirstLoadPageIT() {
		super(Browser.PHONE);
	}

	@Test
	void today_shouldBeLoadedFirst_withinAHundredThousandBytes() {
		String list = clinic.busyList(ROWS);
		browser.signIn(clinic.nurse());
		browser.driver().executeCdpCommand("Network.clearBrowserCache", Map.of());
		browser.go(list);
		assertThat(browser.all("ol.rows .rank")).hasSize(ROWS);
		@SuppressWarnings("unchecked")
		Map<String, Number> transferred = (Map<String, Number>) browser.run(TRANSFERRED);
		assertThat(transferred).containsKeys("today", "retention.css", "retention.js");
		assertThat(transferred.values()).as(transferred.toString()).allMatch(bytes -> bytes.longValue() > 500);
		assertThat(transferred.values().stream().mapToLong(Number::longValue).sum()).as(transferred.toString())
			.isLessThan(MOST);
	}

	@Test
	void today_shouldFetchThePageAlone_whenTheBrowserHasBeenHere() {
		browser.signIn(clinic.nurse()).go("patient").go("today");
		@SuppressWarnings("unchecked")
		Map<String, Number> transferred = (Map<String, Number>) browser.run(TRANSFERRED);
		for (String file : List.of("retention.css", "retention.js")) {
			assertThat(transferred.get(file).longValue()).as(file).isLessThan(1_000);
		}
	}
}
