/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.quality;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openmrs.User;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.followup.quality.QualityItem;
import org.openmrs.module.retention.followup.quality.QualityMark;
import org.openmrs.module.retention.followup.quality.QualityReview;
import org.openmrs.module.retention.followup.quality.QualitySample;
import org.openmrs.module.retention.followup.quality.QualitySearch;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** What supervisors said of contacts that were drawn. A change is a correction: another review in its place. */
@Resource(name = Namespace.V1
	+ "/qualityreview", supportedClass = QualityReview.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class QualityReviewResource extends EntityResource<QualityReview> {

	private static final int NOTE_LENGTH = 1000;

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_CONTACTS;
	}

	@Override
	protected QualityReview find(String uuid) {
		return QualityViews.service().getReviewByUuid(uuid);
	}

	@Override
	protected Listing<QualityReview> list(QueryFilters filters) {
		QualitySearch search = QualitySearch.builder().sample(QualityViews.sample(filters.text("sample")))
			.caller(QualityViews.user("caller", filters.user("caller")))
			.reviewer(QualityViews.user("reviewer", filters.user("reviewer"))).from(filters.instant("from"))
			.before(filters.instant("before")).includeVoided(filters.includeAll()).build();
		return Listing.of(page -> QualityViews.service().findReviews(search, page),
			() -> QualityViews.service().countReviews(search));
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		for (String name : new String[]{ "contact", "caller", "reviewer" }) {
			description.addProperty(name, Representation.REF);
		}
		for (String name : new String[]{ "sample", "reviewedAt", "marks", "note", "voided" }) {
			description.addProperty(name);
		}
		if (full) {
			description.addProperty("voidReason");
		}
	}

	@PropertyGetter("display")
	public static String getDisplay(QualityReview review) {
		Map<QualityMark, Integer> marks = new EnumMap<>(QualityMark.class);
		review.getMarks().values().forEach(mark -> marks.merge(mark, 1, Integer::sum));
		return marks.toString();
	}

	@PropertyGetter("contact")
	public static ContactAttempt getContact(QualityReview review) {
		return review.getItem().getAttempt();
	}

	@PropertyGetter("caller")
	public static User getCaller(QualityReview review) {
		return review.getItem().getAttempt().getCalledBy();
	}

	@PropertyGetter("sample")
	public static String getSample(QualityReview review) {
		return review.getItem().getSample().getUuid();
	}

	@PropertyGetter("marks")
	public static Map<String, String> getMarks(QualityReview review) {
		Map<String, String> marks = new LinkedHashMap<>();
		review.getMarks().forEach((criterion, mark) -> marks.put(criterion, mark.name()));
		return marks;
	}

	@Override
	public Object create(SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "sample", "contact", "marks", "note");
		QualitySample sample = QualityViews.sample(request.required("sample", request.uuid("sample")));
		String contact = request.required("contact", request.uuid("contact"));
		QualityItem item = QualityViews.known("contact",
			sample.getItems().stream().filter(one -> one.getAttempt().getUuid().equals(contact)).findFirst().orElse(null));
		return rendered(
			QualityViews.service().recordReview(item, marks(request), request.text("note", NOTE_LENGTH)), context);
	}

	@Override
	public Object update(String uuid, SimpleObject body, RequestContext context) {
		QualityReview review = existing(uuid);
		JsonBody request = JsonBody.of(body, "marks", "note");
		return rendered(
			QualityViews.service().correctReview(review, marks(request), request.text("note", NOTE_LENGTH)), context);
	}

	private static Map<String, QualityMark> marks(JsonBody request) {
		Map<String, Object> given = request.required("marks", request.map("marks"));
		JsonBody marks = request.object("marks", given.keySet().toArray(new String[0]));
		Map<String, QualityMark> read = new LinkedHashMap<>();
		given.keySet().forEach(criterion -> read.put(criterion, marks.choice(criterion, QualityMark.class)));
		return read;
	}

	@Override
	public void delete(String uuid, String reason, RequestContext context) {
		QualityReview review = existing(uuid);
		if (!review.getVoided()) {
			QualityViews.service().withdrawReview(review, reason);
		}
	}
}
