/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.openmrs.module.retention.shared.Watermarks;

/**
 * A protocol that goes by a patient's last visit looks back once at the visits before it was active, and once more when it
 * says something else. The newest first, so that of those whose time has passed the latest have their turn first.
 */
class HistoryPart implements SweepPart {

	private final NewestFirst visits;

	private final Slices slices;

	private final Watermarks watermarks;

	HistoryPart(NewestFirst visits, Slices slices, Watermarks watermarks) {
		this.visits = visits;
		this.slices = slices;
		this.watermarks = watermarks;
	}

	@Override
	public String getName() {
		return "history";
	}

	@Override
	public void sweep(PlanningRun run, BooleanSupplier stillOurs) {
		Set<Integer> due = new HashSet<>();
		for (ProtocolRule rule : run.getActive()) {
			if (rule.isByInterval() && isDue(rule)) {
				due.add(rule.getProtocolId());
			}
		}
		if (due.isEmpty()) {
			return;
		}
		PlanningRun some = run.with(rule -> due.contains(rule.getProtocolId()));
		// a day earlier, for the day is the site's
		Instant from = run.getNow().atZone(ZoneOffset.UTC).minus(Rules.HISTORY).minusDays(1).toInstant();
		if (visits.plan(from, run.getNow(), some, stillOurs)) {
			some.getActive().forEach(this::done);
		}
	}

	private boolean isDue(ProtocolRule rule) {
		Watermarks.Mark covered = slices.run(() -> watermarks.get(nameOf(rule)));
		return covered == null || covered.getPosition() != rule.getVersion();
	}

	private void done(ProtocolRule rule) {
		slices.run(() -> {
			watermarks.set(nameOf(rule), rule.getVersion());
			return null;
		});
	}

	private static String nameOf(ProtocolRule rule) {
		return "history/" + rule.getProtocolId();
	}
}
