/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.measure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.followup.planning.PlanningService;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.question.DefinitionRules;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.shared.SystemActions;
import org.openmrs.module.retention.theme.taxonomy.Theme;
import org.springframework.transaction.annotation.Transactional;

/** See {@link MeasureService}. */
@RequiredArgsConstructor
public class MeasureServiceImpl extends BaseOpenmrsService implements MeasureService {

	private static final int LONGEST_REASON = 255;

	private static final int MOST_AT_ONCE = 500;

	private static final int MOST_NOTICES = 200;

	private static final int MOST_YEARS_OF_NOTICES = 2;

	private final MeasureDao dao;

	private final Raisers raisers;

	private final PlanningService planning;

	private final Sites sites;

	private final Clock clock;

	@Override
	@Transactional
	public Measure recordMeasure(MeasureRequest request) {
		Measure measure = new Measure(MeasureRules.check(request, today()), Context.getAuthenticatedUser(), now());
		dao.add(measure);
		return measure;
	}

	@Override
	@Transactional(readOnly = true)
	public Measure getMeasureByUuid(String uuid) {
		return dao.getByUuid(uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Measure> findMeasures(MeasureSearch search, Page page) {
		return dao.find(search.getStatus(), about(search.getTheme()), page);
	}

	@Override
	@Transactional(readOnly = true)
	public long countMeasures(MeasureSearch search) {
		return dao.count(search.getStatus(), about(search.getTheme()));
	}

	private Collection<Theme> about(Theme theme) {
		return theme == null ? null : raisers.withMerged(theme);
	}

	@Override
	@Transactional(readOnly = true)
	public List<MeasureChange> getMeasureHistory(Measure measure) {
		return dao.history(measure);
	}

	@Override
	@Transactional
	public Measure transitionMeasure(Measure measure, MeasureStatus to, LocalDate day, Integer version, String reason) {
		MeasureRules.require("to", to);
		Measure one = lock(measure, version);
		MeasureLifeCycle.check(one.getStatus(), to);
		String why = StringUtils.trimToNull(reason);
		if (why == null && to == MeasureStatus.WITHDRAWN) {
			throw RetentionException.invalid(DefinitionRules.REQUIRED, "reason", "reason");
		}
		LocalDate since = MeasureRules.day(one, to, day, today());
		dao.add(one.become(to, since,
			new Occasion(Context.getAuthenticatedUser(), now(), StringUtils.left(why, LONGEST_REASON))));
		if (to == MeasureStatus.WITHDRAWN) {
			endCalls(one, why);
		}
		dao.progress(Collections.singletonList(one));
		return one;
	}

	/** Nobody is told of what is not so. */
	private void endCalls(Measure measure, String why) {
		List<FollowUpPlan> waiting = dao.waiting(measure);
		SystemActions.asSystem(Collections.singletonList(RetentionPrivileges.MANAGE_FOLLOW_UPS), () -> {
			waiting.forEach(plan -> planning.cancelPlan(plan, null, why));
			return waiting;
		});
	}

	@Override
	@Transactional(readOnly = true)
	public List<Raiser> findRaisers(Measure measure, Page page) {
		return raisers.find(measure, today(), page.getStart(), page.getSize());
	}

	@Override
	@Transactional(readOnly = true)
	public long countRaisers(Measure measure) {
		return raisers.count(measure, today());
	}

	@Override
	@Transactional(readOnly = true)
	public long countToTell(Measure measure) {
		return raisers.countToTell(measure, today());
	}

	@Override
	@Transactional
	public int tellRaisers(Measure measure, Integer version) {
		Measure one = lock(measure, version);
		if (one.getStatus() != MeasureStatus.DONE) {
			throw RetentionException.conflict("retention.measure.error.not-done", "status", one.getStatus());
		}
		List<Raisers.ToTell> toTell = raisers.toTell(one, today(), MOST_AT_ONCE);
		MeasureEvents events = new MeasureEvents(one, now(), Context.getLocale());
		List<FollowUpPlan> begun = planning.announceEvents(toTell.stream()
			.map(each -> events.of(each, raisers.locationOf(each))).collect(Collectors.toList()));
		if (begun.isEmpty() && !toTell.isEmpty()) {
			throw RetentionException.conflict("retention.measure.error.no-protocol", null, MeasureEvents.NAME);
		}
		dao.tell(one, begun);
		dao.progress(Collections.singletonList(one));
		return begun.size();
	}

	@Override
	@Transactional
	public int endGroundlessCalls() {
		int ended = 0;
		for (Measure measure : dao.beingTold()) {
			for (Patient patient : raisers.groundless(measure, today())) {
				ended += planning.withdrawEvent(patient, MeasureEvents.keyOf(measure), null).size();
			}
		}
		return ended;
	}

	@Override
	@Transactional(readOnly = true)
	public List<MeasureNotice> getNotices(LocalDate from, LocalDate to) {
		MeasureRules.require("from", from);
		MeasureRules.require("to", to);
		MeasureRules.within("from", from, to.minusYears(MOST_YEARS_OF_NOTICES), to);
		return raisers.notices(dao.doneWithin(from, to, MOST_NOTICES));
	}

	private Measure lock(Measure measure, Integer version) {
		MeasureRules.require("measure", measure);
		Measure one = dao.lock(measure.getId());
		if (version != null && version != one.getVersion()) {
			throw RetentionException.conflict("retention.measure.error.stale-version", "version", version, one.getVersion());
		}
		return one;
	}

	private LocalDate today() {
		return sites.siteOf(null).dayOf(clock.instant());
	}

	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}
}
