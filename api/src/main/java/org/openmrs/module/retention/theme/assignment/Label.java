/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.assignment;

import java.time.Instant;
import java.util.List;
import lombok.Value;
import org.openmrs.module.retention.question.TextKind;

/** What a person has said that a comment is about. */
@Value
public class Label {

	String comment;

	String text;

	TextKind textKind;

	Instant readAt;

	/** Codes of themes in use, the first confirmed first; empty: none fits. */
	List<String> themes;

	/** Whether it has themes that are retired: what else it is about is not known. */
	boolean retired;
}
