/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SpreadTest {

	private static final Instant OPENING = Instant.parse("2026-03-10T08:00:00Z");

	private static final Duration DAY = Duration.ofDays(1);

	private static final int FAR = 100;

	@Test
	void of_shouldMoveNothing_whenAllFits() {
		assertThat(spread(180, days(100L), call(60, FAR), call(120, FAR))).isEmpty();
	}

	@Test
	void of_shouldMoveTheLastOnes_whenTheyDoNotFit() {
		DueCall care = call(60, FAR);
		DueCall recall = call(60, FAR);
		DueCall other = call(30, FAR);
		List<OpenDay> days = days(60L, 60L);

		assertThat(spread(90, days, care, recall, other)).as("the short one does not overtake")
			.containsExactly(entry(recall, days.get(0)), entry(other, days.get(1)));
	}

	@Test
	void of_shouldNeverMoveWhatIsFixed_andGiveItItsPartOfTheDay() {
		DueCall urgent = new DueCall(Collections.singletonList(1), 100, OPENING.plus(DAY.multipliedBy(FAR)), true);
		DueCall care = call(60, FAR);
		List<OpenDay> days = days(60L);

		assertThat(spread(60, days, care, urgent)).containsExactly(entry(care, days.get(0)));
	}

	@Test
	void of_shouldLeaveTheCall_whenItWouldExpireOrNoDayHasRoom() {
		assertThat(spread(0, days(0L, null), call(60, 1))).as("it expires before the second day").isEmpty();
		assertThat(spread(0, days(59L, -1L), call(60, FAR))).isEmpty();
		List<OpenDay> days = days(0L, null);
		DueCall waits = call(60, FAR);
		assertThat(spread(0, days, waits)).containsExactly(entry(waits, days.get(1)));
	}

	@Test
	void of_shouldGiveAnEarlierDay_toWhatWouldExpireOnALaterOne() {
		List<OpenDay> days = days(30L, 60L);
		DueCall longer = call(60, FAR);
		DueCall soon = call(30, 1);

		assertThat(spread(0, days, longer, soon)).containsExactly(entry(longer, days.get(1)), entry(soon, days.get(0)));
	}

	/** Whatever is due and whatever room there is. */
	@Property
	void of_shouldKeepTheOrderAndTheLimits(@ForAll @Size(max = 12) List<@IntRange(min = 1, max = 50) Integer> seconds,
		@ForAll @Size(min = 12, max = 12) List<@IntRange(min = 0, max = 6) Integer> lives,
		@ForAll @Size(min = 12, max = 12) List<@IntRange(min = 0, max = 3) Integer> kinds,
		@ForAll @Size(min = 1, max = 5) List<@IntRange(min = -20, max = 100) Integer> rooms,
		@ForAll @IntRange(min = -20, max = 150) int room) {
		List<DueCall> calls = new ArrayList<>();
		for (int i = 0; i < seconds.size(); i++) {
			calls.add(new DueCall(Collections.singletonList(i), seconds.get(i), OPENING.plus(DAY.multipliedBy(lives.get(i))),
				kinds.get(i) == 0));
		}
		Long[] free = rooms.stream().map(Integer::longValue).toArray(Long[]::new);
		List<OpenDay> days = days(free);

		Map<DueCall, OpenDay> moved = Spread.of(room, calls, days);

		moved.forEach((call, day) -> {
			assertThat(call.isFixed()).isFalse();
			assertThat(day.getOpening().plusSeconds(call.getSeconds())).isBeforeOrEqualTo(call.getExpiresAt());
		});
		for (int i = 0; i < days.size(); i++) {
			OpenDay day = days.get(i);
			assertThat(day.getRoom()).as("no more than it can bear").isGreaterThanOrEqualTo(Math.min(0, free[i]));
			assertThat(free[i] - moved.entrySet().stream().filter(e -> e.getValue() == day)
				.mapToLong(e -> e.getKey().getSeconds()).sum()).isEqualTo(day.getRoom());
		}
		long today = calls.stream().filter(c -> !moved.containsKey(c)).mapToLong(DueCall::getSeconds).sum();
		boolean firstMoved = false;
		for (DueCall call : calls) {
			firstMoved |= moved.containsKey(call);
			if (firstMoved && !call.isFixed() && !moved.containsKey(call)) {
				assertThat(days).as("stays after one that was moved only because no day takes it")
					.noneMatch(d -> d.takes(call));
			}
		}
		if (today > room) {
			assertThat(calls.stream().filter(c -> !moved.containsKey(c) && !c.isFixed()
				&& days.stream().anyMatch(d -> d.takes(c)) && beyond(c, calls, moved, room)))
				.as("above what it can bear only with what no day takes").isEmpty();
		}
		assertThat(Spread.of(room, rest(calls, moved), days)).as("done again it moves no more").isEmpty();
	}

	/** Whether the call, with all that stays and stands before it, is more than the room. */
	private static boolean beyond(DueCall call, List<DueCall> calls, Map<DueCall, OpenDay> moved, long room) {
		long sum = calls.stream().filter(DueCall::isFixed).mapToLong(DueCall::getSeconds).sum();
		for (DueCall one : calls) {
			if (!one.isFixed() && !moved.containsKey(one)) {
				sum += one.getSeconds();
			}
			if (one == call) {
				break;
			}
		}
		return sum > room;
	}

	private static List<DueCall> rest(List<DueCall> calls, Map<DueCall, OpenDay> moved) {
		List<DueCall> rest = new ArrayList<>(calls);
		rest.removeAll(moved.keySet());
		return rest;
	}

	private static Map<DueCall, OpenDay> spread(long room, List<OpenDay> days, DueCall... calls) {
		return Spread.of(room, Arrays.asList(calls), days);
	}

	private static Map.Entry<DueCall, OpenDay> entry(DueCall call, OpenDay day) {
		return new SimpleEntry<>(call, day);
	}

	private static int count;

	/** Worth doing until the opening so many days later and a minute. */
	private static DueCall call(int seconds, int days) {
		return new DueCall(Collections.singletonList(++count), seconds, OPENING.plus(DAY.multipliedBy(days)).plusSeconds(60),
			false);
	}

	/** From tomorrow on, with so much room. */
	private static List<OpenDay> days(Long... rooms) {
		List<OpenDay> days = new ArrayList<>();
		for (Long room : rooms) {
			int ahead = days.size() + 1;
			days.add(
				new OpenDay(LocalDate.of(2026, 3, 10).plusDays(ahead), OPENING.plus(DAY.multipliedBy(ahead)), room, room));
		}
		return days;
	}
}
