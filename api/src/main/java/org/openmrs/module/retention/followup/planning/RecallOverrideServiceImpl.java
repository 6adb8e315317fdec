/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.springframework.transaction.annotation.Transactional;

/** See {@link RecallOverrideService}. */
public class RecallOverrideServiceImpl extends BaseOpenmrsService implements RecallOverrideService {

	private static final String REPLACED = "replaced";

	private final AgreementDao agreements;

	private final EncounterDao encounters;

	private final PlanningRuns runs;

	private final Recount recount;

	private final Clock clock;

	public RecallOverrideServiceImpl(AgreementDao agreements, EncounterDao encounters, PlanningRuns runs, Recount recount,
		Clock clock) {
		this.agreements = agreements;
		this.encounters = encounters;
		this.runs = runs;
		this.recount = recount;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public RecallOverride getOverrideByUuid(String uuid) {
		return agreements.override(uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<RecallOverride> findOverrides(RecallOverrideSearch search, Page page) {
		return agreements.overrides(search, page);
	}

	@Override
	@Transactional(readOnly = true)
	public long countOverrides(RecallOverrideSearch search) {
		return agreements.count(search);
	}

	@Override
	@Transactional
	public RecallOverride agreeInterval(RecallOverride override) {
		User actor = Context.getAuthenticatedUser();
		Date now = Date.from(clock.instant());
		PlanningRun run = runs.begin(clock.instant(), actor);
		new RecallOverrideRules(patient -> todayWhere(patient, run)).check(override);
		RecallOverrideSearch same = RecallOverrideSearch.builder().patient(override.getPatient())
			.protocol(override.getProtocol()).build();
		agreements.overrides(same, new Page(0, 100)).forEach(older -> older.withdraw(actor, now, REPLACED));
		override.setCreator(actor);
		override.setDateCreated(now);
		agreements.add(override);
		recount.of(override, run);
		return override;
	}

	/** At the site of the newest visit; who has never come belongs to the default site. */
	private LocalDate todayWhere(Patient patient, PlanningRun run) {
		List<EncounterFacts> newest = encounters
			.facts(encounters.newestVisits(patient.getPatientId(), run.getVisitTypes(), 1));
		return (newest.isEmpty() ? run.getSites().siteOf(null) : run.siteOf(newest.get(0))).dayOf(run.getNow());
	}

	@Override
	@Transactional
	public void withdrawInterval(RecallOverride override, String reason) {
		if (StringUtils.isBlank(reason)) {
			throw RetentionException.invalid(RecallOverrideRules.REQUIRED, "reason", "reason");
		}
		User actor = Context.getAuthenticatedUser();
		override.withdraw(actor, Date.from(clock.instant()), reason.trim());
		agreements.flush();
		if (override.getPatient() != null) {
			recount.of(override, runs.begin(clock.instant(), actor));
		}
	}
}
