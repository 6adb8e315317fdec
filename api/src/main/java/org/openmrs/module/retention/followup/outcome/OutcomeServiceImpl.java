/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.outcome;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.openmrs.User;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.followup.planning.VisitTypes;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.springframework.transaction.annotation.Transactional;

/** See {@link OutcomeService}. */
@RequiredArgsConstructor
public class OutcomeServiceImpl extends BaseOpenmrsService implements OutcomeService {

	private static final int RETURN_DAYS = 14;

	private static final int NOTE_LENGTH = 1000;

	private final OutcomeDao dao;

	private final OutcomeFigures figures;

	private final VisitTypes visitTypes;

	private final Sites sites;

	private final RetentionSettings settings;

	private final Clock clock;

	@Override
	@Transactional(readOnly = true)
	public OutcomeReport getOutcomes(OutcomeSearch search, Page page) {
		LocalDate today = today();
		OutcomePeriod period = OutcomePeriod.of(search, today);
		requireOwn(search);
		int days = returnDays();
		LocalDate watchedBefore = today.minusDays(days);
		PlanScope scope = scope(search, period, null);
		List<OutcomeDao.Counts> counts = dao.counts(scope, clock.instant(), watchedBefore);
		Map<Integer, FollowUpProtocol> protocols = dao.protocols(
			counts.stream().map(OutcomeDao.Counts::getProtocol).collect(Collectors.toSet()));
		counts.sort(Comparator.comparing(OutcomeDao.Counts::getMonth, Comparator.reverseOrder())
			.thenComparing(one -> protocols.get(one.getProtocol()).getName())
			.thenComparing(OutcomeDao.Counts::getProtocol));
		List<OutcomeDao.Counts> shown = counts.subList(Math.min(page.getStart(), counts.size()),
			Math.min(page.getStart() + page.getSize(), counts.size()));
		return new OutcomeReport(period.getFrom(), period.getTo(), days,
			rows(search, period, shown, protocols, watchedBefore, days), counts.size());
	}

	private List<OutcomeRow> rows(OutcomeSearch search, OutcomePeriod period, List<OutcomeDao.Counts> shown,
		Map<Integer, FollowUpProtocol> protocols, LocalDate watchedBefore, int days) {
		Set<Integer> ids = shown.stream().map(OutcomeDao.Counts::getProtocol).collect(Collectors.toSet());
		if (ids.isEmpty()) {
			return Collections.emptyList();
		}
		PlanScope scope = scope(search, period, ids);
		Set<String> questions = new HashSet<>();
		ids.forEach(id -> figures.questions(protocols.get(id)).values()
			.forEach(all -> all.stream().map(Question::getKey).forEach(questions::add)));
		Map<Object, List<OutcomeDao.Answered>> answers = dao.answers(scope, questions).stream()
			.collect(Collectors.groupingBy(one -> OutcomeFigures.key(one.getProtocol(), one.getMonth())));
		Map<Object, OutcomeRow.Returns> returns = figures.returns(shown, dao.returns(scope, days, visitTypes.ids()), days,
			watchedBefore);
		List<OutcomeRow> rows = new ArrayList<>();
		for (OutcomeDao.Counts one : shown) {
			Object key = OutcomeFigures.key(one.getProtocol(), one.getMonth());
			FollowUpProtocol protocol = protocols.get(one.getProtocol());
			long[] f = one.getFigures();
			rows.add(OutcomeRow.builder().protocol(protocol).month(one.getMonth()).plans(f[0]).reached(f[1]).open(f[2])
				.neverReached(f[3]).neverTried(f[4]).notNeeded(f[5]).redFlags(f[6]).urgent(f[7]).clinicalEscalations(f[8])
				.serviceEscalations(f[9]).booked(f[10])
				.returns(protocol.getTriggerType() == TriggerType.ENCOUNTER ? returns.get(key) : null)
				.answers(figures.answers(protocol, answers.getOrDefault(key, Collections.emptyList()))).build());
		}
		return rows;
	}

	@Override
	@Transactional(readOnly = true)
	public List<EarlyReturn> findReturns(OutcomeSearch search, Page page) {
		List<OutcomeDao.Return> all = unplanned(search);
		return shown(all.subList(Math.min(page.getStart(), all.size()),
			Math.min(page.getStart() + page.getSize(), all.size())));
	}

	@Override
	@Transactional(readOnly = true)
	public long countReturns(OutcomeSearch search) {
		return unplanned(search).size();
	}

	private List<OutcomeDao.Return> unplanned(OutcomeSearch search) {
		OutcomePeriod period = OutcomePeriod.of(search, today());
		requireOwn(search);
		int days = returnDays();
		return figures.unplanned(dao.returns(scope(search, period, null), days, visitTypes.ids()), days);
	}

	private List<EarlyReturn> shown(List<OutcomeDao.Return> returns) {
		Set<Integer> ids = returns.stream().map(OutcomeDao.Return::getPlan).collect(Collectors.toSet());
		Map<Integer, FollowUpPlan> plans = dao.plans(ids);
		Map<Object, ReturnVerdict> verdicts = new HashMap<>();
		dao.verdicts(ids).forEach(one -> verdicts.put(one.getPlan().getId() + " " + one.getEncounterId(), one));
		return returns.stream().map(one -> EarlyReturn.builder().plan(plans.get(one.getPlan()))
			.encounterUuid(one.getEncounterUuid()).at(one.getAt())
			.daysAfter(ChronoUnit.DAYS.between(one.getAnchorDate(), OutcomeFigures.dayOf(one)))
			.verdict(verdicts.get(one.getPlan() + " " + one.getEncounter())).build()).collect(Collectors.toList());
	}

	@Override
	@Transactional
	public EarlyReturn judgeReturn(FollowUpPlan plan, String encounterUuid, ReturnVerdict.Verdict verdict, String note) {
		require("plan", plan);
		require("encounter", encounterUuid);
		require("verdict", verdict);
		if (note != null && note.length() > NOTE_LENGTH) {
			throw RetentionException.invalid("retention.followup.error.too-long", "note", NOTE_LENGTH);
		}
		if (!isSupervisor() && !dao.hasTreated(person(caller()), plan)) {
			throw forbidden();
		}
		int days = returnDays();
		OutcomeDao.Return found = dao.returns(PlanScope.builder().plan(plan.getId()).build(), days, visitTypes.ids())
			.stream()
			.filter(one -> one.getEncounterUuid().equals(encounterUuid) && OutcomeFigures.isSoonAfter(one, days)).findFirst()
			.orElseThrow(() -> RetentionException.invalid("retention.followup.error.no-early-return", "encounter"));
		ReturnVerdict word = dao.verdicts(Collections.singleton(plan.getId())).stream()
			.filter(one -> one.getEncounterId().equals(found.getEncounter())).findFirst()
			.orElseGet(() -> new ReturnVerdict(plan, found.getEncounter()));
		word.say(verdict, note, caller(), Instant.ofEpochMilli(clock.instant().toEpochMilli()));
		dao.save(word);
		return shown(Collections.singletonList(found)).get(0);
	}

	private PlanScope scope(OutcomeSearch search, OutcomePeriod period, Collection<Integer> protocols) {
		return PlanScope.builder().firstDay(period.firstDay()).end(period.end())
			.clinician(search.getClinician() == null ? null : search.getClinician().getPersonId())
			.locations(
				search.getLocation() == null ? null : dao.withDescendants(search.getLocation().getLocationId()))
			.protocols(protocols == null && search.getProtocol() != null
				? Collections.singleton(search.getProtocol().getId()) : protocols)
			.build();
	}

	private static void requireOwn(OutcomeSearch search) {
		boolean own = search.getClinician() != null
			&& Objects.equals(search.getClinician().getPersonId(), person(caller()));
		if (!own && !isSupervisor()) {
			throw forbidden();
		}
	}

	private static boolean isSupervisor() {
		return Context.hasPrivilege(RetentionPrivileges.SUPERVISE_FOLLOW_UPS);
	}

	private static APIAuthenticationException forbidden() {
		return new APIAuthenticationException("Privilege required: " + RetentionPrivileges.SUPERVISE_FOLLOW_UPS);
	}

	private static Integer person(User user) {
		return user == null || user.getPerson() == null ? null : user.getPerson().getPersonId();
	}

	private static User caller() {
		return Context.getAuthenticatedUser();
	}

	private static void require(String field, Object value) {
		if (value == null) {
			throw RetentionException.invalid("retention.followup.error.required", field);
		}
	}

	private LocalDate today() {
		return sites.siteOf(null).dayOf(clock.instant());
	}

	private int returnDays() {
		return settings.number(RetentionSettings.RETURN_DAYS, 1, RETURN_DAYS);
	}
}
