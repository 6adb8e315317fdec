/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web.resource;

import java.util.ArrayList;
import java.util.List;

import org.openmrs.api.APIException;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.resource.api.Creatable;
import org.openmrs.module.webservices.rest.web.response.ConversionException;
import org.openmrs.scheduler.Task;
import org.openmrs.scheduler.TaskDefinition;
import org.openmrs.util.OpenmrsClassLoader;

/** What is done to the scheduler's tasks. Of the platform's actions the one that runs a task now, in the request: a new instance, as the caller. */
@Resource(name = "v1/taskaction", supportedClass = TaskActions.Run.class, supportedOpenmrsVersions = Description.VERSIONS)
public class TaskActions implements Creatable {

	/** What nobody stores. */
	public static final class Run {
	}

	private static final String ACTION = "RUNTASK";

	@Override
	public Object create(SimpleObject post, RequestContext context) {
		if (!ACTION.equalsIgnoreCase(String.valueOf((Object) post.get("action"))) || !(post.get("tasks") instanceof List)) {
			throw new ConversionException("Only " + ACTION + " of named tasks");
		}
		List<SimpleObject> done = new ArrayList<>();
		for (Object reference : (List<?>) post.get("tasks")) {
			TaskDefinition task = find((String) reference);
			run(task);
			done.add(new SimpleObject().add("uuid", task.getUuid()).add("name", task.getName()));
		}
		return new SimpleObject().add("tasks", done).add("action", ACTION);
	}

	private static TaskDefinition find(String reference) {
		TaskDefinition task = Context.getSchedulerService().getTaskByUuid(reference);
		task = task == null ? Context.getSchedulerService().getTaskByName(reference) : task;
		if (task == null) {
			throw new ConversionException("Unknown task " + reference);
		}
		return task;
	}

	private static void run(TaskDefinition definition) {
		try {
			Task task = (Task) OpenmrsClassLoader.getInstance().loadClass(definition.getTaskClass())
				.getDeclaredConstructor().newInstance();
			task.initialize(definition);
			task.execute();
		}
		catch (ReflectiveOperationException e) {
			throw new APIException("Errors occurred while running task", e);
		}
	}

	@Override
	public String getUri(Object instance) {
		return "";
	}
}
