/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.absence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openmrs.User;

/**
 * Who is away at one moment, and who stands in. Deputies have deputies; a circle of them is nobody. Somebody may be away for
 * several reasons at once: of the deputies the one who was named last stands in.
 */
public final class Absences {

	private final Map<Integer, List<Absence>> byUser = new HashMap<>();

	/** @param absences those of the moment, the one entered last at the end */
	public Absences(Collection<Absence> absences) {
		absences.forEach(a -> byUser.computeIfAbsent(a.getUser().getUserId(), id -> new ArrayList<>()).add(a));
	}

	public static Absences none() {
		return new Absences(new ArrayList<>());
	}

	public boolean isAway(User user) {
		return byUser.containsKey(user.getUserId());
	}

	/** Ids of users. */
	public Set<Integer> away() {
		return byUser.keySet();
	}

	/**
	 * The user, if they are there and able; else the deputy, or the deputy's.
	 *
	 * @param able whether an account can work at all
	 */
	public StandIn inPlaceOf(User user, Predicate<User> able) {
		Set<Integer> asked = new HashSet<>();
		Instant until = null;
		User one = user;
		while (one != null && isAway(one) && asked.add(one.getUserId())) {
			List<Absence> absences = byUser.get(one.getUserId());
			Instant back = absences.stream().map(Absence::getEndsAt).max(Comparator.naturalOrder()).get();
			until = until == null || back.isBefore(until) ? back : until;
			one = absences.stream().map(Absence::getDeputy).filter(d -> d != null).reduce((first, last) -> last)
				.orElse(null);
		}
		boolean found = one != null && !isAway(one) && able.test(one);
		return new StandIn(found ? one : null, until);
	}

	/** Whether these absences of one person leave no moment of the time between. */
	static boolean cover(Collection<Absence> absences, Instant from, Instant by) {
		Instant covered = from;
		List<Absence> inOrder = absences.stream().sorted(Comparator.comparing(Absence::getStartsAt))
			.collect(Collectors.toList());
		for (Absence absence : inOrder) {
			if (!absence.getStartsAt().isAfter(covered) && absence.getEndsAt().isAfter(covered)) {
				covered = absence.getEndsAt();
			}
		}
		return covered.isAfter(by);
	}
}
