/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.springframework.transaction.annotation.Transactional;

/** Public because the platform's proxies need it so. */
@RequiredArgsConstructor
public class ContactAttemptServiceImpl extends BaseOpenmrsService implements ContactAttemptService {

	private static final int REASON_LENGTH = 255;

	static final int BATCH = 500;

	private final AttemptDao attempts;

	private final References references;

	private final AttemptRecorder recorder;

	private final AttemptConsequences consequences;

	private final Clock clock;

	@Override
	@Transactional
	public ContactAttempt recordAttempt(AttemptRequest request) {
		Instant now = clock.instant();
		recorder.lock(request);
		return recorder.record(request, caller(now));
	}

	@Override
	@Transactional(readOnly = true)
	public Set<AttemptFlag> checkPromise(AttemptRequest request) {
		return recorder.checkPromise(request, caller());
	}

	@Override
	@Transactional
	public ContactAttempt voidAttempt(ContactAttempt attempt, String reason) {
		String why = Texts.required(reason, "reason", REASON_LENGTH);
		if (Boolean.TRUE.equals(attempt.getVoided())) {
			throw RetentionException.conflict("retention.followup.error.attempt-voided", "voided");
		}
		consequences.undo(attempt, why, caller());
		return attempt;
	}

	@Override
	@Transactional
	public int resumeReachable() {
		return consequences.resumeReachable(caller(), BATCH);
	}

	@Override
	@Transactional
	public int resumeHouseholds() {
		return consequences.resumeHouseholds(caller(), BATCH);
	}

	private Caller caller() {
		return caller(clock.instant());
	}

	private static Caller caller(Instant now) {
		return new Caller(Context.getAuthenticatedUser(), now, Context.getLocale());
	}

	@Override
	@Transactional(readOnly = true)
	public ContactAttempt getAttemptByUuid(String uuid) {
		return references.byUuid(ContactAttempt.class, uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<ContactAttempt> findAttempts(AttemptSearch search, Page page) {
		check(search);
		return attempts.find(search, page);
	}

	@Override
	@Transactional(readOnly = true)
	public long countAttempts(AttemptSearch search) {
		check(search);
		return attempts.count(search);
	}

	private void check(AttemptSearch search) {
		if (search.getPatient() != null) {
			references.patient(search.getPatient(), "patient");
		}
		if (search.getTask() != null) {
			references.task(search.getTask(), "task");
		}
		if (search.getRecordedBy() != null) {
			references.user(search.getRecordedBy(), "recordedBy");
		}
		if (search.getCalledBy() != null) {
			references.user(search.getCalledBy(), "calledBy");
		}
	}
}
