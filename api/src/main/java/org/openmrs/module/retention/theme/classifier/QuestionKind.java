/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

/** What a comment answers, which changes what its words mean: "Nothing" is praise for one question and blame for another. */
public enum QuestionKind {
	/** What was good? */
	GOOD,
	/** What could be better? */
	BETTER,
	/** Anything else, or nobody knows. */
	UNSPECIFIC
}
