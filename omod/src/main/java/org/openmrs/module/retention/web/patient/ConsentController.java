/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.patient;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ConsentEntry;
import org.openmrs.module.retention.contact.ConsentService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.web.page.Form;
import org.openmrs.module.retention.web.page.PageController;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** What a patient says on being contacted, as somebody hears it at the desk. */
@RequestMapping("/retention/patient/{uuid}/consent")
public class ConsentController extends PageController {

	@RequestMapping(method = RequestMethod.POST)
	public ModelAndView record(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		Patient patient = PatientController.existing(uuid);
		Form form = new Form(request);
		Purpose purpose = form.choice("purpose", Purpose.class);
		boolean granted = form.choice("says", Word.class) == Word.ALLOWED;
		ConsentEntry entry = service().recordConsent(patient, purpose, granted, form.text("byAnother") != null);
		Map<String, String> notice = notice("done",
			text("retention.page.patient.consent-noted", text("retention.page.purpose." + purpose)));
		notice.put("undo", PatientController.address(uuid) + "/consent/" + entry.getUuid() + "/withdraw");
		tell(request, notice);
		return go(PatientController.address(uuid));
	}

	@RequestMapping(value = "/{entry}/withdraw", method = RequestMethod.POST)
	public ModelAndView withdraw(@PathVariable("uuid") String uuid, @PathVariable("entry") String entryUuid,
		HttpServletRequest request) {
		Patient patient = PatientController.existing(uuid);
		ConsentEntry entry = service().getConsentByUuid(entryUuid);
		boolean ofThePatient = entry != null
			&& (uuid.equals(entry.getPatientUuid()) || service().getConsents(patient).contains(entry));
		if (!ofThePatient) {
			throw RetentionException.notFound("retention.web.error.not-found", null);
		}
		service().withdrawConsent(entry);
		tell(request, "done", text("retention.page.patient.consent-undone"));
		return go(PatientController.address(uuid));
	}

	@Override
	protected ModelAndView formPage(HttpServletRequest request) {
		return PatientController.formPageOf(request);
	}

	/** What somebody says. */
	enum Word {
		ALLOWED, REFUSED
	}

	private static ConsentService service() {
		return Context.getService(ConsentService.class);
	}
}
