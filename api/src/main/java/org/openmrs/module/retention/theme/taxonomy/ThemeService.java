/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.taxonomy;

import java.util.Collection;
import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** Themes: what packages bring and what people word while they read. What is wrong is a {@code RetentionException}. */
public interface ThemeService extends OpenmrsService {

	/** Null when there is none; a retired one is found. */
	@Authorized(RetentionPrivileges.GET_THEMES)
	Theme getThemeByUuid(String uuid);

	/** As a tree is read: each after the one above it. */
	@Authorized(RetentionPrivileges.GET_THEMES)
	List<Theme> getThemes(boolean includeRetired);

	/** What became of it, in order. */
	@Authorized(RetentionPrivileges.GET_THEMES)
	List<ThemeChange> getChanges(Theme theme);

	/**
	 * A new theme, or other words for the one with the definition's uuid; its code stays. Comments that nobody has read are
	 * looked at again.
	 */
	@Authorized(RetentionPrivileges.MANAGE_THEMES)
	Theme saveTheme(ThemeDefinition definition);

	/**
	 * What a package says: of its themes those are worded anew that it words otherwise than last time. What people have made of
	 * the others stays.
	 */
	@Authorized(RetentionPrivileges.MANAGE_THEMES)
	List<Theme> saveTaxonomy(TaxonomyDefinition taxonomy);

	/** Retires it: it is not given to comments any more. What people have confirmed stays. */
	@Authorized(RetentionPrivileges.MANAGE_THEMES)
	Theme closeTheme(Theme theme, String reason);

	@Authorized(RetentionPrivileges.MANAGE_THEMES)
	Theme reopenTheme(Theme theme);

	/** Comments that have the first have the second; so has what stood below the first. The first is retired. */
	@Authorized({ RetentionPrivileges.MANAGE_THEMES })
	Theme mergeThemes(Theme from, Theme into);

	/**
	 * A new theme for comments that were read together: they have it, or there is none.
	 *
	 * @param comments uuids, at most 500
	 */
	@Authorized(value = { RetentionPrivileges.MANAGE_THEMES, RetentionPrivileges.MANAGE_COMMENTS }, requireAll = true)
	Theme nameTheme(ThemeDefinition definition, Collection<String> comments);

	/**
	 * A new theme beside another, for some of its comments. The other has another version then.
	 *
	 * @param comments uuids of comments that have the theme, at most 500
	 * @return the new one
	 */
	@Authorized(RetentionPrivileges.MANAGE_THEMES)
	Theme splitTheme(Theme theme, ThemeDefinition definition, Collection<String> comments);
}
