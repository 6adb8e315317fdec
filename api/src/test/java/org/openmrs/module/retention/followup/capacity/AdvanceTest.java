/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

class AdvanceTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

	private static final int LIMIT = 100;

	private int count;

	@Test
	void of_shouldBringForwardToTheFirstDayWithRoom() {
		List<OpenDay> days = days(20, 60, 100);
		WaitingCall call = call(60, 0, 3);

		assertThat(advance(days, call)).containsExactly(entry(call, days.get(1)));
		assertThat(days.get(1).getRoom()).isZero();
	}

	@Test
	void of_shouldMoveNothing_whenThereIsRoomOnThatDayOrLaterAlone() {
		assertThat(advance(days(0, 50, 100, 100), call(60, 0, 2))).isEmpty();
	}

	@Test
	void of_shouldNotGoBeforeTheWindow() {
		List<OpenDay> days = days(100, 100, 100);
		WaitingCall call = call(60, 1, 3);

		assertThat(advance(days, call)).containsExactly(entry(call, days.get(1)));
		assertThat(advance(days(100, 100), call(60, 2, 2))).isEmpty();
	}

	@Test
	void of_shouldTakeThemInTheirOrder_soThatTheShortOneDoesNotOvertake() {
		WaitingCall care = call(60, 0, 2);
		WaitingCall recall = call(30, 0, 2);

		assertThat(advance(days(50, 0), care, recall)).isEmpty();
		List<OpenDay> days = days(70, 0);
		assertThat(advance(days, care, recall)).containsExactly(entry(care, days.get(0)));
		List<OpenDay> roomy = days(70, 30);
		assertThat(advance(roomy, care, recall)).containsExactly(entry(care, roomy.get(0)), entry(recall, roomy.get(1)));
	}

	@Test
	void of_shouldNotLetThoseWait_whomTheFirstCouldNeverMakeRoomFor() {
		List<OpenDay> days = days(50, 0);
		WaitingCall longer = call(LIMIT + 1, 0, 2);
		WaitingCall recall = call(30, 0, 2);

		assertThat(advance(days, longer, recall)).containsExactly(entry(recall, days.get(0)));
	}

	@Test
	void of_shouldGiveTheRoomThatIsLeftToTheNext() {
		List<OpenDay> days = days(60, 0, 0);
		WaitingCall care = call(60, 0, 1);
		WaitingCall recall = call(50, 0, 2);

		assertThat(advance(days, care, recall)).containsExactly(entry(care, days.get(0)), entry(recall, days.get(1)));
		assertThat(days.get(1).getRoom()).isEqualTo(10);
	}

	@Test
	void of_shouldGiveTheRoomThatIsLeft_alsoToOneBefore() {
		List<OpenDay> days = days(30, 40, 0);
		WaitingCall care = call(60, 1, 2);
		WaitingCall recall = call(30, 0, 1);

		assertThat(advance(days, care, recall)).containsOnly(entry(care, days.get(1)), entry(recall, days.get(0)));
		assertThat(days).extracting(OpenDay::getRoom).containsExactly(0L, 10L, 60L);
	}

	@Test
	void of_shouldBringAllForward_whereThereIsNoLimitAnyMore() {
		List<OpenDay> days = Arrays.asList(new OpenDay(TODAY, at(0), null, null));
		WaitingCall longer = call(900, 0, 2);
		WaitingCall recall = call(30, 0, 1);

		assertThat(advance(days, longer, recall)).containsOnlyKeys(longer, recall);
	}

	@Property
	void of_shouldKeepTheWindowsTheOrderAndTheLimits(
		@ForAll @Size(max = 10) List<@IntRange(min = 1, max = LIMIT + 20) Integer> seconds,
		@ForAll @Size(min = 10, max = 10) List<@IntRange(max = 4) Integer> from,
		@ForAll @Size(min = 10, max = 10) List<@IntRange(max = 6) Integer> until,
		@ForAll @Size(min = 1, max = 5) List<@IntRange(min = -20, max = LIMIT) Integer> rooms) {
		List<WaitingCall> waiting = new ArrayList<>();
		for (int i = 0; i < seconds.size(); i++) {
			waiting.add(call(seconds.get(i), from.get(i), until.get(i)));
		}
		List<OpenDay> days = days(rooms.toArray(new Integer[0]));

		Map<WaitingCall, OpenDay> sooner = Advance.of(waiting, days);

		sooner.forEach((one, day) -> {
			assertThat(day.getDay()).as("not before its window").isAfterOrEqualTo(one.getFrom());
			assertThat(day.getDay()).as("not later than without").isBefore(one.getUntil());
		});
		for (int i = 0; i < days.size(); i++) {
			OpenDay day = days.get(i);
			assertThat(day.getRoom()).as("no more than it can bear").isGreaterThanOrEqualTo(Math.min(0, rooms.get(i)));
			long come = sum(waiting, one -> sooner.get(one) == day);
			long gone = sum(waiting, one -> sooner.containsKey(one) && one.getUntil().equals(day.getDay()));
			assertThat(day.getRoom()).isEqualTo(rooms.get(i) - come + gone);
		}
		for (int i = 0; i < waiting.size(); i++) {
			for (WaitingCall before : waiting.subList(0, i)) {
				OpenDay day = sooner.get(waiting.get(i));
				LocalDate made = sooner.containsKey(before) ? sooner.get(before).getDay() : before.getUntil();
				if (day != null && made.isAfter(day.getDay()) && !day.getDay().isBefore(before.getFrom())) {
					assertThat(day.bears(before.getCall())).as("nobody overtakes who could have the day").isFalse();
				}
			}
		}
		List<WaitingCall> now = new ArrayList<>();
		waiting.forEach(one -> now.add(sooner.containsKey(one)
			? new WaitingCall(one.getCall(), one.getFrom(), sooner.get(one).getDay())
			: one));
		assertThat(Advance.of(now, days)).as("done again it moves no more").isEmpty();
	}

	private interface Which {

		boolean is(WaitingCall one);
	}

	private static long sum(List<WaitingCall> waiting, Which which) {
		return waiting.stream().filter(which::is).mapToLong(one -> one.getCall().getSeconds()).sum();
	}

	private static Map<WaitingCall, OpenDay> advance(List<OpenDay> days, WaitingCall... calls) {
		return Advance.of(Arrays.asList(calls), days);
	}

	/** Days ahead. */
	private WaitingCall call(int seconds, int from, int until) {
		return new WaitingCall(new DueCall(Collections.singletonList(++count), seconds, at(60), false),
			TODAY.plusDays(from), TODAY.plusDays(until));
	}

	/** From today on. */
	private static List<OpenDay> days(Integer... rooms) {
		List<OpenDay> days = new ArrayList<>();
		for (Integer room : rooms) {
			days.add(new OpenDay(TODAY.plusDays(days.size()), at(days.size()), (long) LIMIT, (long) room));
		}
		return days;
	}

	private static Instant at(int days) {
		return TODAY.plusDays(days).atTime(8, 0).toInstant(ZoneOffset.UTC);
	}
}
