/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention;

import java.util.List;
import lombok.extern.slf4j.Slf4j;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.attempt.ContactAttemptService;
import org.openmrs.module.retention.followup.attempt.EscalationService;
import org.openmrs.module.retention.followup.attempt.PromiseService;
import org.openmrs.module.retention.followup.capacity.CapacityService;
import org.openmrs.module.retention.followup.sheet.CallSheetService;
import org.openmrs.module.retention.followup.task.FollowUpTaskService;
import org.openmrs.module.retention.measure.MeasureService;
import org.openmrs.module.retention.shared.Conflicts;
import org.openmrs.module.retention.shared.Readiness;
import org.openmrs.module.retention.survey.invitation.SurveyInvitationService;
import org.openmrs.module.retention.survey.response.SurveyResponseService;
import org.openmrs.scheduler.tasks.AbstractTask;

/**
 * What has to be looked after by the minute: who works what is due, and escalations that nobody acknowledged. Runs on every
 * node, as the daemon user; each part by itself, so that the failure of one does not keep the other from its work.
 */
@Slf4j
public class RetentionUpkeepTask extends AbstractTask {

	/** What is left then is the next run's. */
	private static final int MOST_BATCHES = 1000;

	private static final int MOST_TRIES = 2;

	private static final int SLICES_OF_NUMBERS = 20;

	@Override
	public void execute() {
		if (!Readiness.isReady() || isExecuting()) {
			return;
		}
		startExecuting();
		try {
			run("assign what is due", RetentionUpkeepTask::assign);
			run("spread what a day cannot bear",
				() -> Context.getService(CapacityService.class).spreadDueCalls());
			run("read numbers", RetentionUpkeepTask::readNumbers);
			run("find whom to ring", RetentionUpkeepTask::ring);
			run("resume what waited for a number", () -> Context.getService(ContactAttemptService.class).resumeReachable());
			run("resume households", () -> Context.getService(ContactAttemptService.class).resumeHouseholds());
			run("hold for complaints", () -> Context.getService(EscalationService.class).settleServicePauses());
			run("pass on escalations", () -> Context.getService(EscalationService.class).passOnOfAbsent());
			run("pass on promises", () -> Context.getService(PromiseService.class).passOnPromises());
			run("raise escalations", () -> Context.getService(EscalationService.class).raiseUnacknowledged());
			run("invite to surveys", RetentionUpkeepTask::invite);
			run("let answers be read", () -> Context.getService(SurveyResponseService.class).releaseResponses());
			run("end calls without ground", () -> Context.getService(MeasureService.class).endGroundlessCalls());
			run("forget old sheets", () -> Context.getService(CallSheetService.class).forgetOldSheets());
		}
		finally {
			stopExecuting();
		}
	}

	/** Batch by batch, each its own transaction, until nothing is left; memory does not grow with what is. */
	private static void assign() {
		FollowUpTaskService tasks = Context.getService(FollowUpTaskService.class);
		for (int batch = 0; batch < MOST_BATCHES && tasks.resolveAssignees() > 0; batch++) {
			Context.clearSession();
		}
	}

	/** Some of them at a time: everybody's are read once a day, and that may take its time. */
	private static void readNumbers() {
		ContactService contacts = Context.getService(ContactService.class);
		for (int slice = 0; slice < SLICES_OF_NUMBERS && contacts.readNumbers() > 0; slice++) {
			Context.clearSession();
		}
	}

	/** Each in a transaction of its own: who cannot be invited keeps nobody else waiting. */
	private static void invite() {
		SurveyInvitationService invitations = Context.getService(SurveyInvitationService.class);
		List<Integer> tasks = invitations.findDueTasks(0);
		for (int batch = 0; batch < MOST_BATCHES && !tasks.isEmpty(); batch++) {
			for (Integer task : tasks) {
				run("invite for task " + task, () -> invitations.inviteForTask(task));
				Context.clearSession();
			}
			tasks = invitations.findDueTasks(tasks.get(tasks.size() - 1));
		}
	}

	private static void ring() {
		FollowUpTaskService tasks = Context.getService(FollowUpTaskService.class);
		for (int batch = 0; batch < MOST_BATCHES && tasks.resolvePersonsToRing() > 0; batch++) {
			Context.clearSession();
		}
	}

	private static void run(String what, Runnable part) {
		run(what, part, Context::clearSession);
	}

	/** Once more when somebody else has changed a row meanwhile; nothing of the first time is left. */
	static void run(String what, Runnable part, Runnable forget) {
		for (int tries = 1; tries <= MOST_TRIES; tries++) {
			try {
				part.run();
				return;
			}
			catch (RuntimeException e) {
				if (!Conflicts.isConflict(e)) {
					log.error("Could not {}; the next run tries again", what, e);
					return;
				}
				log.info("Somebody else was faster than to {} ({} of {}): {}", what, tries, MOST_TRIES, e.toString());
				forget.run();
			}
		}
	}
}
