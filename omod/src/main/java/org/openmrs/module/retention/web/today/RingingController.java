/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.today;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.Person;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.task.WorklistService;
import org.openmrs.module.retention.web.page.Form;
import org.openmrs.module.retention.web.page.LastForms;
import org.openmrs.module.retention.web.page.PageController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** "Who rang me?": the people who are reached at a number, or at one that ends so. */
@RequestMapping("/retention/ringing")
public class RingingController extends PageController {

	private static final int MOST = 20;

	/** A number stands in no address, and so in no server's log: it is sent, and found again by the session. */
	@RequestMapping(method = RequestMethod.POST)
	public ModelAndView search(HttpServletRequest request) {
		new Form(request).required("number");
		return go("ringing?search=" + LastForms.keep(request));
	}

	@RequestMapping(method = RequestMethod.GET)
	public ModelAndView find(HttpServletRequest request) {
		String number = number(request);
		return page(number, number == null ? Collections.emptyList()
			: Context.getService(ContactService.class).findPersonsByNumber(number), number != null);
	}

	/** Null: none was asked for. */
	private static String number(HttpServletRequest request) {
		String search = new Form(request).text("search");
		return search == null ? null : new Form(LastForms.get(request, search)).text("number");
	}

	/** The number is sent, and then found again: either may be refused. */
	@Override
	protected boolean isForm(HttpServletRequest request) {
		return true;
	}

	@Override
	protected ModelAndView formPage(HttpServletRequest request) {
		return page(number(request), Collections.emptyList(), false);
	}

	private static ModelAndView page(String number, List<Person> people, boolean asked) {
		WorklistService worklist = Context.getService(WorklistService.class);
		Map<String, Object> model = new HashMap<>();
		model.put("room", "ringing");
		model.put("title", text("retention.page.ringing.title"));
		model.put("number", number == null ? "" : number);
		model.put("asked", asked);
		model.put("found", worklist.getScriptsOf(people.subList(0, Math.min(MOST, people.size()))));
		model.put("more", Math.max(0, people.size() - MOST));
		return page("ringing", model);
	}
}
