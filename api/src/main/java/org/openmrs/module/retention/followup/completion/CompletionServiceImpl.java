/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.completion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.User;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.springframework.transaction.annotation.Transactional;

/** Public because the platform's proxies need it so. */
public class CompletionServiceImpl extends BaseOpenmrsService implements CompletionService {

	static final Duration LONGEST = Duration.ofDays(92);

	static final String REQUIRED = "retention.followup.error.required";

	static final String PERIOD_EMPTY = "retention.followup.error.completion-period-empty";

	static final String PERIOD_TOO_LONG = "retention.followup.error.completion-period-too-long";

	private final CompletionDao dao;

	private final Clock clock;

	CompletionServiceImpl(CompletionDao dao, Clock clock) {
		this.dao = dao;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public List<CompletionFigures> getFigures(CompletionSearch search) {
		period(search.getFrom(), search.getBefore());
		requireOwn(search.getUser());
		List<Object[]> due = dao.due(search, clock.instant());
		Map<Integer, Object[]> made = byUser(dao.made(search));
		Map<Integer, Object[]> finished = byUser(dao.finished(search));
		List<Integer> known = new ArrayList<>(made.keySet());
		known.addAll(finished.keySet());
		due.forEach(row -> known.add((Integer) row[0]));
		Map<Integer, User> users = dao.users(known.stream().filter(Objects::nonNull).collect(Collectors.toSet()));
		Map<List<Object>, CompletionFigures> figures = new LinkedHashMap<>();
		users.values().forEach(user -> figures.put(key(user.getUserId(), null),
			did(user, made.get(user.getUserId()), finished.get(user.getUserId()))));
		due.forEach(row -> figures.merge(key((Integer) row[0], (String) row[1]), had(row), CompletionServiceImpl::sum));
		return figures.values().stream().sorted(BY_NAME).collect(Collectors.toList());
	}

	/** Staff before queues. */
	private static final Comparator<CompletionFigures> BY_NAME = Comparator
		.comparing((CompletionFigures one) -> one.getUser() == null).thenComparing(CompletionServiceImpl::nameOf)
		.thenComparing(one -> one.getUser() == null ? 0 : one.getUser().getUserId());

	private static String nameOf(CompletionFigures figures) {
		User user = figures.getUser();
		return user == null ? StringUtils.defaultString(figures.getRole())
			: StringUtils.defaultString(user.getUsername(), StringUtils.defaultString(user.getSystemId()));
	}

	/** What somebody has is not the queue's that it came from. */
	private static List<Object> key(Integer user, String role) {
		return Arrays.asList(user, user == null ? role : null);
	}

	private static Map<Integer, Object[]> byUser(List<Object[]> rows) {
		Map<Integer, Object[]> byUser = new LinkedHashMap<>();
		rows.forEach(row -> byUser.put((Integer) row[0], row));
		return byUser;
	}

	private static CompletionFigures did(User user, Object[] made, Object[] finished) {
		return CompletionFigures.builder().user(user).contacts(made == null ? 0 : (Long) made[1])
			.conversations(made == null ? 0 : (Long) made[2]).finished(finished == null ? 0 : (Long) finished[1]).build();
	}

	private static CompletionFigures had(Object[] row) {
		return CompletionFigures.builder().role(row[0] == null ? (String) row[1] : null).completed((Long) row[2])
			.inTime((Long) row[3]).missed((Long) row[4]).expired((Long) row[5]).open((Long) row[6])
			.due((Long) row[2] + (Long) row[4] + (Long) row[5] + (Long) row[6]).build();
	}

	private static CompletionFigures sum(CompletionFigures one, CompletionFigures other) {
		return one.toBuilder().due(one.getDue() + other.getDue()).completed(one.getCompleted() + other.getCompleted())
			.inTime(one.getInTime() + other.getInTime()).missed(one.getMissed() + other.getMissed())
			.expired(one.getExpired() + other.getExpired()).open(one.getOpen() + other.getOpen()).build();
	}

	private static void period(Instant from, Instant before) {
		if (from == null || before == null) {
			throw RetentionException.invalid(REQUIRED, from == null ? "from" : "before");
		}
		if (!from.isBefore(before)) {
			throw RetentionException.invalid(PERIOD_EMPTY, "before");
		}
		if (before.isAfter(from.plus(LONGEST))) {
			throw RetentionException.invalid(PERIOD_TOO_LONG, "before", LONGEST.toDays());
		}
	}

	private static void requireOwn(User of) {
		boolean own = of != null && of.equals(Context.getAuthenticatedUser());
		if (!own && !Context.hasPrivilege(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)) {
			throw new APIAuthenticationException("Privilege required: " + RetentionPrivileges.SUPERVISE_FOLLOW_UPS);
		}
	}
}
