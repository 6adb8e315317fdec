/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.today;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.attempt.AttemptRequest;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.followup.attempt.ContactAttemptService;
import org.openmrs.module.retention.followup.attempt.Escalation;
import org.openmrs.module.retention.followup.attempt.EscalationSearch;
import org.openmrs.module.retention.followup.attempt.EscalationService;
import org.openmrs.module.retention.followup.task.CallScript;
import org.openmrs.module.retention.followup.task.FollowUpTaskService;
import org.openmrs.module.retention.followup.task.WorklistSearch;
import org.openmrs.module.retention.followup.task.WorklistService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.attempt.AttemptBody;
import org.openmrs.module.retention.web.page.PageController;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** One call: whom to ask for, the number, the script, and what came of it. Then the next row comes by itself. */
@RequestMapping("/retention/call/{person}")
public class CallController extends PageController {

	private static final int LOOKED_THROUGH = 20;

	private static final int ESCALATIONS = 20;

	static String address(String person, ListFilters filters) {
		return "call/" + person + filters.getQuery();
	}

	@RequestMapping(method = RequestMethod.GET)
	public ModelAndView show(@PathVariable("person") String person, HttpServletRequest request) {
		CallScript script = worklist().getScript(person);
		Map<String, Object> model = new HashMap<>();
		model.put("room", "today");
		model.put("title", script.getPerson().getPersonName().getFullName());
		model.put("call", new CallView(script));
		model.put("filters", ListFilters.of(request));
		model.put("inbound", "true".equals(request.getParameter("inbound")));
		model.put("draft", Context.getAuthenticatedUser().getUuid() + "." + person);
		return page("call", model);
	}

	@RequestMapping(method = RequestMethod.POST)
	public ModelAndView record(@PathVariable("person") String person, HttpServletRequest request) {
		CallScript script = worklist().getScript(person);
		CallForm form = new CallForm(request, script);
		form.nameQuestions();
		ContactAttempt attempt = Context.getService(ContactAttemptService.class)
			.recordAttempt(AttemptBody.read(form.body()));
		Map<String, String> notice = notice("done", told(script, attempt));
		notice.put("undo", "attempt/" + attempt.getUuid() + "/undo");
		tell(request, notice);
		ListFilters filters = ListFilters.of(request);
		String next = next(filters, person);
		return go(next == null ? "today" + filters.getQuery() : address(next, filters));
	}

	/** What would be odd about ringing back then, for who is still typing it; as a text. */
	@RequestMapping(value = "/warnings", method = RequestMethod.GET)
	public void warnings(@PathVariable("person") String person, HttpServletRequest request, HttpServletResponse response)
		throws IOException {
		AttemptRequest callBack = AttemptBody.read(new CallForm(request, worklist().getScript(person)).callBack());
		String warnings = Context.getService(ContactAttemptService.class).checkPromise(callBack).stream()
			.map(flag -> text("retention.followup.warning." + flag.code())).collect(Collectors.joining(" "));
		response.setContentType("text/plain;charset=UTF-8");
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.getOutputStream().write(warnings.getBytes(StandardCharsets.UTF_8));
	}

	/** Gives the row back: somebody else may take it. */
	@RequestMapping(value = "/leave", method = RequestMethod.POST)
	public ModelAndView leave(@PathVariable("person") String person, HttpServletRequest request) {
		FollowUpTaskService tasks = Context.getService(FollowUpTaskService.class);
		worklist().getScript(person).getParts().forEach(part -> tasks.releaseTask(part.getTask().getUuid()));
		return go("today" + ListFilters.of(request).getQuery());
	}

	private static String told(CallScript script, ContactAttempt attempt) {
		StringBuilder told = new StringBuilder(
			text("retention.page.call.recorded", script.getPerson().getPersonName().getFullName(),
				text("retention.page.outcome." + (attempt.getDisposition() == null
					? attempt.getResult().name() : attempt.getDisposition().name()))));
		attempt.getFlagCodes().forEach(flag -> told.append(' ').append(text("retention.followup.warning." + flag)));
		if (Context.hasPrivilege(RetentionPrivileges.GET_ESCALATIONS) && attempt.getPatient() != null) {
			escalations(attempt).forEach(one -> told.append(' ')
				.append(text("retention.page.call.escalated", text("retention.page.severity." + one.getSeverity()),
					one.getOwnerUser() == null ? one.getOwnerRole()
						: one.getOwnerUser().getPersonName().getFullName())));
		}
		return told.toString();
	}

	private static List<Escalation> escalations(ContactAttempt attempt) {
		return Context.getService(EscalationService.class)
			.findEscalations(EscalationSearch.builder().patient(attempt.getPatient().getUuid())
				.status(Escalation.Status.OPEN).build(), new Page(0, ESCALATIONS))
			.stream().filter(one -> one.getAttempt().equals(attempt)).collect(Collectors.toList());
	}

	/** Takes the first that may be called now and that nobody has taken meanwhile; null: there is none. */
	private static String next(ListFilters filters, String justCalled) {
		WorklistSearch search = filters.search().toBuilder().callable("now").build();
		return worklist().getWorklist(search, new Page(0, LOOKED_THROUGH)).getRows().stream()
			.map(row -> row.getPerson().getUuid())
			.filter(person -> !person.equals(justCalled) && isTaken(person)).findFirst().orElse(null);
	}

	/** False: somebody else was quicker, or it has been dealt with. */
	private static boolean isTaken(String person) {
		try {
			worklist().openRow(person);
			return true;
		}
		catch (RetentionException e) {
			if (e.getKind() == RetentionException.Kind.INVALID) {
				throw e;
			}
			return false;
		}
	}

	private static WorklistService worklist() {
		return Context.getService(WorklistService.class);
	}
}
