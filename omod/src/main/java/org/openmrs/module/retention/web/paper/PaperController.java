/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.sheet.CallSheetService;
import org.openmrs.module.retention.followup.sheet.TickBox;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.page.Form;
import org.openmrs.module.retention.web.page.PageController;
import org.openmrs.module.retention.web.page.PageRefusal;
import org.openmrs.module.retention.web.rest.RestError;
import org.openmrs.module.retention.web.sheet.CallSheetEntryResource;
import org.openmrs.module.retention.web.today.ListChoices;
import org.openmrs.module.retention.web.today.ListFilters;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** The list on paper, and back from paper. */
@RequestMapping("/retention/paper")
public class PaperController extends PageController {

	private static final int MOST_ROWS = 100;

	private static final int EMPTY_LINES = 12;

	private static final String REFUSED = "refused";

	@RequestMapping(method = RequestMethod.GET)
	public ModelAndView choose(HttpServletRequest request) {
		Map<String, Object> model = model("retention.page.paper.title");
		model.put("filters", ListFilters.of(request));
		model.put("choices", new ListChoices());
		return page("paper", model);
	}

	/** A sheet is made anew each time, so that its codes are known when it comes back. */
	@RequestMapping(method = RequestMethod.POST)
	public ModelAndView print(HttpServletRequest request) {
		Map<String, Object> model = model("retention.page.paper.title");
		model.put("printed",
			Context.getService(CallSheetService.class).printSheet(ListFilters.of(request).search(), MOST_ROWS));
		model.put("boxes", TickBox.values());
		model.put("sheets", new SheetText());
		return page("sheet", model);
	}

	@RequestMapping(value = "/entry", method = RequestMethod.GET)
	public ModelAndView form() {
		return entry(EntryLine.empty(EMPTY_LINES));
	}

	/** Each line by itself: what is recorded goes off the form, what is refused stays with the reason. */
	@RequestMapping(value = "/entry", method = RequestMethod.POST)
	public ModelAndView enter(HttpServletRequest request) {
		if (!Context.hasPrivilege(RetentionPrivileges.MANAGE_CONTACTS)) {
			throw new APIAuthenticationException("Privilege required: " + RetentionPrivileges.MANAGE_CONTACTS);
		}
		List<EntryLine> left = new ArrayList<>();
		Map<String, Integer> counts = new LinkedHashMap<>();
		for (EntryLine line : EntryLine.of(new Form(request))) {
			String status = enter(line, left, request);
			counts.merge(status, 1, Integer::sum);
		}
		ModelAndView page = entry(left.isEmpty() ? EntryLine.empty(EMPTY_LINES) : left);
		page.addObject("counts", counts);
		return page;
	}

	/** What cannot even be read is refused as what the sheet refuses. */
	private static String enter(EntryLine line, List<EntryLine> left, HttpServletRequest request) {
		Map<String, Object> body;
		try {
			body = line.body();
		}
		catch (RetentionException e) {
			left.add(line.refused(PageRefusal.message(RestError.of(e, request), request), e.getField()));
			return REFUSED;
		}
		Map<?, ?> result = CallSheetEntryResource.enter(body);
		if (REFUSED.equals(result.get("status"))) {
			Map<?, ?> error = (Map<?, ?>) result.get("error");
			left.add(line.refused(String.valueOf(error.get("message")), (String) error.get("field")));
		}
		return String.valueOf(result.get("status"));
	}

	private static ModelAndView entry(List<EntryLine> lines) {
		Map<String, Object> model = model("retention.page.paper.entry");
		model.put("lines", lines);
		model.put("boxes", TickBox.values());
		model.put("counts", new HashMap<>());
		return page("sheet-entry", model);
	}

	private static Map<String, Object> model(String title) {
		Map<String, Object> model = new HashMap<>();
		model.put("room", "paper");
		model.put("title", text(title));
		return model;
	}
}
