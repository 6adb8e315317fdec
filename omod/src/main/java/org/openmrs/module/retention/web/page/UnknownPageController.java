/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import javax.servlet.http.HttpServletRequest;
import org.openmrs.module.retention.shared.RetentionException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Addresses under ours that no page has. */
@RequestMapping("/retention/**")
public class UnknownPageController extends PageController {

	@Override
	protected boolean isForUsers() {
		return false;
	}

	@RequestMapping
	public ModelAndView none(HttpServletRequest request) {
		throw RetentionException.notFound("retention.page.error.unknown-page", null);
	}
}
