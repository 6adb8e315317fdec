/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.openmrs.module.retention.shared.Watermarks;

/**
 * A protocol that is new, or acts from an earlier day than before, looks once at the encounters since that day which the
 * sweep has passed already. By the index that core has on the time of encounters.
 */
class BackfillPart implements SweepPart {

	private final EncounterDao encounters;

	private final EncounterChunks chunks;

	private final Slices slices;

	private final Watermarks watermarks;

	BackfillPart(EncounterDao encounters, EncounterChunks chunks, Slices slices, Watermarks watermarks) {
		this.encounters = encounters;
		this.chunks = chunks;
		this.slices = slices;
		this.watermarks = watermarks;
	}

	@Override
	public String getName() {
		return "backfill";
	}

	@Override
	public void sweep(PlanningRun run, BooleanSupplier stillOurs) {
		LocalDate from = null;
		for (ProtocolRule rule : run.getActive()) {
			if (!rule.isByInterval() && isDue(rule) && (from == null || rule.getFirstAnchorDay().isBefore(from))) {
				from = rule.getFirstAnchorDay();
			}
		}
		if (from != null && read(from, run, stillOurs)) {
			run.getActive().forEach(this::done);
		}
	}

	private boolean isDue(ProtocolRule rule) {
		Watermarks.Mark covered = slices.run(() -> watermarks.get(nameOf(rule)));
		return covered == null || covered.getPosition() > rule.getFirstAnchorDay().toEpochDay();
	}

	private boolean read(LocalDate from, PlanningRun run, BooleanSupplier stillOurs) {
		// a day earlier, for the day is the site's
		Instant since = from.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
		long last = slices.run(encounters::lastId);
		List<Integer> ids = next(since, 0, last);
		while (!ids.isEmpty()) {
			chunks.plan(ids, run);
			if (!stillOurs.getAsBoolean()) {
				return false;
			}
			ids = next(since, ids.get(ids.size() - 1), last);
		}
		return true;
	}

	private List<Integer> next(Instant since, long after, long last) {
		return slices.run(() -> encounters.idsSince(since, after, last, EncounterChunks.SIZE));
	}

	private void done(ProtocolRule rule) {
		if (!rule.isByInterval() && isDue(rule)) {
			slices.run(() -> {
				watermarks.set(nameOf(rule), rule.getFirstAnchorDay().toEpochDay());
				return null;
			});
		}
	}

	private static String nameOf(ProtocolRule rule) {
		return "backfill/" + rule.getProtocolId();
	}
}
