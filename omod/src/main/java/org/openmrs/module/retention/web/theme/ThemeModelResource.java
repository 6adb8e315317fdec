/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.theme;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.theme.model.StoredModel;
import org.openmrs.module.retention.theme.model.ThemeModelService;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.JsonTree;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** Models that were learnt, with their scores; {@code POST {}} learns another now. */
@Resource(name = Namespace.V1
	+ "/thememodel", supportedClass = StoredModel.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class ThemeModelResource extends EntityResource<StoredModel> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_THEMES;
	}

	@Override
	protected StoredModel find(String uuid) {
		return service().getModelByUuid(uuid);
	}

	@Override
	protected Listing<StoredModel> list(QueryFilters filters) {
		return Listing.of(page -> service().findModels(page), () -> service().countModels());
	}

	@Override
	public DelegatingResourceDescription getRepresentationDescription(Representation representation) {
		DelegatingResourceDescription description = super.getRepresentationDescription(representation);
		if (description != null) {
			description.getProperties().remove("auditInfo");
		}
		return description;
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		for (String name : new String[]{ "modelVersion", "active", "reason", "trainingSize", "accuracy", "macroF1",
			"balancedAccuracy", "cba", "scored", "compared", "accuracyBefore", "macroF1Before", "accuracyAfter",
			"macroF1After",
			"learntUntil" }) {
			description.addProperty(name);
		}
		if (full) {
			description.addProperty("themeScores");
		}
	}

	@PropertyGetter("display")
	public static String getDisplay(StoredModel model) {
		return String.valueOf(model.getModelVersion());
	}

	@PropertyGetter("themeScores")
	public static List<Object> getThemeScores(StoredModel model) {
		Map<String, Object> tree = JsonTree.of(Collections.singletonMap("scores", model.getThemeScores()));
		return (List<Object>) tree.get("scores");
	}

	@Override
	public Object create(SimpleObject body, RequestContext context) {
		JsonBody.of(body);
		return rendered(service().retrain(), context);
	}

	private static ThemeModelService service() {
		return Context.getService(ThemeModelService.class);
	}
}
