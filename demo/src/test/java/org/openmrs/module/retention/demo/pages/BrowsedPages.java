/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo.pages;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.openmrs.module.retention.demo.BrowsedClinic;

/** A browser of its own for each test, and the clinic that all look at. */
@Tag("pages")
abstract class BrowsedPages {

	private final int width;

	Browser browser;

	BrowsedClinic clinic;

	/** @param width of the window, in pixels */
	BrowsedPages(int width) {
		this.width = width;
	}

	@BeforeEach
	final void openBrowser() {
		browser = Browser.open(width);
		clinic = BrowsedClinic.started();
	}

	@AfterEach
	final void closeBrowser() {
		if (browser != null) {
			browser.close();
		}
	}
}
