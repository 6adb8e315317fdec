/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.assignment;

import java.time.LocalDate;
import lombok.Builder;
import lombok.Value;
import org.openmrs.Location;
import org.openmrs.module.retention.comment.Comment;
import org.openmrs.module.retention.question.TextKind;
import org.openmrs.module.retention.theme.taxonomy.Theme;

/** Which comments, and what first; what is null does not restrict. Only those that can be read are found. */
@Value
@Builder
public class CommentSearch {

	/** What first. */
	public enum Order {
		/** The latest; of one day or week in no order that says anything. */
		LATEST,
		/** Those whose themes would teach most. */
		TEACHING,
		/** By lot, another lot each day. */
		SAMPLE
	}

	@Builder.Default
	Order order = Order.LATEST;

	/** Or one below it. */
	Theme theme;

	/** What the comment's theme is; null: proposed or confirmed. Only with a theme. */
	AssignmentStatus themeStatus;

	CommentReading.Status reading;

	/** True: the pile that no theme explains. */
	boolean unexplained;

	Comment.Source source;

	TextKind textKind;

	/** Tag of the language that it seems to be written in. */
	String language;

	/** Uuid of the survey or protocol that asked. */
	String questionnaire;

	Location location;

	/** First and last day; of what is not identified by the Monday of its week. */
	LocalDate from;

	LocalDate to;

	/** Has these words in it, whatever their case. */
	String contains;
}
