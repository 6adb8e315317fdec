/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.openmrs.User;

class AbsencesTest {

	private static final Instant NINE = Instant.parse("2026-03-10T08:00:00Z");

	private static final Duration HOUR = Duration.ofHours(1);

	private static final User ADA = user(1);

	private static final User BO = user(2);

	private static final User CY = user(3);

	@Test
	void inPlaceOf_shouldBeTheUser_whenTheyAreThere() {
		assertThat(absences().inPlaceOf(ADA, u -> true)).isEqualTo(new StandIn(ADA, null));
		assertThat(absences().inPlaceOf(ADA, u -> false).getUser()).isNull();
	}

	@Test
	void inPlaceOf_shouldBeTheDeputy_untilTheUserIsBack() {
		assertThat(absences(away(ADA, 3, BO)).inPlaceOf(ADA, u -> true))
			.isEqualTo(new StandIn(BO, NINE.plus(HOUR.multipliedBy(3))));
	}

	@Test
	void inPlaceOf_shouldBeTheDeputysDeputy_untilTheFirstOfThemIsBack() {
		assertThat(absences(away(ADA, 3, BO), away(BO, 2, CY)).inPlaceOf(ADA, u -> true))
			.isEqualTo(new StandIn(CY, NINE.plus(HOUR.multipliedBy(2))));
	}

	@Test
	void inPlaceOf_shouldBeNobody_whenThereIsNoDeputyOrTheDeputyCannotWorkOrDeputiesGoRoundInACircle() {
		assertThat(absences(away(ADA, 3, null)).inPlaceOf(ADA, u -> true).getUser()).isNull();
		assertThat(absences(away(ADA, 3, BO)).inPlaceOf(ADA, u -> !u.equals(BO)).getUser()).isNull();
		assertThat(absences(away(ADA, 3, BO), away(BO, 2, ADA)).inPlaceOf(ADA, u -> true))
			.isEqualTo(new StandIn(null, NINE.plus(HOUR.multipliedBy(2))));
	}

	@Test
	void inPlaceOf_shouldBeTheDeputyNamedLast_untilTheLastAbsenceEnds_whenThereAreSeveral() {
		assertThat(absences(away(ADA, 5, BO), away(ADA, 3, CY), away(ADA, 4, null)).inPlaceOf(ADA, u -> true))
			.isEqualTo(new StandIn(CY, NINE.plus(HOUR.multipliedBy(5))));
	}

	@Test
	void cover_shouldBeTrue_onlyWhenNoMomentIsLeft() {
		assertThat(cover(0, 4)).isTrue();
		assertThat(cover(0, 2, 2, 4)).as("one after the other").isTrue();
		assertThat(cover(2, 4, 0, 2)).as("in whatever order").isTrue();
		assertThat(cover(0, 3)).as("back when it ends").isFalse();
		assertThat(cover(2, 4)).isFalse();
		assertThat(cover(0, 2, 3, 5)).as("a gap").isFalse();
		assertThat(cover()).isFalse();
	}

	/** Whoever is away and whoever stands in for whom: who is found is there and can work. */
	@Property
	void inPlaceOf_shouldNeverBeSomebodyWhoIsAwayOrCannotWork(
		@ForAll @Size(max = 8) List<@IntRange(min = 1, max = 6) Integer> away,
		@ForAll @Size(min = 8, max = 8) List<@IntRange(min = 0, max = 6) Integer> deputies,
		@ForAll Set<@IntRange(min = 1, max = 6) Integer> able, @ForAll @IntRange(min = 1, max = 6) int of) {
		List<Absence> all = new ArrayList<>();
		for (int i = 0; i < away.size(); i++) {
			all.add(away(user(away.get(i)), i + 1, deputies.get(i) == 0 ? null : user(deputies.get(i))));
		}
		Absences absences = new Absences(all);

		StandIn found = absences.inPlaceOf(user(of), u -> able.contains(u.getUserId()));

		assertThat(found.getUntil() == null).isEqualTo(!new HashSet<>(away).contains(of));
		if (found.getUser() != null) {
			assertThat(able).contains(found.getUser().getUserId());
			assertThat(absences.isAway(found.getUser())).isFalse();
		}
	}

	private static boolean cover(int... hours) {
		List<Absence> absences = new ArrayList<>();
		for (int i = 0; i < hours.length; i += 2) {
			absences.add(Absence.builder().user(ADA).startsAt(NINE.plus(HOUR.multipliedBy(hours[i])))
				.endsAt(NINE.plus(HOUR.multipliedBy(hours[i + 1]))).build());
		}
		return Absences.cover(absences, NINE, NINE.plus(HOUR.multipliedBy(3)));
	}

	private static Absences absences(Absence... absences) {
		return new Absences(absences.length == 0 ? Collections.emptyList()
			: Arrays.stream(absences).collect(Collectors.toList()));
	}

	private static Absence away(User user, int hours, User deputy) {
		return Absence.builder().user(user).startsAt(NINE.minus(HOUR)).endsAt(NINE.plus(HOUR.multipliedBy(hours)))
			.deputy(deputy).build();
	}

	private static User user(int id) {
		User user = new User(id);
		user.setUuid("user-" + id);
		return user;
	}
}
