/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.patient;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ContactPoint;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.planning.PlanningService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.FollowUpTaskService;
import org.openmrs.module.retention.followup.task.ManualTask;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.web.contact.ProfileBody;
import org.openmrs.module.retention.web.page.Form;
import org.openmrs.module.retention.web.page.LastForms;
import org.openmrs.module.retention.web.page.Names;
import org.openmrs.module.retention.web.page.PageController;
import org.openmrs.module.retention.web.task.TaskText;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** One patient: what has been and what is planned; the profile, the numbers, a task by hand, an end to a plan. */
@RequestMapping("/retention/patient")
public class PatientController extends PageController {

	private static final int FOUND = 20;

	private static final int SHORTEST_QUERY = 2;

	/** In {@code /retention/patient/<uuid>/...}. */
	private static final int PATIENT_IN_PATH = 3;

	/** A name stands in no address, and so in no server's log: it is sent, and found again by the session. */
	@RequestMapping(method = RequestMethod.POST)
	public ModelAndView search(HttpServletRequest request) {
		return go("patient?search=" + LastForms.keep(request));
	}

	/** Patients by name or identifier, as the platform finds them. */
	@RequestMapping(method = RequestMethod.GET)
	public ModelAndView find(HttpServletRequest request) {
		String search = new Form(request).text("search");
		String query = search == null ? null : new Form(LastForms.get(request, search)).text("q");
		boolean asked = query != null && query.length() >= SHORTEST_QUERY;
		List<Patient> found = asked ? Context.getPatientService().getPatients(query, false, 0, FOUND + 1)
			: Collections.emptyList();
		Map<String, Object> model = new HashMap<>();
		model.put("room", "patient");
		model.put("title", text("retention.page.patient.find"));
		model.put("query", query == null ? "" : query);
		model.put("asked", asked);
		model.put("found", found.subList(0, Math.min(FOUND, found.size())));
		model.put("more", found.size() > FOUND);
		return page("patients", model);
	}

	@RequestMapping(value = "/{uuid}", method = RequestMethod.GET)
	public ModelAndView show(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		return page(existing(uuid), new Form(request).text("all") != null);
	}

	static ModelAndView page(Patient patient, boolean whole) {
		Map<String, Object> model = new HashMap<>();
		model.put("room", "patient");
		model.put("title", Names.of(patient));
		model.put("view", new PatientView(patient, whole));
		return page("patient", model);
	}

	@Override
	protected ModelAndView formPage(HttpServletRequest request) {
		return formPageOf(request);
	}

	/** Forms of the page are sent to {@code patient/<uuid>/...}; the search is not. */
	static ModelAndView formPageOf(HttpServletRequest request) {
		String[] path = request.getPathInfo().split("/");
		return path.length <= PATIENT_IN_PATH + 1 ? null : page(existing(path[PATIENT_IN_PATH]), false);
	}

	/** Numbers among what was typed are a number's state; the rest is the profile. */
	@RequestMapping(value = "/{uuid}/profile", method = RequestMethod.POST)
	public ModelAndView saveProfile(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		Patient patient = existing(uuid);
		Form form = new Form(request);
		Map<String, Object> body = new LinkedHashMap<>();
		for (String name : new String[]{ "salutation", "language", "sadNewsUntil", "staffNote", "zone" }) {
			body.put(name, form.text(name));
		}
		body.put("bestWindows", WindowLine.read(form));
		body.put("doNotCall", form.text("doNotCall") != null);
		if (form.text("version") != null) {
			body.put("version", form.number("version"));
		}
		ContactProfile profile = contacts().getProfile(patient);
		contacts().saveContactProfile(ProfileBody.apply(profile, ProfileBody.read(body, "patient")));
		tell(request, "done", text("retention.page.patient.saved"));
		return go(address(uuid));
	}

	@RequestMapping(value = "/{uuid}/point", method = RequestMethod.POST)
	public ModelAndView setPointState(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		existing(uuid);
		Form form = new Form(request);
		ContactPoint point = contacts().getContactPointByUuid(form.required("point"));
		if (point == null) {
			throw RetentionException.notFound("retention.web.error.not-found", "point");
		}
		ContactPoint.State state = form.choice("state", ContactPoint.State.class);
		contacts().setPointState(point.getPointKey(), state, form.text("reason"));
		tell(request, "done", text("retention.page.patient.saved"));
		return go(address(uuid));
	}

	@RequestMapping(value = "/{uuid}/task", method = RequestMethod.POST)
	public ModelAndView addTask(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		Patient patient = existing(uuid);
		Form form = new Form(request);
		PatientView view = new PatientView(patient, false);
		String zone = view.getZone();
		tasks().createManualTask(ManualTask.builder().patient(patient.getUuid()).title(form.required("title"))
			.purpose(form.choice("purpose", Purpose.class).name()).dueFrom(form.windowFrom("day", "from", zone))
			.dueBy(form.windowBy("day", "by", zone)).location(view.getPlace()).role(form.text("role")).build());
		tell(request, "done", text("retention.page.patient.task-added"));
		return go(address(uuid));
	}

	/** The plan that the task belongs to, and all that is open of it; a task by hand by itself. One click: nobody has to say why. */
	@RequestMapping(value = "/{uuid}/stop", method = RequestMethod.POST)
	public ModelAndView stop(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		existing(uuid);
		Form form = new Form(request);
		FollowUpTask task = task(uuid, form.required("task"));
		String reason = form.text("reason") == null ? text("retention.page.patient.stop-unsaid") : form.text("reason");
		if (task.getPlan() == null) {
			tasks().transitionTask(task.getUuid(), TaskStatus.CANCELLED, null, reason);
		} else {
			Context.getService(PlanningService.class).cancelPlan(task.getPlan(), null, reason);
		}
		Map<String, String> notice = notice("done", text("retention.page.patient.stopped", TaskText.title(task)));
		notice.put("undo", address(uuid) + "/stop/" + task.getUuid() + "/undo");
		tell(request, notice);
		return go(address(uuid));
	}

	@RequestMapping(value = "/{uuid}/stop/{task}/undo", method = RequestMethod.POST)
	public ModelAndView goOn(@PathVariable("uuid") String uuid, @PathVariable("task") String taskUuid,
		HttpServletRequest request) {
		existing(uuid);
		FollowUpTask task = task(uuid, taskUuid);
		String reason = text("retention.page.patient.stop-undone");
		if (task.getPlan() == null) {
			tasks().transitionTask(task.getUuid(), TaskStatus.OPEN, null, reason);
		} else {
			Context.getService(PlanningService.class).resumePlan(task.getPlan(), null, reason);
		}
		tell(request, "done", reason);
		return go(address(uuid));
	}

	private static FollowUpTask task(String patient, String uuid) {
		FollowUpTask task = tasks().getTaskByUuid(uuid);
		if (task == null || !task.getPatientUuid().equals(patient)) {
			throw RetentionException.notFound("retention.web.error.not-found", "task");
		}
		return task;
	}

	static Patient existing(String uuid) {
		Patient patient = Context.getPatientService().getPatientByUuid(uuid);
		if (patient == null || patient.getVoided()) {
			throw RetentionException.notFound("retention.web.error.not-found", "patient");
		}
		return patient;
	}

	static String address(String uuid) {
		return "patient/" + uuid;
	}

	private static ContactService contacts() {
		return Context.getService(ContactService.class);
	}

	private static FollowUpTaskService tasks() {
		return Context.getService(FollowUpTaskService.class);
	}
}
