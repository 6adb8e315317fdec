/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.taxonomy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.question.DefinitionRules;
import org.openmrs.module.retention.shared.DefinitionJson;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.shared.Problem;
import org.openmrs.module.retention.shared.RetentionException;
import org.springframework.transaction.annotation.Transactional;

/** See {@link ThemeService}. */
public class ThemeServiceImpl extends BaseOpenmrsService implements ThemeService {

	private static final int MOST_COMMENTS = 500;

	private final ThemeDao dao;

	private final Themes themes;

	private final ThemeUse use;

	private final Clock clock;

	ThemeServiceImpl(ThemeDao dao, Themes themes, ThemeUse use, Clock clock) {
		this.dao = dao;
		this.themes = themes;
		this.use = use;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public Theme getThemeByUuid(String uuid) {
		return dao.byUuid(uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Theme> getThemes(boolean includeRetired) {
		return themes.inTreeOrder(includeRetired);
	}

	@Override
	@Transactional(readOnly = true)
	public List<ThemeChange> getChanges(Theme theme) {
		return dao.changes(theme);
	}

	@Override
	@Transactional
	public Theme saveTheme(ThemeDefinition definition) {
		refuse(new TaxonomyValidator().validate(definition));
		Theme theme = store(definition, parent(definition.getParent()), occasion(null));
		themes.renew();
		return theme;
	}

	@Override
	@Transactional
	public List<Theme> saveTaxonomy(TaxonomyDefinition taxonomy) {
		refuse(new TaxonomyValidator().validate(taxonomy));
		List<Theme> stored = new ArrayList<>();
		boolean changed = false;
		for (ThemeDefinition definition : taxonomy.getThemes()) {
			Theme theme = dao.byUuid(definition.getUuid());
			if (theme == null || !theme.wasLoadedAs(definition)) {
				theme = load(definition, occasion(taxonomy.getName()));
				changed = true;
			}
			stored.add(theme);
		}
		if (changed) {
			themes.renew();
		}
		return stored;
	}

	private Theme load(ThemeDefinition definition, Occasion occasion) {
		Theme above = definition.getParent() == null ? null : dao.byCode(definition.getParent());
		Theme theme = store(definition, above, occasion);
		theme.loadedAs(definition);
		if (definition.isRetired() && !theme.getRetired()) {
			close(theme, occasion);
		}
		dao.update(theme);
		return theme;
	}

	private Theme store(ThemeDefinition definition, Theme above, Occasion occasion) {
		Theme theme = definition.getUuid() == null ? null : dao.byUuid(definition.getUuid());
		String before = theme == null ? null : DefinitionJson.write(theme.getDefinition());
		if (theme == null) {
			if (definition.getCode() != null && dao.byCode(definition.getCode()) != null) {
				throw RetentionException.conflict("retention.theme.error.code-taken", "code", definition.getCode());
			}
			theme = new Theme(definition);
			theme.word(definition, above);
			dao.add(theme);
		} else {
			if (definition.getCode() != null && !definition.getCode().equals(theme.getCode())) {
				throw RetentionException.invalid("retention.theme.error.code-fixed", "code", theme.getCode());
			}
			refuseCircle(theme, above);
			theme.word(definition, above);
			dao.update(theme);
		}
		String words = DefinitionJson.write(theme.getDefinition());
		if (!words.equals(before)) {
			ThemeChange.Kind kind = before == null ? ThemeChange.Kind.NAMED : ThemeChange.Kind.CHANGED;
			dao.add(new ThemeChange(theme, kind, null, words, occasion));
		}
		return theme;
	}

	private Theme parent(String code) {
		Theme parent = code == null ? null : dao.byCode(code);
		if (code != null && (parent == null || parent.getRetired())) {
			throw RetentionException.invalid("retention.theme.error.parent-unknown", "parent", code);
		}
		return parent;
	}

	private static void refuseCircle(Theme theme, Theme above) {
		for (Theme one = above; one != null; one = one.getParent()) {
			if (one.equals(theme)) {
				throw RetentionException.invalid("retention.theme.error.circle", "parent", theme.getCode(), above.getCode());
			}
		}
	}

	@Override
	@Transactional
	public Theme closeTheme(Theme theme, String reason) {
		if (StringUtils.isBlank(reason)) {
			throw RetentionException.invalid(DefinitionRules.REQUIRED, "reason", "reason");
		}
		if (!theme.getRetired()) {
			close(theme, occasion(reason.trim()));
			themes.renew();
		}
		return theme;
	}

	private void close(Theme theme, Occasion occasion) {
		theme.retire(occasion);
		dao.update(theme);
		note(theme, ThemeChange.Kind.RETIRED, null, occasion);
		use.withdraw(theme, occasion);
	}

	@Override
	@Transactional
	public Theme reopenTheme(Theme theme) {
		if (theme.getMergedInto() != null) {
			throw RetentionException.conflict("retention.theme.error.merged", null, theme.getMergedInto().getCode());
		}
		if (theme.getRetired()) {
			theme.unretire();
			dao.update(theme);
			note(theme, ThemeChange.Kind.REOPENED, null, occasion(null));
			themes.renew();
		}
		return theme;
	}

	@Override
	@Transactional
	public Theme mergeThemes(Theme from, Theme into) {
		refuseRetired(from);
		refuseRetired(into);
		if (from.equals(into)) {
			throw RetentionException.invalid("retention.theme.error.merge-itself", "into", into.getCode());
		}
		refuseCircle(from, into);
		Occasion occasion = occasion("merged");
		themes.inTreeOrder(true).stream().filter(theme -> from.equals(theme.getParent())).forEach(child -> {
			child.moveBelow(into);
			dao.update(child);
			note(child, ThemeChange.Kind.CHANGED, null, occasion);
		});
		use.merge(from, into, occasion);
		from.mergeInto(into, occasion);
		dao.update(from);
		note(from, ThemeChange.Kind.MERGED, into, occasion);
		themes.renew();
		return into;
	}

	@Override
	@Transactional
	public Theme nameTheme(ThemeDefinition definition, Collection<String> comments) {
		refuseAsNew(definition, comments);
		Occasion occasion = occasion(null);
		Theme theme = store(definition, parent(definition.getParent()), occasion);
		use.give(theme, comments, occasion);
		themes.renew();
		return theme;
	}

	@Override
	@Transactional
	public Theme splitTheme(Theme theme, ThemeDefinition definition, Collection<String> comments) {
		refuseRetired(theme);
		refuseAsNew(definition, comments);
		dao.claim(theme);
		Occasion occasion = occasion("split");
		Theme above = definition.getParent() == null ? theme.getParent() : parent(definition.getParent());
		Theme split = store(definition, above, occasion);
		use.split(theme, split, comments, occasion);
		note(theme, ThemeChange.Kind.SPLIT, split, occasion);
		themes.renew();
		return split;
	}

	private static void refuseAsNew(ThemeDefinition definition, Collection<String> comments) {
		if (definition.getUuid() != null) {
			throw RetentionException.invalid("retention.theme.error.split-into-new", "uuid");
		}
		if (comments.isEmpty()) {
			throw RetentionException.invalid(DefinitionRules.REQUIRED, "comments", "comments");
		}
		if (comments.size() > MOST_COMMENTS) {
			throw RetentionException.invalid(DefinitionRules.OUT_OF_RANGE, "comments", comments.size(), 1, MOST_COMMENTS);
		}
		refuse(new TaxonomyValidator().validate(definition));
	}

	private void note(Theme theme, ThemeChange.Kind kind, Theme other, Occasion occasion) {
		dao.add(new ThemeChange(theme, kind, other, DefinitionJson.write(theme.getDefinition()), occasion));
	}

	private static void refuseRetired(Theme theme) {
		if (theme.getRetired()) {
			throw RetentionException.conflict("retention.theme.error.theme-retired", "theme", theme.getCode());
		}
	}

	private static void refuse(List<Problem> problems) {
		if (!problems.isEmpty()) {
			throw RetentionException.invalid(problems);
		}
	}

	private Occasion occasion(String reason) {
		return new Occasion(Context.getAuthenticatedUser(), clock.instant(), reason);
	}
}
