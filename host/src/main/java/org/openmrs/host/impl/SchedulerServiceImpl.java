/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.impl;

import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;

import lombok.extern.slf4j.Slf4j;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.HostDaemon;
import org.openmrs.scheduler.SchedulerException;
import org.openmrs.scheduler.SchedulerService;
import org.openmrs.scheduler.Task;
import org.openmrs.scheduler.TaskDefinition;
import org.openmrs.util.OpenmrsClassLoader;

/** One timer for each task of this node; runs that were missed are not made up for. */
@Slf4j
public abstract class SchedulerServiceImpl extends HostService implements SchedulerService {

	private static final Map<Integer, Timer> TIMERS = new ConcurrentHashMap<>();

	@Override
	public void onStartup() {
		for (TaskDefinition task : getRegisteredTasks()) {
			try {
				if (task.getStartOnStartup()) {
					scheduleTask(task);
				}
			}
			catch (SchedulerException | RuntimeException e) {
				log.error("Failed to schedule task {}", task.getName(), e);
			}
		}
	}

	@Override
	public void onShutdown() {
		TIMERS.values().forEach(Timer::cancel);
		TIMERS.clear();
	}

	@Override
	public Task scheduleTask(TaskDefinition definition) throws SchedulerException {
		stop(definition);
		try {
			Task task = (Task) OpenmrsClassLoader.getInstance().loadClass(definition.getTaskClass())
				.getDeclaredConstructor().newInstance();
			definition.setTaskInstance(task);
			saveTaskDefinition(definition);
			task.initialize(definition);
			Timer timer = new Timer("openmrs-task-" + definition.getName(), true);
			long period = definition.getRepeatInterval() == null ? 0 : definition.getRepeatInterval() * 1000;
			Date first = definition.getNextExecutionTime();
			if (period > 0) {
				timer.scheduleAtFixedRate(run(task), first, period);
			} else {
				timer.schedule(run(task), first);
			}
			TIMERS.put(definition.getId(), timer);
			definition.setStarted(true);
			return task;
		}
		catch (ReflectiveOperationException | RuntimeException e) {
			throw new SchedulerException("Failed to schedule task", e);
		}
	}

	private static TimerTask run(Task task) {
		return new TimerTask() {

			@Override
			public void run() {
				try {
					HostDaemon.run(() -> {
						Context.getSchedulerService().getTask(task.getTaskDefinition().getId());
						task.execute();
						return null;
					});
				}
				catch (Exception e) {
					log.error("Task {} failed", task.getTaskDefinition().getName(), e);
				}
			}
		};
	}

	@Override
	public void shutdownTask(TaskDefinition definition) throws SchedulerException {
		stop(definition);
		definition.setStarted(false);
		saveTaskDefinition(definition);
	}

	private static void stop(TaskDefinition definition) {
		Timer timer = definition.getId() == null ? null : TIMERS.remove(definition.getId());
		if (timer != null) {
			timer.cancel();
			if (definition.getTaskInstance() != null) {
				definition.getTaskInstance().shutdown();
			}
		}
	}

	@Override
	public Collection<TaskDefinition> getRegisteredTasks() {
		return dao.list(TaskDefinition.class, "1 = 1");
	}

}
