/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.sheet;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import lombok.Getter;
import org.openmrs.module.retention.followup.attempt.AttemptReason;
import org.openmrs.module.retention.followup.attempt.AttemptResult;
import org.openmrs.module.retention.followup.attempt.Disposition;
import org.openmrs.module.retention.shared.RetentionException;

/** What came of a contact, as one ticks it on paper. The numbers are printed: one is never given to another box. */
@Getter
public enum TickBox {

	DONE(1, Disposition.DONE, null),
	CALL_BACK(2, Disposition.CALL_BACK, null, "windowFrom"),
	BOOKED(3, Disposition.BOOKED, null, "until"),
	THINKING(4, Disposition.THINKING, null),
	DECLINED_NOW(5, Disposition.DECLINED_NOW, null),
	STOP(6, Disposition.STOP, null, "purposes"),
	LANGUAGE(7, Disposition.LANGUAGE, null, "language"),
	DEATH_REPORTED(8, Disposition.DEATH_REPORTED, null),
	MOVED(9, Disposition.ENDED, AttemptReason.MOVED),
	ELSEWHERE(10, Disposition.ENDED, AttemptReason.ELSEWHERE),
	PRICE(11, Disposition.ENDED, AttemptReason.PRICE),
	UNHAPPY(12, Disposition.ENDED, AttemptReason.UNHAPPY),
	DISCHARGED(13, Disposition.ENDED, AttemptReason.DISCHARGED),
	NO_ANSWER(14, AttemptResult.NO_ANSWER, null),
	VOICEMAIL(15, AttemptResult.VOICEMAIL, null),
	BUSY(16, AttemptResult.BUSY, null),
	WRONG_NUMBER(17, AttemptResult.WRONG_NUMBER, null),
	SEEN_IN_PERSON(18, AttemptResult.NOT_CALLED, AttemptReason.SEEN_IN_PERSON),
	UNNECESSARY(19, AttemptResult.NOT_CALLED, AttemptReason.UNNECESSARY),
	NO_TIME(20, AttemptResult.NOT_CALLED, AttemptReason.NO_TIME),
	NO_LINE(21, AttemptResult.NOT_CALLED, AttemptReason.NO_LINE);

	/** Code of the texts on the boxes, without the box's own name. */
	public static final String TEXTS = "retention.followup.box.";

	private final int number;

	private final AttemptResult result;

	private final Disposition disposition;

	private final AttemptReason reason;

	/** What must be written beside it. */
	private final List<String> needs;

	TickBox(int number, Disposition disposition, AttemptReason reason, String... needs) {
		this.number = number;
		this.result = AttemptResult.SPOKE;
		this.disposition = disposition;
		this.reason = reason;
		this.needs = Collections.unmodifiableList(Arrays.asList(needs));
	}

	TickBox(int number, AttemptResult result, AttemptReason reason) {
		this.number = number;
		this.result = result;
		this.disposition = null;
		this.reason = reason;
		this.needs = Collections.emptyList();
	}

	/** Message code of the text beside it. */
	public String code() {
		return TEXTS + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static TickBox of(Integer number) {
		if (number == null) {
			throw RetentionException.invalid("retention.followup.error.required", "box");
		}
		return Arrays.stream(values()).filter(box -> box.number == number).findFirst()
			.orElseThrow(() -> RetentionException.invalid("retention.followup.error.unknown-value", "box", number));
	}
}
