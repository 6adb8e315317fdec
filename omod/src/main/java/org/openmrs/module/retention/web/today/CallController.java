/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.today;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import lombok.extern.slf4j.Slf4j;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.attempt.AttemptRequest;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.followup.attempt.ContactAttemptService;
import org.openmrs.module.retention.followup.task.CallScript;
import org.openmrs.module.retention.followup.task.FollowUpTaskService;
import org.openmrs.module.retention.followup.task.WorklistSearch;
import org.openmrs.module.retention.followup.task.WorklistService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.web.attempt.AttemptBody;
import org.openmrs.module.retention.web.attempt.ContactAttemptResource;
import org.openmrs.module.retention.web.page.Form;
import org.openmrs.module.retention.web.page.LastForms;
import org.openmrs.module.retention.web.page.Names;
import org.openmrs.module.retention.web.page.PageController;
import org.openmrs.module.retention.web.page.TypedForm;
import org.openmrs.module.retention.web.rest.Trace;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** One call: whom to ask for, the number, the script, and what came of it. Then the next row comes by itself. */
@RequestMapping("/retention/call/{person}")
@Slf4j
public class CallController extends PageController {

	private static final int LOOKED_THROUGH = 20;

	/** In {@code /retention/call/<person>}. */
	private static final int PERSON_IN_PATH = 3;

	private static final String AGAIN = "again";

	/** With what was typed in the call, by the key under which it is kept. */
	static String again(String person, ListFilters filters, String key) {
		return address(person, filters) + (filters.getQuery().isEmpty() ? "?" : "&") + AGAIN + "=" + key;
	}

	static String address(String person, ListFilters filters) {
		return "call/" + person + filters.getQuery();
	}

	@RequestMapping(method = RequestMethod.GET)
	public ModelAndView show(@PathVariable("person") String person, HttpServletRequest request) {
		Form form = new Form(request);
		return page(worklist().getScript(person), new TypedForm(
			form.text(AGAIN) == null ? Collections.emptyMap() : LastForms.get(request, form.text(AGAIN))), request);
	}

	@Override
	protected ModelAndView formPage(HttpServletRequest request) {
		String[] path = request.getPathInfo().split("/");
		if (path.length != PERSON_IN_PATH + 1) {
			return null;
		}
		return page(worklist().getScript(path[PERSON_IN_PATH]), new TypedForm(Collections.emptyMap()), request);
	}

	private static ModelAndView page(CallScript script, TypedForm was, HttpServletRequest request) {
		Map<String, Object> model = new HashMap<>();
		model.put("room", "today");
		model.put("title", Names.of(script.getPerson()));
		model.put("call", new CallView(script));
		model.put("filters", ListFilters.of(request));
		model.put("inbound", "true".equals(was.text("inbound", request.getParameter("inbound"))));
		model.put("was", was);
		model.put("key", UUID.randomUUID().toString());
		return page("call", model);
	}

	/** Enter in a field says nothing of what came of the call. What fails after the contact is recorded costs the next row at most: that it is recorded is told all the same. */
	@RequestMapping(method = RequestMethod.POST)
	public ModelAndView record(@PathVariable("person") String person, HttpServletRequest request) {
		ListFilters filters = ListFilters.of(request);
		if (new Form(request).text("outcome") == null) {
			tell(request, "problem", text("retention.page.call.choose"));
			return go(again(person, filters, LastForms.keep(request)));
		}
		CallScript script = worklist().getScript(person);
		CallForm form = new CallForm(request, script);
		form.nameQuestions();
		ContactAttempt attempt = ContactAttemptResource.record(AttemptBody.read(form.body()));
		RecordedCall recorded = new RecordedCall(script, attempt);
		tell(request, notice(attempt, recorded.said()));
		try {
			tell(request, notice(attempt, recorded.told()));
			String next = next(filters, person);
			recorded.keep(request, next);
			return go(next == null ? "today" + filters.getQuery() : address(next, filters));
		}
		catch (RuntimeException e) {
			log.warn("the call was recorded, and what follows failed: {}", Trace.of(e));
			Context.clearSession();
			recorded.keep(request, null);
			return go("today");
		}
	}

	private static Map<String, String> notice(ContactAttempt attempt, String text) {
		Map<String, String> notice = notice("done", text);
		notice.put("undo", "attempt/" + attempt.getUuid() + "/undo");
		return notice;
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
		ListFilters filters = ListFilters.of(request);
		release(person);
		return go("today" + filters.getQuery());
	}

	static void release(String person) {
		FollowUpTaskService tasks = Context.getService(FollowUpTaskService.class);
		worklist().getScript(person).getParts().forEach(part -> tasks.releaseTask(part.getTask().getUuid()));
	}

	/** Takes the first that may be called now and that nobody has taken meanwhile; null: there is none. */
	private static String next(ListFilters filters, String justCalled) {
		WorklistSearch search = filters.search().toBuilder().callable("now").build();
		return worklist().getWorklist(search, new Page(0, LOOKED_THROUGH)).getRows().stream()
			.map(row -> row.getPerson().getUuid())
			.filter(person -> !person.equals(justCalled) && isTaken(person)).findFirst().orElse(null);
	}

	/** False: somebody else was quicker, or it has been dealt with. */
	static boolean isTaken(String person) {
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
