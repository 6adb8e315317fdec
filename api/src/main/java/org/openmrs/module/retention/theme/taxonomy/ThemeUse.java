/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.taxonomy;

import java.util.Collection;
import org.openmrs.module.retention.shared.Occasion;

/** Where themes are given to comments; told in the transaction of the change. */
public interface ThemeUse {

	/** What had the first has the second from now on. */
	void merge(Theme from, Theme into, Occasion occasion);

	/**
	 * The comments that have the first have the second instead.
	 *
	 * @param comments uuids; others than those that have the first are refused
	 */
	void split(Theme from, Theme to, Collection<String> comments, Occasion occasion);

	/** The comments have it too, as a person says. */
	void give(Theme theme, Collection<String> comments, Occasion occasion);

	/** It is not proposed any more; what people have confirmed stays. */
	void withdraw(Theme theme, Occasion occasion);
}
