/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import java.util.Objects;
import lombok.Value;
import org.openmrs.module.retention.question.TextKind;

/** What somebody wrote or said, and the kind of question it answers. */
@Value
public class CommentText {

	String text;

	TextKind question;

	public CommentText(String text, TextKind question) {
		this.text = Objects.requireNonNull(text, "text");
		this.question = Objects.requireNonNull(question, "question");
	}

	public static CommentText of(String text) {
		return new CommentText(text, TextKind.UNSPECIFIC);
	}
}
