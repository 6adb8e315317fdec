/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.taxonomy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import lombok.Builder;
import lombok.Singular;
import lombok.Value;
import lombok.extern.jackson.Jacksonized;
import org.openmrs.module.retention.question.LocalizedText;

/** What a theme is, as a package or a person words it. */
@Value
@Builder(toBuilder = true)
@Jacksonized
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public class ThemeDefinition {

	/** Fixed for ever; null: a new theme gets one. */
	String uuid;

	/** Fixed for ever and unique, lower case and dashes: models know themes by it. Null: a new theme gets one. */
	String code;

	/** Code of the theme above; null: none. */
	String parent;

	LocalizedText name;

	/** What belongs to it and what does not; null: nobody said. */
	LocalizedText description;

	/** By language: phrases that speak for it as long as it has not been learnt, {@code wait*} with any ending. */
	Map<String, List<String>> phrases;

	/** What it is in published taxonomies, {@code source:code}. */
	@Singular(ignoreNullCollections = true)
	List<String> mappings;

	/** Not to be given to comments any more. */
	boolean retired;
}
