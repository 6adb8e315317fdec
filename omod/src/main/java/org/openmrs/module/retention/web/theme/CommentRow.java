/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.theme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.comment.Comment;
import org.openmrs.module.retention.question.TextKind;
import org.openmrs.module.retention.theme.assignment.CommentReading;
import org.openmrs.module.retention.theme.assignment.CommentService;
import org.openmrs.module.retention.theme.assignment.ThemeAssignment;

/** A comment with its themes, read together for a whole page. */
@RequiredArgsConstructor
@Getter
public class CommentRow {

	private final CommentReading reading;

	private final List<ThemeAssignment> assignments;

	static List<CommentRow> of(List<CommentReading> readings) {
		Map<String, List<ThemeAssignment>> byComment = new HashMap<>();
		Context.getService(CommentService.class)
			.getAssignments(readings.stream().map(CommentReading::getUuid).collect(Collectors.toList()))
			.forEach(a -> byComment.computeIfAbsent(a.getComment().getUuid(), any -> new ArrayList<>()).add(a));
		return readings.stream().map(r -> new CommentRow(r, byComment.getOrDefault(r.getUuid(), new ArrayList<>())))
			.collect(Collectors.toList());
	}

	public String getUuid() {
		return reading.getUuid();
	}

	Comment getComment() {
		return reading.getComment();
	}

	public String getText() {
		return getComment().getText();
	}

	/** Tag; null: nothing tells. */
	public String getLanguage() {
		return getComment().getLanguage();
	}

	public TextKind getTextKind() {
		return getComment().getTextKind();
	}

	public LocalDate getSaidOn() {
		return getComment().getSaidOn();
	}

	/** Null: not known, or not to be told. */
	public String getPlace() {
		return getComment().getLocation() == null ? null : getComment().getLocation().getName();
	}
}
