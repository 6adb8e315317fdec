/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.taxonomy;

import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_THEMES;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_COMMENTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_THEMES;
import static org.openmrs.module.retention.theme.ThemeFixture.aTheme;

import java.util.Collections;
import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;

class ThemeServiceAuthorizationIT extends ServiceAuthorizationIT {

	ThemeServiceAuthorizationIT() {
		super(ThemeService.class);
	}

	static Stream<Call> calls() {
		Class<ThemeService> service = ThemeService.class;
		Theme theme = new Theme(aTheme("x").build());
		ThemeDefinition nothing = ThemeDefinition.builder().build();
		return Stream.of(call(service, "getThemeByUuid", s -> s.getThemeByUuid("x"), GET_THEMES),
			call(service, "getThemes", s -> s.getThemes(true), GET_THEMES),
			call(service, "getChanges", s -> s.getChanges(null), GET_THEMES),
			call(service, "saveTheme", s -> s.saveTheme(nothing), MANAGE_THEMES),
			call(service, "saveTaxonomy", s -> s.saveTaxonomy(TaxonomyDefinition.builder().build()), MANAGE_THEMES),
			call(service, "closeTheme", s -> s.closeTheme(theme, " "), MANAGE_THEMES),
			call(service, "reopenTheme", s -> s.reopenTheme(theme), MANAGE_THEMES),
			call(service, "mergeThemes", s -> s.mergeThemes(theme, theme), MANAGE_THEMES),
			call(service, "nameTheme", s -> s.nameTheme(nothing, Collections.emptyList()), MANAGE_THEMES, MANAGE_COMMENTS),
			call(service, "splitTheme", s -> s.splitTheme(theme, nothing, Collections.emptyList()), MANAGE_THEMES));
	}
}
