/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.theme;

import java.time.ZoneId;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.theme.assignment.AssignmentChange;
import org.openmrs.module.retention.theme.assignment.CommentService;
import org.openmrs.module.retention.theme.model.ThemeModelService;
import org.openmrs.module.retention.theme.taxonomy.Theme;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.LockRetry;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.TimeText;
import org.openmrs.module.retention.web.rest.VerbResource;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.api.RestService;
import org.openmrs.module.webservices.rest.web.representation.Representation;

/** What is said of a comment's themes, and what became of them. */
@SubResource(parent = CommentResource.class, path = "theme", supportedClass = CommentThemeResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class CommentThemeResource extends VerbResource {

	/** What is done. */
	enum Action {
		/** Give it the theme. */
		ASSIGN,
		/** What was proposed is right. */
		CONFIRM,
		/** It is not that theme. */
		REJECT,
		/** It is another: {@code instead}. */
		CORRECT,
		/** It was read, and no theme fits. */
		NONE,
		/** Have the model and the phrases propose now. */
		PROPOSE
	}

	@Override
	public Object create(String commentUuid, SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "action", "theme", "instead", "version");
		Action action = request.requiredChoice("action", Action.class);
		Integer version = request.number("version", 0);
		CommentRow row = comments().existing(commentUuid);
		boolean named = action != Action.NONE && action != Action.PROPOSE;
		Theme theme = named ? named(request, "theme") : null;
		Theme instead = action == Action.CORRECT ? named(request, "instead") : null;
		LockRetry.of(() -> act(action, row, theme, instead, version));
		return comments().asRepresentation(comments().existing(commentUuid), context.getRepresentation());
	}

	private static Object act(Action action, CommentRow row, Theme theme, Theme instead, Integer version) {
		CommentService service = CommentResource.service();
		switch (action) {
			case ASSIGN:
				return service.assignTheme(row.getUuid(), theme, version);
			case CONFIRM:
				return service.confirmTheme(row.getUuid(), theme, version);
			case REJECT:
				return service.rejectTheme(row.getUuid(), theme, version);
			case CORRECT:
				return service.correctTheme(row.getUuid(), theme, instead, version);
			case NONE:
				return service.readWithoutTheme(row.getUuid(), version);
			default:
				return Context.getService(ThemeModelService.class).proposeFor(row.getReading());
		}
	}

	private static Theme named(JsonBody request, String field) {
		return ThemeReferences.theme(field, request.requiredText(field, 38));
	}

	@Override
	public SimpleObject getAll(String commentUuid, RequestContext context) {
		CommentRow row = comments().existing(commentUuid);
		return Listing.of(CommentResource.service().getHistory(row.getUuid())).page(context, CommentThemeResource::shown);
	}

	private static SimpleObject shown(AssignmentChange change) {
		ZoneId zone = ZoneId.systemDefault();
		SimpleObject shown = new SimpleObject();
		shown.put("theme", change.getTheme().getUuid());
		shown.put("fromTheme", change.getFromTheme().getUuid());
		shown.put("from", TimeText.shown(change.getFromStatus(), zone));
		shown.put("to", TimeText.shown(change.getToStatus(), zone));
		shown.put("confidence", change.getConfidence());
		shown.put("modelVersion", change.getModelVersion());
		shown.put("at", TimeText.shown(change.getChangedAt(), zone));
		Object actor = ConversionUtil.convertToRepresentation(change.getActor(), Representation.REF);
		if (actor != ConversionUtil.PRIVILEGE_DENIED) {
			shown.put("by", actor);
		}
		shown.put("reason", change.getReason());
		return shown;
	}

	static CommentResource comments() {
		return (CommentResource) Context.getService(RestService.class).getResourceByName(Namespace.V1 + "/comment");
	}
}
