/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.theme;

import org.openmrs.api.context.Context;
import org.openmrs.module.retention.theme.taxonomy.Theme;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.VerbResource;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.api.RestService;

/** {@code POST {"into": ...}}: what had the theme has the other, which is answered. */
@SubResource(parent = ThemeResource.class, path = "merge", supportedClass = ThemeMergeResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class ThemeMergeResource extends VerbResource {

	@Override
	public Object create(String themeUuid, SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "into", "version");
		Theme from = themes().existing(themeUuid);
		from.expectVersion(request.number("version", 0));
		Theme into = ThemeReferences.theme("into", request.requiredText("into", 38));
		return themes().asRepresentation(ThemeResource.service().mergeThemes(from, into), context.getRepresentation());
	}

	static ThemeResource themes() {
		return (ThemeResource) Context.getService(RestService.class).getResourceByName(Namespace.V1 + "/theme");
	}
}
