/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.PatientIdentifier;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.RedFlag;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.shared.Page;

/** Lists cost a constant number of statements, whatever their length, and keep their order from page to page. */
class AttemptQueryIT extends AttemptIT {

	@Test
	void lists_shouldCostAConstantNumberOfStatements() {
		for (int i = 0; i < 12; i++) {
			Patient patient = clinic.aPatient("Patient" + i);
			User nurse = clinic.aUser("nurse-" + i, Context.getUserService().getRole("Retention: Nurse"));
			clinic.logInAs(nurse);
			record(
				spoke(Disposition.CALL_BACK, task(patient, Purpose.CARE), task(clinic.aPatient("Child" + i), Purpose.CARE))
					.windowFrom(at(1, "10:00"))
					.promise(AttemptRequest.Promise.builder().owner(nurse.getUuid()).build())
					.escalate(AttemptRequest.Escalate.builder().kind(Escalation.Kind.CLINICAL).reason("Swollen")
						.severity(RedFlag.Severity.URGENT).build()));
			Context.logout();
			Context.authenticate("admin", "test");
		}
		assertConstant(this::attempts);
		assertConstant(this::promises);
		assertConstant(this::escalations);
	}

	@Test
	void findAttempts_shouldKeepItsOrderFromPageToPage_whenTheyBeganTogether() {
		Patient patient = clinic.aPatient("Ada");
		for (int i = 0; i < 5; i++) {
			record(spoke(Disposition.DONE).patient(patient.getUuid()));
		}
		AttemptSearch search = AttemptSearch.builder().patient(patient.getUuid()).build();
		List<Integer> all = ids(service.findAttempts(search, new Page(0, 50)));
		List<Integer> pages = ids(service.findAttempts(search, new Page(0, 2)));
		pages.addAll(ids(service.findAttempts(search, new Page(2, 2))));
		pages.addAll(ids(service.findAttempts(search, new Page(4, 2))));
		assertThat(pages).isEqualTo(all).isSortedAccordingTo(Collections.reverseOrder()).hasSize(5);
	}

	private void assertConstant(Function<Page, Integer> render) {
		long few = statements(render, 2);
		long many = statements(render, 12);
		assertThat(many).isEqualTo(few).isLessThan(30);
	}

	private long statements(Function<Page, Integer> render, int rows) {
		flushAndClear();
		sessionFactory.getCache().evictAllRegions();
		assertThat(Context.getAuthenticatedUser().getAllRoles()).isNotNull();
		Statistics statistics = sessionFactory.getStatistics();
		statistics.setStatisticsEnabled(true);
		long before = statistics.getPrepareStatementCount();
		assertThat(render.apply(new Page(0, rows))).isEqualTo(rows);
		return statistics.getPrepareStatementCount() - before;
	}

	private Integer attempts(Page page) {
		List<ContactAttempt> found = service.findAttempts(AttemptSearch.builder().build(), page);
		for (ContactAttempt attempt : found) {
			show(attempt.getPatient());
			show(attempt.getCreator());
			assertThat(attempt.getTasks()).hasSize(2);
			for (FollowUpTask task : attempt.getTasks()) {
				assertThat(task.getZone()).isNotNull();
				show(task.getPatient());
			}
			assertThat(attempt.getAnswers()).isEmpty();
		}
		return found.size();
	}

	private Integer promises(Page page) {
		List<ContactPromise> found = promises.findPromises(PromiseSearch.builder().build(), page);
		for (ContactPromise promise : found) {
			show(promise.getPatient());
			show(promise.getOwnerUser());
			assertThat(promise.isBroken(now)).isFalse();
			assertThat(promise.getAttempt().getStartedAt()).isNotNull();
		}
		return found.size();
	}

	private Integer escalations(Page page) {
		List<Escalation> found = escalations.findEscalations(EscalationSearch.builder().build(), page);
		for (Escalation escalation : found) {
			show(escalation.getPatient());
			assertThat(escalation.getTask().getZone()).isNotNull();
			assertThat(escalation.getAttempt().getStartedAt()).isNotNull();
		}
		return found.size();
	}

	private static void show(Patient patient) {
		assertThat(patient.getPersonName().getGivenName()).isNotBlank();
		for (PatientIdentifier identifier : patient.getActiveIdentifiers()) {
			assertThat(identifier.getIdentifier() + identifier.getIdentifierType().getName()).isNotBlank();
		}
	}

	private static void show(User user) {
		assertThat(user.getUsername() + user.getPerson().getPersonName().getGivenName()).isNotBlank();
	}

	private static List<Integer> ids(List<ContactAttempt> attempts) {
		return attempts.stream().map(ContactAttempt::getId).collect(Collectors.toList());
	}
}
