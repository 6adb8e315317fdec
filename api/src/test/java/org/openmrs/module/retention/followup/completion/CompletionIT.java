/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.retention.followup.task.WorklistDesk.TEN;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Location;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.followup.attempt.AttemptReason;
import org.openmrs.module.retention.followup.attempt.AttemptRequest;
import org.openmrs.module.retention.followup.attempt.AttemptResult;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.followup.attempt.ContactAttemptService;
import org.openmrs.module.retention.followup.attempt.Disposition;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.WorklistDesk;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** How much of what was due has been finished, on a Tuesday long ago. */
class CompletionIT extends RetentionIT {

	private static final String QUEUE = "Test queue";

	private static final Instant MORNING = TEN.minus(Duration.ofHours(9));

	private static final Instant NEXT_MORNING = MORNING.plus(Duration.ofDays(1));

	/** Two days later it is told. */
	private static final Instant NOW = TEN.plus(Duration.ofDays(2));

	private static final Instant FAR = TEN.plus(Duration.ofDays(9));

	private WorklistDesk desk;

	private Clinic clinic;

	private User ann;

	private User bo;

	@BeforeEach
	void staff() {
		desk = new WorklistDesk(applicationContext, sessionFactory);
		clinic = desk.clinic;
		Role role = clinic.aRole(QUEUE, RetentionPrivileges.GET_FOLLOW_UPS);
		ann = clinic.aUser("ann", role);
		bo = clinic.aUser("bo", role);
	}

	/** The next test begins as the administrator, whoever was logged in here. */
	@AfterEach
	void logOut() {
		Context.logout();
	}

	@Test
	void figures_shouldTellWhatBecameOfWhatSomebodyHad() {
		done(own(ann), ann, TEN);
		done(own(ann), ann, TEN.plus(Duration.ofHours(3)));
		own(ann).miss(cause());
		own(ann);
		task(ann, FAR);
		own(ann).cancel(cause());
		own(ann).supersede(cause());

		CompletionFigures figures = of(ann);

		assertThat(figures.getDue()).isEqualTo(5);
		assertThat(figures.getCompleted()).isEqualTo(2);
		assertThat(figures.getInTime()).as("the other after its window").isEqualTo(1);
		assertThat(figures.getMissed()).isEqualTo(1);
		assertThat(figures.getExpired()).isEqualTo(1);
		assertThat(figures.getOpen()).isEqualTo(1);
		assertThat(figures.getRole()).isNull();
	}

	@Test
	void figures_shouldTellWhatSomebodyDid_whoseverTheTasksWere() {
		FollowUpTask queued = queued();
		done(queued, bo, TEN);
		done(own(ann), bo, TEN.plusSeconds(60));
		record(contact(own(ann), bo, TEN.plusSeconds(120)).result(AttemptResult.NO_ANSWER));
		record(contact(own(ann), bo, TEN.plusSeconds(180)).result(AttemptResult.NOT_CALLED).reason(AttemptReason.NO_TIME));

		CompletionFigures figures = of(bo);

		assertThat(figures.getContacts()).as("who was not called is no contact").isEqualTo(3);
		assertThat(figures.getConversations()).isEqualTo(2);
		assertThat(figures.getFinished()).isEqualTo(2);
		assertThat(figures.getDue()).isZero();
		assertThat(of(ann).getCompleted()).as("hers all the same").isEqualTo(1);
		assertThat(of(ann).getContacts()).isZero();
	}

	@Test
	void figures_shouldTellOfWhoSpokeFaceToFaceAlone() {
		record(contact(queued(), bo, TEN).result(AttemptResult.NOT_CALLED).reason(AttemptReason.SEEN_IN_PERSON));

		assertThat(of(bo).getFinished()).isEqualTo(1);
		assertThat(of(bo).getContacts()).isZero();
	}

	@Test
	void figures_shouldBeByName_thenOfTheQueues_andRankNobody() {
		done(own(bo), bo, TEN);
		own(ann);
		done(queued(), bo, TEN);

		List<CompletionFigures> figures = figures();

		assertThat(figures).extracting(CompletionFigures::getUser).containsSubsequence(ann, bo, null);
		CompletionFigures queue = figures.stream().filter(one -> QUEUE.equals(one.getRole())).findFirst().get();
		assertThat(queue.getUser()).isNull();
		assertThat(queue.getDue()).isEqualTo(1);
		assertThat(queue.getCompleted()).isEqualTo(1);
		assertThat(queue.getFinished()).as("a queue does nothing by itself").isZero();
	}

	@Test
	void figures_shouldForgetAContactThatIsTakenBack() {
		ContactAttempt attempt = done(own(ann), ann, TEN);
		assertThat(of(ann).getFinished()).isEqualTo(1);

		Context.getService(ContactAttemptService.class).voidAttempt(attempt, "another patient");
		flush();

		assertThat(of(ann).getFinished()).isZero();
		assertThat(of(ann).getContacts()).isZero();
		assertThat(of(ann).getCompleted()).isZero();
	}

	@Test
	void figures_shouldBeOfThePeriodAndThePlace() {
		Location site = clinic.aLocation("Site", null);
		Location room = clinic.aLocation("Room", site);
		done(own(ann), ann, TEN);
		FollowUpTask there = desk.task(clinic.aPatient("There"), t -> t.location(room));
		there.assignByHand(ann, null, cause());
		done(there, ann, TEN);
		FollowUpTask later = desk.task(clinic.aPatient("Later"), t -> t.from(NEXT_MORNING).by(NEXT_MORNING.plusSeconds(60))
			.expiresAt(FAR));
		later.assignByHand(ann, null, cause());
		flush();

		CompletionFigures atSite = service().getFigures(search().location(site).build()).get(0);

		assertThat(atSite.getDue()).isEqualTo(1);
		assertThat(atSite.getContacts()).isEqualTo(1);
		assertThat(atSite.getFinished()).isEqualTo(1);
		assertThat(of(ann).getDue()).isEqualTo(2);
		assertThat(service().getFigures(search().location(clinic.aLocation("Elsewhere", null)).build())).isEmpty();
		assertThat(service().getFigures(search().from(NEXT_MORNING).before(NEXT_MORNING.plusSeconds(3600)).build()))
			.filteredOn(one -> ann.equals(one.getUser())).extracting(CompletionFigures::getOpen).containsExactly(1L);
	}

	@Test
	void figures_shouldBeReadOfOneself_andOfOthersByWhoSupervises() {
		own(ann);
		own(bo);
		flush();
		clinic.logInAs(ann);

		assertThat(service().getFigures(search().user(ann).build())).extracting(CompletionFigures::getUser)
			.containsExactly(ann);
		assertThatThrownBy(() -> service().getFigures(search().user(bo).build()))
			.isInstanceOf(APIAuthenticationException.class);
		assertThatThrownBy(() -> service().getFigures(search().build())).isInstanceOf(APIAuthenticationException.class);
	}

	@Test
	void figures_shouldNeedAPeriod() {
		assertRefused(search().from(null), "required", "from");
		assertRefused(search().before(null), "required", "before");
		assertRefused(search().before(MORNING), "completion-period-empty", "before");
		assertRefused(search().before(MORNING.plus(Duration.ofDays(93))), "completion-period-too-long", "before");
	}

	@Test
	void figures_shouldCostTheSameNumberOfStatements_howeverManyWork() {
		many("few", 2);
		long few = statements();
		many("many", 20);

		assertThat(statements()).isEqualTo(few).isLessThan(25);
	}

	private void many(String name, int number) {
		for (int i = 0; i < number; i++) {
			User one = clinic.aUser(name + i);
			done(own(one), one, TEN);
		}
	}

	private long statements() {
		flushAndClear();
		assertThat(Context.getAuthenticatedUser().getAllRoles()).isNotNull();
		Statistics statistics = sessionFactory.getStatistics();
		statistics.setStatisticsEnabled(true);
		long before = statistics.getPrepareStatementCount();
		assertThat(service().getFigures(search().build()).stream().filter(one -> one.getUser() != null)
			.map(one -> one.getUser().getPerson().getPersonId()).collect(Collectors.toList())).isNotEmpty();
		return statistics.getPrepareStatementCount() - before;
	}

	private FollowUpTask own(User owner) {
		return task(owner, TEN.plus(Duration.ofDays(1)));
	}

	/** Its window closes on the Tuesday at noon. */
	private FollowUpTask task(User owner, Instant expiresAt) {
		FollowUpTask task = desk.task(clinic.aPatient("Ada"), t -> t.expiresAt(expiresAt));
		task.assignByHand(owner, null, cause());
		flush();
		return task;
	}

	private FollowUpTask queued() {
		FollowUpTask task = desk.task(clinic.aPatient("Eva"), t -> t);
		task.assignByHand(null, QUEUE, cause());
		flush();
		return task;
	}

	private ContactAttempt done(FollowUpTask task, User caller, Instant at) {
		return record(contact(task, caller, at).result(AttemptResult.SPOKE).disposition(Disposition.DONE));
	}

	private static AttemptRequest.AttemptRequestBuilder contact(FollowUpTask task, User caller, Instant at) {
		return AttemptRequest.builder().tasks(Collections.singletonList(task.getUuid())).calledBy(caller.getUuid())
			.startedAt(at);
	}

	private ContactAttempt record(AttemptRequest.AttemptRequestBuilder request) {
		ContactAttempt attempt = Context.getService(ContactAttemptService.class).recordAttempt(request.build());
		flush();
		return attempt;
	}

	private CompletionFigures of(User user) {
		return figures().stream().filter(one -> user.equals(one.getUser())).findFirst().get();
	}

	private List<CompletionFigures> figures() {
		flush();
		return service().getFigures(search().build());
	}

	private static CompletionSearch.CompletionSearchBuilder search() {
		return CompletionSearch.builder().from(MORNING).before(NEXT_MORNING);
	}

	private CompletionService service() {
		return new CompletionServiceImpl(new CompletionDao(sessionFactory), Clock.fixed(NOW, ZoneOffset.UTC));
	}

	private static Cause cause() {
		return Cause.of(Context.getAuthenticatedUser(), TEN.minusSeconds(7200), "test");
	}

	private void assertRefused(CompletionSearch.CompletionSearchBuilder search, String code, String field) {
		assertThatThrownBy(() -> service().getFigures(search.build())).isInstanceOfSatisfying(RetentionException.class,
			e -> {
				assertThat(e.getCode()).isEqualTo("retention.followup.error." + code);
				assertThat(e.getField()).isEqualTo(field);
			});
	}
}
