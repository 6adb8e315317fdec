/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import lombok.extern.slf4j.Slf4j;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.shared.Readiness;
import org.springframework.aop.AfterReturningAdvice;

/**
 * Moves what hangs on a patient who is merged into another, within the merge's own transaction. Whatever goes wrong is
 * undone and logged, and the sweep does it from the log of merges; the merge goes on. Of the many ways in which a patient
 * is voided or dies none is followed here: lists look at the patient itself, and the sweep writes what follows from it.
 */
@Slf4j
public class PatientAdvice implements AfterReturningAdvice {

	@Override
	public void afterReturning(Object returned, Method method, Object[] arguments, Object service) {
		if (!"mergePatients".equals(method.getName()) || !Readiness.isReady() || arguments.length != 2) {
			return;
		}
		try {
			Patient survivor = (Patient) arguments[0];
			Collection<?> losers = arguments[1] instanceof Collection ? (Collection<?>) arguments[1]
				: Collections.singleton(arguments[1]);
			Clock clock = Context.getRegisteredComponent("retention.clock", Clock.class);
			PatientMerge merge = Context.getRegisteredComponent("retention.patientMerge", PatientMerge.class);
			Cause cause = Cause.of(Context.getAuthenticatedUser(), clock.instant(), Reasons.MERGED);
			for (Object loser : losers) {
				merge.move(((Patient) loser).getPatientId(), survivor.getPatientId(), cause);
			}
		}
		catch (RuntimeException e) {
			log.error("What hung on a merged patient could not be moved at once; the sweep does it", e);
		}
	}
}
