/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.measure;

import org.openmrs.module.retention.measure.Measure;
import org.openmrs.module.retention.measure.Raiser;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.NamelessPatient;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.VerbResource;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;

/** Who is known to have raised the theme of a measure. */
@SubResource(parent = MeasureResource.class, path = "raiser", supportedClass = MeasureRaiserResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class MeasureRaiserResource extends VerbResource {

	@Override
	public Object create(String measureUuid, SimpleObject body, RequestContext context) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	public SimpleObject getAll(String measureUuid, RequestContext context) {
		Measure measure = MeasureTransitionResource.measures().existing(measureUuid);
		return Listing.of(page -> MeasureResource.service().findRaisers(measure, page),
			() -> MeasureResource.service().countRaisers(measure)).page(context, MeasureRaiserResource::shown);
	}

	/** Without the patient where the caller may not read patients. */
	private static SimpleObject shown(Raiser raiser) {
		SimpleObject shown = new SimpleObject();
		Object patient = ConversionUtil.convertToRepresentation(NamelessPatient.shown(raiser.getPatient()),
			Representation.REF);
		if (patient != ConversionUtil.PRIVILEGE_DENIED) {
			shown.put("patient", patient);
		}
		shown.put("saidOn", raiser.getSaidOn().toString());
		shown.put("told", raiser.isTold());
		return shown;
	}
}
