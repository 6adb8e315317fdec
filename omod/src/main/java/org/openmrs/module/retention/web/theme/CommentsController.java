/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.theme;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.question.LocalizedText;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.idea.IdeaService;
import org.openmrs.module.retention.theme.assignment.CommentService;
import org.openmrs.module.retention.theme.taxonomy.Theme;
import org.openmrs.module.retention.theme.taxonomy.ThemeDefinition;
import org.openmrs.module.retention.web.page.Form;
import org.openmrs.module.retention.web.page.PageController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** Comments to be read next, and what is said of them. */
@RequestMapping("/retention/comments")
public class CommentsController extends PageController {

	private static final String PAGE = "comments";

	private static final double PERCENT = 100;

	@RequestMapping(method = RequestMethod.GET)
	public ModelAndView show(HttpServletRequest request) {
		Map<String, Object> model = new HashMap<>();
		model.put("room", PAGE);
		model.put("title", text("retention.page.comments.title"));
		model.put("view", new CommentsView(new Form(request)));
		return page(PAGE, model);
	}

	@Override
	protected ModelAndView formPage(HttpServletRequest request) {
		return show(request);
	}

	/** Of one comment: whichever button was pressed. */
	@RequestMapping(value = "/decide", method = RequestMethod.POST)
	public ModelAndView decide(HttpServletRequest request) {
		Form form = new Form(request);
		String comment = form.required("comment");
		int version = form.number("version");
		if (form.text("confirm") != null) {
			service().confirmTheme(comment, theme(form, "confirm"), version);
		} else if (form.text("reject") != null) {
			service().rejectTheme(comment, theme(form, "reject"), version);
		} else if (form.text("correct") != null) {
			service().correctTheme(comment, theme(form, "correct"), theme(form, "theme"), version);
		} else if (form.text("none") != null) {
			service().readWithoutTheme(comment, version);
		} else {
			service().assignTheme(comment, theme(form, "theme"), version);
		}
		return noted(request);
	}

	/** The ticked ones get a theme that there is, or one that is named now; shown by a theme, they are split off it. */
	@RequestMapping(value = "/give", method = RequestMethod.POST)
	public ModelAndView give(HttpServletRequest request) {
		Form form = new Form(request);
		List<String> comments = form.texts("ticked");
		if (comments.isEmpty()) {
			throw RetentionException.invalid("retention.web.error.missing", "ticked", "ticked");
		}
		if (form.text("naming") == null && (form.text("theme") != null || form.text("newTheme") == null)) {
			service().assignToAll(comments, theme(form, "theme"));
		} else {
			name(form, comments);
		}
		return noted(request);
	}

	private static void name(Form form, List<String> comments) {
		ThemeDefinition words = ThemeDefinition.builder().name(new LocalizedText(
			Collections.singletonMap(Context.getLocale().getLanguage(), form.required("newTheme")))).build();
		Theme about = ThemeReferences.theme("ofTheme", form.text("ofTheme"));
		if (about != null) {
			about.expectVersion(form.number("ofThemeVersion"));
			ThemeResource.service().splitTheme(about, words, comments);
		} else {
			ThemeResource.service().nameTheme(words, comments);
		}
	}

	@RequestMapping(value = "/confirm", method = RequestMethod.POST)
	public ModelAndView confirm(HttpServletRequest request) {
		Form form = new Form(request);
		int confirmed = service().confirmProposals(form.number("confidence") / PERCENT,
			ThemeReferences.theme("ofTheme", form.text("ofTheme")));
		tell(request, "done", text("retention.page.comments.bulk-done", confirmed));
		return goBack(request, PAGE);
	}

	/** What a comment suggests, in the words in which others are to be asked. */
	@RequestMapping(value = "/idea", method = RequestMethod.POST)
	public ModelAndView idea(HttpServletRequest request) {
		Form form = new Form(request);
		Context.getService(IdeaService.class).noteIdea(form.required("question"), form.required("comment"), null);
		tell(request, "done", text("retention.page.ideas.noted"));
		return goBack(request, PAGE);
	}

	private static Theme theme(Form form, String field) {
		return ThemeReferences.theme(field, form.required(field));
	}

	private static ModelAndView noted(HttpServletRequest request) {
		tell(request, "done", text("retention.page.comments.noted"));
		return goBack(request, PAGE);
	}

	private static CommentService service() {
		return CommentResource.service();
	}
}
