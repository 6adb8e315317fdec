/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.followup.task.WorklistDesk.TEN;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.PersonAttributeType;
import org.openmrs.Visit;
import org.openmrs.VisitType;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.calendar.CalendarDefinition;
import org.openmrs.module.retention.calendar.CalendarService;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionSettings;

/**
 * A clinic as messy as life, at several moments: what the database offers as callable is what the contact policy, asked
 * about one task after the other, allows; and a list's count, line and minutes are those of its rows.
 */
class WorklistAgreementIT extends RetentionIT {

	private static final Duration DAY = Duration.ofDays(1);

	private static final int PEOPLE = 40;

	private static final int PAGE = 15;

	private static final List<Instant> MOMENTS = Arrays.asList(TEN, TEN.plus(Duration.ofMinutes(9 * 60 + 51)),
		TEN.plus(Duration.ofHours(12)), TEN.plus(Duration.ofHours(22)), TEN.plus(DAY), TEN.plus(DAY.multipliedBy(4)));

	private final Set<Integer> visitors = new HashSet<>();

	/** Half an hour ago, in no visit. */
	private final Set<Integer> treated = new HashSet<>();

	private final Set<Integer> unreachable = new HashSet<>();

	private final Set<Integer> rungInVain = new HashSet<>();

	private final List<FollowUpTask> tasks = new ArrayList<>();

	private final List<Patient> people = new ArrayList<>();

	private Random random;

	private WorklistDesk desk;

	private Clinic clinic;

	private Location clinicsRoom;

	@ParameterizedTest
	@ValueSource(longs = { 1, 2 })
	void list_shouldAgreeWithThePolicy(long seed) {
		random = new Random(seed);
		desk = new WorklistDesk(applicationContext, sessionFactory);
		clinic = desk.clinic;
		populate();
		int callable = 0;
		for (Instant at : MOMENTS) {
			List<FollowUpTask> expected = bean("retention.worklistDao", WorklistDao.class)
				.reading(() -> tasks.stream().filter(task -> mayBeCalled(task, at)).collect(Collectors.toList()));
			assertThat(desk.callable(at)).as("%s", at).containsExactlyInAnyOrderElementsOf(expected);
			agree(at, s -> s);
			agree(at, s -> s.purpose("RECALL"));
			agree(at, s -> s.location(clinicsRoom.getUuid()));
			List<Integer> open = desk.list(at).getRows().stream().filter(WorklistRow::isCallableNow)
				.map(row -> row.getPerson().getPersonId()).collect(Collectors.toList());
			assertThat(desk.list(at, s -> s.callable("now")).getRows())
				.extracting(row -> row.getPerson().getPersonId()).as("%s", at).isEqualTo(open);
			callable += expected.size();
		}
		assertThat(callable).as("the clinic has calls to make").isBetween(20, tasks.size() * MOMENTS.size() / 2);
	}

	private void agree(Instant at, UnaryOperator<WorklistSearch.WorklistSearchBuilder> filter) {
		Worklist list = desk.list(at, filter);
		assertThat(list.isMore()).isFalse();
		assertThat(desk.rows(at, filter)).as("%s", at).isEqualTo(list.getRows().size());
		List<Object> paged = new ArrayList<>();
		for (boolean more = true; more;) {
			Worklist page = desk.at(at).getWorklist(filter.apply(WorklistSearch.builder()).build(),
				new Page(paged.size(), PAGE));
			page.getRows().forEach(row -> paged.add(row.getPerson()));
			more = page.isMore();
		}
		assertThat(paged).as("page by page, %s", at)
			.isEqualTo(list.getRows().stream().map(WorklistRow::getPerson).collect(Collectors.toList()));
		agree(list, at);
	}

	private static void agree(Worklist list, Instant at) {
		List<Boolean> callable = list.getRows().stream().map(WorklistRow::isCallableNow).collect(Collectors.toList());
		assertThat(callable.lastIndexOf(true) + 1L).as("the line, %s", at).isEqualTo(list.getCallableRows())
			.as("the count").isEqualTo(Collections.frequency(callable, true));
		assertThat(
			list.getRows().stream().filter(WorklistRow::isCallableNow).mapToLong(WorklistRow::getExpectedSeconds).sum())
			.as("the minutes, %s", at).isEqualTo(list.getExpectedSeconds());
	}

	private boolean mayBeCalled(FollowUpTask task, Instant at) {
		boolean call = task.getChannel() == Channel.PHONE;
		boolean today = at.isBefore(TEN.plus(Duration.ofHours(13)));
		boolean here = today && (visitors.contains(task.getRingId()) || visitors.contains(task.getPatient().getPersonId()));
		boolean inVain = today && rungInVain.contains(task.getRingId())
			&& !task.isCritical() && !task.isCallBack();
		boolean inPerson = task.getChannel() == Channel.IN_PERSON && task.getSource() == TaskSource.STEP;
		boolean justTreated = at.isBefore(TEN.plus(Duration.ofMinutes(30)))
			&& treated.contains(task.getPatient().getPersonId());
		boolean possible = call ? !here && !unreachable.contains(task.getRingId()) && !inVain
			: !inPerson || here || justTreated;
		return task.isDue(at) && possible
			&& bean("retention.taskPolicy", TaskPolicy.class).decide(task, task.getChannel(), at).isAllowed();
	}

	private void populate() {
		PersonAttributeType mobile = clinic.anAttributeType("Test mobile " + random.nextInt());
		clinic.setting(RetentionSettings.PHONE_ATTRIBUTE_TYPES, mobile.getUuid());
		clinic.setting(RetentionSettings.DEFAULT_REGION, "NO");
		clinic.setting(RetentionSettings.WEEKLY_CAP, "2");
		weekdays();
		clinicsRoom = clinic.aLocation("Room", null);
		List<Location> rooms = Arrays.asList(null, clinicsRoom, clinic.aLocation("Other room", null));
		for (int i = 0; i < PEOPLE; i++) {
			Patient one = clinic.aPatient("P" + i);
			people.add(one);
			if (chance(8)) {
				unreachable.add(one.getPersonId());
			} else {
				clinic.give(one, mobile, "22 33 44 " + (10 + random.nextInt(60)));
			}
			describe(one);
		}
		Context.getService(ContactService.class).readNumbers();
		for (Patient one : people) {
			for (int i = 0; i <= random.nextInt(3); i++) {
				tasks.add(aTask(one, rooms.get(random.nextInt(rooms.size()))));
			}
		}
		people.stream().filter(one -> chance(6)).forEach(this::contact);
		flush();
	}

	private void describe(Patient one) {
		ContactService contacts = Context.getService(ContactService.class);
		if (chance(3)) {
			ContactProfile profile = contacts.saveContactProfile(contacts.getProfile(one));
			profile.setDoNotCall(chance(4));
			profile.setZone(chance(3) ? "America/New_York" : chance(3) ? "Pacific/Auckland" : null);
			profile.setSadNewsUntil(chance(2) ? LocalDate.of(2026, 3, 9).plusDays(random.nextInt(6)) : null);
			if (chance(6)) {
				profile.endRelationship("MOVED", LocalDate.of(2026, 1, 1));
			}
		}
		if (chance(10)) {
			contacts.recordRefusal(one, Collections.singleton(any(Purpose.values())), false, "test", TEN.minus(DAY));
		}
		if (chance(4)) {
			treated.add(one.getPersonId());
			clinic.anEncounter(one, null).setEncounterDatetime(Date.from(TEN.minusSeconds(1800)));
		}
		if (chance(6)) {
			visitors.add(one.getPersonId());
			VisitType type = new VisitType("Test visit " + one.getPatientId(), "test");
			clinic.save(new Visit(one, clinic.save(type), Date.from(TEN.minusSeconds(9000))));
		}
	}

	private FollowUpTask aTask(Patient one, Location room) {
		Patient rung = chance(4) ? people.get(random.nextInt(PEOPLE)) : one;
		FollowUpTask task = desk.task(one, t -> t.purpose(any(Purpose.values())).location(room).critical(chance(8))
			.personToRingId(rung == one ? null : rung.getPersonId())
			.ringReason(rung == one ? null : RingReason.GUARDIAN)
			.channel(chance(3) ? any(Channel.IN_PERSON, Channel.LETTER) : Channel.PHONE)
			.source(any(TaskSource.STEP, TaskSource.MANUAL)).title("Test")
			.targetSeconds(60 + random.nextInt(14) * 60).from(TEN.minusSeconds(3600L * random.nextInt(30)))
			.by(TEN.plus(DAY.multipliedBy(6))).expiresAt(TEN.plus(DAY.multipliedBy(random.nextInt(3) + 6))));
		if (chance(6)) {
			task.useTry(TEN.plusSeconds(3600L * random.nextInt(14)));
		} else if (chance(6)) {
			task.promise(TEN.minusSeconds(600), TEN.plus(DAY.multipliedBy(7)), TEN.plus(DAY.multipliedBy(9)),
				WorklistDesk.cause());
		} else if (chance(6)) {
			Instant from = TEN.plusSeconds(3600L * random.nextInt(30));
			desk.promise(task, from, from.plus(DAY));
		} else if (chance(10)) {
			task.hold(HoldReason.VERIFY, null);
		}
		return task;
	}

	private void contact(Patient one) {
		if (chance(2)) {
			desk.conversation(one, TEN.minusSeconds(3600L * random.nextInt(96) + 60), null);
		} else if (!unreachable.contains(one.getPersonId())) {
			desk.unanswered(one, TEN.minusSeconds(5400), null);
			desk.unanswered(one, TEN.minusSeconds(3700), null);
			rungInVain.add(one.getPersonId());
		}
	}

	/** From Monday to Friday. */
	private void weekdays() {
		Map<String, List<String>> hours = new LinkedHashMap<>();
		for (String day : Arrays.asList("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")) {
			hours.put(day, Collections.singletonList("08:00-20:00"));
		}
		Context.getService(CalendarService.class).saveCalendar(CalendarDefinition.builder()
			.uuid("1b7c1c3e-2d60-4a3f-8d17-5b6e7f8a9b03").name("Weekdays").standard(true).hours(hours).build());
	}

	private boolean chance(int oneIn) {
		return random.nextInt(oneIn) == 0;
	}

	@SafeVarargs
	private final <T> T any(T... values) {
		return values[random.nextInt(values.length)];
	}

	private <T> T bean(String name, Class<T> type) {
		return applicationContext.getBean(name, type);
	}
}
