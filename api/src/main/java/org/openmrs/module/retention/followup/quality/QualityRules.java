/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.User;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.shared.RetentionException;

/** What makes a sample and a review. */
final class QualityRules {

	static final Duration LONGEST = Duration.ofDays(92);

	static final int MOST_PER_CALLER = 50;

	private static final int LONGEST_NOTE = 1000;

	private static final String OUT_OF_RANGE = "retention.followup.error.out-of-range";

	private QualityRules() {
	}

	static void check(SampleRequest request) {
		period(request.getFrom(), request.getBefore());
		if ((request.getPerCaller() == null) == (request.getShare() == null)) {
			throw RetentionException.invalid("retention.followup.error.quality-number-or-share", "perCaller");
		}
		range("perCaller", request.getPerCaller(), MOST_PER_CALLER);
		range("share", request.getShare(), 100);
	}

	static void period(Instant from, Instant before) {
		require("from", from);
		require("before", before);
		if (!before.isAfter(from)) {
			throw RetentionException.invalid("retention.followup.error.quality-period-empty", "before");
		}
		if (Duration.between(from, before).compareTo(LONGEST) > 0) {
			throw RetentionException.invalid("retention.followup.error.quality-period-too-long", "before", LONGEST.toDays());
		}
	}

	private static void range(String field, Integer value, int most) {
		if (value != null && (value < 1 || value > most)) {
			throw RetentionException.invalid(OUT_OF_RANGE, field, 1, most);
		}
	}

	/** Every criterion in force has a mark, in the order of the criteria; no other has. */
	static Map<String, QualityMark> marks(Map<String, QualityMark> given, List<String> criteria) {
		Map<String, QualityMark> marks = new LinkedHashMap<>();
		for (String criterion : criteria) {
			QualityMark mark = given == null ? null : given.get(criterion);
			if (mark == null) {
				throw RetentionException.invalid("retention.followup.error.required", "marks." + criterion);
			}
			marks.put(criterion, mark);
		}
		List<String> others = new ArrayList<>(given.keySet());
		others.removeAll(criteria);
		if (!others.isEmpty()) {
			throw RetentionException.invalid("retention.followup.error.quality-criterion-unknown", "marks." + others.get(0),
				others.get(0));
		}
		return marks;
	}

	static void note(String note) {
		if (note != null && note.length() > LONGEST_NOTE) {
			throw RetentionException.invalid("retention.followup.error.too-long", "note", LONGEST_NOTE);
		}
	}

	/** Who made a contact or wrote it down does not judge it. */
	static boolean isOwn(ContactAttempt attempt, User user) {
		return user.equals(attempt.getCalledBy()) || user.equals(attempt.getCreator());
	}

	static void require(String field, Object value) {
		if (value == null) {
			throw RetentionException.invalid("retention.followup.error.required", field);
		}
	}
}
