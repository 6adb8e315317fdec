/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.openmrs.EncounterType;
import org.openmrs.Provider;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.shared.SystemActions;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.SurveySearch;
import org.openmrs.module.retention.survey.SurveyService;
import org.openmrs.module.retention.survey.result.Breakdown;
import org.openmrs.module.retention.survey.result.ResultSearch;
import org.openmrs.module.retention.survey.result.SurveyResultService;
import org.openmrs.module.retention.web.page.Form;
import org.openmrs.module.retention.web.page.PageController;
import org.openmrs.module.retention.web.page.PageSettings;
import org.openmrs.module.retention.web.today.ListChoices;
import org.openmrs.util.PrivilegeConstants;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** Which surveys there are, and what came of them. */
@RequestMapping("/retention")
public class SurveyPages extends PageController {

	private static final Page SURVEYS = new Page(0, 200);

	private static final int MONTHS_BEFORE = 11;

	@RequestMapping(value = "/surveys", method = RequestMethod.GET)
	public ModelAndView surveys() {
		Map<String, Object> model = model();
		model.put("title", text("retention.page.surveys.title"));
		return page("surveys", model);
	}

	/** Of the last year, unless another time is wanted; how themes go with coming again is known only of who answered before it. */
	@RequestMapping(value = "/surveys/results", method = RequestMethod.GET)
	public ModelAndView results(HttpServletRequest request) {
		Form form = new Form(request);
		Map<String, Object> model = resultForm();
		List<Survey> all = surveysByName();
		Survey survey = form.text("survey") == null ? all.isEmpty() ? null : all.get(0)
			: SurveyReferences.survey(form.text("survey"));
		LocalDate lastYear = LocalDate.now(PageSettings.zone()).minusMonths(MONTHS_BEFORE).withDayOfMonth(1);
		LocalDate from = form.text("from") == null ? lastYear : form.date("from");
		Breakdown by = form.text("by") == null ? Breakdown.MONTH : form.choice("by", Breakdown.class);
		for (String filter : new String[]{ "location", "provider", "encounterType", "mode", "to" }) {
			model.put(filter, form.text(filter) == null ? "" : form.text(filter));
		}
		model.put("from", from);
		model.put("by", by);
		ResultSearch search = search(form, survey, from);
		if (survey == null) {
			return page("survey-results", model);
		}
		model.put("survey", survey.getUuid());
		SurveyResultService service = Context.getService(SurveyResultService.class);
		model.put("view", new ResultsView(survey, service.getResults(search),
			service.getResults(search.toBuilder().by(by).build()), by, model, Context.getLocale()));
		boolean sinceEver = from.equals(lastYear);
		model.put("sinceEver", sinceEver);
		model.put("drivers",
			Context.hasPrivilege(RetentionPrivileges.GET_THEMES)
				? service.getDrivers(sinceEver ? search.toBuilder().from(null).build() : search)
				: Collections.emptyList());
		return page("survey-results", model);
	}

	/** The answers that the page counts, as a file. */
	@RequestMapping(value = "/surveys/export", method = RequestMethod.POST)
	public void export(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Form form = new Form(request);
		ExportFile.send(search(form, SurveyReferences.survey(form.required("survey")), form.date("from")), response);
	}

	private static ResultSearch search(Form form, Survey survey, LocalDate from) {
		return ResultSearch.builder().survey(survey).from(from).to(form.date("to"))
			.mode(form.text("mode") == null ? null : form.choice("mode", SurveyMode.class))
			.location(SurveyReferences.location(form.text("location")))
			.provider(SurveyReferences.provider(form.text("provider")))
			.encounterType(SurveyReferences.encounterType(form.text("encounterType"))).build();
	}

	/** What narrows the figures stands in the address: it is a form too. */
	@Override
	protected boolean isForm(HttpServletRequest request) {
		return true;
	}

	@Override
	protected ModelAndView formPage(HttpServletRequest request) {
		return page("survey-results", resultForm());
	}

	/** With nothing found yet. */
	private static Map<String, Object> resultForm() {
		Map<String, Object> model = model();
		model.put("title", text("retention.page.results.title"));
		for (String chosen : new String[]{ "survey", "from", "to", "location", "provider", "encounterType", "mode", "by" }) {
			model.put(chosen, "");
		}
		model.put("view", null);
		model.put("drivers", Collections.emptyList());
		model.put("sinceEver", false);
		model.put("choices", new ListChoices());
		model.put("breakdowns", Arrays.asList(Breakdown.values()));
		model.put("modes", Arrays.asList(SurveyMode.values()));
		model.put("providers", named(PrivilegeConstants.GET_PROVIDERS,
			() -> Context.getProviderService().getAllProviders(false).stream().filter(one -> one.getPerson() != null)
				.sorted(Comparator.comparing((Provider one) -> String.valueOf(one.getName())))
				.collect(Collectors.toList())));
		model.put("encounterTypes", named(PrivilegeConstants.GET_ENCOUNTER_TYPES,
			() -> Context.getEncounterService().getAllEncounterTypes(false).stream()
				.sorted(Comparator.comparing(EncounterType::getName)).collect(Collectors.toList())));
		return model;
	}

	/** What filters offer: names only. */
	private static <T> List<T> named(String privilege, Supplier<List<T>> read) {
		return SystemActions.asSystem(Collections.singleton(privilege), read);
	}

	private static Map<String, Object> model() {
		Map<String, Object> model = new HashMap<>();
		model.put("room", "surveys");
		model.put("surveys", surveysByName());
		return model;
	}

	/** Those that are asked no more too. */
	private static List<Survey> surveysByName() {
		return Context.getService(SurveyService.class).findSurveys(SurveySearch.builder().includeRetired(true).build(),
			SURVEYS);
	}
}
