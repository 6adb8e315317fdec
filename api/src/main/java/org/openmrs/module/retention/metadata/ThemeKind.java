/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import java.util.List;
import org.openmrs.module.retention.metadata.source.PackageFormats;
import org.openmrs.module.retention.metadata.source.PackageItem;
import org.openmrs.module.retention.metadata.source.PackageProblem;
import org.openmrs.module.retention.theme.taxonomy.TaxonomyDefinition;
import org.openmrs.module.retention.theme.taxonomy.Theme;
import org.openmrs.module.retention.theme.taxonomy.ThemeDefinition;
import org.openmrs.module.retention.theme.taxonomy.ThemeService;

/**
 * Taxonomies of themes. Of a changed file those themes are worded anew that it words otherwise; a theme whose parent this server
 * lacks stands at the top, with a warning.
 */
class ThemeKind implements PackageKind {

	private final ThemeService themes;

	ThemeKind(ThemeService themes) {
		this.themes = themes;
	}

	@Override
	public String getKind() {
		return PackageFormats.THEMES;
	}

	@Override
	public PackageChange.Action plan(PackageItem item, LoadContents contents, List<PackageProblem> warnings) {
		TaxonomyDefinition taxonomy = (TaxonomyDefinition) item.getDefinition();
		List<Theme> stored = themes.getThemes(true);
		boolean changed = false;
		boolean known = false;
		for (int i = 0; i < taxonomy.getThemes().size(); i++) {
			ThemeDefinition definition = taxonomy.getThemes().get(i);
			String parent = definition.getParent();
			if (parent != null && stored.stream().noneMatch(theme -> theme.getCode().equals(parent))
				&& contents.definitions(TaxonomyDefinition.class).flatMap(one -> one.getThemes().stream())
					.noneMatch(theme -> parent.equals(theme.getCode()))) {
				String path = "themes[" + i + "].parent";
				warnings.add(PackageProblem.warning(item.lineOf(path), path, "retention.metadata.warning.reference-unknown",
					parent));
			}
			Theme theme = stored.stream().filter(one -> one.getUuid().equals(definition.getUuid())).findFirst().orElse(null);
			known |= theme != null;
			changed |= theme == null || !theme.wasLoadedAs(definition);
		}
		return !known ? PackageChange.Action.CREATE : changed ? PackageChange.Action.UPDATE : PackageChange.Action.NONE;
	}

	@Override
	public void apply(PackageItem item) {
		themes.saveTaxonomy((TaxonomyDefinition) item.getDefinition());
	}
}
