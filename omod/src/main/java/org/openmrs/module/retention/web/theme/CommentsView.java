/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.theme;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.Getter;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.theme.assignment.AssignmentStatus;
import org.openmrs.module.retention.theme.assignment.CommentReading;
import org.openmrs.module.retention.theme.assignment.CommentSearch;
import org.openmrs.module.retention.theme.assignment.CommentService;
import org.openmrs.module.retention.theme.assignment.ThemeAssignment;
import org.openmrs.module.retention.theme.classifier.FrequentPhrases;
import org.openmrs.module.retention.theme.taxonomy.Theme;
import org.openmrs.module.retention.web.page.Form;
import org.springframework.web.util.UriUtils;

/** A page of comments to be read, with what they may be given; in templates {@code $view}. */
@Getter
public final class CommentsView {

	/** Which comments. */
	public enum Show {
		QUEUE, PILE, SAMPLE, ALL
	}

	private static final int SIZE = 20;

	private static final int MOST_START = 1_000_000;

	private static final int PHRASES = 20;

	private static final int LONGEST = 200;

	private static final int PERCENT = 100;

	private static final int LONGEST_QUESTION = 500;

	private final Show show;

	/** Null: of any theme. */
	private final Theme about;

	private final String contains;

	private final int start;

	private final List<CommentRow> rows;

	private final boolean more;

	/** In use, as a tree is read. */
	private final List<Theme> themes = ThemeResource.service().getThemes(false);

	CommentsView(Form form) {
		show = show(form.text("show"));
		about = ThemeReferences.theme("ofTheme", form.text("ofTheme"));
		contains = form.text("contains");
		if (contains != null && contains.length() > LONGEST) {
			throw RetentionException.invalid("retention.web.error.too-long", "contains", "contains", LONGEST);
		}
		start = form.text("start") == null ? 0 : form.number("start");
		if (start < 0 || start > MOST_START) {
			throw RetentionException.invalid("retention.web.error.wrong-type", "start", "start", "0");
		}
		List<CommentReading> read = service().findComments(search(), new Page(start, SIZE + 1));
		more = read.size() > SIZE;
		rows = CommentRow.of(more ? read.subList(0, SIZE) : read);
	}

	private static Show show(String text) {
		for (Show one : Show.values()) {
			if (text == null || one.name().toLowerCase(Locale.ROOT).equals(text)) {
				return one;
			}
		}
		throw RetentionException.invalid("retention.web.error.unknown-value", "show", "show", "queue, pile, sample, all");
	}

	private CommentSearch search() {
		CommentSearch.CommentSearchBuilder search = CommentSearch.builder().theme(about).contains(contains)
			.unexplained(show == Show.PILE);
		if (show == Show.QUEUE) {
			search.order(CommentSearch.Order.TEACHING).reading(CommentReading.Status.UNREAD);
		} else if (show == Show.SAMPLE) {
			search.order(CommentSearch.Order.SAMPLE);
		}
		return search.build();
	}

	public Show[] getShows() {
		return Show.values();
	}

	/** As it stands in addresses. */
	public String address(Show one) {
		return one.name().toLowerCase(Locale.ROOT);
	}

	public int getNext() {
		return start + SIZE;
	}

	/** Hidden fields by which the same comments are shown again. */
	public Map<String, Object> getFilters() {
		Map<String, Object> filters = new LinkedHashMap<>();
		filters.put("show", address(show));
		if (about != null) {
			filters.put("ofTheme", about.getUuid());
		}
		if (contains != null) {
			filters.put("contains", contains);
		}
		filters.put("start", start);
		return filters;
	}

	/** Of the pile alone, on its first page. */
	public List<FrequentPhrases.Frequent> getPhrases() {
		return show == Show.PILE && start == 0 ? service().findFrequentPhrases(PHRASES) : Collections.emptyList();
	}

	public List<ThemeAssignment> proposed(CommentRow row) {
		return with(row, AssignmentStatus.PROPOSED);
	}

	public List<ThemeAssignment> confirmed(CommentRow row) {
		return with(row, AssignmentStatus.CONFIRMED);
	}

	private static List<ThemeAssignment> with(CommentRow row, AssignmentStatus status) {
		return row.getAssignments().stream().filter(a -> a.getStatus() == status).collect(Collectors.toList());
	}

	/** Its name, below the names of those above it. */
	public String path(Theme theme) {
		List<String> names = new ArrayList<>();
		for (Theme one = theme; one != null; one = one.getParent()) {
			names.add(0, one.nameIn(Context.getLocale()));
		}
		return String.join(" › ", names);
	}

	public String name(Theme theme) {
		return theme.nameIn(Context.getLocale());
	}

	/** Of a confidence; null: a person gave it. */
	public String percent(Double confidence) {
		return confidence == null ? "" : Math.round(confidence * PERCENT) + " %";
	}

	/** As it stands in an address. */
	public String encoded(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

	/** May say what comments are about. */
	public boolean isMayDecide() {
		return Context.hasPrivilege(RetentionPrivileges.MANAGE_COMMENTS);
	}

	/** May name themes while reading. */
	public boolean isMayName() {
		return isMayDecide() && Context.hasPrivilege(RetentionPrivileges.MANAGE_THEMES);
	}

	/** May note what a comment suggests, to be put to other patients. */
	public boolean isMaySuggest() {
		return Context.hasPrivilege(RetentionPrivileges.MANAGE_SURVEY_RESPONSES);
	}

	/** Where the words of an idea begin: with the comment's own, as far as they fit. */
	public String question(CommentRow row) {
		return StringUtils.left(row.getText(), LONGEST_QUESTION);
	}

	private static CommentService service() {
		return CommentResource.service();
	}
}
