/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.quality;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.shared.RetentionSettings;

/** What is looked at in a contact: those of the setting, else the shipped ones. */
@RequiredArgsConstructor
class Criteria {

	/** Each has a text in every language. */
	static final List<String> SHIPPED = Collections.unmodifiableList(
		Arrays.asList("greeting", "identity", "script", "listening", "safety", "next-step", "record"));

	static final int MOST = 12;

	private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	private static final int LONGEST = 40;

	private final RetentionSettings settings;

	/** What cannot be a key is left out; none left: the shipped ones. */
	List<String> inForce() {
		List<String> named = settings.list(RetentionSettings.QUALITY_CRITERIA).stream()
			.filter(key -> key.length() <= LONGEST && KEY.matcher(key).matches()).distinct().limit(MOST)
			.collect(Collectors.toList());
		return named.isEmpty() ? SHIPPED : named;
	}
}
