/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.quality.QualityItem;
import org.openmrs.module.retention.followup.quality.QualitySample;
import org.openmrs.module.retention.followup.quality.SampleRequest;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.retention.web.rest.TimeText;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** Contacts drawn by lot. {@code POST} draws; what was drawn stays. */
@Resource(name = Namespace.V1
	+ "/qualitysample", supportedClass = QualitySample.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class QualitySampleResource extends EntityResource<QualitySample> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.SUPERVISE_FOLLOW_UPS;
	}

	@Override
	protected QualitySample find(String uuid) {
		return QualityViews.service().getSampleByUuid(uuid);
	}

	@Override
	protected Listing<QualitySample> list(QueryFilters filters) {
		boolean all = filters.includeAll();
		return Listing.of(page -> QualityViews.service().findSamples(all, page),
			() -> QualityViews.service().countSamples(all));
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		for (String name : new String[]{ "from", "before", "perCaller", "share" }) {
			description.addProperty(name);
		}
		for (String name : new String[]{ "caller", "location", "drawnBy" }) {
			description.addProperty(name, Representation.REF);
		}
		for (String name : new String[]{ "purpose", "drawnAt", "candidates", "drawn", "voided" }) {
			description.addProperty(name);
		}
		if (full) {
			description.addProperty("seed");
			description.addProperty("criteria");
			description.addProperty("contacts");
		}
	}

	@PropertyGetter("display")
	public static String getDisplay(QualitySample sample) {
		return sample.getItems().size() + " / " + sample.getCandidates();
	}

	@PropertyGetter("drawnBy")
	public static User getDrawnBy(QualitySample sample) {
		return sample.getCreator();
	}

	@PropertyGetter("drawnAt")
	public static Instant getDrawnAt(QualitySample sample) {
		return Instant.ofEpochMilli(sample.getDateCreated().getTime());
	}

	@PropertyGetter("drawn")
	public static int getDrawn(QualitySample sample) {
		return sample.getItems().size();
	}

	/** A text: not every reader of JSON can hold the number. */
	@PropertyGetter("seed")
	public static String getSeed(QualitySample sample) {
		return Long.toString(sample.getSeed());
	}

	@PropertyGetter("criteria")
	public static List<Object> getCriteria(QualitySample sample) {
		List<Object> views = new ArrayList<>();
		QualityViews.service().getCriteria().forEach(key -> views.add(QualityViews.criterion(key)));
		return views;
	}

	/** What was recorded of each is asked of the contact. */
	@PropertyGetter("contacts")
	public static List<Object> getContacts(QualitySample sample) {
		List<Object> views = new ArrayList<>();
		for (QualityItem item : sample.getItems()) {
			ContactAttempt contact = item.getAttempt();
			Map<String, Object> view = new LinkedHashMap<>();
			view.put("contact", contact.getUuid());
			QualityViews.put(view, "caller", contact.getCalledBy());
			view.put("startedAt", TimeText.shown(contact.getStartedAt(), TimeText.zone(null)));
			view.put("disposition", contact.getDisposition().name());
			view.put("voided", contact.getVoided());
			views.add(view);
		}
		return views;
	}

	@Override
	public Object create(SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "from", "before", "perCaller", "share", "caller", "location", "purpose");
		String location = request.uuid("location");
		QualitySample drawn = QualityViews.service().drawSample(SampleRequest.builder().from(request.instant("from"))
			.before(request.instant("before")).perCaller(request.number("perCaller", 1)).share(request.number("share", 1))
			.caller(QualityViews.user("caller", request.uuid("caller")))
			.location(location == null ? null
				: QualityViews.known("location", Context.getLocationService().getLocationByUuid(location)))
			.purpose(request.choice("purpose", Purpose.class)).build());
		return asRepresentation(drawn, Representation.FULL);
	}

	@Override
	public void delete(String uuid, String reason, RequestContext context) {
		QualitySample sample = existing(uuid);
		if (!sample.getVoided()) {
			QualityViews.service().withdrawSample(sample, reason);
		}
	}
}
