/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.openmrs.module.retention.followup.attempt.TaskEffect.again;
import static org.openmrs.module.retention.followup.attempt.TaskEffect.all;
import static org.openmrs.module.retention.followup.attempt.TaskEffect.busy;
import static org.openmrs.module.retention.followup.attempt.TaskEffect.cancel;
import static org.openmrs.module.retention.followup.attempt.TaskEffect.complete;
import static org.openmrs.module.retention.followup.attempt.TaskEffect.hold;
import static org.openmrs.module.retention.followup.attempt.TaskEffect.keepUntil;
import static org.openmrs.module.retention.followup.attempt.TaskEffect.miss;
import static org.openmrs.module.retention.followup.attempt.TaskEffect.none;
import static org.openmrs.module.retention.followup.attempt.TaskEffect.tryUsed;
import static org.openmrs.module.retention.followup.attempt.TaskEffect.window;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.TaskSource;
import org.openmrs.module.retention.followup.task.TaskTimes;

/**
 * The table of results, a row each: what a contact does to the tasks that it answered, and to the other tasks of the same
 * people. What it does beyond tasks (refusals, relationship, numbers, promises, escalations) is done where it is recorded.
 * The rules read facts and decide; they change nothing.
 */
enum AttemptRule {

	/** The contact was made. */
	DONE {

		@Override
		List<TaskEffect> onAnswered(Situation s) {
			return s.isRightPerson() ? all(tryUsed(null), complete("contact-made")) : messageLeft(s);
		}

		@Override
		List<TaskEffect> onOther(Situation s) {
			return rest(s);
		}
	},

	/** A time was agreed: it beats spacing, tries, window and grace, and every other call to the person waits for it. */
	CALL_BACK {

		@Override
		List<TaskEffect> onAnswered(Situation s) {
			Instant by = s.getAttempt().getWindowBy();
			Instant expiresAt = latest(s.getTask().getExpiresAt(), s.times().closingOfOpenDayAfter(by));
			return all(tryUsed(null),
				window(s.getAttempt().getWindowFrom(), by, earliest(expiresAt, by.plus(TaskTimes.LONGEST_GRACE))));
		}

		@Override
		List<TaskEffect> onOther(Situation s) {
			return s.isSamePerson() && !s.isUrgentCare()
				? all(hold(HoldReason.PROMISE, s.getAttempt().getWindowFrom()))
				: none();
		}
	},

	/**
	 * The patient has a date: care is done, what invites waits and asks again on the open day after it. A date that is over
	 * holds nothing.
	 */
	BOOKED {

		@Override
		List<TaskEffect> onAnswered(Situation s) {
			if (s.purpose() == Purpose.RECALL) {
				return s.getWorld().getBooking() == null ? all(tryUsed(null))
					: all(tryUsed(null), holdToBooking(s), keepToBooking(s));
			}
			return s.isRightPerson() ? all(tryUsed(null), complete("booked")) : messageLeft(s);
		}

		@Override
		List<TaskEffect> onOther(Situation s) {
			if (s.getWorld().isWaitsForBooking() && s.isSamePatient() && s.getWorld().getBooking() != null) {
				return all(holdToBooking(s), keepToBooking(s));
			}
			return rest(s);
		}
	},

	/** The topic rests until then; asked once more, it is silent until the patient moves. */
	THINKING {

		@Override
		List<TaskEffect> onAnswered(Situation s) {
			return s.isRightPerson() ? all(tryUsed(null), complete("thinking")) : messageLeft(s);
		}

		@Override
		List<TaskEffect> onOther(Situation s) {
			if (s.isCare() || !s.isSameTopic() || !s.isConversation()) {
				return rest(s);
			}
			boolean askedBefore = s.isThoughtOver()
				|| s.getAnswered().stream().anyMatch(t -> t.getSource() == TaskSource.LEAD);
			return askedBefore ? all(cancel("thinking-silence"))
				: all(hold(HoldReason.THINKING, s.times().openingOnOrAfter(thinkingUntil(s))));
		}
	},

	/** Not now: this and the plan's other steps but care end; no refusal for ever. */
	DECLINED_NOW {

		@Override
		List<TaskEffect> onAnswered(Situation s) {
			return s.isRightPerson() ? all(tryUsed(null), cancel("declined-now")) : messageLeft(s);
		}

		@Override
		List<TaskEffect> onOther(Situation s) {
			return s.isSamePlan() && !s.isCare() && s.isConversation() ? all(cancel("declined-now")) : rest(s);
		}
	},

	/** No more contacts for the purposes named; care is asked separately. */
	STOP {

		@Override
		List<TaskEffect> onAnswered(Situation s) {
			return isNamed(s) ? all(tryUsed(null), cancel("refused")) : all(tryUsed(s.nextTry()));
		}

		@Override
		List<TaskEffect> onOther(Situation s) {
			return isNamed(s) && s.isSamePatient() ? all(cancel("refused")) : rest(s);
		}

		private boolean isNamed(Situation s) {
			return s.getAttempt().getPurposeSet().contains(s.purpose());
		}
	},

	/** Somebody who speaks the language rings again. */
	LANGUAGE {

		@Override
		List<TaskEffect> onAnswered(Situation s) {
			return all(again(null));
		}
	},

	/** No longer the clinic's patient: care goes its way, everything else ends. */
	ENDED {

		@Override
		List<TaskEffect> onAnswered(Situation s) {
			if (!s.isCare()) {
				return all(tryUsed(null), cancel("relationship-ended"));
			}
			return s.isRightPerson() ? all(tryUsed(null), complete("contact-made")) : messageLeft(s);
		}

		@Override
		List<TaskEffect> onOther(Situation s) {
			return (s.isAboutFirstPatient() || s.isSamePatient()) && !s.isCare() ? all(cancel("relationship-ended"))
				: none();
		}
	},

	/** Everything about the patient waits, and the household's calls but urgent care, until the chart says. */
	DEATH_REPORTED {

		@Override
		List<TaskEffect> onAnswered(Situation s) {
			return onOther(s);
		}

		@Override
		List<TaskEffect> onOther(Situation s) {
			boolean goesOn = !s.isAboutFirstPatient() && (s.isUrgentCare() || s.isDeathInTheChart());
			return goesOn ? none() : all(hold(HoldReason.DEATH_REPORTED, null));
		}
	},

	/** Nobody was reached: another part of the day, until the tries are used up. */
	NOT_REACHED {

		@Override
		List<TaskEffect> onAnswered(Situation s) {
			return nobodyReached(s);
		}
	},

	/** Three busy signals count as one try. */
	BUSY {

		@Override
		List<TaskEffect> onAnswered(Situation s) {
			boolean counts = s.getTask().getBusySignals() + 1 >= TaskTimes.BUSY_SIGNALS_A_TRY;
			if (counts && s.getTask().getTriesUsed() + 1 >= s.getTask().getTriesMax()) {
				return all(busy(null), miss("tries-used-up"));
			}
			Instant next = counts || s.isDayFull() ? s.nextTry() : s.startedAt().plus(CallTimes.BUSY_WAIT);
			return isInTime(next, s) ? all(busy(next)) : all(busy(null), miss("no-try-left-in-time"));
		}
	},

	/** The next number, or the next contact person; without one the task waits for a number. */
	WRONG_NUMBER {

		@Override
		List<TaskEffect> onAnswered(Situation s) {
			return s.getWorld().isReachable() ? all(again(null)) : all(hold(HoldReason.NO_NUMBER, null));
		}

		@Override
		List<TaskEffect> onOther(Situation s) {
			boolean rings = s.getTask().getChannel() == Channel.PHONE;
			return rings && !s.getWorld().isReachable() ? all(hold(HoldReason.NO_NUMBER, null)) : none();
		}
	},

	/** Asked face to face instead. */
	SEEN_IN_PERSON {

		@Override
		List<TaskEffect> onAnswered(Situation s) {
			return all(complete("seen-in-person"));
		}
	},

	/** Somebody made sure that no call is needed. */
	UNNECESSARY {

		@Override
		List<TaskEffect> onAnswered(Situation s) {
			return all(cancel("unnecessary"));
		}
	},

	/** No time or no line: the task stays as it is; the attempt measures the capacity. */
	NO_CAPACITY {

		@Override
		List<TaskEffect> onAnswered(Situation s) {
			return none();
		}
	};

	/** What it does to a task that the contact was about. */
	abstract List<TaskEffect> onAnswered(Situation s);

	/** What it does to another task of the same people; the answer depends on nothing that changes with the task's life. */
	List<TaskEffect> onOther(Situation s) {
		return none();
	}

	static AttemptRule of(ContactAttempt attempt) {
		switch (attempt.getResult()) {
			case SPOKE:
				return valueOf(attempt.getDisposition().name());
			case BUSY:
				return BUSY;
			case WRONG_NUMBER:
				return WRONG_NUMBER;
			case NOT_CALLED:
				return ofReason(attempt.getReason());
			default:
				return NOT_REACHED;
		}
	}

	private static AttemptRule ofReason(AttemptReason reason) {
		switch (reason) {
			case SEEN_IN_PERSON:
				return SEEN_IN_PERSON;
			case UNNECESSARY:
				return UNNECESSARY;
			default:
				return NO_CAPACITY;
		}
	}

	/** Nothing was said to the wrong person; the right one is tried again. */
	private static List<TaskEffect> messageLeft(Situation s) {
		return nobodyReached(s);
	}

	private static List<TaskEffect> nobodyReached(Situation s) {
		if (s.getTask().getTriesUsed() + 1 >= s.getTask().getTriesMax()) {
			return all(tryUsed(null), miss("tries-used-up"));
		}
		Instant next = s.nextTry();
		return isInTime(next, s) ? all(tryUsed(next)) : all(tryUsed(null), miss("no-try-left-in-time"));
	}

	private static boolean isInTime(Instant nextTry, Situation s) {
		return nextTry.isBefore(s.getTask().getExpiresAt());
	}

	/** Whoever has just been spoken with is left alone for some days, for all but care. */
	private static List<TaskEffect> rest(Situation s) {
		if (s.isCare() || !s.isSamePerson() || !s.isConversation()) {
			return none();
		}
		return all(hold(HoldReason.REST, s.startedAt().plus(Duration.ofDays(s.getWorld().getRestDays()))));
	}

	private static LocalDate thinkingUntil(Situation s) {
		LocalDate until = s.getAttempt().getUntilDate();
		return until != null ? until : s.times().dayOf(s.startedAt()).plusDays(s.getWorld().getThinkingDays());
	}

	/** On the open day after the booking, if it has not been fulfilled by then. */
	private static TaskEffect holdToBooking(Situation s) {
		return hold(HoldReason.BOOKED, s.getWorld().getBooking().getWaitUntil());
	}

	private static TaskEffect keepToBooking(Situation s) {
		return keepUntil(s.getWorld().getBooking().getWorthUntil());
	}

	private static Instant latest(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	private static Instant earliest(Instant one, Instant other) {
		return one.isBefore(other) ? one : other;
	}
}
