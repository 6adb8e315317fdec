/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.web;

import java.text.NumberFormat;

import org.openmrs.api.context.Context;
import org.springframework.beans.propertyeditors.CustomNumberEditor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.support.WebBindingInitializer;

/** Page controllers read numbers as the user's language writes them, and an empty one as none. */
public class OpenmrsBindingInitializer implements WebBindingInitializer {

	@Override
	public void initBinder(WebDataBinder binder) {
		binder.registerCustomEditor(Integer.class,
			new CustomNumberEditor(Integer.class, NumberFormat.getInstance(Context.getLocale()), true));
	}
}
