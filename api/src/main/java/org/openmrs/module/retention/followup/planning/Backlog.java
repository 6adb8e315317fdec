/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.openmrs.module.retention.calendar.OpeningHours;
import org.openmrs.module.retention.shared.Watermarks;

/**
 * Patients whose time had passed before their plan was made, and those of an event that concerns many, have their turn so many
 * a day, on open days from today on, the latest first. How far the turns have been given out is a position per protocol: the
 * day, and how many it has.
 */
class Backlog {

	static final int DEFAULT_PER_DAY = 10;

	/** More than any day holds. */
	private static final int PLACES = 10_000;

	private final Watermarks watermarks;

	Backlog(Watermarks watermarks) {
		this.watermarks = watermarks;
	}

	/** Gives each overdue draft its day; what would not be written anyway takes none. */
	void release(List<PlanDraft> drafts, PlanningRun run) {
		List<PlanDraft> waiting = drafts.stream().filter(PlanDraft::isOverdue).filter(PlanDraft::isWorthWriting)
			.sorted(Comparator.comparing((PlanDraft d) -> d.getAnchor().getCountedFrom()).reversed())
			.collect(Collectors.toList());
		for (PlanDraft draft : waiting) {
			draft.release(nextTurn(draft, run), run.getNow());
			if (!draft.isWorthWriting()) {
				run.getReport().pastGrace(draft.getRule());
			}
		}
	}

	static int perDay(ProtocolRule rule) {
		Integer named = rule.getDefinition().getTrigger().getPerDay();
		return named == null ? DEFAULT_PER_DAY : named;
	}

	private LocalDate nextTurn(PlanDraft draft, PlanningRun run) {
		int perDay = perDay(draft.getRule());
		OpeningHours hours = draft.getAnchor().getSite().getHours();
		LocalDate first = hours.openOnOrAfter(draft.getAnchor().getSite().dayOf(run.getNow()));
		long turn = watermarks.change("backlog/" + draft.getRule().getProtocolId(),
			last -> after(last, first, perDay, hours));
		return LocalDate.ofEpochDay(turn / PLACES);
	}

	/** Day times places, plus how many that day has with this one. */
	private static long after(long last, LocalDate first, int perDay, OpeningHours hours) {
		LocalDate day = LocalDate.ofEpochDay(last / PLACES);
		if (day.isBefore(first)) {
			return first.toEpochDay() * PLACES + 1;
		}
		return last % PLACES < perDay ? last + 1 : hours.openAfter(day).toEpochDay() * PLACES + 1;
	}
}
