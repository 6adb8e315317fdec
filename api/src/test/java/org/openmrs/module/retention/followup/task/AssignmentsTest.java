/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.retention.followup.task.TaskFixture.aUser;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.User;
import org.openmrs.module.retention.followup.absence.Absence;
import org.openmrs.module.retention.followup.absence.Absences;
import org.openmrs.module.retention.followup.absence.StandIn;
import org.openmrs.module.retention.followup.protocol.AssignmentLink;

class AssignmentsTest {

	private static final ZonedDateTime TEN = ZonedDateTime.parse("2026-03-10T10:00:00+01:00[Europe/Oslo]");

	private static final AssignmentLink DENTIST_UNTIL_FOUR = AssignmentLink.builder().provider("dentist").until("16:00")
		.build();

	private static final AssignmentLink ANY_PROVIDER = AssignmentLink.builder().provider("any").build();

	private static final AssignmentLink NURSES = AssignmentLink.builder().role("Nurse").build();

	private static final int ANCHOR = 7;

	private Team team;

	private Assignments assignments;

	@BeforeEach
	void hire() {
		team = new Team();
		team.queues.add("Nurse");
		team.queues.add("Desk");
		assignments = new Assignments(team, "Desk", "Duty");
	}

	@Test
	void resolve_shouldTakeTheProvider_whenTheAnchorHasOneWithOneAccount() {
		team.providers.put("dentist", Collections.singletonList(aUser(1)));

		Assignee found = assignments.resolve(Arrays.asList(DENTIST_UNTIL_FOUR, NURSES), ANCHOR, TEN);

		assertThat(found.getUser()).isEqualTo(aUser(1));
		assertThat(found.getUntil()).isEqualTo(Instant.parse("2026-03-10T15:00:00Z"));
	}

	@Test
	void resolve_shouldTakeTheNextLink_whenTheTimeOfTheFirstIsOver() {
		team.providers.put("dentist", Collections.singletonList(aUser(1)));

		Assignee found = assignments.resolve(Arrays.asList(DENTIST_UNTIL_FOUR, NURSES), ANCHOR, TEN.withHour(16));

		assertThat(found.getUser()).isNull();
		assertThat(found.getRole()).isEqualTo("Nurse");
		assertThat(found.getUntil()).as("midnight, when it is the dentist's again")
			.isEqualTo(Instant.parse("2026-03-10T23:00:00Z"));
	}

	@Test
	void resolve_shouldTakeTheNextLink_whenTheProviderHasNoAccountOrSeveral() {
		for (List<User> accounts : Arrays.asList(Collections.<User>emptyList(), Arrays.asList(aUser(1), aUser(2)))) {
			team.providers.put(null, accounts);

			Assignee found = assignments.resolve(Arrays.asList(ANY_PROVIDER, NURSES), ANCHOR, TEN);

			assertThat(found.getRole()).isEqualTo("Nurse");
			assertThat(found.getUntil()).as("while nobody has it, again")
				.isEqualTo(TEN.toInstant().plus(Duration.ofHours(1)));
		}
	}

	@Test
	void resolve_shouldTakeTheNextLink_whenThereIsNoAnchor() {
		team.providers.put(null, Collections.singletonList(aUser(1)));

		assertThat(assignments.resolve(Arrays.asList(ANY_PROVIDER, NURSES), null, TEN).getRole()).isEqualTo("Nurse");
	}

	@Test
	void resolveCritical_shouldTakeTheDutyRole_onClosedDaysOnly() {
		team.queues.add("Duty");
		team.workers.put("user-3", aUser(3));
		List<AssignmentLink> rule = Collections.singletonList(AssignmentLink.builder().user("user-3").build());
		Instant midnight = Instant.parse("2026-03-10T23:00:00Z");

		assertThat(assignments.resolveCritical(rule, ANCHOR, TEN, true)).isEqualTo(Assignee.queue("Duty", midnight));
		assertThat(assignments.resolveCritical(rule, ANCHOR, TEN, false)).as("tomorrow may be closed")
			.isEqualTo(Assignee.user(aUser(3), midnight));
	}

	@Test
	void resolveCritical_shouldFollowTheRule_whenNobodyIsOnDuty() {
		team.workers.put("user-3", aUser(3));
		List<AssignmentLink> rule = Collections.singletonList(AssignmentLink.builder().user("user-3").build());

		assertThat(assignments.resolveCritical(rule, ANCHOR, TEN, true)).as("until somebody is, for an hour")
			.isEqualTo(Assignee.user(aUser(3), TEN.plusHours(1).toInstant()));
	}

	@Test
	void resolve_shouldTakeTheUser_whenTheyCanWork() {
		team.workers.put("user-3", aUser(3));
		AssignmentLink link = AssignmentLink.builder().user("user-3").build();

		assertThat(assignments.resolve(Collections.singletonList(link), ANCHOR, TEN).getUser()).isEqualTo(aUser(3));
		team.workers.clear();
		assertThat(assignments.resolve(Collections.singletonList(link), ANCHOR, TEN).getRole()).isEqualTo("Desk");
	}

	@Test
	void resolve_shouldTakeTheDeputyWhileTheUserIsAway_untilTheTimeOfTheLink() {
		team.providers.put("dentist", Collections.singletonList(aUser(1)));
		team.absences = new Absences(Collections.singletonList(Absence.builder().user(aUser(1)).deputy(aUser(2))
			.startsAt(TEN.minusDays(1).toInstant()).endsAt(TEN.plusDays(1).toInstant()).build()));

		Assignee found = assignments.resolve(Arrays.asList(DENTIST_UNTIL_FOUR, NURSES), ANCHOR, TEN);
		assertThat(found.getUser()).isEqualTo(aUser(2));
		assertThat(found.getUntil()).as("whether the dentist is back").isEqualTo(TEN.plusHours(1).toInstant());
		found = assignments.resolve(Arrays.asList(DENTIST_UNTIL_FOUR, NURSES), ANCHOR, TEN.withHour(15).withMinute(30));
		assertThat(found.getUntil()).as("then the nurses have it").isEqualTo(TEN.withHour(16).toInstant());
		found = assignments.resolve(Arrays.asList(DENTIST_UNTIL_FOUR, NURSES), ANCHOR, TEN.withHour(16));
		assertThat(found.getRole()).isEqualTo("Nurse");
	}

	@Test
	void resolve_shouldTakeTheNextLink_untilTheUserIsBack_whenNobodyStandsIn() {
		team.workers.put("user-3", aUser(3));
		team.absences = new Absences(Collections.singletonList(Absence.builder().user(aUser(3))
			.startsAt(TEN.minusDays(1).toInstant()).endsAt(TEN.plusMinutes(20).toInstant()).build()));

		Assignee found = assignments.resolve(Arrays.asList(AssignmentLink.builder().user("user-3").build(), NURSES), ANCHOR,
			TEN);

		assertThat(found).isEqualTo(Assignee.queue("Nurse", TEN.plusMinutes(20).toInstant()));
	}

	@Test
	void resolve_shouldTakeTheDefaultQueue_whenThereIsNoRuleOrNobodyWorksTheQueue() {
		assertThat(assignments.resolve(Collections.emptyList(), ANCHOR, TEN)).isEqualTo(Assignee.queue("Desk", null));
		team.queues.remove("Nurse");
		assertThat(assignments.resolve(Collections.singletonList(NURSES), ANCHOR, TEN).getRole()).isEqualTo("Desk");
	}

	@Test
	void resolve_shouldLookAgain_whenEvenTheDefaultQueueIsEmpty() {
		team.queues.clear();

		assertThat(assignments.resolve(Collections.emptyList(), ANCHOR, TEN))
			.isEqualTo(Assignee.queue("Desk", TEN.toInstant().plus(Duration.ofHours(1))));
	}

	/** Whatever the rule and whoever has left: a user who is found can work, and so can somebody of a queue but the default. */
	@Property
	void resolve_shouldNeverFindSomebodyWhoCannotWork(@ForAll @Size(max = 5) List<@IntRange(min = 0, max = 5) Integer> rule,
		@ForAll @Size(max = 4) Set<@IntRange(min = 0, max = 5) Integer> able,
		@ForAll @IntRange(min = 0, max = 23) int hour) {
		hire();
		team.queues.clear();
		for (int who : able) {
			team.workers.put("user-" + who, aUser(who));
			team.providers.put("role-" + who, Collections.singletonList(aUser(who)));
			team.queues.add("Queue " + who);
		}
		AssignmentLink[] links = new AssignmentLink[rule.size()];
		for (int i = 0; i < links.length; i++) {
			AssignmentLink.AssignmentLinkBuilder link = AssignmentLink.builder().until(i % 2 == 0 ? "12:00" : null);
			int who = rule.get(i);
			links[i] = i % 3 == 0 ? link.user("user-" + who).build()
				: i % 3 == 1 ? link.provider("role-" + who).build() : link.role("Queue " + who).build();
		}

		Assignee found = assignments.resolve(Arrays.asList(links), ANCHOR, TEN.withHour(hour));

		if (found.getUser() == null) {
			assertThat("Desk".equals(found.getRole()) || team.queues.contains(found.getRole())).isTrue();
		} else {
			assertThat(able).contains(found.getUser().getUserId());
		}
		assertThat(found.getUntil()).satisfiesAnyOf(until -> assertThat(until).isNull(),
			until -> assertThat(until).isAfter(TEN.withHour(hour).toInstant()));
	}

	private static class Team implements Staff {

		private final Map<String, List<User>> providers = new HashMap<>();

		private final Map<String, User> workers = new HashMap<>();

		private final Set<String> queues = new HashSet<>();

		private Absences absences = Absences.none();

		@Override
		public List<User> providersOf(Integer encounterId, String encounterRole) {
			assertThat(encounterId).isEqualTo(ANCHOR);
			return providers.getOrDefault(encounterRole, Collections.emptyList());
		}

		@Override
		public User user(String uuid) {
			return workers.get(uuid);
		}

		@Override
		public StandIn inPlaceOf(User user) {
			return absences.inPlaceOf(user, one -> true);
		}

		@Override
		public boolean hasWorkers(String role) {
			return queues.contains(role);
		}
	}
}
