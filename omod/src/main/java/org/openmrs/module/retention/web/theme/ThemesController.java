/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.theme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.question.LocalizedText;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.theme.model.StoredModel;
import org.openmrs.module.retention.theme.model.ThemeModelService;
import org.openmrs.module.retention.theme.taxonomy.Theme;
import org.openmrs.module.retention.theme.taxonomy.ThemeDefinition;
import org.openmrs.module.retention.web.page.Form;
import org.openmrs.module.retention.web.page.PageController;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** The themes themselves: named, reworded, merged, retired; and what was learnt of them. */
@RequestMapping("/retention/comments/themes")
public class ThemesController extends PageController {

	private static final String PAGE = "comments/themes";

	private static final int PERCENT = 100;

	private static final Page LATEST = new Page(0, 5);

	@RequestMapping(method = RequestMethod.GET)
	public ModelAndView show() {
		Map<String, Object> model = new HashMap<>();
		model.put("room", "comments");
		model.put("title", text("retention.page.comments.themes"));
		model.put("depths", depths());
		model.put("models", models());
		model.put("locale", Context.getLocale());
		model.put("mayName", Context.hasPrivilege(RetentionPrivileges.MANAGE_THEMES));
		return page("themes", model);
	}

	private static List<Map<String, Object>> models() {
		List<Map<String, Object>> models = new ArrayList<>();
		for (StoredModel model : Context.getService(ThemeModelService.class).findModels(LATEST)) {
			Map<String, Object> shown = new HashMap<>();
			shown.put("version", model.getModelVersion());
			shown.put("size", model.getTrainingSize());
			shown.put("right", Math.round(model.getAccuracy() * PERCENT));
			shown.put("reason", model.getReason());
			shown.put("active", model.isActive());
			models.add(shown);
		}
		return models;
	}

	/** How far down each stands, as a tree is read. */
	private static Map<Theme, Integer> depths() {
		Map<Theme, Integer> depths = new LinkedHashMap<>();
		List<Theme> all = ThemeResource.service().getThemes(false);
		all.forEach(
			theme -> depths.put(theme, theme.getParent() == null ? 0 : depths.getOrDefault(theme.getParent(), 0) + 1));
		return depths;
	}

	@Override
	protected ModelAndView formPage(HttpServletRequest request) {
		return show();
	}

	@RequestMapping(method = RequestMethod.POST)
	public ModelAndView add(HttpServletRequest request) {
		Form form = new Form(request);
		Theme parent = ThemeReferences.theme("parent", form.text("parent"));
		ThemeResource.service().saveTheme(ThemeDefinition.builder().name(new LocalizedText(
			Collections.singletonMap(Context.getLocale().getLanguage(), form.required("newTheme"))))
			.parent(parent == null ? null : parent.getCode()).build());
		return noted(request);
	}

	/** In the reader's language; the other languages keep their names. */
	@RequestMapping(value = "/{uuid}/rename", method = RequestMethod.POST)
	public ModelAndView rename(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		ThemeDefinition words = existing(uuid, request).getDefinition();
		Map<String, String> names = new LinkedHashMap<>(words.getName().getByTag());
		names.put(Context.getLocale().getLanguage(), new Form(request).required("themeName"));
		ThemeResource.service().saveTheme(words.toBuilder().name(new LocalizedText(names)).build());
		return noted(request);
	}

	@RequestMapping(value = "/{uuid}/merge", method = RequestMethod.POST)
	public ModelAndView merge(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		Theme into = ThemeReferences.theme("into", new Form(request).required("into"));
		ThemeResource.service().mergeThemes(existing(uuid, request), into);
		return noted(request);
	}

	@RequestMapping(value = "/{uuid}/retire", method = RequestMethod.POST)
	public ModelAndView retire(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		ThemeResource.service().closeTheme(existing(uuid, request), new Form(request).required("reason"));
		return noted(request);
	}

	@RequestMapping(value = "/learn", method = RequestMethod.POST)
	public ModelAndView learn(HttpServletRequest request) {
		StoredModel model = Context.getService(ThemeModelService.class).retrain();
		tell(request, "done", text("retention.page.model-reason." + model.getReason()));
		return go(PAGE);
	}

	/** As the form has shown it. */
	private static Theme existing(String uuid, HttpServletRequest request) {
		Theme theme = ThemeResource.service().getThemeByUuid(uuid);
		if (theme == null || theme.getRetired()) {
			throw RetentionException.notFound("retention.web.error.not-found", null);
		}
		theme.expectVersion(new Form(request).number("version"));
		return theme;
	}

	private static ModelAndView noted(HttpServletRequest request) {
		tell(request, "done", text("retention.page.comments.noted"));
		return go(PAGE);
	}
}
