/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.measure;

import org.openmrs.api.context.Context;
import org.openmrs.module.retention.measure.Measure;
import org.openmrs.module.retention.measure.MeasureChange;
import org.openmrs.module.retention.measure.MeasureStatus;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.TimeText;
import org.openmrs.module.retention.web.rest.VerbResource;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.api.RestService;
import org.openmrs.module.webservices.rest.web.representation.Representation;

/** Done, withdrawn, planned again; and what has become of the measure. */
@SubResource(parent = MeasureResource.class, path = "transition", supportedClass = MeasureTransitionResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class MeasureTransitionResource extends VerbResource {

	private static final int LONGEST_REASON = 255;

	@Override
	public Object create(String measureUuid, SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "to", "day", "version", "reason");
		MeasureStatus to = request.requiredChoice("to", MeasureStatus.class);
		Integer version = request.required("version", request.number("version", 0));
		Measure measure = MeasureResource.service().transitionMeasure(measures().existing(measureUuid), to,
			request.date("day"), version, request.text("reason", LONGEST_REASON));
		return shown(measure, context);
	}

	/** As it is now. */
	static SimpleObject shown(Measure measure, RequestContext context) {
		SimpleObject shown = measures().asRepresentation(measure, context.getRepresentation());
		shown.put("status", measure.getStatus().name());
		shown.put("version", measure.getVersion());
		return shown;
	}

	@Override
	public SimpleObject getAll(String measureUuid, RequestContext context) {
		Measure measure = measures().existing(measureUuid);
		return Listing.of(MeasureResource.service().getMeasureHistory(measure)).page(context,
			change -> shown(measure, change));
	}

	private static SimpleObject shown(Measure measure, MeasureChange change) {
		SimpleObject shown = new SimpleObject();
		shown.put("from", change.getFromStatus().name());
		shown.put("to", change.getToStatus().name());
		shown.put("at", TimeText.shown(change.getChangedAt(), measures().zoneOf(measure)));
		Object actor = ConversionUtil.convertToRepresentation(change.getActor(), Representation.REF);
		if (actor != ConversionUtil.PRIVILEGE_DENIED) {
			shown.put("by", actor);
		}
		shown.put("reason", change.getReason());
		return shown;
	}

	static MeasureResource measures() {
		return (MeasureResource) Context.getService(RestService.class).getResourceByName(Namespace.V1 + "/measure");
	}
}
