/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.today;

import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.module.retention.followup.task.WorklistSearch;
import org.openmrs.module.retention.shared.RetentionException;

/** What part of the list is looked at; goes along from page to page in the addresses and forms. */
public final class ListFilters {

	private static final String[] NAMES = { "assignee", "role", "location", "purpose", "callable", "language" };

	private static final int MAX_FIRST = 1_000_000;

	private static final int MAX_LENGTH = 255;

	private final Map<String, String> chosen;

	private final int first;

	private ListFilters(Map<String, String> chosen, int first) {
		this.chosen = chosen;
		this.first = first;
	}

	/** An empty choice is none. */
	public static ListFilters of(HttpServletRequest request) {
		return of(request.getParameterMap());
	}

	static ListFilters of(Map<String, String[]> fields) {
		Map<String, String> chosen = new LinkedHashMap<>();
		for (String name : NAMES) {
			String value = value(fields, name);
			if (value != null && !value.trim().isEmpty()) {
				if (value.length() > MAX_LENGTH) {
					throw RetentionException.invalid("retention.web.error.blank-parameter", name, name);
				}
				chosen.put(name, value.trim());
			}
		}
		return new ListFilters(chosen, row(value(fields, "first")));
	}

	private static String value(Map<String, String[]> fields, String name) {
		return fields.containsKey(name) ? fields.get(name)[0] : null;
	}

	private static int row(String text) {
		if (text == null || text.isEmpty()) {
			return 0;
		}
		if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) > MAX_FIRST) {
			throw RetentionException.invalid("retention.web.error.start-index", "first");
		}
		return Integer.parseInt(text);
	}

	public WorklistSearch search() {
		return WorklistSearch.builder().assignee(chosen.get("assignee")).role(chosen.get("role"))
			.location(chosen.get("location")).purpose(chosen.get("purpose")).callable(chosen.get("callable"))
			.language(chosen.get("language")).build();
	}

	public int getFirst() {
		return first;
	}

	/** The choice of that name; empty when there is none. */
	public String chosen(String name) {
		return chosen.getOrDefault(name, "");
	}

	/** For forms: each as a hidden field. */
	public Map<String, String> getChosen() {
		return chosen;
	}

	/** As a query; empty for the whole list from its beginning. */
	public String getQuery() {
		return query(chosen);
	}

	/** The same part from another row on, as a query. */
	String from(int row) {
		Map<String, String> all = new LinkedHashMap<>(chosen);
		if (row > 0) {
			all.put("first", String.valueOf(row));
		}
		return query(all);
	}

	/** Of filters by their names. */
	public static String query(Map<String, String> values) {
		return values.isEmpty() ? ""
			: values.entrySet().stream().map(value -> value.getKey() + "=" + encoded(value.getValue()))
				.collect(Collectors.joining("&", "?", ""));
	}

	private static String encoded(String value) {
		try {
			return URLEncoder.encode(value, "UTF-8");
		}
		catch (UnsupportedEncodingException e) {
			throw new IllegalStateException(e);
		}
	}
}
