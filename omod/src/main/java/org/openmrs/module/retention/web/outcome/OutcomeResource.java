/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.outcome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.outcome.AnswerFigures;
import org.openmrs.module.retention.followup.outcome.OutcomeReport;
import org.openmrs.module.retention.followup.outcome.OutcomeRow;
import org.openmrs.module.retention.followup.outcome.OutcomeService;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.shared.Messages;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.retention.web.rest.RowResource;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;

/** What came of follow-up, by protocol and month: each figure with what it is out of. */
@Resource(name = Namespace.V1
	+ "/outcome", supportedClass = OutcomeRow.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class OutcomeResource extends RowResource<OutcomeRow> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_FOLLOW_UPS;
	}

	@Override
	protected Listing<OutcomeRow> list(QueryFilters filters) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	public SimpleObject search(RequestContext context) {
		OutcomeReport report = Context.getService(OutcomeService.class).getOutcomes(
			OutcomeFilters.of(new QueryFilters(context)), new Page(context.getStartIndex(), Listing.size(context)));
		SimpleObject page = Listing.page(context, report.getRows(), report.getTotalRows(), this);
		page.put("from", report.getFrom().toString());
		page.put("to", report.getTo().toString());
		page.put("returnDays", report.getReturnDays());
		return page;
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("protocol", Representation.REF);
		for (String name : new String[]{ "month", "plans", "reached", "open", "neverReached", "neverTried", "notNeeded",
			"redFlags", "urgent", "clinicalEscalations", "serviceEscalations", "booked", "returned", "unplannedReturns",
			"relatedReturns", "answers" }) {
			description.addProperty(name);
		}
	}

	@Override
	protected void describeRef(DelegatingResourceDescription description) {
		description.addProperty("month");
		description.addProperty("plans");
		description.addProperty("reached");
	}

	@PropertyGetter("display")
	public static String getDisplay(OutcomeRow row) {
		return row.getProtocol().getName() + " (" + row.getMonth() + ")";
	}

	@PropertyGetter("month")
	public static String getMonth(OutcomeRow row) {
		return row.getMonth().toString();
	}

	@PropertyGetter("reached")
	public static Object getReached(OutcomeRow row) {
		return share(row.getReached(), row.getPlans());
	}

	@PropertyGetter("open")
	public static Object getOpen(OutcomeRow row) {
		return share(row.getOpen(), row.getPlans());
	}

	@PropertyGetter("neverReached")
	public static Object getNeverReached(OutcomeRow row) {
		return share(row.getNeverReached(), row.getPlans());
	}

	@PropertyGetter("neverTried")
	public static Object getNeverTried(OutcomeRow row) {
		return share(row.getNeverTried(), row.getNeverReached());
	}

	@PropertyGetter("notNeeded")
	public static Object getNotNeeded(OutcomeRow row) {
		return share(row.getNotNeeded(), row.getPlans());
	}

	@PropertyGetter("redFlags")
	public static Object getRedFlags(OutcomeRow row) {
		return share(row.getRedFlags(), row.getReached());
	}

	@PropertyGetter("urgent")
	public static Object getUrgent(OutcomeRow row) {
		return share(row.getUrgent(), row.getReached());
	}

	@PropertyGetter("clinicalEscalations")
	public static Object getClinicalEscalations(OutcomeRow row) {
		return share(row.getClinicalEscalations(), row.getPlans());
	}

	@PropertyGetter("serviceEscalations")
	public static Object getServiceEscalations(OutcomeRow row) {
		return share(row.getServiceEscalations(), row.getPlans());
	}

	@PropertyGetter("booked")
	public static Object getBooked(OutcomeRow row) {
		return share(row.getBooked(), row.getReached());
	}

	/** Null where no encounter is followed up. */
	@PropertyGetter("returned")
	public static Object getReturned(OutcomeRow row) {
		return row.getReturns() == null ? null : share(row.getReturns().getReturned(), row.getReturns().getWatched());
	}

	@PropertyGetter("unplannedReturns")
	public static Object getUnplannedReturns(OutcomeRow row) {
		return row.getReturns() == null ? null : share(row.getReturns().getUnplanned(), row.getReturns().getWatched());
	}

	@PropertyGetter("relatedReturns")
	public static Object getRelatedReturns(OutcomeRow row) {
		return row.getReturns() == null ? null : share(row.getReturns().getRelated(), row.getReturns().getUnplanned());
	}

	@PropertyGetter("answers")
	public static List<Object> getAnswers(OutcomeRow row) {
		List<Object> views = new ArrayList<>();
		for (AnswerFigures figures : row.getAnswers()) {
			Question question = figures.getQuestion();
			Map<String, Object> view = new LinkedHashMap<>();
			view.put("step", figures.getStep());
			view.put("question", question.getKey());
			view.put("text", question.getText().in(Context.getLocale()));
			view.put("type", question.getType().name());
			view.put("answered", figures.getAnswered());
			view.put("mean", figures.getMean());
			List<Object> counts = new ArrayList<>();
			figures.getCounts().forEach((answer, count) -> {
				Map<String, Object> counted = share(count, figures.getAnswered());
				counted.put("answer", answer);
				counted.put("text", text(question, answer, Context.getLocale()));
				counts.add(counted);
			});
			view.put("counts", counts);
			views.add(view);
		}
		return views;
	}

	private static String text(Question question, String answer, Locale locale) {
		if (question.getType() == Question.Type.YES_NO) {
			return Messages.text("retention.followup.box." + answer, locale);
		}
		return question.getOptions().stream().filter(option -> option.getKey().equals(answer)).findFirst()
			.map(option -> option.getText().in(locale)).orElse(answer);
	}
}
