/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.measure;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.measure.Measure;
import org.openmrs.module.retention.measure.MeasureLifeCycle;
import org.openmrs.module.retention.measure.MeasureRequest;
import org.openmrs.module.retention.measure.MeasureSearch;
import org.openmrs.module.retention.measure.MeasureService;
import org.openmrs.module.retention.measure.MeasureStatus;
import org.openmrs.module.retention.question.LocalizedText;
import org.openmrs.module.retention.shared.Messages;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.theme.taxonomy.ThemeService;
import org.openmrs.module.retention.web.page.Form;
import org.openmrs.module.retention.web.page.PageController;
import org.openmrs.module.retention.web.page.PageSettings;
import org.openmrs.util.PrivilegeConstants;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** "You said, we did": measures, who raised their themes, telling them, and the text to print. */
@RequestMapping("/retention/comments/measures")
public class MeasurePages extends PageController {

	private static final String PAGE = "comments/measures";

	private static final Page ROWS = new Page(0, 100);

	private static final int MONTHS_TO_PRINT = 3;

	/** Of the path below our root: comments, measures, uuid. */
	private static final int MEASURE_IN_PATH = 4;

	@RequestMapping(method = RequestMethod.GET)
	public ModelAndView list() {
		MeasureSearch all = MeasureSearch.builder().build();
		Map<String, Object> model = model("retention.page.measures.title");
		model.put("measures", service().findMeasures(all, ROWS));
		model.put("more", Math.max(0, service().countMeasures(all) - ROWS.getSize()));
		model.put("themes", Context.getService(ThemeService.class).getThemes(false));
		return page("measures", model);
	}

	@RequestMapping(value = "/{uuid}", method = RequestMethod.GET)
	public ModelAndView show(@PathVariable("uuid") String uuid) {
		Measure measure = existing(uuid);
		Map<String, Object> model = model("retention.page.measures.one");
		model.put("measure", measure);
		model.put("after", MeasureLifeCycle.after(measure.getStatus()));
		model.put("today", today());
		model.put("history", service().getMeasureHistory(measure));
		model.put("mayCount", Context.hasPrivilege(RetentionPrivileges.GET_COMMENTS));
		model.put("mayTell", Context.hasPrivilege(RetentionPrivileges.MANAGE_COMMENTS)
			&& Context.hasPrivilege(RetentionPrivileges.MANAGE_FOLLOW_UPS));
		if (Context.hasPrivilege(RetentionPrivileges.GET_COMMENTS)) {
			long raised = service().countRaisers(measure);
			model.put("raised", raised);
			model.put("toTell", service().countToTell(measure));
			model.put("raisers", mayName() ? service().findRaisers(measure, ROWS) : null);
			model.put("more", Math.max(0, raised - ROWS.getSize()));
		}
		return page("measure", model);
	}

	/** What patients said together with who they are: whoever may read answers, contacts and patients. */
	private static boolean mayName() {
		return Context.hasPrivilege(RetentionPrivileges.GET_SURVEY_RESPONSES)
			&& Context.hasPrivilege(RetentionPrivileges.GET_CONTACTS)
			&& Context.hasPrivilege(PrivilegeConstants.GET_PATIENTS);
	}

	/** To print: what was done in the days, in a language. */
	@RequestMapping(value = "/notice", method = RequestMethod.GET)
	public ModelAndView notice(HttpServletRequest request) {
		Form form = new Form(request);
		LocalDate to = form.date("lastDay") == null ? today() : form.date("lastDay");
		LocalDate from = form.date("firstDay") == null ? to.minusMonths(MONTHS_TO_PRINT) : form.date("firstDay");
		Locale language = MeasureNoticeResource.language(form.text("inLanguage"));
		Map<String, Object> model = model("retention.page.measures.notice");
		model.put("from", from);
		model.put("to", to);
		model.put("inLanguage", language.getLanguage());
		model.put("heading", Messages.text("retention.measure.notice.title", language));
		model.put("notices", NoticeRow.of(from, to, language));
		return page("measure-notice", model);
	}

	@Override
	protected ModelAndView formPage(HttpServletRequest request) {
		String[] path = request.getPathInfo().split("/");
		return path.length > MEASURE_IN_PATH ? show(path[MEASURE_IN_PATH]) : list();
	}

	@RequestMapping(method = RequestMethod.POST)
	public ModelAndView record(HttpServletRequest request) {
		Form form = new Form(request);
		Map<String, String> did = new LinkedHashMap<>(Collections.singletonMap(form.required("inLanguage"),
			form.required("did")));
		Map<String, String> said = new LinkedHashMap<>();
		if (form.text("said") != null) {
			said.put(form.required("inLanguage"), form.text("said"));
		}
		if (form.text("otherDid") != null || form.text("otherSaid") != null) {
			did.put(form.required("otherLanguage"), form.required("otherDid"));
			if (form.text("otherSaid") != null) {
				said.put(form.required("otherLanguage"), form.text("otherSaid"));
			}
		}
		Measure measure = service()
			.recordMeasure(MeasureRequest.builder().theme(MeasureResource.theme(form.required("theme")))
				.did(new LocalizedText(did)).said(said.isEmpty() ? null : new LocalizedText(said))
				.raisedFrom(form.date("raisedFrom")).build());
		tell(request, "done", text("retention.page.measures.recorded"));
		return go(PAGE + "/" + measure.getUuid());
	}

	@RequestMapping(value = "/{uuid}/transition", method = RequestMethod.POST)
	public ModelAndView transition(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		Form form = new Form(request);
		service().transitionMeasure(existing(uuid), form.choice("to", MeasureStatus.class), form.date("day"),
			form.number("version"), form.text("reason"));
		tell(request, "done", text("retention.page.measures.noted"));
		return go(PAGE + "/" + uuid);
	}

	@RequestMapping(value = "/{uuid}/tell", method = RequestMethod.POST)
	public ModelAndView tell(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		int begun = service().tellRaisers(existing(uuid), new Form(request).number("version"));
		tell(request, "done", text("retention.page.measures.told-now", begun));
		return go(PAGE + "/" + uuid);
	}

	private static Map<String, Object> model(String title) {
		Map<String, Object> model = new HashMap<>();
		model.put("room", "comments");
		model.put("title", text(title));
		model.put("locale", Context.getLocale());
		model.put("mayRecord", Context.hasPrivilege(RetentionPrivileges.MANAGE_COMMENTS));
		return model;
	}

	private static LocalDate today() {
		return LocalDate.now(PageSettings.zone());
	}

	private static Measure existing(String uuid) {
		Measure measure = service().getMeasureByUuid(uuid);
		if (measure == null) {
			throw RetentionException.notFound("retention.web.error.not-found", null);
		}
		return measure;
	}

	private static MeasureService service() {
		return MeasureResource.service();
	}
}
