/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.openmrs.module.retention.followup.task.WorklistDesk.TEN;
import static org.openmrs.module.retention.followup.task.WorklistDesk.cause;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.PersonAttributeType;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.Visit;
import org.openmrs.VisitType;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.calendar.CalendarDefinition;
import org.openmrs.module.retention.calendar.CalendarService;
import org.openmrs.module.retention.contact.ContactPoint;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ProtocolFixture;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.shared.RetentionSettings;

class WorklistIT extends RetentionIT {

	private static final Duration HOUR = Duration.ofHours(1);

	private WorklistDesk desk;

	private Clinic clinic;

	@BeforeEach
	void openTheClinic() {
		desk = new WorklistDesk(applicationContext, sessionFactory);
		clinic = desk.clinic;
	}

	@Test
	void getWorklist_shouldOrderByUrgency_andSayWhyOnEachRow() {
		desk.task(clinic.aPatient("other"), t -> t.purpose(Purpose.SURVEY));
		desk.task(clinic.aPatient("recall"), t -> t.purpose(Purpose.RECALL).by(TEN));
		desk.task(clinic.aPatient("care"), t -> t);
		desk.task(clinic.aPatient("critical late"), t -> t.critical(true).by(TEN.plusSeconds(600)));
		desk.task(clinic.aPatient("critical soon"), t -> t.critical(true).by(TEN.plusSeconds(300)));
		desk.task(clinic.aPatient("promised"), t -> t.source(TaskSource.CALL_BACK).purpose(Purpose.RECALL));
		desk.task(clinic.aPatient("urgent"), t -> t.purpose(Purpose.RECALL)).classify(true);

		Worklist list = desk.list();

		assertThat(names(list)).containsExactly("urgent", "promised", "critical soon", "critical late", "care", "recall",
			"other");
		assertThat(list.getRows()).extracting(WorklistRow::getRankReason).containsExactly("retention.followup.rank.urgent",
			"retention.followup.rank.promised", "retention.followup.rank.critical-care",
			"retention.followup.rank.critical-care", "retention.followup.rank.care", "retention.followup.rank.recall",
			"retention.followup.rank.other");
		assertThat(list.getRows()).extracting(WorklistRow::getRank).containsExactly(1, 2, 3, 4, 5, 6, 7);
		assertThat(list.getRows()).allMatch(WorklistRow::isCallableNow);
		assertThat(list.getExpectedSeconds()).isEqualTo(7 * 60);
		assertThat(list.getCallableRows()).isEqualTo(7);
		assertThat(desk.rows()).isEqualTo(7);
	}

	@Test
	void getWorklist_shouldGoByPriority_whenWindowsCloseAtOneMoment() {
		desk.task(clinic.aPatient("low"), t -> t.priority(10));
		desk.task(clinic.aPatient("high"), t -> t.priority(90));

		assertThat(names(desk.list())).containsExactly("high", "low");
	}

	@Test
	void getWorklist_shouldMakeOneCallOfOnePersonsTasks() {
		Patient ada = clinic.aPatient("Ada");
		FollowUpTask recall = desk.task(ada, t -> t.purpose(Purpose.RECALL).targetSeconds(120));
		FollowUpTask care = desk.task(ada, t -> t);
		FollowUpTask spaced = desk.task(ada, t -> t);
		spaced.useTry(TEN.plus(HOUR));
		desk.task(ada, t -> t.from(TEN.plus(HOUR)).by(TEN.plus(HOUR)));
		desk.task(ada, t -> t).hold(HoldReason.VERIFY, null);

		Worklist list = desk.list();

		assertThat(list.getRows()).singleElement().satisfies(row -> {
			assertThat(row.getTasks()).as("led by care; not what has not begun or is held").containsExactly(care, spaced,
				recall);
			assertThat(row.getExpectedSeconds()).isEqualTo(240);
			assertThat(row.getPerson()).isEqualTo(ada);
		});
		assertThat(desk.rows()).isEqualTo(1);
	}

	@Test
	void getWorklist_shouldMakeOneCallToAMotherOfThree() {
		Person mother = clinic.aPerson("Mother");
		for (Patient child : clinic.patients(3)) {
			desk.task(child, t -> t.personToRingId(mother.getPersonId()));
		}

		assertThat(desk.list().getRows()).singleElement().satisfies(row -> {
			assertThat(row.getPerson()).isEqualTo(mother);
			assertThat(row.getTasks()).hasSize(3);
		});
	}

	@Test
	void getWorklist_shouldPutBelowTheLine_whatWakesLaterToday() {
		desk.task(clinic.aPatient("spaced"), t -> t).useTry(TEN.plus(HOUR));
		desk.task(clinic.aPatient("noon"), t -> t.from(TEN.plus(HOUR.multipliedBy(2))).by(TEN.plus(HOUR.multipliedBy(3))));
		desk.task(clinic.aPatient("held"), t -> t).hold(HoldReason.REST, TEN.plus(HOUR.multipliedBy(4)));
		desk.task(clinic.aPatient("tomorrow"),
			t -> t.from(TEN.plus(HOUR.multipliedBy(20))).by(TEN.plus(HOUR.multipliedBy(21))));
		desk.task(clinic.aPatient("now"), t -> t.purpose(Purpose.SURVEY));

		Worklist list = desk.list();

		assertThat(names(list)).containsExactly("now", "spaced", "noon", "held");
		assertThat(list.getRows()).extracting(WorklistRow::getNotCallableReason).containsExactly(null,
			"retention.followup.reason.spacing", "retention.followup.reason.not-yet", "retention.followup.reason.hold-rest");
		assertThat(list.getRows()).extracting(WorklistRow::getWakeAt).containsExactly(TEN, TEN.plus(HOUR),
			TEN.plus(HOUR.multipliedBy(2)), TEN.plus(HOUR.multipliedBy(4)));
		assertThat(list.getCallableRows()).isEqualTo(1);
		assertThat(desk.rows()).isEqualTo(4);
		assertThat(names(desk.list(TEN, s -> s.callable("now")))).containsExactly("now");
	}

	@Test
	void getWorklist_shouldLeaveOut_whomThePolicySuppresses() {
		Patient dead = clinic.aPatient("dead");
		dead.setDead(true);
		desk.task(dead, t -> t);
		Patient silent = clinic.aPatient("silent");
		profile(silent).setDoNotCall(true);
		desk.task(silent, t -> t);
		Patient left = clinic.aPatient("left");
		profile(left).endRelationship("MOVED", LocalDate.of(2026, 1, 1));
		desk.task(left, t -> t.purpose(Purpose.RECALL));
		Patient refuses = clinic.aPatient("refuses");
		Context.getService(ContactService.class).recordRefusal(refuses, Collections.singleton(Purpose.RECALL), false, "test",
			TEN);
		desk.task(refuses, t -> t.purpose(Purpose.RECALL));
		desk.task(clinic.aPatient("expired"), t -> t.by(TEN.minusSeconds(60)).expiresAt(TEN.minusSeconds(1)));

		assertThat(desk.list().getRows()).isEmpty();
		assertThat(desk.rows()).isZero();

		desk.task(left, t -> t);
		desk.task(refuses, t -> t);
		assertThat(names(desk.list())).as("care is another matter").containsExactlyInAnyOrder("left", "refuses");
	}

	@Test
	void getWorklist_shouldLetPeopleRestAfterAConversation_careExcepted() {
		Patient ada = clinic.aPatient("Ada");
		desk.conversation(ada, TEN.minus(Duration.ofDays(2)), null);
		FollowUpTask recall = desk.task(ada, t -> t.purpose(Purpose.RECALL).expiresAt(TEN.plus(Duration.ofDays(9))));

		assertThat(desk.list().getRows()).singleElement().satisfies(row -> {
			assertThat(row.isCallableNow()).isFalse();
			assertThat(row.getNotCallableReason()).isEqualTo("retention.contact.reason.rest");
			assertThat(row.getWakeAt()).isEqualTo(TEN.plus(Duration.ofDays(1)));
		});

		FollowUpTask care = desk.task(ada, t -> t);
		assertThat(desk.list().getRows()).singleElement().satisfies(row -> {
			assertThat(row.isCallableNow()).isTrue();
			assertThat(row.getTasks()).containsExactly(care).doesNotContain(recall);
		});
	}

	@Test
	void getWorklist_shouldLetTheHouseholdRest_whoeverWasSpokenWith() {
		PersonAttributeType mobile = clinic.anAttributeType("Test mobile");
		clinic.setting(RetentionSettings.PHONE_ATTRIBUTE_TYPES, mobile.getUuid());
		clinic.setting(RetentionSettings.DEFAULT_REGION, "NO");
		Patient ada = clinic.aPatient("Ada");
		Patient bo = clinic.aPatient("Bo");
		clinic.give(ada, mobile, "22 33 44 55");
		clinic.give(bo, mobile, "+47 22334455");
		desk.task(ada, t -> t.purpose(Purpose.RECALL));
		desk.task(bo, t -> t.purpose(Purpose.RECALL));
		String key = desk.list().getRows().get(0).getContactDetails().get(0).getKey();
		assertThat(desk.list().getCallableRows()).isEqualTo(2);

		desk.conversation(ada, TEN.minus(HOUR), key);

		assertThat(desk.list().getCallableRows()).isZero();
		assertThat(desk.list().getRows()).extracting(WorklistRow::getNotCallableReason)
			.containsOnly("retention.contact.reason.rest");
	}

	@Test
	void getWorklist_shouldRingANumberTwiceADay_whoeverIsReachedThere() {
		PersonAttributeType mobile = clinic.anAttributeType("Test mobile");
		PersonAttributeType home = clinic.anAttributeType("Test home");
		clinic.setting(RetentionSettings.PHONE_ATTRIBUTE_TYPES, mobile.getUuid() + "," + home.getUuid());
		clinic.setting(RetentionSettings.DEFAULT_REGION, "NO");
		Patient ada = clinic.aPatient("Ada");
		Patient bo = clinic.aPatient("Bo");
		Patient cai = clinic.aPatient("Cai");
		Patient dag = clinic.aPatient("Dag");
		Arrays.asList(ada, bo, cai, dag).forEach(one -> clinic.give(one, home, "22 33 44 55"));
		clinic.give(cai, mobile, "40 11 22 33");
		desk.task(bo, t -> t.purpose(Purpose.CARE));
		desk.task(cai, t -> t.purpose(Purpose.CARE));
		desk.task(dag, t -> t.purpose(Purpose.CARE).critical(true));
		String key = row(bo).getContactDetails().get(0).getKey();

		desk.unanswered(ada, TEN.minus(HOUR.multipliedBy(24)), key);
		desk.unanswered(ada, TEN.minus(HOUR), key);
		assertThat(desk.list().getCallableRows()).as("once today").isEqualTo(3);
		desk.unanswered(ada, TEN.minus(Duration.ofMinutes(30)), key);

		assertThat(row(bo).isCallableNow()).isFalse();
		assertThat(row(bo).getNotCallableReason()).isEqualTo("retention.followup.reason.rung-in-vain");
		assertThat(row(bo).getWakeAt()).as("tomorrow").isAfter(TEN.plus(HOUR.multipliedBy(12)));
		assertThat(row(cai).isCallableNow()).as("has another number").isTrue();
		assertThat(row(dag).isCallableNow()).as("critical").isTrue();
		assertThat(desk.list().getCallableRows()).isEqualTo(2);
		assertThat(desk.callable(TEN)).hasSize(2);
	}

	private WorklistRow row(Patient patient) {
		return desk.list().getRows().stream().filter(row -> row.getPerson().getPersonId().equals(patient.getPersonId()))
			.findFirst().get();
	}

	@Test
	void getWorklist_shouldNotOfferWhoCannotBeRung() {
		PersonAttributeType mobile = clinic.anAttributeType("Test mobile");
		clinic.setting(RetentionSettings.PHONE_ATTRIBUTE_TYPES, mobile.getUuid());
		clinic.setting(RetentionSettings.DEFAULT_REGION, "NO");
		Patient without = clinic.aPatient("without");
		Patient unreadable = clinic.aPatient("unreadable");
		Patient wrong = clinic.aPatient("wrong");
		Patient works = clinic.aPatient("works");
		clinic.give(unreadable, mobile, "ask the neighbour");
		clinic.give(wrong, mobile, "22 33 44 51");
		clinic.give(works, mobile, "22 33 44 52");
		for (Patient patient : Arrays.asList(without, unreadable, wrong, works)) {
			desk.task(patient, t -> t.targetSeconds(60));
		}
		desk.task(without, t -> t.channel(Channel.IN_PERSON).targetSeconds(7));
		ContactService contacts = Context.getService(ContactService.class);
		contacts.getContactDetails(wrong);
		contacts.setPointState(contacts.getContactKey("22 33 44 51"), ContactPoint.State.WRONG, "test");

		Worklist list = desk.list();

		assertThat(list.getCallableRows()).isEqualTo(2);
		assertThat(list.getExpectedSeconds()).as("the call that can be made, and what is asked in person").isEqualTo(67);
		assertThat(desk.rows()).isEqualTo(4);
		assertThat(list.getRows()).extracting(row -> row.getPerson().getPersonName().getGivenName(),
			WorklistRow::isCallableNow, WorklistRow::getNotCallableReason)
			.containsExactlyInAnyOrder(tuple("works", true, null), tuple("without", true, null),
				tuple("unreadable", false, "retention.followup.reason.no-number"),
				tuple("wrong", false, "retention.followup.reason.no-number"));
		assertThat(desk.callable(TEN)).extracting(FollowUpTask::getPatient).containsExactlyInAnyOrder(works, without);
	}

	@Test
	void getWorklist_shouldKeepTheQuietHoursOfThePatientsZone() {
		Patient far = clinic.aPatient("far");
		profile(far).setZone("America/New_York");
		desk.task(far, t -> t);
		desk.task(clinic.aPatient("near"), t -> t);

		Worklist list = desk.list();

		assertThat(names(list)).containsExactly("near", "far");
		assertThat(list.getCallableRows()).isEqualTo(1);
		assertThat(list.getRows().get(1).getNotCallableReason()).isEqualTo("retention.contact.reason.quiet-hours");
		assertThat(list.getRows().get(1).getWakeAt()).isEqualTo(Instant.parse("2026-03-10T12:00:00Z"));
	}

	@Test
	void getWorklist_shouldOfferNobodyAtNight() {
		desk.task(clinic.aPatient("Ada"), t -> t.by(TEN.plus(HOUR.multipliedBy(14))));

		Worklist night = desk.list(TEN.plus(HOUR.multipliedBy(12)), s -> s);

		assertThat(night.getCallableRows()).isZero();
		assertThat(night.getRows()).singleElement()
			.satisfies(row -> assertThat(row.getWakeAt()).isEqualTo(Instant.parse("2026-03-11T07:00:00Z")));
	}

	@Test
	void getWorklist_shouldKeepClosedDaysQuiet_careExcepted() {
		Map<String, List<String>> hours = new LinkedHashMap<>();
		for (String day : Arrays.asList("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")) {
			hours.put(day, Collections.singletonList("09:00-17:00"));
		}
		Context.getService(CalendarService.class).saveCalendar(CalendarDefinition.builder()
			.uuid("1b7c1c3e-2d60-4a3f-8d17-5b6e7f8a9b02").name("Weekdays").standard(true).hours(hours).build());
		Instant saturday = TEN.plus(Duration.ofDays(4));
		desk.task(clinic.aPatient("recall"), t -> t.purpose(Purpose.RECALL).expiresAt(saturday.plus(Duration.ofDays(5))));
		desk.task(clinic.aPatient("care"), t -> t.expiresAt(saturday.plus(Duration.ofDays(5))));

		Worklist list = desk.list(saturday, s -> s);

		assertThat(names(list)).containsExactly("care", "recall");
		assertThat(list.getCallableRows()).isEqualTo(1);
		assertThat(list.getRows().get(1).getNotCallableReason()).isEqualTo("retention.contact.reason.closed-day");
		assertThat(list.getRows().get(1).getWakeAt()).isEqualTo(Instant.parse("2026-03-16T07:00:00Z"));
	}

	@Test
	void getWorklist_shouldSayAskInPerson_whenThePatientIsInTheBuilding() {
		Patient here = clinic.aPatient("here");
		visit(here, TEN.minus(HOUR), null);
		desk.task(here, t -> t);
		Patient gone = clinic.aPatient("gone");
		visit(gone, TEN.minus(HOUR), TEN.minusSeconds(60));
		desk.task(gone, t -> t);
		Patient forgotten = clinic.aPatient("forgotten");
		visit(forgotten, TEN.minus(Duration.ofDays(2)), null);
		desk.task(forgotten, t -> t);

		Worklist list = desk.list();

		assertThat(names(list)).containsExactly("gone", "forgotten", "here");
		WorklistRow row = list.getRows().get(2);
		assertThat(row.isInTheBuilding()).isTrue();
		assertThat(row.isCallableNow()).isFalse();
		assertThat(row.getNotCallableReason()).isEqualTo("retention.followup.reason.in-the-building");
		assertThat(list.getCallableRows()).isEqualTo(2);

		desk.task(here, t -> t.channel(Channel.IN_PERSON));
		assertThat(desk.list().getCallableRows()).as("what is asked in person can be asked").isEqualTo(3);
	}

	@Test
	void getWorklist_shouldFilter() {
		Role desks = clinic.aRole("Test desk", RetentionPrivileges.GET_FOLLOW_UPS, RetentionPrivileges.MANAGE_CONTACTS);
		User nurse = clinic.aUser("nurse", desks);
		Location site = clinic.aLocation("Site", null);
		Location room = clinic.aLocation("Room", site);
		desk.task(clinic.aPatient("hers"), t -> t).assignByHand(nurse, null, cause());
		desk.task(clinic.aPatient("queue"), t -> t.purpose(Purpose.RECALL)).assignByHand(null, "Test desk", cause());
		desk.task(clinic.aPatient("room"), t -> t.location(room));
		flush();

		assertThat(names(desk.list(TEN, s -> s.assignee(nurse.getUuid())))).containsExactly("hers");
		assertThat(names(desk.list(TEN, s -> s.role("Test desk")))).containsExactly("queue");
		assertThat(names(desk.list(TEN, s -> s.location(site.getUuid())))).containsExactly("room");
		assertThat(names(desk.list(TEN, s -> s.purpose("RECALL")))).containsExactly("queue");
		clinic.logInAs(nurse);
		assertThat(names(desk.list(TEN, s -> s.assignee("me")))).containsExactly("hers", "queue");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "nothing" })
	void getWorklist_shouldRefuse_whenAFilterMeansNothing(String value) {
		for (WorklistSearch search : Arrays.asList(WorklistSearch.builder().assignee(value).build(),
			WorklistSearch.builder().role(value).build(), WorklistSearch.builder().location(value).build(),
			WorklistSearch.builder().callable(value).build(), WorklistSearch.builder().purpose(value).build(),
			WorklistSearch.builder().language(value).build())) {
			assertThatThrownBy(() -> desk.at(TEN).getWorklist(search, new Page(0, 10))).isInstanceOfSatisfying(
				RetentionException.class,
				e -> assertThat(e.getCode()).isEqualTo("retention.followup.error.unknown-filter-value"));
		}
	}

	@Test
	void openRow_shouldClaimAllByLease_soThatTheSecondNurseIsRefused() {
		User first = clinic.aUser("first");
		User second = clinic.aUser("second");
		Patient ada = clinic.aPatient("Ada");
		FollowUpTask care = desk.task(ada, t -> t);
		FollowUpTask recall = desk.task(ada, t -> t.purpose(Purpose.RECALL));
		clinic.logInAs(first);

		WorklistRow row = desk.at(TEN).openRow(ada.getUuid());

		assertThat(row.getClaimedBy()).isEqualTo(first);
		assertThat(row.getClaimedUntil()).isEqualTo(TEN.plus(Duration.ofMinutes(20)));
		assertThat(care.getClaimUser()).isEqualTo(first);
		assertThat(recall.getClaimUser()).isEqualTo(first);
		clinic.logInAs(second);
		assertThatThrownBy(() -> desk.at(TEN).openRow(ada.getUuid())).isInstanceOfSatisfying(RetentionException.class, e -> {
			assertThat(e.getCode()).isEqualTo("retention.followup.error.claimed-by-another");
			assertThat(e.getKind()).isEqualTo(RetentionException.Kind.CONFLICT);
		});
		assertThat(desk.list().getRows()).as("it stays on the list").hasSize(1);
		assertThat(desk.list(TEN, s -> s.callable("now")).getRows()).isEmpty();

		Instant later = TEN.plus(Duration.ofMinutes(20));
		assertThat(desk.at(later).openRow(ada.getUuid()).getClaimedBy()).isEqualTo(second);
	}

	@Test
	void openRow_shouldRefuse_whenThereIsNobodyOrNothing() {
		Patient idle = clinic.aPatient("Idle");
		flush();

		assertThatThrownBy(() -> desk.at(TEN).openRow("nobody")).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getCode()).isEqualTo("retention.followup.error.person-not-found"));
		assertThatThrownBy(() -> desk.at(TEN).openRow(idle.getUuid())).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getCode()).isEqualTo("retention.followup.error.nothing-to-do"));
	}

	@Test
	void getScript_shouldBeWithoutParts_whenThereIsNothingToDo() {
		Patient ada = clinic.aPatient("Ada");
		profile(ada).setStaffNote("manager calls only");
		flush();

		CallScript script = desk.at(TEN).getScript(ada.getUuid());

		assertThat(script.getParts()).isEmpty();
		assertThat(script.getPerson().getPersonId()).isEqualTo(ada.getPatientId());
		assertThat(script.getStaffNote()).isEqualTo("manager calls only");
		assertThatThrownBy(() -> desk.at(TEN).getScript("nobody")).isInstanceOf(RetentionException.class)
			.hasMessage("retention.followup.error.person-not-found");
	}

	@Test
	void getScript_shouldHoldWhatWasPromisedForLater_whenNothingIsDueBefore() {
		Patient ada = clinic.aPatient("Ada");
		Instant tomorrow = TEN.plus(Duration.ofDays(1));
		desk.task(ada, t -> t.from(tomorrow).by(tomorrow.plus(HOUR)).expiresAt(tomorrow.plus(HOUR)));
		FollowUpTask promised = desk.task(ada, t -> t.source(TaskSource.CALL_BACK).from(tomorrow).by(tomorrow.plus(HOUR))
			.expiresAt(tomorrow.plus(HOUR)));
		flush();

		assertThat(desk.at(TEN).getScript(ada.getUuid()).getParts()).extracting(part -> part.getTask().getId())
			.containsExactly(promised.getId());
		assertThat(desk.list().getRows()).isEmpty();
		assertThatThrownBy(() -> desk.at(TEN).openRow(ada.getUuid())).isInstanceOf(RetentionException.class)
			.hasMessage("retention.followup.error.nothing-to-do");
		FollowUpTask due = desk.task(ada, t -> t);
		flush();
		assertThat(desk.at(TEN).getScript(ada.getUuid()).getParts()).extracting(part -> part.getTask().getId())
			.containsExactly(due.getId());
	}

	/** Due, promised for later, nothing to do: each as by itself, in the order asked for. */
	@Test
	void getScriptsOf_shouldHoldWhatEachMayRingAbout() {
		Patient due = clinic.aPatient("Ada");
		Patient promised = clinic.aPatient("Ben");
		Patient idle = clinic.aPatient("Cleo");
		profile(idle).setStaffNote("manager calls only");
		Instant tomorrow = TEN.plus(Duration.ofDays(1));
		desk.task(due, t -> t);
		desk.task(promised, t -> t.source(TaskSource.CALL_BACK).from(tomorrow).by(tomorrow.plus(HOUR))
			.expiresAt(tomorrow.plus(HOUR)));
		desk.conversation(idle, TEN.minus(Duration.ofDays(30)), null);
		desk.conversation(due, TEN.minus(Duration.ofDays(40)), null);
		flush();

		List<Person> people = Arrays.asList(idle, promised, due);
		List<CallScript> scripts = desk.at(TEN).getScriptsOf(people);

		assertThat(scripts).extracting(script -> script.getPerson().getPersonId())
			.containsExactly(idle.getPatientId(), promised.getPatientId(), due.getPatientId());
		for (CallScript script : scripts) {
			CallScript alone = desk.at(TEN).getScript(script.getPerson().getUuid());
			assertThat(script.getParts()).extracting(part -> part.getTask().getId())
				.isEqualTo(alone.getParts().stream().map(part -> part.getTask().getId()).collect(Collectors.toList()));
			assertThat(script.getStaffNote()).isEqualTo(alone.getStaffNote());
			assertThat(script.getLastContacts()).isEqualTo(alone.getLastContacts());
		}
		assertThat(scripts.get(0).getLastContacts()).hasSize(1);
		assertThat(scripts.get(1).getParts()).hasSize(1);
	}

	@Test
	void getScript_shouldHoldWhatTheCallerNeeds() {
		FollowUpProtocol protocol = Context.getService(ProtocolService.class)
			.saveProtocol(ProtocolFixture.aProtocol().build());
		clinic.setting(RetentionSettings.EMERGENCY_NUMBER, "113");
		Patient ada = clinic.aPatient("Ada");
		ContactProfile profile = profile(ada);
		profile.setLanguage("nb");
		profile.setSalutation("Frau Doktor");
		profile.setStaffNote("manager calls only");
		FollowUpPlan plan = clinic
			.save(FollowUpPlan.begin().protocol(protocol).protocolVersion(protocol.getProtocolVersion())
				.patient(ada).anchorKey("day:2026-03-09").anchorAt(TEN.minus(Duration.ofDays(1)))
				.anchorDate(LocalDate.of(2026, 3, 9)).zone("Europe/Oslo").active());
		desk.task(ada, t -> t.plan(plan).source(TaskSource.STEP).stepKey("day-1").title(null));
		desk.task(ada, t -> t.purpose(Purpose.RECALL).title("Ask about the crown").by(TEN.plus(HOUR)));
		desk.conversation(ada, TEN.minus(Duration.ofDays(30)), null);
		flush();

		CallScript script = desk.at(TEN).getScript(ada.getUuid());

		assertThat(script.getSalutation()).isEqualTo("Frau Doktor");
		assertThat(script.getLanguage()).isEqualTo("nb");
		assertThat(script.getCallerLanguage()).isEqualTo(Context.getLocale().toLanguageTag());
		assertThat(script.getStaffNote()).isEqualTo("manager calls only");
		assertThat(script.getEmergencyNumber()).isEqualTo("113");
		assertThat(script.getLastContacts()).singleElement()
			.satisfies(contact -> assertThat(contact.getToldNext()).isEqualTo("The dentist rings"));
		assertThat(script.getParts()).hasSize(2);
		CallScript.Part step = script.getParts().get(0);
		assertThat(step.getWhy()).startsWith("Tooth extracted on").contains("2026");
		assertThat(step.getTitle()).isEqualTo("Call");
		assertThat(step.getScript().getQuestions()).extracting("key").containsExactly("bleeding", "pain");
		assertThat(step.getScript().getRedFlags()).hasSize(1);
		assertThat(script.getParts().get(1).getTitle()).isEqualTo("Ask about the crown");
		assertThat(script.getParts().get(1).getScript()).isNull();
	}

	@Test
	void getWorklist_shouldPageOverTheLineWithoutGapOrRepeat() {
		for (int i = 0; i < 11; i++) {
			Patient patient = clinic.aPatient("P" + i);
			desk.task(patient, t -> t);
			desk.task(patient, t -> t.purpose(Purpose.RECALL));
		}
		for (int i = 0; i < 8; i++) {
			desk.task(clinic.aPatient("W" + i), t -> t).useTry(TEN.plus(HOUR));
		}
		flush();
		List<String> read = new ArrayList<>();
		for (int start = 0; start < 21; start += 3) {
			read.addAll(names(desk.at(TEN).getWorklist(WorklistSearch.builder().build(), new Page(start, 3))));
		}

		assertThat(read).hasSize(19).doesNotHaveDuplicates();
		assertThat(read).isEqualTo(names(desk.list()));
	}

	@Test
	void getWorklist_shouldCostTheSameNumberOfStatements_whateverThePageSize() {
		PersonAttributeType mobile = clinic.anAttributeType("Test mobile");
		clinic.setting(RetentionSettings.PHONE_ATTRIBUTE_TYPES, mobile.getUuid());
		clinic.setting(RetentionSettings.DEFAULT_REGION, "NO");
		for (int i = 0; i < 25; i++) {
			Patient patient = clinic.aPatient("P" + i);
			clinic.give(patient, mobile, "22 33 44 " + (10 + i));
			Location room = clinic.aLocation("Room " + i, null);
			desk.task(patient, t -> t.location(room));
		}
		desk.list();

		long few = statements(new Page(0, 3));
		long many = statements(new Page(0, 24));

		assertThat(many).isEqualTo(few).isLessThan(55);
	}

	private long statements(Page page) {
		flushAndClear();
		sessionFactory.getCache().evictAllRegions();
		assertThat(Context.getAuthenticatedUser().getAllRoles()).isNotNull();
		Statistics statistics = sessionFactory.getStatistics();
		statistics.setStatisticsEnabled(true);
		long before = statistics.getPrepareStatementCount();
		for (WorklistRow row : desk.at(TEN).getWorklist(WorklistSearch.builder().build(), page).getRows()) {
			assertThat(row.getPerson().getPersonName().getGivenName()).isNotBlank();
			assertThat(row.getContactDetails()).hasSize(1);
			assertThat(row.getTasks().get(0).getLocation().getName()).isNotBlank();
		}
		return statistics.getPrepareStatementCount() - before;
	}

	private ContactProfile profile(Patient patient) {
		ContactService contacts = Context.getService(ContactService.class);
		return contacts.saveContactProfile(contacts.getProfile(patient));
	}

	private void visit(Patient patient, Instant from, Instant to) {
		VisitType type = new VisitType("Test visit " + patient.getPatientId(), "test");
		Visit visit = new Visit(patient, clinic.save(type), Date.from(from));
		visit.setStopDatetime(to == null ? null : Date.from(to));
		clinic.save(visit);
	}

	private static List<String> names(Worklist list) {
		return list.getRows().stream().map(row -> row.getPerson().getGivenName()).collect(Collectors.toList());
	}
}
