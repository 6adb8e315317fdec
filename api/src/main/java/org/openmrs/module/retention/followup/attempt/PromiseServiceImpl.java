/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.openmrs.User;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.followup.absence.Accounts;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.springframework.transaction.annotation.Transactional;

/** Public because the platform's proxies need it so. */
@RequiredArgsConstructor
public class PromiseServiceImpl extends BaseOpenmrsService implements PromiseService {

	private static final int BATCH = 100;

	private final PromiseDao promises;

	private final References references;

	private final Escalations escalations;

	private final Clock clock;

	@Override
	@Transactional(readOnly = true)
	public ContactPromise getPromiseByUuid(String uuid) {
		return references.byUuid(ContactPromise.class, uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<ContactPromise> findPromises(PromiseSearch search, Page page) {
		check(search);
		return promises.find(search, clock.instant(), page);
	}

	@Override
	@Transactional(readOnly = true)
	public long countPromises(PromiseSearch search) {
		check(search);
		return promises.count(search, clock.instant());
	}

	@Override
	@Transactional
	public ContactPromise keepPromise(ContactPromise promise, Integer version) {
		checkVersion(promise, version);
		promise.keep(clock.instant(), null);
		promises.save(promise);
		return promise;
	}

	@Override
	@Transactional
	public ContactPromise withdrawPromise(ContactPromise promise, Integer version, String reason) {
		checkVersion(promise, version);
		promise.withdraw(clock.instant(), Texts.required(reason, "reason", 255));
		promises.save(promise);
		return promise;
	}

	@Override
	@Transactional
	public int passOnPromises() {
		Set<Integer> unable = promises.ownersOfOpen().stream().filter(owner -> !Accounts.canWork(owner)).map(User::getUserId)
			.collect(Collectors.toSet());
		List<ContactPromise> forsaken = promises.openOf(unable, BATCH);
		for (ContactPromise promise : forsaken) {
			promise.assign(null, escalations.managerRole());
			promises.save(promise);
		}
		return forsaken.size();
	}

	private static void checkVersion(ContactPromise promise, Integer version) {
		if (version != null && version != promise.getVersion()) {
			throw RetentionException.conflict("retention.followup.error.stale-version", "version", version,
				promise.getVersion());
		}
	}

	private void check(PromiseSearch search) {
		if (search.getPatient() != null) {
			references.patient(search.getPatient(), "patient");
		}
		if (search.getTask() != null) {
			references.task(search.getTask(), "task");
		}
		if (search.getOwner() != null) {
			references.user(search.getOwner(), "owner");
		}
		if (search.getRole() != null) {
			references.role(search.getRole(), "role");
		}
	}
}
