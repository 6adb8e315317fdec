/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.quality;

import java.util.List;
import java.util.Map;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** Sampled quality checks. Supervisors draw and review; what was said of the own contacts everybody reads. */
public interface QualityService extends OpenmrsService {

	/** What is looked at in a contact, in its order. */
	@Authorized(RetentionPrivileges.GET_CONTACTS)
	List<String> getCriteria();

	/** Conversations that stand, by lot, as many of each caller; none of one's own, none that another sample holds. */
	@Authorized(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)
	QualitySample drawSample(SampleRequest request);

	/** Null when there is none; a voided one is found. */
	@Authorized(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)
	QualitySample getSampleByUuid(String uuid);

	/** The latest first. */
	@Authorized(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)
	List<QualitySample> findSamples(boolean includeVoided, Page page);

	@Authorized(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)
	long countSamples(boolean includeVoided);

	/** Its contacts can be drawn again. A conflict once one has been reviewed. */
	@Authorized(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)
	void withdrawSample(QualitySample sample, String reason);

	/** A conflict when the caller has reviewed it already; nobody reviews what they made or wrote down. */
	@Authorized(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)
	QualityReview recordReview(QualityItem item, Map<String, QualityMark> marks, String note);

	/** In the place of one's own review, which is kept, voided. */
	@Authorized(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)
	QualityReview correctReview(QualityReview review, Map<String, QualityMark> marks, String note);

	@Authorized(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)
	void withdrawReview(QualityReview review, String reason);

	/** Null when there is none; a voided one is found. Those of others' contacts only for who supervises. */
	@Authorized(RetentionPrivileges.GET_CONTACTS)
	QualityReview getReviewByUuid(String uuid);

	/** The latest first. */
	@Authorized(RetentionPrivileges.GET_CONTACTS)
	List<QualityReview> findReviews(QualitySearch search, Page page);

	@Authorized(RetentionPrivileges.GET_CONTACTS)
	long countReviews(QualitySearch search);

	/** Of each caller who had a conversation then, by name; nobody is ranked. */
	@Authorized(RetentionPrivileges.GET_CONTACTS)
	List<QualityFigures> getFigures(QualitySearch search);
}
