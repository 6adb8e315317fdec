/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.attempt;

import java.sql.SQLIntegrityConstraintViolationException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.attempt.AttemptAnswer;
import org.openmrs.module.retention.followup.attempt.AttemptRequest;
import org.openmrs.module.retention.followup.attempt.AttemptResult;
import org.openmrs.module.retention.followup.attempt.AttemptSearch;
import org.openmrs.module.retention.followup.attempt.AttemptTask;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.followup.attempt.ContactAttemptService;
import org.openmrs.module.retention.followup.attempt.Disposition;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.LockRetry;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.retention.web.rest.TimeText;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** Contacts with people: recorded, read, taken back. */
@Resource(name = Namespace.V1
	+ "/contactattempt", supportedClass = ContactAttempt.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class ContactAttemptResource extends EntityResource<ContactAttempt> {

	private static final int MAX_DEPTH = 20;

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_CONTACTS;
	}

	@Override
	protected ContactAttempt find(String uuid) {
		return service().getAttemptByUuid(uuid);
	}

	@Override
	protected Listing<ContactAttempt> list(QueryFilters filters) {
		return list(AttemptSearch.builder().patient(filters.text("patient")).task(filters.text("task"))
			.recordedBy(filters.text("recordedBy")).calledBy(filters.text("calledBy"))
			.result(filters.choice("result", AttemptResult.class))
			.disposition(filters.choice("disposition", Disposition.class)).from(filters.instant("from"))
			.before(filters.instant("before")).toldCannot(filters.flag("toldCannot")).includeVoided(filters.includeAll())
			.build());
	}

	static Listing<ContactAttempt> list(AttemptSearch search) {
		return Listing.of(page -> service().findAttempts(search, page), () -> service().countAttempts(search));
	}

	@Override
	public ZoneId zoneOf(ContactAttempt attempt) {
		List<FollowUpTask> tasks = attempt.getTasks();
		return TimeText.zone(tasks.isEmpty() ? null : tasks.get(0).getZone());
	}

	@Override
	protected void describeRef(DelegatingResourceDescription description) {
		description.addProperty("voided");
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("patient", Representation.REF);
		description.addProperty("tasks", Representation.REF);
		for (String name : new String[]{ "direction", "channel", "spokeWith", "relation", "result", "disposition", "reason",
			"startedAt", "durationSeconds", "until", "windowFrom", "windowBy", "toldNext", "toldCannot", "unresolved",
			"flags",
			"overrideReason",
			"voided" }) {
			description.addProperty(name);
		}
		description.addProperty("recordedBy", Representation.REF);
		description.addProperty("calledBy", Representation.REF);
		if (full) {
			for (String name : new String[]{ "answers", "surveysAnswered", "contactPointKey", "touchpoint", "staffRole",
				"need", "note",
				"purposes", "language", "encounter" }) {
				description.addProperty(name);
			}
		}
	}

	@PropertyGetter("display")
	public static String getDisplay(ContactAttempt attempt) {
		String what = attempt.getResult().name();
		return attempt.getDisposition() == null ? what : what + ", " + attempt.getDisposition().name();
	}

	/** Empty for those who may not see tasks: an element that is left out would leave a hole in the list. */
	@PropertyGetter("tasks")
	public static List<FollowUpTask> getTasks(ContactAttempt attempt) {
		return Context.hasPrivilege(RetentionPrivileges.GET_FOLLOW_UPS) ? attempt.getTasks() : Collections.emptyList();
	}

	@PropertyGetter("until")
	public static Object getUntil(ContactAttempt attempt) {
		return attempt.getUntilDate();
	}

	@PropertyGetter("flags")
	public static List<String> getFlags(ContactAttempt attempt) {
		return attempt.getFlagCodes();
	}

	@PropertyGetter("recordedBy")
	public static User getRecordedBy(ContactAttempt attempt) {
		return attempt.getCreator();
	}

	@PropertyGetter("contactPointKey")
	public static String getContactPointKey(ContactAttempt attempt) {
		return attempt.getPointKey();
	}

	@PropertyGetter("purposes")
	public static List<String> getPurposes(ContactAttempt attempt) {
		return attempt.getPurposes() == null
			? Collections.emptyList()
			: Arrays.asList(attempt.getPurposes().split(","));
	}

	/** Uuid only: what the chart shows is asked of the chart. */
	@PropertyGetter("encounter")
	public static String getEncounter(ContactAttempt attempt) {
		return attempt.getEncounterUuid();
	}

	/** Uuids of the tasks whose survey was answered in the contact; what was answered is told as a response alone. */
	@PropertyGetter("surveysAnswered")
	public static List<String> getSurveysAnswered(ContactAttempt attempt) {
		return attempt.getLinks().stream().filter(AttemptTask::isSurveyAnswered).map(link -> link.getTask().getUuid())
			.collect(Collectors.toList());
	}

	/** By task uuid, then by question key. */
	@PropertyGetter("answers")
	public static Map<String, Map<String, Object>> getAnswers(ContactAttempt attempt) {
		Map<String, Map<String, Object>> answers = new LinkedHashMap<>();
		for (AttemptAnswer answer : attempt.getAnswers()) {
			Map<String, Object> shown = new LinkedHashMap<>();
			shown.put("answer", answer.getAnswer());
			if (answer.getRedFlag() != null) {
				shown.put("redFlag", answer.getRedFlag().name());
			}
			answers.computeIfAbsent(answer.getTask().getUuid(), task -> new LinkedHashMap<>()).put(answer.getQuestionKey(),
				shown);
		}
		return answers;
	}

	@Override
	public Object create(SimpleObject body, RequestContext context) {
		return rendered(record(AttemptBody.read(body)), context);
	}

	/**
	 * Of two who record at once, the one whom the database sacrifices to the other is recorded after it. What is sent twice at
	 * once with one uuid is answered alike.
	 */
	public static ContactAttempt record(AttemptRequest request) {
		try {
			return LockRetry.of(() -> service().recordAttempt(request));
		}
		catch (RuntimeException e) {
			if (request.getUuid() == null || !isOvertaken(e)) {
				throw e;
			}
			Context.clearSession();
			return service().recordAttempt(request);
		}
	}

	/** The same may have been recorded between the beginning of the transaction and its end. */
	private static boolean isOvertaken(Throwable thrown) {
		Throwable cause = thrown;
		for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
			if (cause instanceof SQLIntegrityConstraintViolationException || cause instanceof RetentionException
				&& ((RetentionException) cause).getKind() == RetentionException.Kind.CONFLICT) {
				return true;
			}
			cause = cause.getCause();
		}
		return false;
	}

	@Override
	public void delete(String uuid, String reason, RequestContext context) {
		ContactAttempt attempt = existing(uuid);
		if (!attempt.getVoided()) {
			service().voidAttempt(attempt, reason);
		}
	}

	static ContactAttemptService service() {
		return Context.getService(ContactAttemptService.class);
	}
}
