/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.patient;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.contact.ProfileBody;
import org.openmrs.module.retention.web.page.Form;
import org.openmrs.module.retention.web.page.PageController;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** Who is rung for a patient: some of those around the patient, in an order, or again whom the chart names. */
@RequestMapping("/retention/patient/{uuid}/persons")
public class CircleController extends PageController {

	@RequestMapping(method = RequestMethod.POST)
	public ModelAndView choose(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		// who may not write it is told so, and not what is wrong with the form
		if (!Context.hasPrivilege(RetentionPrivileges.MANAGE_CONTACTS)) {
			throw new APIAuthenticationException("Privilege required: " + RetentionPrivileges.MANAGE_CONTACTS);
		}
		Form form = new Form(request);
		ContactService contacts = Context.getService(ContactService.class);
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("contactPersons", form.text("chart") == null ? chosen(form) : new ArrayList<>());
		if (form.text("version") != null) {
			body.put("version", form.number("version"));
		}
		ContactProfile profile = contacts.getProfile(PatientController.existing(uuid));
		contacts.saveContactProfile(ProfileBody.apply(profile, ProfileBody.read(body, "patient")));
		tell(request, "done", text("retention.page.patient.saved"));
		return go(PatientController.address(uuid));
	}

	/** Line by line of the form, those that are ticked, by their order; refused when none is, for nobody means the chart. */
	private static List<Map<String, Object>> chosen(Form form) {
		Map<Map<String, Object>, Integer> order = new LinkedHashMap<>();
		for (int i : form.lines("person")) {
			if (form.text("ring." + i) != null) {
				Map<String, Object> person = new LinkedHashMap<>();
				person.put("person", form.required("person." + i));
				person.put("guardian", form.text("guardian." + i) != null);
				person.put("relation", form.text("relation." + i));
				order.put(person, form.number("order." + i));
			}
		}
		if (order.isEmpty()) {
			throw RetentionException.invalid("retention.contact.error.nobody-chosen", "contactPersons");
		}
		return order.entrySet().stream().sorted(Comparator.comparing(Map.Entry::getValue)).map(Map.Entry::getKey)
			.collect(Collectors.toList());
	}

	@Override
	protected ModelAndView formPage(HttpServletRequest request) {
		return PatientController.formPageOf(request);
	}
}
