/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.measure;

import org.openmrs.module.retention.measure.Measure;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.VerbResource;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;

/** Has those told who raised the theme. */
@SubResource(parent = MeasureResource.class, path = "tell", supportedClass = MeasureTellResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class MeasureTellResource extends VerbResource {

	@Override
	public Object create(String measureUuid, SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "version");
		Integer version = request.required("version", request.number("version", 0));
		MeasureResource measures = MeasureTransitionResource.measures();
		int begun = MeasureResource.service().tellRaisers(measures.existing(measureUuid), version);
		SimpleObject shown = MeasureTransitionResource.shown(measures.existing(measureUuid), context);
		shown.put("begun", begun);
		return shown;
	}

	/** How many have raised it, and for how many it is not arranged yet that they are told. */
	@Override
	public SimpleObject getAll(String measureUuid, RequestContext context) {
		Measure measure = MeasureTransitionResource.measures().existing(measureUuid);
		SimpleObject shown = new SimpleObject();
		shown.put("raised", MeasureResource.service().countRaisers(measure));
		shown.put("toTell", MeasureResource.service().countToTell(measure));
		MeasureResource.getProgress(measure).forEach(shown::put);
		return shown;
	}
}
