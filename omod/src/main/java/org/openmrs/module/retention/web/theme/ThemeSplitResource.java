/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.theme;

import java.util.List;
import org.openmrs.module.retention.theme.taxonomy.Theme;
import org.openmrs.module.retention.theme.taxonomy.ThemeDefinition;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.VerbResource;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;

/** {@code POST {"theme": {...}, "comments": [...]}}: a new theme for some of the comments, which is answered. */
@SubResource(parent = ThemeResource.class, path = "split", supportedClass = ThemeSplitResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class ThemeSplitResource extends VerbResource {

	@Override
	public Object create(String themeUuid, SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "theme", "comments", "version");
		ThemeDefinition definition = JsonBody.bind(request.required("theme", request.map("theme")), ThemeDefinition.class);
		List<String> comments = request.texts("comments", 38);
		Theme theme = ThemeMergeResource.themes().existing(themeUuid);
		theme.expectVersion(request.number("version", 0));
		return ThemeMergeResource.themes().asRepresentation(
			ThemeResource.service().splitTheme(theme, definition, comments), context.getRepresentation());
	}
}
