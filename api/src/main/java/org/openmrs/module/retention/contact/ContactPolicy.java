/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.retention.calendar.OpeningHours;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;

/**
 * Whether a contact may be started: the rules in one place, each with its reason. First what forbids it altogether, in this
 * order; then what defers it, all together: the first moment that suits every rule. It never refuses the record of what
 * happened.
 */
public final class ContactPolicy {

	private static final String REASON = "retention.contact.reason.";

	/** What the rules look at. */
	@Value
	@Builder(toBuilder = true)
	public static class Facts {

		boolean voided;

		boolean dead;

		boolean deathReported;

		/** The chart is looked at; the patient is not contacted. */
		boolean chartCheck;

		boolean doNotCall;

		boolean relationshipEnded;

		/** An angry patient's escalation is open. */
		boolean serviceEscalationOpen;

		/** Purposes refused on this channel, by whomever. */
		@Builder.Default
		Set<Purpose> refused = Collections.emptySet();

		/** Of them, those that stand when what a guardian said does not count. */
		@Builder.Default
		Set<Purpose> ownRefused = Collections.emptySet();

		/** Purposes for which nobody is to be called at any of the numbers that work. */
		@Builder.Default
		Set<Purpose> refusedThere = Collections.emptySet();

		/** First local day on which a guardian's word does not count; null: it always does. */
		LocalDate majority;

		/** Last local day of mourning; null: none. */
		LocalDate sadNewsUntil;

		/** Opening of the open day after the patient's next booking; null: there is none. */
		Instant bookedUntil;

		/** End of the last conversation's rest; null: none. */
		Instant restUntil;

		/** Until then the person to be reached is contacted for care only: it has been often enough this week; null: it has not. */
		Instant cappedUntil;

		/** The patient was told that we ring then: what spares people does not keep us from keeping our word. */
		boolean promised;

		/** A call to the person to be reached is promised for then: all others wait, but urgent care; null: none is. */
		Instant promisedUntil;

		/** Critical, or its finding waits for somebody to take it. */
		boolean urgent;

		/** Where the person lives, else the site's. */
		ZoneId zone;

		/** By which the site's days are counted; null: the person's. */
		ZoneId siteZone;

		CallingHours callingHours;

		/** The site's; its closed days are quiet for all but care. */
		OpeningHours openingHours;

		Purpose purpose;

		Channel channel;

		/** How long it is expected to take. */
		@Builder.Default
		Duration expected = Duration.ofMinutes(5);

		/** The same patient and place, for a contact of this kind. */
		public Facts about(Purpose purpose, Channel channel, Duration expected) {
			return toBuilder().purpose(purpose).channel(channel).expected(expected).build();
		}

		boolean isCare() {
			return purpose == Purpose.CARE;
		}

		boolean isInvitation() {
			return purpose != null && purpose.isInvitation();
		}

		boolean isInPerson() {
			return channel == Channel.IN_PERSON;
		}

		boolean isBeforePromise() {
			return channel == Channel.PHONE && !promised && !(urgent && isCare());
		}

		boolean isRefused(Instant at) {
			boolean ofAge = majority != null && !local(at).toLocalDate().isBefore(majority);
			return (ofAge ? ownRefused : refused).contains(purpose);
		}

		LocalDateTime local(Instant at) {
			return at.atZone(zone).toLocalDateTime();
		}
	}

	/** A rule that forbids. */
	@Value
	private static class Bar {

		String reason;

		BiPredicate<Facts, Instant> applies;
	}

	/** A rule that defers: answers the first moment from the given one on that suits it. */
	@Value
	private static class Delay {

		String reason;

		Function<Facts, Function<Instant, Instant>> earliest;
	}

	private static final List<Bar> BARS = Collections.unmodifiableList(Arrays.asList(
		new Bar("voided", (facts, at) -> facts.isVoided()),
		new Bar("dead", (facts, at) -> facts.isDead()),
		new Bar("death-reported", (facts, at) -> facts.deathReported && !facts.chartCheck),
		new Bar("do-not-call", (facts, at) -> facts.doNotCall && facts.channel == Channel.PHONE),
		new Bar("refused", Facts::isRefused),
		new Bar("refused-at-number",
			(facts, at) -> facts.channel == Channel.PHONE && facts.refusedThere.contains(facts.purpose)),
		new Bar("relationship-ended", (facts, at) -> facts.relationshipEnded && !facts.isCare()),
		new Bar("service-escalation", (facts, at) -> facts.serviceEscalationOpen && !facts.isCare())));

	private static final List<Delay> DELAYS = Collections.unmodifiableList(Arrays.asList(
		new Delay("promise", facts -> at -> facts.isBeforePromise() ? later(at, facts.promisedUntil) : at),
		new Delay("rest", facts -> at -> facts.isCare() || facts.promised ? at : later(at, facts.restUntil)),
		new Delay("weekly-cap", facts -> at -> facts.isCare() || facts.promised ? at : later(at, facts.cappedUntil)),
		new Delay("booked",
			facts -> at -> facts.isInvitation() && !facts.promised ? later(at, facts.bookedUntil) : at),
		new Delay("sad-news", facts -> at -> afterSadNews(facts, at)),
		new Delay("closed-day", facts -> at -> openDay(facts, at)),
		new Delay("quiet-hours", facts -> at -> callingHour(facts, at))));

	private ContactPolicy() {
	}

	public static ContactDecision decide(Facts facts, Instant at) {
		for (Bar bar : BARS) {
			if (bar.applies.test(facts, at)) {
				return ContactDecision.suppressed(REASON + bar.reason);
			}
		}
		Instant earliest = at;
		String reason = null;
		boolean moved = true;
		while (moved) {
			moved = false;
			for (Delay delay : DELAYS) {
				Instant suits = delay.earliest.apply(facts).apply(earliest);
				if (suits.isAfter(earliest)) {
					earliest = suits;
					reason = reason == null ? REASON + delay.reason : reason;
					moved = true;
				}
			}
		}
		return reason == null ? ContactDecision.allowed() : ContactDecision.deferred(earliest, reason);
	}

	private static Instant later(Instant at, Instant other) {
		return other != null && other.isAfter(at) ? other : at;
	}

	private static Instant afterSadNews(Facts facts, Instant at) {
		boolean spared = facts.purpose == Purpose.CARE || facts.purpose == Purpose.RECALL;
		if (spared || facts.sadNewsUntil == null) {
			return at;
		}
		return later(at, facts.sadNewsUntil.plusDays(1).atStartOfDay(facts.zone).toInstant());
	}

	private static Instant openDay(Facts facts, Instant at) {
		ZoneId zone = facts.siteZone == null ? facts.zone : facts.siteZone;
		LocalDate day = at.atZone(zone).toLocalDate();
		if (facts.isCare() || facts.isInPerson() || facts.openingHours.isOpen(day)) {
			return at;
		}
		return facts.openingHours.openOnOrAfter(day).atStartOfDay(zone).toInstant();
	}

	private static Instant callingHour(Facts facts, Instant at) {
		LocalDateTime local = facts.local(at);
		LocalDateTime suits = facts.isInPerson() ? local : facts.callingHours.onOrAfter(local, facts.expected);
		return suits.isAfter(local) ? suits.atZone(facts.zone).toInstant() : at;
	}
}
