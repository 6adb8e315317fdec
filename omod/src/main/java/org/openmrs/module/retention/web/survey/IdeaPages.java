/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.survey;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.survey.idea.Idea;
import org.openmrs.module.retention.survey.idea.IdeaLifeCycle;
import org.openmrs.module.retention.survey.idea.IdeaService;
import org.openmrs.module.retention.survey.idea.IdeaStatus;
import org.openmrs.module.retention.survey.idea.Opinion;
import org.openmrs.module.retention.web.page.Form;
import org.openmrs.module.retention.web.page.PageController;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** Ideas of patients: noted, put to others, counted, decided on. */
@RequestMapping("/retention")
public class IdeaPages extends PageController {

	private static final String IDEAS = "surveys/ideas";

	private static final Page ROWS = new Page(0, 100);

	/** What can be done with an idea, for the template. */
	public static final class Steps {

		public Iterable<IdeaStatus> after(Idea idea) {
			return IdeaLifeCycle.after(idea.getStatus());
		}

		public boolean isReasonNeeded(IdeaStatus to) {
			return to == IdeaStatus.ADOPTED || to == IdeaStatus.DROPPED;
		}
	}

	@RequestMapping(value = "/surveys/ideas", method = RequestMethod.GET)
	public ModelAndView ideas() {
		Map<String, Object> model = new HashMap<>();
		model.put("room", "surveys");
		model.put("title", text("retention.page.ideas.title"));
		model.put("ideas", service().findIdeas(null, ROWS));
		model.put("more", Math.max(0, service().countIdeas(null) - ROWS.getSize()));
		model.put("opinions", Arrays.asList(Opinion.values()));
		model.put("steps", new Steps());
		model.put("mayAnswer", Context.hasPrivilege(RetentionPrivileges.MANAGE_SURVEY_RESPONSES));
		model.put("mayDecide", Context.hasPrivilege(RetentionPrivileges.MANAGE_IDEAS));
		return page("ideas", model);
	}

	@Override
	protected ModelAndView formPage(HttpServletRequest request) {
		return ideas();
	}

	@RequestMapping(value = "/surveys/ideas", method = RequestMethod.POST)
	public ModelAndView note(HttpServletRequest request) {
		Form form = new Form(request);
		service().noteIdea(form.required("question"), null, form.text("wanted") == null ? null : form.number("wanted"));
		tell(request, "done", text("retention.page.ideas.noted"));
		return go(IDEAS);
	}

	@RequestMapping(value = "/surveys/ideas/{uuid}/answer", method = RequestMethod.POST)
	public ModelAndView answer(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		Form form = new Form(request);
		service().answerIdea(idea(uuid), form.text("patient"), form.choice("opinion", Opinion.class));
		tell(request, "done", text("retention.page.ideas.counted"));
		return goBack(request, IDEAS);
	}

	@RequestMapping(value = "/surveys/ideas/{uuid}/transition", method = RequestMethod.POST)
	public ModelAndView transition(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		Form form = new Form(request);
		service().transitionIdea(idea(uuid), form.choice("to", IdeaStatus.class), form.number("version"),
			form.text("reason"));
		return go(IDEAS);
	}

	private static Idea idea(String uuid) {
		Idea idea = service().getIdeaByUuid(uuid);
		if (idea == null) {
			throw RetentionException.notFound("retention.web.error.not-found", null);
		}
		return idea;
	}

	private static IdeaService service() {
		return Context.getService(IdeaService.class);
	}
}
