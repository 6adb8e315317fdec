/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.contact.ContactDecision.allowed;
import static org.openmrs.module.retention.contact.ContactDecision.deferred;
import static org.openmrs.module.retention.contact.ContactDecision.suppressed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmrs.module.retention.calendar.CalendarDefinition;
import org.openmrs.module.retention.calendar.OpeningHours;
import org.openmrs.module.retention.contact.ContactPolicy.Facts;
import org.openmrs.module.retention.contact.ContactPolicy.Facts.FactsBuilder;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;

class ContactPolicyTest {

	private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

	private static final Instant TUESDAY_NOON = local("2026-11-24T12:00");

	static Stream<Arguments> bars() {
		return Stream.of(bar("voided", f -> f.voided(true)), bar("dead", f -> f.dead(true)),
			bar("death-reported", f -> f.deathReported(true)), bar("do-not-call", f -> f.doNotCall(true)),
			bar("refused", f -> f.refused(Collections.singleton(Purpose.RECALL))),
			bar("relationship-ended", f -> f.relationshipEnded(true)),
			bar("service-escalation", f -> f.serviceEscalationOpen(true)));
	}

	private static Arguments bar(String reason, Function<FactsBuilder, FactsBuilder> fact) {
		return Arguments.of(reason, fact);
	}

	@ParameterizedTest
	@MethodSource("bars")
	void decide_shouldSuppressWithItsReason(String reason, Function<FactsBuilder, FactsBuilder> fact) {
		assertThat(ContactPolicy.decide(fact.apply(recall()).build(), TUESDAY_NOON))
			.isEqualTo(suppressed("retention.contact.reason." + reason));
	}

	@Test
	void decide_shouldAllowOnAnOpenDayWithinTheHours() {
		assertThat(ContactPolicy.decide(recall().build(), TUESDAY_NOON)).isEqualTo(allowed());
	}

	@Test
	void decide_shouldAllowAMessageToWhomNobodyMayCall() {
		assertThat(ContactPolicy.decide(recall().doNotCall(true).channel(Channel.LETTER).build(), TUESDAY_NOON))
			.isEqualTo(allowed());
	}

	@Test
	void decide_shouldAllowCareToAPatientWhoHasLeft() {
		assertThat(ContactPolicy.decide(recall().purpose(Purpose.CARE).relationshipEnded(true).build(), TUESDAY_NOON))
			.isEqualTo(allowed());
	}

	@Test
	void decide_shouldDeferToTheMorning_whenItIsLate() {
		assertThat(ContactPolicy.decide(recall().build(), local("2026-11-24T20:30")))
			.isEqualTo(deferred(local("2026-11-25T08:00"), "retention.contact.reason.quiet-hours"));
	}

	@Test
	void decide_shouldOfferNoCallThatWouldEndInTheQuietHours() {
		assertThat(ContactPolicy.decide(recall().build(), local("2026-11-24T19:55")).isAllowed()).isTrue();
		assertThat(ContactPolicy.decide(recall().build(), local("2026-11-24T19:56")).isAllowed()).isFalse();
	}

	@Test
	void decide_shouldGoByHowLongTheCallTakes() {
		Facts longCall = recall().expected(Duration.ofMinutes(45)).build();
		assertThat(ContactPolicy.decide(longCall, local("2026-11-24T19:15")).isAllowed()).isTrue();
		assertThat(ContactPolicy.decide(longCall, local("2026-11-24T19:16")))
			.isEqualTo(deferred(local("2026-11-25T08:00"), "retention.contact.reason.quiet-hours"));
		Facts endless = recall().expected(Duration.ofDays(1)).build();
		assertThat(ContactPolicy.decide(endless, local("2026-11-24T08:00")).isAllowed()).isTrue();
	}

	@Test
	void decide_shouldKnowNoQuietHours_whenOneAsksInPerson() {
		Facts inPerson = recall().channel(Channel.IN_PERSON).doNotCall(true).build();
		assertThat(ContactPolicy.decide(inPerson, local("2026-11-28T21:00"))).isEqualTo(allowed());
	}

	@Test
	void decide_shouldCareForAnAngryPatient() {
		assertThat(ContactPolicy.decide(recall().serviceEscalationOpen(true).purpose(Purpose.CARE).build(), TUESDAY_NOON))
			.isEqualTo(allowed());
	}

	@Test
	void decide_shouldGoByTheZoneWhereThePersonLives() {
		Instant nineInOslo = local("2026-11-24T09:00");
		assertThat(ContactPolicy.decide(recall().zone(ZoneId.of("America/New_York")).build(), nineInOslo)).isEqualTo(
			deferred(Instant.parse("2026-11-24T13:00:00Z"), "retention.contact.reason.quiet-hours"));
	}

	@Test
	void decide_shouldKeepHolidaysAndWeekendsQuietForAllButCare() {
		Instant saturday = local("2026-11-28T12:00");
		assertThat(ContactPolicy.decide(recall().build(), saturday))
			.isEqualTo(deferred(local("2026-12-01T08:00"), "retention.contact.reason.closed-day"));
		assertThat(ContactPolicy.decide(recall().purpose(Purpose.CARE).build(), saturday)).isEqualTo(allowed());
	}

	@Test
	void decide_shouldLetInvitationsWaitForTheBooking_andNothingElse() {
		Instant after = local("2026-11-26T09:00");
		assertThat(ContactPolicy.decide(recall().bookedUntil(after).build(), TUESDAY_NOON))
			.isEqualTo(deferred(after, "retention.contact.reason.booked"));
		assertThat(ContactPolicy.decide(recall().bookedUntil(after).build(), after)).isEqualTo(allowed());
		for (Purpose purpose : new Purpose[]{ Purpose.CARE, Purpose.EDUCATION, Purpose.SURVEY }) {
			assertThat(ContactPolicy.decide(recall().purpose(purpose).bookedUntil(after).build(), TUESDAY_NOON))
				.isEqualTo(allowed());
		}
	}

	@Test
	void decide_shouldRestAfterAConversation_unlessItIsCare() {
		Instant rested = LocalDate.parse("2026-11-26").atStartOfDay(OSLO).toInstant();
		assertThat(ContactPolicy.decide(recall().restUntil(rested).build(), TUESDAY_NOON))
			.isEqualTo(deferred(local("2026-11-26T08:00"), "retention.contact.reason.rest"));
		assertThat(ContactPolicy.decide(recall().purpose(Purpose.CARE).restUntil(rested).build(), TUESDAY_NOON))
			.isEqualTo(allowed());
	}

	@Test
	void decide_shouldContactNobodyMoreOftenThanTheCap_unlessItIsCareOrPromised() {
		FactsBuilder often = recall().cappedUntil(local("2026-11-27T11:00"));
		assertThat(ContactPolicy.decide(often.build(), TUESDAY_NOON))
			.isEqualTo(deferred(local("2026-11-27T11:00"), "retention.contact.reason.weekly-cap"));
		assertThat(ContactPolicy.decide(often.promised(true).build(), TUESDAY_NOON)).isEqualTo(allowed());
		assertThat(ContactPolicy.decide(often.promised(false).purpose(Purpose.CARE).build(), TUESDAY_NOON))
			.isEqualTo(allowed());
	}

	@Test
	void decide_shouldLetAPromiseBeatRestAndBooking_notQuietHoursOrClosedDays() {
		Facts promised = recall().promised(true).restUntil(local("2026-11-30T12:00"))
			.bookedUntil(local("2026-11-27T09:00")).build();
		assertThat(ContactPolicy.decide(promised, TUESDAY_NOON)).isEqualTo(allowed());
		assertThat(ContactPolicy.decide(promised, local("2026-11-24T20:30")).getReason())
			.isEqualTo("retention.contact.reason.quiet-hours");
		assertThat(ContactPolicy.decide(promised, local("2026-11-28T12:00")).getReason())
			.isEqualTo("retention.contact.reason.closed-day");
	}

	@ParameterizedTest
	@EnumSource(Purpose.class)
	void decide_shouldLetAllOtherCallsWaitForAPromisedOne_butUrgentCare(Purpose purpose) {
		Instant promised = local("2026-11-25T15:00");
		Facts facts = recall().purpose(purpose).promisedUntil(promised).build();

		assertThat(ContactPolicy.decide(facts, TUESDAY_NOON))
			.isEqualTo(deferred(promised, "retention.contact.reason.promise"));
		assertThat(ContactPolicy.decide(facts, promised)).isEqualTo(allowed());
		assertThat(ContactPolicy.decide(facts.toBuilder().urgent(true).build(), TUESDAY_NOON).isAllowed())
			.isEqualTo(purpose == Purpose.CARE);
		assertThat(ContactPolicy.decide(facts.toBuilder().promised(true).build(), TUESDAY_NOON)).as("the promised one")
			.isEqualTo(allowed());
		assertThat(ContactPolicy.decide(facts.toBuilder().channel(Channel.IN_PERSON).build(), TUESDAY_NOON))
			.as("no call").isEqualTo(allowed());
	}

	@ParameterizedTest
	@EnumSource(Purpose.class)
	void decide_shouldSpareMourners_butForCareAndRecalls(Purpose purpose) {
		boolean spared = purpose != Purpose.CARE && purpose != Purpose.RECALL;
		ContactDecision decision = ContactPolicy
			.decide(recall().purpose(purpose).sadNewsUntil(LocalDate.parse("2026-11-25")).build(), TUESDAY_NOON);
		assertThat(decision).isEqualTo(
			spared ? deferred(local("2026-11-26T08:00"), "retention.contact.reason.sad-news") : allowed());
	}

	@Property
	void decide_shouldAllowAtTheMomentToWhichItDefers(@ForAll @IntRange(max = 60 * 24 * 28) int minutes,
		@ForAll @IntRange(max = 10) int restDays, @ForAll Purpose purpose) {
		Instant at = TUESDAY_NOON.plusSeconds(minutes * 60L);
		Facts facts = recall().purpose(purpose).restUntil(TUESDAY_NOON.plusSeconds(restDays * 86_400L))
			.promisedUntil(TUESDAY_NOON.plusSeconds(restDays * 50_000L)).sadNewsUntil(LocalDate.parse("2026-11-27")).build();
		ContactDecision decision = ContactPolicy.decide(facts, at);
		if (!decision.isAllowed()) {
			assertThat(decision.getUntil()).isAfter(at);
			assertThat(ContactPolicy.decide(facts, decision.getUntil())).isEqualTo(allowed());
		}
	}

	private static FactsBuilder recall() {
		return Facts.builder().zone(OSLO).callingHours(new CallingHours(LocalTime.of(8, 0), LocalTime.of(20, 0)))
			.openingHours(tuesdayToFriday()).purpose(Purpose.RECALL).channel(Channel.PHONE);
	}

	private static OpeningHours tuesdayToFriday() {
		Map<String, List<String>> hours = new LinkedHashMap<>();
		for (String day : Arrays.asList("TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")) {
			hours.put(day, Collections.singletonList("09:00-17:00"));
		}
		return OpeningHours.of(CalendarDefinition.builder().hours(hours).exceptions(Collections.emptyList()).build());
	}

	private static Instant local(String time) {
		return LocalDateTime.parse(time).atZone(OSLO).toInstant();
	}

	@Test
	void guardiansWord_shouldEndAtMajority_andThePatientsOwnShouldNot() {
		LocalDate birthday = LocalDate.of(2026, 11, 25);
		Facts guardians = recall().refused(Collections.singleton(Purpose.RECALL)).majority(birthday)
			.build();
		Instant noonBefore = birthday.minusDays(1).atTime(12, 0).atZone(guardians.getZone()).toInstant();
		Instant noon = birthday.atTime(12, 0).atZone(guardians.getZone()).toInstant();
		assertThat(ContactPolicy.decide(guardians, noonBefore).getVerdict()).isEqualTo(ContactDecision.Verdict.SUPPRESSED);
		assertThat(ContactPolicy.decide(guardians, noon).getVerdict()).isEqualTo(ContactDecision.Verdict.ALLOWED);
		Facts own = guardians.toBuilder().ownRefused(Collections.singleton(Purpose.RECALL)).build();
		assertThat(ContactPolicy.decide(own, noon).getVerdict()).isEqualTo(ContactDecision.Verdict.SUPPRESSED);
	}
}
