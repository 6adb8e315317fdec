/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.PatientIdentifier;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ProtocolFixture;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;

class TaskQueryIT extends RetentionIT {

	private static final Page ALL = new Page(0, 100);

	private static final Duration HOUR = Duration.ofHours(1);

	private Clinic clinic;

	private FollowUpTaskService service;

	private Patient ada;

	private Instant now;

	@BeforeEach
	void openTheClinic() {
		clinic = new Clinic(sessionFactory);
		service = Context.getService(FollowUpTaskService.class);
		ada = clinic.aPatient("Ada");
		now = Instant.now();
	}

	@Test
	void countOverdue_shouldTellTheOwnersApart() {
		Role role = clinic.aRole("Test overdue", RetentionPrivileges.GET_FOLLOW_UPS, RetentionPrivileges.MANAGE_CONTACTS);
		User bo = clinic.aUser("bo", role);
		for (int i = 0; i < 3; i++) {
			FollowUpTask overdue = aTask(t -> t.by(now.minusSeconds(60)));
			overdue.assignByHand(i < 2 ? bo : null, i < 2 ? null : "Test overdue", cause());
		}
		aTask(t -> t).assignByHand(bo, null, cause());
		aTask(t -> t.by(now.minusSeconds(60)).expiresAt(now.minusSeconds(30))).assignByHand(bo, null, cause());
		flush();

		List<OverdueCount> counts = service.countOverdue();

		assertThat(counts).filteredOn(count -> bo.equals(count.getUser())).singleElement()
			.satisfies(count -> assertThat(count.getTasks()).isEqualTo(2));
		assertThat(counts).filteredOn(count -> "Test overdue".equals(count.getRole())).singleElement()
			.satisfies(count -> assertThat(count.getTasks()).isEqualTo(1));
	}

	@Test
	void findTasks_shouldTellOpenOverdueAndExpiredApart() {
		FollowUpTask later = aTask(t -> t.from(now.plus(HOUR)).by(now.plus(HOUR)).expiresAt(now.plus(HOUR)));
		FollowUpTask due = aTask(t -> t);
		FollowUpTask overdue = aTask(t -> t.by(now.minusSeconds(60)));
		FollowUpTask expired = aTask(t -> t.by(now.minusSeconds(60)).expiresAt(now.minusSeconds(30)));
		FollowUpTask done = aTask(t -> t);
		done.complete(cause());
		FollowUpTask missed = aTask(t -> t);
		missed.miss(cause());

		assertThat(find(s -> s.status("open"))).containsExactlyInAnyOrder(overdue, due, later);
		assertThat(find(s -> s.status("overdue"))).containsExactly(overdue);
		assertThat(find(s -> s.status("expired"))).containsExactly(expired);
		assertThat(find(s -> s.status("done"))).containsExactlyInAnyOrder(done, missed);
		assertThat(find(s -> s.status("missed"))).containsExactly(missed);
		assertThat(find(s -> s.status("completed"))).containsExactly(done);
		assertThat(find(s -> s.status("cancelled"))).isEmpty();
		assertThat(find(s -> s.status("superseded"))).isEmpty();
		assertThat(find(s -> s.callable("now"))).containsExactlyInAnyOrder(overdue, due);
		assertThat(find(s -> s)).hasSize(6);
	}

	@Test
	void findTasks_shouldLeaveOutOfCallable_whatIsHeldOrAnotherHasClaimed() {
		User nurse = clinic.aUser("nurse", aNurse());
		FollowUpTask mine = aTask(t -> t);
		mine.claim(Context.getAuthenticatedUser(), now.plus(HOUR));
		FollowUpTask anothers = aTask(t -> t);
		anothers.claim(nurse, now.plus(HOUR));
		FollowUpTask lapsed = aTask(t -> t);
		lapsed.claim(nurse, now.minusSeconds(1));
		aTask(t -> t).hold(HoldReason.REST, now.plus(HOUR));

		assertThat(find(s -> s.callable("now"))).containsExactlyInAnyOrder(mine, lapsed);
	}

	@Test
	void findTasks_shouldLeaveOutOfOpenLists_whoCannotOrMustNotBeCalled() {
		FollowUpTask good = aTask(t -> t);
		Patient dead = clinic.aPatient("Dead");
		dead.setDead(true);
		Patient voided = clinic.aPatient("Voided");
		voided.setVoided(true);
		voided.setVoidReason("test");
		Patient silent = clinic.aPatient("Silent");
		profile(silent, true, false);
		Patient reported = clinic.aPatient("Reported");
		profile(reported, false, true);
		for (Patient patient : Arrays.asList(dead, voided, silent, reported)) {
			aTask(t -> t.patient(patient).by(now.minusSeconds(1)));
		}
		aTask(t -> t.patient(reported).channel(Channel.IN_PERSON));
		FollowUpTask check = aTask(t -> t.patient(reported).channel(Channel.IN_PERSON).source(TaskSource.CHART_CHECK));
		FollowUpTask atTheDesk = aTask(t -> t.patient(silent).channel(Channel.IN_PERSON));

		assertThat(find(s -> s.status("open"))).containsExactlyInAnyOrder(good, atTheDesk, check);
		assertThat(find(s -> s.status("overdue"))).isEmpty();
		assertThat(find(s -> s.callable("now"))).containsExactlyInAnyOrder(good, atTheDesk, check);
		assertThat(service.countTasks(TaskSearch.builder().status("open").build())).isEqualTo(3);
		assertThat(find(s -> s.patient(dead.getUuid()))).hasSize(1);
	}

	@Test
	void findTasks_shouldLeaveOutVoidedTasks() {
		FollowUpTask task = aTask(t -> t);
		task.setVoided(true);
		task.setVoidReason("test");

		assertThat(find(s -> s)).isEmpty();
	}

	@Test
	void findTasks_shouldFilterByDueDayAndInstant() {
		ZoneId almaty = ZoneId.of("Asia/Almaty");
		Instant lateInOslo = LocalDate.now(almaty).plusDays(1).atTime(2, 0).atZone(almaty).toInstant();
		FollowUpTask today = aTask(t -> t.zone("Asia/Almaty"));
		FollowUpTask tomorrowThere = aTask(t -> t.zone("Asia/Almaty").from(lateInOslo).by(lateInOslo)
			.expiresAt(lateInOslo));

		assertThat(find(s -> s.dueOnOrBefore(LocalDate.now(almaty).toString()))).containsExactly(today);
		assertThat(find(s -> s.dueOnOrBefore(LocalDate.now(almaty).plusDays(1).toString())))
			.containsExactlyInAnyOrder(today, tomorrowThere);
		assertThat(find(s -> s.dueOnOrBefore(now.toString()))).containsExactly(today);
	}

	@Test
	void findTasks_shouldFilterByAssigneeAndByRolesWithThoseTheyInherit() {
		Role desk = aNurse();
		Role nurses = clinic.aRoleThatInherits("Test head nurse", desk);
		User nurse = clinic.aUser("nurse", nurses);
		FollowUpTask hers = aTask(t -> t);
		hers.assignByHand(nurse, null, cause());
		FollowUpTask ofTheDesk = aTask(t -> t);
		ofTheDesk.assignByHand(null, desk.getRole(), cause());
		FollowUpTask ofTheNurses = aTask(t -> t);
		ofTheNurses.assignByHand(null, nurses.getRole(), cause());
		FollowUpTask nobodys = aTask(t -> t);
		flush();

		assertThat(find(s -> s.assignee(nurse.getUuid()))).containsExactly(hers);
		assertThat(find(s -> s.role(desk.getRole()))).containsExactly(ofTheDesk);
		assertThat(find(s -> s.role(nurses.getRole()))).containsExactlyInAnyOrder(ofTheDesk, ofTheNurses);
		assertThat(find(s -> s.role("Retention: Front Desk"))).as("nobody found yet: the default queue's")
			.containsExactly(nobodys);
		clinic.logInAs(nurse);
		assertThat(find(s -> s.assignee("me"))).containsExactly(hers);
		assertThat(find(s -> s.role("mine"))).containsExactlyInAnyOrder(ofTheDesk, ofTheNurses);
	}

	@Test
	void findTasks_shouldFilterByLocationWithAllBelowIt() {
		Location site = clinic.aLocation("Site", null);
		Location floor = clinic.aLocation("Floor", site);
		Location room = clinic.aLocation("Room", floor);
		FollowUpTask inTheRoom = aTask(t -> t.location(room));
		FollowUpTask onTheFloor = aTask(t -> t.location(floor));
		aTask(t -> t.location(clinic.aLocation("Elsewhere", null)));
		aTask(t -> t);

		assertThat(find(s -> s.location(site.getUuid()))).containsExactlyInAnyOrder(inTheRoom, onTheFloor);
		assertThat(find(s -> s.location(room.getUuid()))).containsExactly(inTheRoom);
	}

	@Test
	void findTasks_shouldFilterByPatientProtocolAndPurpose() {
		FollowUpProtocol protocol = Context.getService(ProtocolService.class)
			.saveProtocol(ProtocolFixture.aProtocol().build());
		Patient bo = clinic.aPatient("Bo");
		FollowUpTask bos = aTask(t -> t.patient(bo));
		FollowUpTask step = aTask(t -> t.protocol(protocol).protocolVersion(1));
		FollowUpTask recall = aTask(t -> t.purpose(Purpose.RECALL));

		assertThat(find(s -> s.patient(bo.getUuid()))).containsExactly(bos);
		assertThat(find(s -> s.protocol(protocol.getUuid()))).containsExactly(step);
		assertThat(find(s -> s.purpose("RECALL"))).containsExactly(recall);
	}

	@ParameterizedTest
	@CsvSource({ "due,abc", "-due,cba", "list,bac", "wake,bca" })
	void findTasks_shouldOrderStably_whenSorted(String sort, String expected) {
		FollowUpTask a = aTask(t -> t.purpose(Purpose.RECALL).from(now.minusSeconds(10)).by(now.plusSeconds(10)).title("a"));
		aTask(t -> t.from(now.minusSeconds(90)).by(now.plusSeconds(20)).title("b"));
		aTask(t -> t.purpose(Purpose.RECALL).from(now.minusSeconds(50)).by(now.plusSeconds(30)).title("c"));
		assertThat(a.getListClass()).isEqualTo(ListClass.RECALL);
		StringBuilder titles = new StringBuilder();

		find(s -> s.sort(sort)).forEach(task -> titles.append(task.getTitle()));

		assertThat(titles.toString()).isEqualTo(expected);
	}

	@Test
	void findTasks_shouldPageWithoutGapOrRepeat_whenManyAreDueAtTheSameMoment() {
		for (int i = 0; i < 25; i++) {
			aTask(t -> t);
		}
		flush();
		List<FollowUpTask> read = new ArrayList<>();
		for (int start = 0; start < 30; start += 7) {
			read.addAll(service.findTasks(TaskSearch.builder().status("open").build(), new Page(start, 7)));
		}

		assertThat(read).hasSize(25).doesNotHaveDuplicates();
		assertThat(service.countTasks(TaskSearch.builder().status("open").build())).isEqualTo(25);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "OPENED", "any", "ended", "open,done", "1" })
	void findTasks_shouldRefuse_whenStatusMeansNothing(String status) {
		assertRefused("status", s -> s.status(status));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "   ", "nothing-that-exists", "NOW", "2026-13-01", "T" })
	void findTasks_shouldRefuse_whenAFilterMeansNothing(String value) {
		assertRefused("callable", s -> s.callable(value));
		assertRefused("dueOnOrBefore", s -> s.dueOnOrBefore(value));
		assertRefused("assignee", s -> s.assignee(value));
		assertRefused("role", s -> s.role(value));
		assertRefused("location", s -> s.location(value));
		assertRefused("patient", s -> s.patient(value));
		assertRefused("protocol", s -> s.protocol(value));
		assertRefused("purpose", s -> s.purpose(value));
		assertRefused("sort", s -> s.sort(value));
	}

	@Test
	void findTasks_shouldCostTheSameNumberOfStatements_whateverThePageSize() {
		FollowUpProtocol protocol = Context.getService(ProtocolService.class)
			.saveProtocol(ProtocolFixture.aProtocol().build());
		Role nurses = aNurse();
		for (int i = 0; i < 30; i++) {
			Patient patient = clinic.aPatient("Patient" + i);
			User nurse = clinic.aUser("nurse-" + i, nurses);
			Location room = clinic.aLocation("Room " + i, null);
			FollowUpTask task = aTask(t -> t.patient(patient).protocol(protocol).protocolVersion(1).location(room));
			task.assignByHand(nurse, null, cause());
			task.claim(nurse, now.plus(HOUR));
		}

		long few = statementsToRender(new Page(0, 3));
		long many = statementsToRender(new Page(0, 30));

		assertThat(many).isEqualTo(few).isLessThan(25);
	}

	/** Reads a page as a screen shows it. */
	private long statementsToRender(Page page) {
		flushAndClear();
		sessionFactory.getCache().evictAllRegions();
		User reader = Context.getAuthenticatedUser();
		assertThat(reader.getAllRoles()).isNotNull();
		Statistics statistics = sessionFactory.getStatistics();
		statistics.setStatisticsEnabled(true);
		long before = statistics.getPrepareStatementCount();
		for (FollowUpTask task : service.findTasks(TaskSearch.builder().status("open").build(), page)) {
			assertThat(task.getPatient().getPersonName().getGivenName()).isNotBlank();
			for (PatientIdentifier identifier : task.getPatient().getActiveIdentifiers()) {
				assertThat(identifier.getIdentifier() + identifier.getIdentifierType().getName()).isNotBlank();
			}
			assertThat(task.getProtocol().getName()).isNotBlank();
			assertThat(task.getLocation().getName()).isNotBlank();
			assertThat(task.getAssigneeUser().getUsername()).isNotBlank();
			assertThat(task.getAssigneeUser().getPerson().getPersonName().getGivenName()).isNotBlank();
			assertThat(task.getClaimUser().getUsername()).isNotBlank();
		}
		return statistics.getPrepareStatementCount() - before;
	}

	private List<FollowUpTask> find(UnaryOperator<TaskSearch.TaskSearchBuilder> filter) {
		TaskSearch search = filter.apply(TaskSearch.builder()).build();
		flush();
		List<FollowUpTask> found = service.findTasks(search, ALL);
		assertThat(service.countTasks(search)).isEqualTo(found.size());
		return found;
	}

	private void assertRefused(String field, UnaryOperator<TaskSearch.TaskSearchBuilder> filter) {
		TaskSearch search = filter.apply(TaskSearch.builder()).build();
		assertThatThrownBy(() -> service.findTasks(search, ALL)).isInstanceOfSatisfying(RetentionException.class, e -> {
			assertThat(e.getCode()).isEqualTo("retention.followup.error.unknown-filter-value");
			assertThat(e.getKind()).isEqualTo(RetentionException.Kind.INVALID);
			assertThat(e.getField()).isEqualTo(field);
		});
		assertThatThrownBy(() -> service.countTasks(search)).isInstanceOf(RetentionException.class);
	}

	private FollowUpTask aTask(UnaryOperator<TaskDraft.TaskDraftBuilder> details) {
		TaskDraft.TaskDraftBuilder draft = TaskFixture.aTask().patient(ada).from(now.minus(HOUR)).by(now.plus(HOUR))
			.expiresAt(now.plus(HOUR.multipliedBy(2)));
		return clinic.save(FollowUpTask.open(details.apply(draft).build(), cause()));
	}

	private void profile(Patient patient, boolean doNotCall, boolean deathReported) {
		ContactProfile profile = new ContactProfile();
		profile.setUuid(UUID.randomUUID().toString());
		profile.setPatient(patient);
		profile.setPatientUuid(patient.getUuid());
		profile.setDoNotCall(doNotCall);
		if (deathReported) {
			profile.reportDeath();
		}
		clinic.save(profile);
	}

	private Role aNurse() {
		return clinic.aRole("Test nurse", RetentionPrivileges.GET_FOLLOW_UPS, RetentionPrivileges.MANAGE_CONTACTS);
	}

	private static Cause cause() {
		return Cause.of(Context.getAuthenticatedUser(), Instant.now(), "test");
	}
}
