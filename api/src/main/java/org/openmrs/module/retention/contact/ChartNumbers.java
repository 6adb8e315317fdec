/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads everybody's numbers off the chart before anybody looks at them: who shares a number, and who rings from one, is
 * known only when all have been read. Attributes are walked by their primary key; each node keeps its own place. For the
 * module's own features: no privilege is asked.
 */
public class ChartNumbers {

	private static final int SLICE = 1000;

	/** Ids commit out of order: so many of the latest are read again with what is new. */
	private static final int TRAIL = 200;

	/** What was edited in place, or committed late, is found by reading all of it again. */
	private static final Duration ROUND = Duration.ofDays(1);

	private final ContactDao dao;

	private final ContactDetails details;

	private final Clock clock;

	private List<String> types = Collections.emptyList();

	/** Id of the last attribute read as a new one; negative: none has been. */
	private volatile int newest = -1;

	/** Id of the last attribute read in this round: the scheduler's thread alone goes round. */
	private int inRound;

	private Instant roundBegun;

	private boolean roundDone;

	ChartNumbers(ContactDao dao, ContactDetails details, Clock clock) {
		this.dao = dao;
		this.details = details;
		this.clock = clock;
	}

	/** What was entered since this was last asked: nothing but one look at an index when that is nothing. */
	public void readNewest(int reader) {
		List<String> configured = details.types();
		int last = configured.isEmpty() ? newest : dao.newestAttribute();
		if (last != newest) {
			boolean onward = newest >= 0 && newest < last;
			List<Object[]> rows = dao.attributesAfter(onward ? newest - TRAIL : last - SLICE, SLICE);
			read(rows, configured, reader);
			newest = idOfLast(rows, last);
		}
	}

	/** The newest, and the next slice of the round; how many entries that had, 0 when the round is done. */
	int readNext(int reader) {
		List<String> configured = details.types();
		Instant now = clock.instant();
		if (!configured.equals(types) || roundBegun == null || roundDone && roundBegun.plus(ROUND).isBefore(now)) {
			types = configured;
			inRound = 0;
			roundBegun = now;
			roundDone = false;
		}
		readNewest(reader);
		if (roundDone || configured.isEmpty()) {
			read(dao.attributesAfter(newest - TRAIL, TRAIL), configured, reader);
			return 0;
		}
		List<Object[]> rows = dao.attributesAfter(inRound, SLICE);
		inRound = idOfLast(rows, inRound);
		roundDone = rows.size() < SLICE;
		read(rows, configured, reader);
		return rows.size();
	}

	/** Whether one of these people, or somebody who shares a number with them, is reached there. */
	public boolean isReachedAt(Collection<Integer> people, String pointKey, int reader) {
		details.of(people, reader);
		return !people.isEmpty() && dao.isReachedAt(people, pointKey);
	}

	private void read(List<Object[]> rows, List<String> configured, int reader) {
		Set<Integer> people = new LinkedHashSet<>();
		rows.stream().filter(row -> configured.contains(row[2])).forEach(row -> people.add((Integer) row[1]));
		if (!people.isEmpty()) {
			details.of(people, reader);
		}
	}

	private static int idOfLast(List<Object[]> rows, int otherwise) {
		return rows.isEmpty() ? otherwise : (Integer) rows.get(rows.size() - 1)[0];
	}
}
