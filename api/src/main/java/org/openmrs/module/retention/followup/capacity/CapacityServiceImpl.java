/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import java.time.Clock;
import java.util.List;
import org.openmrs.module.retention.shared.RetentionException;
import lombok.RequiredArgsConstructor;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.springframework.transaction.annotation.Transactional;

/** See {@link CapacityService}. */
@RequiredArgsConstructor
public class CapacityServiceImpl extends BaseOpenmrsService implements CapacityService {

	private static final int MOST_DAYS = 31;

	private final DayLoads loads;

	private final Clock clock;

	@Override
	@Transactional
	public int spreadDueCalls() {
		return loads.spread(Context.getAuthenticatedUser(), clock.instant());
	}

	@Override
	@Transactional(readOnly = true)
	public List<DayLoad> getLoads(int days) {
		check(days);
		return loads.ahead(days, clock.instant());
	}

	@Override
	@Transactional(readOnly = true)
	public List<DayShortfall> getShortfalls(int days) {
		check(days);
		return loads.shortfalls(days, clock.instant());
	}

	private static void check(int days) {
		if (days < 1 || days > MOST_DAYS) {
			throw RetentionException.invalid("retention.followup.error.out-of-range", "days", 1, MOST_DAYS);
		}
	}
}
