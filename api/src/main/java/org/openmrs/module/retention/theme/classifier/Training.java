/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import java.util.List;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;

/** A model, and what models that had not seen the comment chose for each of those it has learnt from. */
@Getter
@AllArgsConstructor(access = AccessLevel.PACKAGE)
public final class Training {

	private final ThemeModel model;

	/** A theme per comment, in the order in which the comments were given. */
	private final List<String> chosenUnseen;
}
