/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openmrs.Concept;
import org.openmrs.ConceptAnswer;
import org.openmrs.ConceptDescription;
import org.openmrs.ConceptName;
import org.openmrs.ConceptNumeric;
import org.openmrs.api.ConceptService;
import org.openmrs.module.retention.metadata.source.CsvRow;
import org.openmrs.module.retention.metadata.source.PackageFormats;
import org.openmrs.module.retention.metadata.source.PackageItem;
import org.openmrs.module.retention.metadata.source.PackageProblem;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionSettings;

/**
 * Concepts of questions and answers, created where there is none with the uuid. A locked dictionary stays as it is, and a
 * name that the dictionary has already is not taken twice: contacts are then recorded without these observations.
 */
class ConceptKind implements PackageKind {

	private static final String LOCKED = "concepts.locked";

	private static final String FULL_NAME = "fully specified name:";

	private static final String SHORT_NAME = "short name:";

	private static final String DESCRIPTION = "description:";

	private final ConceptService concepts;

	private final HostReferences host;

	private final RetentionSettings settings;

	ConceptKind(ConceptService concepts, HostReferences host, RetentionSettings settings) {
		this.concepts = concepts;
		this.host = host;
		this.settings = settings;
	}

	@Override
	public String getKind() {
		return PackageFormats.CONCEPTS;
	}

	@Override
	public PackageChange.Action plan(PackageItem item, LoadContents contents, List<PackageProblem> warnings) {
		CsvRow row = (CsvRow) item.getDefinition();
		if (row.isRetired() || host.has(Concept.class, "uuid", item.getKey())) {
			return PackageChange.Action.NONE;
		}
		List<PackageProblem> obstacles = obstacles(row);
		warnings.addAll(obstacles);
		if (!obstacles.isEmpty()) {
			return PackageChange.Action.NONE;
		}
		for (String answer : answers(row)) {
			if (!host.hasConcept(answer, contents)) {
				warnings.add(warning(row, "answers", "retention.metadata.warning.reference-unknown", answer));
			}
		}
		return PackageChange.Action.CREATE;
	}

	@Override
	public void apply(PackageItem item) {
		CsvRow row = (CsvRow) item.getDefinition();
		Concept concept = "numeric".equalsIgnoreCase(row.get("data type")) ? numeric(row) : new Concept();
		concept.setUuid(row.get("uuid"));
		concept.setConceptClass(concepts.getConceptClassByName(row.get("data class")));
		concept.setDatatype(concepts.getConceptDatatypeByName(row.get("data type")));
		row.getValues().forEach((column, value) -> word(concept, column, value));
		for (String answer : answers(row)) {
			Concept found = answer.indexOf(':') < 0 ? concepts.getConceptByUuid(answer)
				: concepts.getConceptByMapping(answer.substring(answer.indexOf(':') + 1).trim(),
					answer.substring(0, answer.indexOf(':')).trim());
			if (found == null) {
				throw RetentionException.invalid("retention.metadata.error.answer-missing", "answers", answer);
			}
			concept.addAnswer(new ConceptAnswer(found));
		}
		concepts.saveConcept(concept);
	}

	private List<PackageProblem> obstacles(CsvRow row) {
		List<PackageProblem> obstacles = new ArrayList<>();
		if (settings.flag(LOCKED, false)) {
			obstacles.add(warning(row, "", "retention.metadata.warning.concepts-locked"));
		}
		if (!host.hasConceptClass(row.get("data class"))) {
			obstacles.add(
				warning(row, "data class", "retention.metadata.warning.reference-unknown", row.get("data class")));
		}
		if (!host.hasConceptDatatype(row.get("data type"))) {
			obstacles
				.add(warning(row, "data type", "retention.metadata.warning.reference-unknown", row.get("data type")));
		}
		for (Map.Entry<String, String> cell : row.getValues().entrySet()) {
			if (cell.getKey().startsWith(FULL_NAME) && !cell.getValue().isEmpty()
				&& host.hasConceptNamed(cell.getValue(), locale(cell.getKey()))) {
				obstacles.add(warning(row, cell.getKey(), "retention.metadata.warning.name-taken", cell.getValue()));
			}
		}
		return obstacles;
	}

	private static Concept numeric(CsvRow row) {
		ConceptNumeric numeric = new ConceptNumeric();
		numeric.setLowAbsolute(row.has("absolute low") ? Double.valueOf(row.get("absolute low")) : null);
		numeric.setHiAbsolute(row.has("absolute high") ? Double.valueOf(row.get("absolute high")) : null);
		numeric.setAllowDecimal("true".equalsIgnoreCase(row.get("allow decimals")));
		numeric.setUnits(row.has("units") ? row.get("units") : null);
		return numeric;
	}

	private static void word(Concept concept, String column, String value) {
		if (value.isEmpty()) {
			return;
		}
		if (column.startsWith(FULL_NAME)) {
			concept.setFullySpecifiedName(new ConceptName(value, locale(column)));
		} else if (column.startsWith(SHORT_NAME)) {
			concept.setShortName(new ConceptName(value, locale(column)));
		} else if (column.startsWith(DESCRIPTION)) {
			concept.addDescription(new ConceptDescription(value, locale(column)));
		}
	}

	private static List<String> answers(CsvRow row) {
		List<String> answers = new ArrayList<>();
		for (String answer : row.get("answers").split(";")) {
			if (!answer.trim().isEmpty()) {
				answers.add(answer.trim());
			}
		}
		return answers;
	}

	private static Locale locale(String column) {
		return Locale.forLanguageTag(column.substring(column.indexOf(':') + 1).replace('_', '-'));
	}

	private static PackageProblem warning(CsvRow row, String column, String code, Object... arguments) {
		return PackageProblem.warning(row.getLine(), column, code, arguments);
	}
}
