/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import java.time.Instant;
import java.time.LocalDate;
import lombok.AllArgsConstructor;
import lombok.Getter;

/** An open day, today or to come, and what room is left on it. */
@Getter
@AllArgsConstructor
class OpenDay {

	private final LocalDate day;

	/** From when on calls can be made; today that is now. */
	private final Instant opening;

	/** In seconds, of the whole day. Null: none. */
	private final Long limit;

	/** In seconds; less than nothing when more is due on it already. Null: no limit. */
	private Long room;

	boolean takes(DueCall call) {
		return (room == null || room >= call.getSeconds())
			&& !opening.plusSeconds(call.getSeconds()).isAfter(call.getExpiresAt());
	}

	/** Whether it could take the call if nothing else were due. */
	boolean bears(DueCall call) {
		return limit == null || limit >= call.getSeconds();
	}

	void take(DueCall call) {
		room = room == null ? null : Long.valueOf(room - call.getSeconds());
	}

	/** It is made on another day. */
	void give(DueCall call) {
		room = room == null ? null : Long.valueOf(room + call.getSeconds());
	}
}
