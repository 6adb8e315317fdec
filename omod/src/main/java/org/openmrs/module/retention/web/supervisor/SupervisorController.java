/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.supervisor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.absence.Absence;
import org.openmrs.module.retention.followup.absence.AbsenceService;
import org.openmrs.module.retention.followup.planning.PlanningService;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.Reassignment;
import org.openmrs.module.retention.followup.task.ReassignmentService;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.web.page.Form;
import org.openmrs.module.retention.web.page.PageController;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** What is late and with whom, and what a supervisor does about it. */
@RequestMapping("/retention/supervisor")
public class SupervisorController extends PageController {

	private static final String HOME = "supervisor";

	private static final String USER = "user:";

	private static final String ROLE = "role:";

	@RequestMapping(method = RequestMethod.GET)
	public ModelAndView show(HttpServletRequest request) {
		Form form = new Form(request);
		return page(form.text("all") != null, form.text("first") == null ? 0 : form.number("first"));
	}

	private static ModelAndView page(boolean whole, int first) {
		Map<String, Object> model = new HashMap<>();
		model.put("room", HOME);
		model.put("title", text("retention.page.supervisor.title"));
		model.put("view", new SupervisorView(whole, first));
		return page("supervisor", model);
	}

	@Override
	protected ModelAndView formPage(HttpServletRequest request) {
		return page(false, 0);
	}

	/** From a person or a queue to another; to nobody: back to the rule of each task. */
	@RequestMapping(value = "/reassign", method = RequestMethod.POST)
	public ModelAndView reassign(HttpServletRequest request) {
		Form form = new Form(request);
		Reassignment.Outcome outcome = Context.getService(ReassignmentService.class).reassignTasks(Reassignment.builder()
			.fromUser(user(form, "fromWho")).fromRole(role(form, "fromWho")).toUser(user(form, "toWho"))
			.toRole(role(form, "toWho"))
			.location(named(form, "location", Context.getLocationService()::getLocationByUuid))
			.purpose(form.text("purpose") == null ? null : form.choice("purpose", Purpose.class))
			.reason(form.text("reason")).build());
		tell(request, "done",
			text("retention.page.supervisor.reassigned", outcome.getReassigned(), outcome.getLeft()));
		return go(HOME);
	}

	/** The select offers people as {@code user:<uuid>} and queues as {@code role:<name>}. */
	private static User user(Form form, String field) {
		String uuid = chosen(form, field, USER);
		return uuid == null ? null : StaffChoices.user(uuid, field);
	}

	private static String role(Form form, String field) {
		return chosen(form, field, ROLE);
	}

	/** Null: nobody is chosen, or one of the other kind. */
	private static String chosen(Form form, String field, String kind) {
		String chosen = form.text(field);
		if (chosen != null && !chosen.startsWith(USER) && !chosen.startsWith(ROLE)) {
			throw RetentionException.invalid("retention.web.error.unknown-reference", field, field);
		}
		return chosen != null && chosen.startsWith(kind) ? chosen.substring(kind.length()) : null;
	}

	@RequestMapping(value = "/absence", method = RequestMethod.POST)
	public ModelAndView enterAbsence(HttpServletRequest request) {
		Form form = new Form(request);
		String deputy = form.text("deputy");
		Context.getService(AbsenceService.class)
			.enterAbsence(Absence.builder().user(StaffChoices.user(form.required("user"), "user"))
				.startsAt(form.dayBegin("firstDay")).endsAt(form.dayEnd("lastDay"))
				.deputy(deputy == null ? null : StaffChoices.user(deputy, "deputy")).reason(form.text("reason")).build());
		return done(request, "retention.page.supervisor.absence-entered");
	}

	@RequestMapping(value = "/absence/{uuid}/withdraw", method = RequestMethod.POST)
	public ModelAndView withdrawAbsence(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		AbsenceService absences = Context.getService(AbsenceService.class);
		absences.withdrawAbsence(found(absences.getAbsenceByUuid(uuid)),
			text("retention.page.supervisor.withdrawn-reason"));
		return done(request, "retention.page.supervisor.absence-withdrawn");
	}

	@RequestMapping(value = "/flood/{uuid}/release", method = RequestMethod.POST)
	public ModelAndView releaseFlood(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		FollowUpProtocol protocol = found(Context.getService(ProtocolService.class).getProtocolByUuid(uuid));
		int released = Context.getService(PlanningService.class).releaseFlood(protocol);
		tell(request, "done", text("retention.page.supervisor.released", released));
		return go(HOME);
	}

	/** Those that were ticked, as they were shown: what has changed meanwhile stays. */
	@RequestMapping(value = "/verify", method = RequestMethod.POST)
	public ModelAndView verify(HttpServletRequest request) {
		Form form = new Form(request);
		form.required("plan");
		PlanningService plans = Context.getService(PlanningService.class);
		List<String> chosen = form.texts("plan");
		int released = 0;
		for (String one : chosen) {
			String[] shown = one.split(":", 2);
			try {
				plans.verifyPlan(found(plans.getPlanByUuid(shown[0])), version(shown), null);
				released++;
			}
			catch (RetentionException e) {
				if (e.getKind() != RetentionException.Kind.CONFLICT) {
					throw e;
				}
			}
		}
		tell(request, "done", text("retention.page.supervisor.verified", released, chosen.size() - released));
		return go(HOME);
	}

	private static Integer version(String[] shown) {
		if (shown.length < 2 || !shown[1].matches("[0-9]{1,9}")) {
			throw RetentionException.invalid("retention.web.error.wrong-type", "plan", "plan", "uuid:0");
		}
		return Integer.valueOf(shown[1]);
	}

	private static ModelAndView done(HttpServletRequest request, String code) {
		tell(request, "done", text(code));
		return go(HOME);
	}

	private static <V> V found(V value) {
		if (value == null) {
			throw RetentionException.notFound("retention.web.error.not-found", null);
		}
		return value;
	}

	private static <V> V named(Form form, String field, Function<String, V> find) {
		String uuid = form.text(field);
		V found = uuid == null ? null : find.apply(uuid);
		if (uuid != null && found == null) {
			throw RetentionException.invalid("retention.web.error.unknown-reference", field, field);
		}
		return found;
	}
}
