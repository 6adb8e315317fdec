/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.calendar;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.Problem;
import org.openmrs.module.retention.shared.RetentionException;
import org.springframework.transaction.annotation.Transactional;

/** See {@link CalendarService}. */
public class CalendarServiceImpl extends BaseOpenmrsService implements CalendarService {

	private final CalendarDao dao;

	private final Clock clock;

	public CalendarServiceImpl(CalendarDao dao, Clock clock) {
		this.dao = dao;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public RetentionCalendar getCalendarByUuid(String uuid) {
		return dao.getByUuid(uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<RetentionCalendar> findCalendars(CalendarSearch search, Page page) {
		return dao.find(search, page);
	}

	@Override
	@Transactional(readOnly = true)
	public long countCalendars(CalendarSearch search) {
		return dao.count(search);
	}

	@Override
	@Transactional
	public RetentionCalendar saveCalendar(CalendarDefinition definition) {
		List<Problem> problems = new CalendarValidator().validate(definition);
		if (!problems.isEmpty()) {
			throw RetentionException.invalid(problems);
		}
		RetentionCalendar calendar = dao.getByUuid(definition.getUuid());
		if (calendar == null) {
			calendar = new RetentionCalendar(definition.getUuid());
		}
		if (definition.isStandard() && !calendar.getRetired()) {
			refuseSecondStandard(definition.getUuid());
		}
		calendar.adopt(definition);
		dao.save(calendar);
		return calendar;
	}

	@Override
	@Transactional
	public void retireCalendar(RetentionCalendar calendar, String reason) {
		if (StringUtils.isBlank(reason)) {
			throw RetentionException.invalid("retention.calendar.error.reason-missing", "reason");
		}
		calendar.retire(Context.getAuthenticatedUser(), Date.from(clock.instant()), reason.trim());
		dao.save(calendar);
	}

	@Override
	@Transactional
	public void unretireCalendar(RetentionCalendar calendar) {
		if (calendar.toDefinition().isStandard()) {
			refuseSecondStandard(calendar.getUuid());
		}
		calendar.unretire();
		dao.save(calendar);
	}

	private void refuseSecondStandard(String uuid) {
		for (RetentionCalendar other : dao.findInUse()) {
			if (!other.getUuid().equals(uuid) && other.toDefinition().isStandard()) {
				throw RetentionException.conflict("retention.calendar.error.standard-taken", "standard", other.getName());
			}
		}
	}
}
