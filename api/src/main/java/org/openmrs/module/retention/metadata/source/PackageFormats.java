/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata.source;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.openmrs.module.retention.calendar.CalendarDefinition;
import org.openmrs.module.retention.calendar.CalendarValidator;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.ProtocolValidator;
import org.openmrs.module.retention.survey.SurveyDefinition;
import org.openmrs.module.retention.survey.SurveyValidator;
import org.openmrs.module.retention.theme.taxonomy.TaxonomyDefinition;
import org.openmrs.module.retention.theme.taxonomy.TaxonomyValidator;

/** The kinds of files there are, in the order in which they are loaded: what is referred to comes before what refers. */
public final class PackageFormats {

	public static final String ATTRIBUTE_TYPES = "attributetypes";

	public static final String PERSON_ATTRIBUTE_TYPES = "personattributetypes";

	public static final String ENCOUNTER_TYPES = "encountertypes";

	public static final String CONCEPTS = "concepts";

	public static final String SETTINGS = "settings";

	public static final String ROLES = "roles";

	public static final String CALENDARS = "calendars";

	public static final String PROTOCOLS = "protocols";

	public static final String SURVEYS = "surveys";

	public static final String THEMES = "themes";

	private static final List<PackageFormat> ALL = Collections.unmodifiableList(Arrays.asList(
		CsvFormat.of(ATTRIBUTE_TYPES, "uuid").required("uuid", "entity name", "name").optional("void/retire", "description",
			"min occurs", "max occurs", "datatype classname", "datatype config", "preferred handler classname",
			"handler config").check(CsvRules::attributeType),
		CsvFormat.of(PERSON_ATTRIBUTE_TYPES, "uuid").required("uuid", "name").optional("void/retire", "description",
			"format", "foreign uuid", "searchable").check(CsvRules::shortNamed),
		CsvFormat.of(ENCOUNTER_TYPES, "uuid").required("uuid", "name").optional("void/retire", "description",
			"view privilege", "edit privilege").check(CsvRules::shortNamed),
		CsvFormat.of(CONCEPTS, "uuid").required("uuid", "data class", "data type", "fully specified name:en")
			.optional("void/retire", "answers", "same as mappings", "absolute low", "absolute high", "allow decimals",
				"units")
			.optionalByLocale("fully specified name", "short name", "description").check(CsvRules::concept),
		CsvFormat.of(SETTINGS, "property").required("property", "value").optional("description").check(CsvRules::setting),
		CsvFormat.of(ROLES, "role", "privilege").required("role", "privilege").check(CsvRules::role),
		new YamlFormat<>(CALENDARS, CalendarDefinition.class, c -> new CalendarValidator().validate(c),
			CalendarDefinition::getUuid, CalendarDefinition::getName),
		new YamlFormat<>(PROTOCOLS, ProtocolDefinition.class, p -> new ProtocolValidator().validate(p),
			ProtocolDefinition::getUuid, ProtocolDefinition::getName),
		new YamlFormat<>(SURVEYS, SurveyDefinition.class, s -> new SurveyValidator().validate(s),
			SurveyDefinition::getUuid, SurveyDefinition::getName),
		new YamlFormat<>(THEMES, TaxonomyDefinition.class, t -> new TaxonomyValidator().validate(t),
			TaxonomyDefinition::getUuid, TaxonomyDefinition::getName)));

	private PackageFormats() {
	}

	public static List<PackageFormat> all() {
		return ALL;
	}

	/** Null when there is no such kind. */
	static PackageFormat of(String kind) {
		return ALL.stream().filter(f -> f.getKind().equals(kind)).findFirst().orElse(null);
	}

	static int order(String kind) {
		for (int i = 0; i < ALL.size(); i++) {
			if (ALL.get(i).getKind().equals(kind)) {
				return i;
			}
		}
		return ALL.size();
	}
}
