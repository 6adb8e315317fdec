/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.api.OpenmrsService;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.HostDaemon;
import org.openmrs.util.OpenmrsClassLoader;

/** Runs the module's jobs now instead of when the scheduler comes to them; the module's classes are not on our class path. */
final class ModuleJobs {

	private static final String PACKAGE = "org.openmrs.module.retention.";

	/** What a sweep has done, by the report's own names. */
	record Sweep(long encountersRead, long plansMade, long tasksMade, long pastGrace, long failures,
		Map<String, Long> tasksByProtocol) {

		static final Sweep NOTHING = new Sweep(0, 0, 0, 0, 0, Map.of());

		Sweep plus(Sweep other) {
			Map<String, Long> tasks = new LinkedHashMap<>(tasksByProtocol);
			other.tasksByProtocol.forEach((protocol, made) -> tasks.merge(protocol, made, Long::sum));
			return new Sweep(encountersRead + other.encountersRead, plansMade + other.plansMade,
				tasksMade + other.tasksMade, pastGrace + other.pastGrace, failures + other.failures, tasks);
		}
	}

	private ModuleJobs() {
	}

	/** As the system, as the scheduler does it. */
	static Sweep sweep() {
		return asSystem(() -> {
			Object report = service("followup.planning.PlanningService", "sweep");
			Map<String, Long> tasks = new LinkedHashMap<>();
			((Map<?, ?>) get(report, "getTasksByProtocol")).forEach((key, value) -> tasks.put((String) key, (Long) value));
			return new Sweep((Long) get(report, "getEncountersRead"), (Long) get(report, "getPlansMade"),
				(Long) get(report, "getTasksMade"), (Long) get(report, "getPastGrace"),
				(Long) get(report, "getFailures"),
				tasks);
		});
	}

	/** Gives each task that is due to somebody who can work it. */
	static void resolveAssignees() {
		asSystem(() -> service("followup.task.FollowUpTaskService", "resolveAssignees"));
	}

	/** Moves what a day cannot bear, and brings forward what there is room for again; how many tasks. */
	static int spreadDueCalls() {
		return asSystem(() -> (Integer) service("followup.capacity.CapacityService", "spreadDueCalls"));
	}

	/** Invites those whom tasks ask that are due; who is not to be asked now, is not. */
	static void inviteToSurveys() {
		asSystem(() -> {
			Class<? extends OpenmrsService> type = type("survey.invitation.SurveyInvitationService");
			OpenmrsService invitations = Context.getService(type);
			for (Object task : (List<?>) type.getMethod("findDueTasks", int.class).invoke(invitations, 0)) {
				type.getMethod("inviteForTask", Integer.class).invoke(invitations, task);
				Context.clearSession();
			}
			return null;
		});
	}

	/** Learns from what people have read, if it is enough; whether it has. */
	static boolean learnThemes() {
		return asSystem(() -> (Boolean) service("theme.model.ThemeModelService", "retrainWhenDue"));
	}

	/** Looks at some comments that nobody has read; how many, 0 when there are none. */
	static int proposeThemes() {
		return asSystem(() -> (Integer) service("theme.model.ThemeModelService", "proposeThemes"));
	}

	/** The module has done what it does at its start, packages included; its jobs are started then. */
	static boolean isModuleReady() {
		try {
			return (Boolean) OpenmrsClassLoader.getInstance().loadClass("org.openmrs.module.retention.shared.Readiness")
				.getMethod("isReady").invoke(null);
		}
		catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	private static <T> T asSystem(java.util.concurrent.Callable<T> job) {
		try {
			return HostDaemon.run(job);
		}
		catch (RuntimeException e) {
			throw e;
		}
		catch (Exception e) {
			throw new IllegalStateException("The module's job failed", e);
		}
	}

	private static Object service(String name, String method) throws ReflectiveOperationException {
		Class<? extends OpenmrsService> type = type(name);
		return type.getMethod(method).invoke(Context.getService(type));
	}

	private static Class<? extends OpenmrsService> type(String name) throws ClassNotFoundException {
		return OpenmrsClassLoader.getInstance().loadClass(PACKAGE + name).asSubclass(OpenmrsService.class);
	}

	private static Object get(Object report, String getter) throws ReflectiveOperationException {
		return report.getClass().getMethod(getter).invoke(report);
	}
}
