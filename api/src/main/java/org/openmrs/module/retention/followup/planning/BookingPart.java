/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.module.retention.contact.booking.Booking;
import org.openmrs.module.retention.contact.booking.BookingStatus;
import org.openmrs.module.retention.contact.booking.Bookings;
import org.openmrs.module.retention.shared.Watermarks;

/**
 * Says of bookings whose day is over whether they were kept or missed. Goes around those that stand, for protocols that
 * were loaded since, and around what the last month made of others, for what was entered or taken back unnoticed; a bounded
 * slice each time.
 */
class BookingPart implements SweepPart {

	private static final int SIZE = 500;

	/** Bookings looked at again in one sweep, of each kind. */
	private static final int SLICE = 2000;

	private static final LocalDate EVER = LocalDate.of(1900, 1, 1);

	private static final LocalDate NEVER = LocalDate.of(2999, 12, 31);

	private static final int LOOKED_BACK_DAYS = 31;

	private static final Collection<BookingStatus> BOOKED = Collections.singleton(BookingStatus.BOOKED);

	private static final Collection<BookingStatus> OVER = Arrays.asList(BookingStatus.KEPT, BookingStatus.MISSED);

	private final Bookings bookings;

	private final BookingArrivals arrivals;

	private final BookingFollowUp followUp;

	private final Slices slices;

	private final Watermarks watermarks;

	BookingPart(Bookings bookings, BookingArrivals arrivals, BookingFollowUp followUp, Slices slices,
		Watermarks watermarks) {
		this.bookings = bookings;
		this.arrivals = arrivals;
		this.followUp = followUp;
		this.slices = slices;
		this.watermarks = watermarks;
	}

	/** What is done with some bookings, in one transaction. */
	private interface Work {

		void on(List<Booking> some);
	}

	@Override
	public String getName() {
		return "booking";
	}

	@Override
	public void sweep(PlanningRun run, BooleanSupplier stillOurs) {
		LocalDate today = run.getNow().atZone(ZoneOffset.UTC).toLocalDate();
		if (settle(today, run, stillOurs)
			&& around("booking/ahead", BOOKED, today.minusDays(1), NEVER, some -> followUp.follow(some, run), run,
				stillOurs)) {
			around("booking/over", OVER, today.minusDays(LOOKED_BACK_DAYS), today, some -> review(some, run), run,
				stillOurs);
		}
	}

	/** False: another node has taken over. */
	private boolean settle(LocalDate today, PlanningRun run, BooleanSupplier stillOurs) {
		List<Integer> ids = next(0, BOOKED, EVER, today);
		while (!ids.isEmpty()) {
			each(ids, some -> settle(some, run), run);
			if (!stillOurs.getAsBoolean()) {
				return false;
			}
			ids = next(ids.get(ids.size() - 1), BOOKED, EVER, today);
		}
		return true;
	}

	private void settle(List<Booking> some, PlanningRun run) {
		List<Booking> over = some.stream().filter(b -> b.getTime().isDayOver(run.getNow())).collect(Collectors.toList());
		arrivals.settle(over, run);
		follow(over, run);
	}

	private void review(List<Booking> some, PlanningRun run) {
		follow(arrivals.review(some, run), run);
	}

	private void follow(List<Booking> changed, PlanningRun run) {
		if (!changed.isEmpty()) {
			bookings.flush();
			followUp.follow(changed, run);
		}
	}

	/** A slice of those in their order, and on from there the next time. False: another node has taken over. */
	private boolean around(String name, Collection<BookingStatus> statuses, LocalDate from, LocalDate to, Work work,
		PlanningRun run, BooleanSupplier stillOurs) {
		Watermarks.Mark mark = slices.run(() -> watermarks.get(name));
		long after = mark == null ? 0 : mark.getPosition();
		for (int done = 0; done < SLICE; done += SIZE) {
			List<Integer> ids = next(after, statuses, from, to);
			each(ids, work, run);
			after = ids.size() < SIZE ? 0 : ids.get(ids.size() - 1);
			keep(name, after);
			if (!stillOurs.getAsBoolean()) {
				return false;
			}
			if (after == 0) {
				return true;
			}
		}
		return true;
	}

	private List<Integer> next(long after, Collection<BookingStatus> statuses, LocalDate from, LocalDate to) {
		return slices.run(() -> bookings.above(after, statuses, from, to, SIZE));
	}

	private void keep(String name, long position) {
		slices.run(() -> {
			watermarks.set(name, position);
			return null;
		});
	}

	/** One that fails costs only itself. */
	private void each(List<Integer> ids, Work work, PlanningRun run) {
		slices.each(ids, some -> work.on(bookings.get(some)), Function.identity(), run);
	}
}
