/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.supervisor;

import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.Location;
import org.openmrs.Person;
import org.openmrs.Provider;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.outcome.OutcomeReport;
import org.openmrs.module.retention.followup.outcome.OutcomeSearch;
import org.openmrs.module.retention.followup.outcome.OutcomeService;
import org.openmrs.module.retention.followup.planning.RehearsalService;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ProtocolSearch;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.page.Form;
import org.openmrs.module.retention.web.page.Names;
import org.openmrs.module.retention.web.page.PageController;
import org.openmrs.module.retention.web.page.PageSettings;
import org.openmrs.module.retention.web.protocol.RehearsalView;
import org.openmrs.module.retention.web.today.ListChoices;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** What came of follow-up, month by month, and what a protocol would have made of the last days. */
@RequestMapping("/retention")
public class OutcomeController extends PageController {

	private static final Page ROWS = new Page(0, 400);

	private static final Page PROTOCOLS = new Page(0, 100);

	private static final int MONTHS_BEFORE = 11;

	private static final int DAYS = 90;

	/** Who treats sees their own; who supervises, or has the clinic's figures, everybody's. */
	@RequestMapping(value = "/outcomes", method = RequestMethod.GET)
	public ModelAndView outcomes(HttpServletRequest request) {
		Form form = new Form(request);
		FollowUpProtocol protocol = protocol(form);
		YearMonth from = form.month("from");
		YearMonth to = form.month("to") == null ? YearMonth.now(PageSettings.zone()) : form.month("to");
		boolean everybody = Context.hasPrivilege(RetentionPrivileges.SUPERVISE_FOLLOW_UPS);
		Person treating = everybody ? clinician(form) : null;
		OutcomeReport report = Context.getService(OutcomeService.class).getOutcomes(OutcomeSearch.builder()
			.protocol(protocol).location(location(form))
			.clinician(everybody ? treating : Context.getAuthenticatedUser().getPerson())
			.from(from == null ? to.minusMonths(MONTHS_BEFORE) : from).to(to).build(), ROWS);
		Map<String, Object> model = outcomeForm(protocol == null ? "" : protocol.getUuid());
		model.put("report", report);
		model.put("from", report.getFrom());
		model.put("to", report.getTo());
		model.put("clinician", treating == null ? "" : form.text("clinician"));
		model.put("location", form.text("location") == null ? "" : form.text("location"));
		model.put("chart", ReachedChart.of(report.getRows()));
		model.put("of", treating == null ? "" : Names.of(treating));
		return page("outcomes", model);
	}

	/** With nothing found yet. */
	private static Map<String, Object> outcomeForm(String protocol) {
		boolean everybody = Context.hasPrivilege(RetentionPrivileges.SUPERVISE_FOLLOW_UPS);
		Map<String, Object> model = model("outcomes", protocol);
		for (String chosen : new String[]{ "from", "to", "clinician", "location", "of" }) {
			model.put(chosen, "");
		}
		model.put("report", null);
		model.put("chart", null);
		model.put("everybody", everybody);
		model.put("clinicians", everybody ? clinicians() : Collections.emptyList());
		model.put("choices", new ListChoices());
		return model;
	}

	/** What narrows the figures stands in the address: it is a form too. */
	@Override
	protected boolean isForm(HttpServletRequest request) {
		return true;
	}

	@Override
	protected ModelAndView formPage(HttpServletRequest request) {
		String chosen = new Form(request).text("protocol");
		String protocol = chosen == null ? "" : chosen;
		return request.getPathInfo().endsWith("/rehearsal") ? page("rehearsal", rehearsalForm(protocol))
			: page("outcomes", outcomeForm(protocol));
	}

	private static Map<String, Object> rehearsalForm(String protocol) {
		Map<String, Object> model = model("rehearsal", protocol);
		model.put("days", DAYS);
		model.put("capacity", null);
		model.put("rehearsal", null);
		return model;
	}

	@RequestMapping(value = "/rehearsal", method = RequestMethod.GET)
	public ModelAndView rehearsal(HttpServletRequest request) {
		Form form = new Form(request);
		FollowUpProtocol protocol = protocol(form);
		int days = form.text("days") == null ? DAYS : form.number("days");
		Integer capacity = form.text("capacity") == null ? null : Integer.valueOf(form.number("capacity"));
		Map<String, Object> model = rehearsalForm(protocol == null ? "" : protocol.getUuid());
		model.put("days", days);
		model.put("capacity", capacity);
		model.put("rehearsal", protocol == null ? null : new RehearsalView(
			Context.getService(RehearsalService.class).rehearseProtocol(protocol, days, capacity), Context.getLocale()));
		return page("rehearsal", model);
	}

	private static Map<String, Object> model(String room, String protocol) {
		List<FollowUpProtocol> all = Context.getService(ProtocolService.class)
			.findProtocols(ProtocolSearch.builder().build(), PROTOCOLS);
		Map<String, Object> model = new HashMap<>();
		model.put("room", room);
		model.put("title", text("retention.page." + room + ".title"));
		model.put("protocols", all);
		model.put("protocol", protocol);
		return model;
	}

	private static FollowUpProtocol protocol(Form form) {
		String uuid = form.text("protocol");
		return uuid == null ? null
			: known("protocol", Context.getService(ProtocolService.class).getProtocolByUuid(uuid));
	}

	private static Location location(Form form) {
		String uuid = form.text("location");
		return uuid == null ? null : known("location", Context.getLocationService().getLocationByUuid(uuid));
	}

	/** Those who treat, by name. */
	private static List<Provider> clinicians() {
		return Context.getProviderService().getAllProviders(false).stream().filter(one -> one.getPerson() != null)
			.sorted(Comparator.comparing(one -> String.valueOf(one.getName()))).collect(Collectors.toList());
	}

	/** A provider that is no person has treated nobody, and stands for nobody. */
	private static Person clinician(Form form) {
		String uuid = form.text("clinician");
		if (uuid == null) {
			return null;
		}
		Provider provider = known("clinician", Context.getProviderService().getProviderByUuid(uuid));
		return known("clinician", provider.getPerson());
	}

	private static <V> V known(String field, V found) {
		if (found == null) {
			throw RetentionException.invalid("retention.web.error.unknown-reference", field, field);
		}
		return found;
	}
}
