/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.comment;

import java.time.LocalDate;
import lombok.Builder;
import lombok.Value;
import org.openmrs.Location;
import org.openmrs.module.retention.question.TextKind;

/** Words that were said, on their way to be kept. */
@Value
@Builder
public class CommentDraft {

	Comment.Source source;

	String sourceUuid;

	/** Of the survey or protocol that asked. */
	String questionnaireUuid;

	String question;

	/** Null: {@code UNSPECIFIC}. */
	TextKind textKind;

	String text;

	/** Tag of the language in which it was asked; null: not known. */
	String language;

	LocalDate saidOn;

	/** Null: not known, or not to be told. */
	Location location;

	/** Whether it can be read at once. */
	boolean released;
}
