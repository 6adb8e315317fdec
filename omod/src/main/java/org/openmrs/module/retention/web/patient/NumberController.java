/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.patient;

import javax.servlet.http.HttpServletRequest;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ContactDetail;
import org.openmrs.module.retention.contact.ContactNumberService;
import org.openmrs.module.retention.web.page.Form;
import org.openmrs.module.retention.web.page.PageController;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** The numbers in a patient's chart, as who hears a new one writes it down. */
@RequestMapping("/retention/patient/{uuid}/number")
public class NumberController extends PageController {

	@RequestMapping(method = RequestMethod.POST)
	public ModelAndView enter(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		Form form = new Form(request);
		ContactDetail entered = service().enterNumber(PatientController.existing(uuid), form.required("type"),
			form.required("value"), form.text("instead"));
		tell(request, "done", text("retention.page.patient.number-entered", entered.getValue()));
		return go(PatientController.address(uuid));
	}

	@RequestMapping(value = "/remove", method = RequestMethod.POST)
	public ModelAndView remove(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		Form form = new Form(request);
		service().removeNumber(PatientController.existing(uuid), form.required("attribute"), form.required("reason"));
		tell(request, "done", text("retention.page.patient.number-removed"));
		return go(PatientController.address(uuid));
	}

	@Override
	protected ModelAndView formPage(HttpServletRequest request) {
		return PatientController.formPageOf(request);
	}

	private static ContactNumberService service() {
		return Context.getService(ContactNumberService.class);
	}
}
