/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.measure;

import java.time.LocalDate;
import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** What the clinic has done about what patients said. What is wrong is a {@code RetentionException}. */
public interface MeasureService extends OpenmrsService {

	/** Planned; its words stay as they are. */
	@Authorized(RetentionPrivileges.MANAGE_COMMENTS)
	Measure recordMeasure(MeasureRequest request);

	/** Null when there is none. */
	@Authorized(RetentionPrivileges.GET_THEMES)
	Measure getMeasureByUuid(String uuid);

	/** Those recorded last first, with how far telling has come. */
	@Authorized(RetentionPrivileges.GET_THEMES)
	List<Measure> findMeasures(MeasureSearch search, Page page);

	@Authorized(RetentionPrivileges.GET_THEMES)
	long countMeasures(MeasureSearch search);

	/** What has become of it, in order. */
	@Authorized(RetentionPrivileges.GET_THEMES)
	List<MeasureChange> getMeasureHistory(Measure measure);

	/**
	 * Withdrawing ends the calls that are still to be made.
	 *
	 * @param day DONE: since when, by the default site's day, not after today; null: today. Else null
	 * @param version the version that the caller saw; null: whatever it is
	 * @param reason needed where it is withdrawn
	 */
	@Authorized(RetentionPrivileges.MANAGE_COMMENTS)
	Measure transitionMeasure(Measure measure, MeasureStatus to, LocalDate day, Integer version, String reason);

	/**
	 * Who raised the theme, or one below it, from {@code raisedFrom} until the measure was done (until today, while it is not):
	 * living patients with a comment that a person has confirmed to be about it, in an identified answer or on a contact. Whoever
	 * answered confidentially or anonymously is not among them. The last to raise it first.
	 */
	@Authorized(value = { RetentionPrivileges.GET_COMMENTS, RetentionPrivileges.GET_SURVEY_RESPONSES,
		RetentionPrivileges.GET_CONTACTS }, requireAll = true)
	List<Raiser> findRaisers(Measure measure, Page page);

	@Authorized(RetentionPrivileges.GET_COMMENTS)
	long countRaisers(Measure measure);

	/** Those of them for whom it is not arranged yet that they are told. */
	@Authorized(RetentionPrivileges.GET_COMMENTS)
	long countToTell(Measure measure);

	/**
	 * Announces the event {@code theme.measure} for everybody who raised the theme and has not been told, at most 500 at a time,
	 * who waited longest first. However often it is asked for, and by however many at once, each is told once.
	 *
	 * @param version the version that the caller saw; null: whatever it is
	 * @return for how many a follow-up plan was begun
	 * @throws org.openmrs.module.retention.shared.RetentionException a conflict, when it is not done, or no protocol takes the
	 *         event for any of them
	 */
	@Authorized(value = { RetentionPrivileges.MANAGE_COMMENTS, RetentionPrivileges.MANAGE_FOLLOW_UPS }, requireAll = true)
	int tellRaisers(Measure measure, Integer version);

	/**
	 * Job: ends calls that nobody has worked, to patients whom nothing leads to any more: what they said was annulled, or people
	 * have taken its theme back. The dead are left to the list's own rules.
	 *
	 * @return how many plans
	 */
	@Authorized(RetentionPrivileges.MANAGE_FOLLOW_UPS)
	int endGroundlessCalls();

	/**
	 * What was done within the days, to print or publish, the latest first, at most 200. It tells of no patient; comments of every
	 * kind are counted, those without a name too.
	 *
	 * @param from a local day of the default site, at most two years before the other
	 */
	@Authorized(RetentionPrivileges.GET_THEMES)
	List<MeasureNotice> getNotices(LocalDate from, LocalDate to);
}
