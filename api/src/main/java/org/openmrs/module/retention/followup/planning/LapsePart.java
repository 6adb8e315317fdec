/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.shared.Watermarks;

/**
 * Who will soon not have come for as long as a LAPSE protocol says: once a day, the visits of the day whose period ends next.
 * What lies further ahead is not planned, for most patients come again before. How far it has come is a day per protocol.
 */
class LapsePart implements SweepPart {

	/** Days ahead of the end of the period, or of the first step where that comes before. */
	static final int AHEAD = 31;

	/** Months differ in length and places in their day: what is read around a day of visits, in days. */
	private static final int UNEVEN = 7;

	private final NewestFirst visits;

	private final Slices slices;

	private final Watermarks watermarks;

	LapsePart(NewestFirst visits, Slices slices, Watermarks watermarks) {
		this.visits = visits;
		this.slices = slices;
		this.watermarks = watermarks;
	}

	/** Whether nothing is planned of it yet: neither the end of its period nor a step before that is near. */
	static boolean isFarAhead(PlanDraft draft, Instant now) {
		if (draft.getRule().getType() != TriggerType.LAPSE || draft.getSteps().isEmpty()) {
			return false;
		}
		LocalDate last = draft.getAnchor().getSite().dayOf(now).plusDays(AHEAD);
		return draft.getSteps().get(0).getNominalDay().isAfter(last) && draft.getAnchor().getCountedFrom().isAfter(last);
	}

	@Override
	public String getName() {
		return "lapse";
	}

	@Override
	public void sweep(PlanningRun run, BooleanSupplier stillOurs) {
		LocalDate last = slices.run(() -> run.getSites().siteOf(null)).dayOf(run.getNow()).plusDays(AHEAD);
		for (ProtocolRule rule : run.getActive()) {
			if (rule.getType() == TriggerType.LAPSE && !plan(rule, last, run, stillOurs)) {
				return;
			}
		}
	}

	/** What is due by now and a month was found when the protocol began. False: another node has taken over. */
	private boolean plan(ProtocolRule rule, LocalDate last, PlanningRun run, BooleanSupplier stillOurs) {
		Watermarks.Mark done = slices.run(() -> watermarks.get(nameOf(rule)));
		if (done != null && done.getPosition() >= last.toEpochDay()) {
			return true;
		}
		if (done != null) {
			LocalDate first = LocalDate.ofEpochDay(done.getPosition()).plusDays(1);
			Period offset = leadOf(rule);
			Period period = Period.parse(rule.getDefinition().getTrigger().getPeriod());
			if (!visits.plan(startOf(earliest(first, offset, period)), startOf(latest(last, offset, period).plusDays(1)),
				run.with(some -> some.equals(rule)), stillOurs)) {
				return false;
			}
		}
		slices.run(() -> {
			watermarks.set(nameOf(rule), last.toEpochDay());
			return null;
		});
		return true;
	}

	/** From the end of the period to the first step before it; zero: there is none. */
	private static Period leadOf(ProtocolRule rule) {
		Period offset = rule.getDefinition().getSteps().get(0).offsetOf(0);
		return offset.isNegative() ? offset : Period.ZERO;
	}

	/** No visit before that day (UTC) has its first step on the day or later. */
	static LocalDate earliest(LocalDate step, Period offset, Period period) {
		return step.minus(offset).minus(period).minusDays(UNEVEN);
	}

	/** No visit after that day (UTC) has its first step on the day or earlier. */
	static LocalDate latest(LocalDate step, Period offset, Period period) {
		return step.minus(offset).minus(period).plusDays(UNEVEN);
	}

	private static Instant startOf(LocalDate day) {
		return day.atStartOfDay(ZoneOffset.UTC).toInstant();
	}

	private static String nameOf(ProtocolRule rule) {
		return "lapse/" + rule.getProtocolId();
	}
}
