/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention;

import lombok.extern.slf4j.Slf4j;
import org.openmrs.module.retention.followup.planning.FollowUpSweepTask;
import org.openmrs.module.retention.theme.model.ThemeTask;
import org.openmrs.scheduler.SchedulerException;
import org.openmrs.scheduler.SchedulerService;
import org.openmrs.scheduler.TaskDefinition;

/**
 * The module's jobs in the platform's scheduler: created when absent, started with the module, stopped with it. An
 * administrator may change the intervals, or keep a job from starting.
 */
@Slf4j
public class RetentionJobs {

	/** Plans what the sweep finds: encounters and observations that came by other ways, voids, merges. */
	private static final String SWEEP = "810f4752-eeeb-4543-bc48-b8f2ccddf3fd";

	private static final String UPKEEP = "e3619191-e789-430e-b3ea-16d2bc005eb1";

	private static final String THEMES = "b783c464-1d92-4eb4-b394-6fdf59fd0995";

	private final SchedulerService scheduler;

	public RetentionJobs(SchedulerService scheduler) {
		this.scheduler = scheduler;
	}

	public void start() {
		start(SWEEP, "Patient Retention: sweep", FollowUpSweepTask.class, 300,
			"Plans follow-up for what was not planned when it was saved, and ends what lost its anchor");
		start(UPKEEP, "Patient Retention: upkeep", RetentionUpkeepTask.class, 60,
			"Assigns due tasks and raises escalations that nobody acknowledged");
		start(THEMES, "Patient Retention: themes", ThemeTask.class, 600,
			"Proposes themes for comments, and learns from those that people have read");
	}

	public void stop() {
		stop(SWEEP);
		stop(UPKEEP);
		stop(THEMES);
	}

	private void start(String uuid, String name, Class<?> task, long seconds, String description) {
		TaskDefinition definition = scheduler.getTaskByUuid(uuid);
		if (definition == null) {
			definition = new TaskDefinition();
			definition.setUuid(uuid);
			definition.setName(name);
			definition.setDescription(description);
			definition.setTaskClass(task.getName());
			definition.setRepeatInterval(seconds);
			definition.setStartOnStartup(true);
			definition.setStarted(false);
			scheduler.saveTaskDefinition(definition);
		}
		if (!definition.getStartOnStartup()) {
			return;
		}
		try {
			scheduler.scheduleTask(definition);
		}
		catch (SchedulerException e) {
			log.error("Could not start {}", name, e);
		}
	}

	private void stop(String uuid) {
		TaskDefinition definition = scheduler.getTaskByUuid(uuid);
		if (definition != null) {
			try {
				scheduler.shutdownTask(definition);
			}
			catch (SchedulerException e) {
				log.warn("Could not stop {}", definition.getName(), e);
			}
		}
	}
}
