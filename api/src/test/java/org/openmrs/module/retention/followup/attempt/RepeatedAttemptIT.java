/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.Patient;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;

/** A contact that is sent twice with the uuid that its caller has chosen. */
class RepeatedAttemptIT extends AttemptIT {

	private final String uuid = UUID.randomUUID().toString();

	private Patient patient;

	private FollowUpTask care;

	@BeforeEach
	void aTask() {
		patient = clinic.aPatient("Ada");
		care = task(patient, Purpose.CARE);
	}

	@Test
	void record_shouldAnswerAsTheFirstTime_whenTheSameIsSentAgain() {
		ContactAttempt tried = record(request(AttemptResult.NO_ANSWER, care).uuid(uuid).note("rang long"));
		assertThat(tried.getUuid()).isEqualTo(uuid);
		assertThat(record(request(AttemptResult.NO_ANSWER, care).uuid(uuid).note("rang long"))).isEqualTo(tried);
		assertThat(care.getTriesUsed()).isEqualTo(1);
		ContactAttempt done = record(spoke(Disposition.DONE, care).uuid(UUID.randomUUID().toString()));
		assertThat(record(spoke(Disposition.DONE, care).uuid(done.getUuid()))).as("its task is closed by now")
			.isEqualTo(done);
		assertThat(care.getStatus()).isEqualTo(TaskStatus.COMPLETED);
		assertThat(service.findAttempts(AttemptSearch.builder().patient(patient.getUuid()).build(), new Page(0, 10)))
			.hasSize(2);
	}

	@Test
	void record_shouldBeRefused_whenTheUuidIsAnothers() {
		ContactAttempt tried = record(request(AttemptResult.NO_ANSWER, care).uuid(uuid).note("rang long"));
		assertTaken(request(AttemptResult.BUSY, care).uuid(uuid).note("rang long"));
		assertTaken(request(AttemptResult.NO_ANSWER, care).uuid(uuid).note("rang again"));
		assertTaken(request(AttemptResult.NO_ANSWER, care).uuid(uuid));
		service.voidAttempt(tried, "by mistake");
		assertTaken(request(AttemptResult.NO_ANSWER, care).uuid(uuid).note("rang long"));
		assertThat(care.getTriesUsed()).isZero();
	}

	private void assertTaken(AttemptRequest.AttemptRequestBuilder request) {
		assertThatThrownBy(() -> record(request)).isInstanceOfSatisfying(RetentionException.class, refused -> {
			assertThat(refused.getCode()).isEqualTo("retention.followup.error.attempt-uuid-taken");
			assertThat(refused.getKind()).isEqualTo(RetentionException.Kind.CONFLICT);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1", "x' or '1'='1", "zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz0000" })
	void record_shouldBeRefused_whenItIsNoUuid(String odd) {
		assertThatThrownBy(() -> record(request(AttemptResult.NO_ANSWER, care).uuid(odd)))
			.isInstanceOfSatisfying(RetentionException.class,
				refused -> assertThat(refused.getCode()).isEqualTo("retention.followup.error.uuid-invalid"));
	}
}
