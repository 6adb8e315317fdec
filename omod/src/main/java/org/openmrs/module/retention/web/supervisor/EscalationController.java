/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.supervisor;

import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.attempt.Escalation;
import org.openmrs.module.retention.followup.attempt.EscalationService;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.web.page.Form;
import org.openmrs.module.retention.web.page.PageController;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** What contacts have raised, for who must look at it: their own first. */
@RequestMapping("/retention/escalations")
public class EscalationController extends PageController {

	private static final String HOME = "escalations";

	@RequestMapping(method = RequestMethod.GET)
	public ModelAndView show(HttpServletRequest request) {
		Form form = new Form(request);
		return page(form.text("first") == null ? 0 : form.number("first"));
	}

	private static ModelAndView page(int first) {
		Map<String, Object> model = new HashMap<>();
		model.put("room", HOME);
		model.put("title", text("retention.page.supervisor.escalations"));
		model.put("mine", new EscalationsView(true));
		model.put("others", new EscalationsView(false, first));
		return page(HOME, model);
	}

	/** Forms of the supervisor's page too: what is refused there is shown here. */
	@Override
	protected ModelAndView formPage(HttpServletRequest request) {
		return page(0);
	}

	@RequestMapping(value = "/{uuid}/acknowledge", method = RequestMethod.POST)
	public ModelAndView acknowledge(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		service().acknowledgeEscalation(existing(uuid), new Form(request).number("version"));
		tell(request, "done", text("retention.page.supervisor.acknowledged"));
		return goBack(request, HOME);
	}

	@RequestMapping(value = "/{uuid}/close", method = RequestMethod.POST)
	public ModelAndView close(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		Form form = new Form(request);
		service().closeEscalation(existing(uuid), form.number("version"), form.required("resolution"));
		tell(request, "done", text("retention.page.supervisor.closed"));
		return goBack(request, HOME);
	}

	private static Escalation existing(String uuid) {
		Escalation escalation = service().getEscalationByUuid(uuid);
		if (escalation == null) {
			throw RetentionException.notFound("retention.web.error.not-found", null);
		}
		return escalation;
	}

	private static EscalationService service() {
		return Context.getService(EscalationService.class);
	}
}
