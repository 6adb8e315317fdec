/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.today;

import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.task.Worklist;
import org.openmrs.module.retention.followup.task.WorklistService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.web.page.PageController;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** Whom to ring, in the order of the rules: those who may be called now, then those who wake later. */
@RequestMapping("/retention/today")
public class TodayController extends PageController {

	static final int ROWS = 50;

	@RequestMapping(method = RequestMethod.GET)
	public ModelAndView show(HttpServletRequest request) {
		ListFilters filters = ListFilters.of(request);
		Worklist list = Context.getService(WorklistService.class).getWorklist(filters.search(),
			new Page(filters.getFirst(), ROWS));
		Map<String, Object> model = new HashMap<>();
		model.put("room", "today");
		model.put("title", text("retention.page.today.title"));
		model.put("filters", filters);
		model.put("list", list);
		model.put("choices", new ListChoices());
		model.put("later", Math.max(0, list.getCallableRows() - filters.getFirst()));
		model.put("next", list.isMore() ? filters.from(filters.getFirst() + ROWS) : null);
		model.put("previous", filters.getFirst() > 0 ? filters.from(Math.max(0, filters.getFirst() - ROWS)) : null);
		return page("today", model);
	}

	/** Takes the row, so that nobody else gets it, and shows the call; whoever comes second is back on the list. */
	@RequestMapping(value = "/{person}/open", method = RequestMethod.POST)
	public ModelAndView open(@PathVariable("person") String person, HttpServletRequest request) {
		ListFilters filters = ListFilters.of(request);
		try {
			Context.getService(WorklistService.class).openRow(person);
		}
		catch (RetentionException e) {
			if (e.getKind() != RetentionException.Kind.CONFLICT) {
				throw e;
			}
			tell(request, "problem", text(e.getCode(), e.getArguments()));
			return go("today" + filters.getQuery());
		}
		return go(CallController.address(person, filters));
	}
}
