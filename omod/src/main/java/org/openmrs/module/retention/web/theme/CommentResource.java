/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.theme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.Location;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.comment.Comment;
import org.openmrs.module.retention.question.TextKind;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.theme.assignment.AssignmentStatus;
import org.openmrs.module.retention.theme.assignment.CommentReading;
import org.openmrs.module.retention.theme.assignment.CommentSearch;
import org.openmrs.module.retention.theme.assignment.CommentService;
import org.openmrs.module.retention.theme.assignment.ThemeAssignment;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** What patients have said in words, with the themes of it and without the patient. */
@Resource(name = Namespace.V1
	+ "/comment", supportedClass = CommentRow.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class CommentResource extends EntityResource<CommentRow> {

	private static final int DISPLAYED = 80;

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_COMMENTS;
	}

	@Override
	protected CommentRow find(String uuid) {
		CommentReading reading = service().getCommentByUuid(uuid);
		return reading == null ? null : CommentRow.of(Collections.singletonList(reading)).get(0);
	}

	@Override
	protected Listing<CommentRow> list(QueryFilters filters) {
		CommentSearch search = search(filters);
		return Listing.of(page -> CommentRow.of(service().findComments(search, page)),
			() -> service().countComments(search));
	}

	private static CommentSearch search(QueryFilters filters) {
		CommentSearch.Order order = filters.choice("order", CommentSearch.Order.class);
		AssignmentStatus status = filters.choice("themeStatus", AssignmentStatus.class);
		if (status != null && filters.text("theme") == null) {
			throw RetentionException.invalid("retention.web.error.missing", "theme", "theme");
		}
		if (Boolean.FALSE.equals(filters.flag("unexplained"))) {
			throw RetentionException.invalid("retention.web.error.unknown-value", "unexplained", "unexplained", "[true]");
		}
		return CommentSearch.builder().order(order == null ? CommentSearch.Order.LATEST : order)
			.theme(ThemeReferences.theme("theme", filters.text("theme"))).themeStatus(status)
			.reading(filters.choice("reading", CommentReading.Status.class))
			.unexplained(Boolean.TRUE.equals(filters.flag("unexplained")))
			.source(filters.choice("source", Comment.Source.class)).textKind(filters.choice("textKind", TextKind.class))
			.language(filters.text("language")).questionnaire(filters.text("questionnaire"))
			.location(ThemeReferences.location(filters.text("location"))).from(filters.date("from")).to(filters.date("to"))
			.contains(filters.text("contains")).build();
	}

	@Override
	public DelegatingResourceDescription getRepresentationDescription(Representation representation) {
		DelegatingResourceDescription description = super.getRepresentationDescription(representation);
		if (description != null) {
			description.getProperties().remove("auditInfo");
		}
		return description;
	}

	@Override
	protected void describeRef(DelegatingResourceDescription description) {
		description.addProperty("saidOn");
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		for (String name : new String[]{ "text", "language", "textKind", "question", "questionnaire", "source", "sourceUuid",
			"saidOn" }) {
			description.addProperty(name);
		}
		description.addProperty("location", Representation.REF);
		for (String name : new String[]{ "reading", "explained", "margin", "themes", "version" }) {
			description.addProperty(name);
		}
	}

	@PropertyGetter("display")
	public static String getDisplay(CommentRow row) {
		return StringUtils.abbreviate(row.getComment().getText(), DISPLAYED);
	}

	@PropertyGetter("text")
	public static String getText(CommentRow row) {
		return row.getComment().getText();
	}

	@PropertyGetter("language")
	public static String getLanguage(CommentRow row) {
		return row.getComment().getLanguage();
	}

	@PropertyGetter("textKind")
	public static Object getTextKind(CommentRow row) {
		return row.getComment().getTextKind();
	}

	@PropertyGetter("question")
	public static String getQuestion(CommentRow row) {
		return row.getComment().getQuestion();
	}

	/** Uuid of the survey or protocol. */
	@PropertyGetter("questionnaire")
	public static String getQuestionnaire(CommentRow row) {
		return row.getComment().getQuestionnaireUuid();
	}

	@PropertyGetter("source")
	public static Object getSource(CommentRow row) {
		return row.getComment().getSource();
	}

	@PropertyGetter("sourceUuid")
	public static String getSourceUuid(CommentRow row) {
		return row.getComment().getSourceUuid();
	}

	@PropertyGetter("saidOn")
	public static Object getSaidOn(CommentRow row) {
		return row.getComment().getSaidOn();
	}

	@PropertyGetter("location")
	public static Location getLocation(CommentRow row) {
		return row.getComment().getLocation();
	}

	@PropertyGetter("reading")
	public static Object getReadingStatus(CommentRow row) {
		return row.getReading().getStatus();
	}

	@PropertyGetter("explained")
	public static boolean isExplained(CommentRow row) {
		return row.getReading().isExplained();
	}

	@PropertyGetter("margin")
	public static double getMargin(CommentRow row) {
		return row.getReading().getMargin();
	}

	@PropertyGetter("version")
	public static int getVersion(CommentRow row) {
		return row.getReading().getVersion();
	}

	@PropertyGetter("themes")
	public static List<Object> getThemes(CommentRow row) {
		List<Object> views = new ArrayList<>();
		for (ThemeAssignment assignment : row.getAssignments()) {
			Map<String, Object> view = new LinkedHashMap<>();
			view.put("theme", assignment.getTheme().getUuid());
			view.put("code", assignment.getTheme().getCode());
			view.put("name", assignment.getTheme().nameIn(Context.getLocale()));
			view.put("status", assignment.getStatus().name());
			view.put("confidence", assignment.getConfidence());
			view.put("modelVersion", assignment.getModelVersion());
			view.put("correctedTo", assignment.getCorrectedTo() == null ? null : assignment.getCorrectedTo().getUuid());
			view.put("inBulk", assignment.getBulkId() != null);
			views.add(view);
		}
		return views;
	}

	static CommentService service() {
		return Context.getService(CommentService.class);
	}
}
