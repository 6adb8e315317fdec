/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import java.util.List;
import org.openmrs.ConceptDatatype;
import org.openmrs.module.retention.chart.ChartAnswers;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.followup.protocol.TriggerType;
import org.openmrs.module.retention.metadata.source.PackageFormats;
import org.openmrs.module.retention.metadata.source.PackageItem;
import org.openmrs.module.retention.metadata.source.PackageProblem;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyDefinition;
import org.openmrs.module.retention.survey.SurveyService;

/**
 * Surveys. A changed definition is a new version; a concept that this server lacks, and a recovery that no protocol waits for,
 * are warnings, for the rest of the survey works without.
 */
class SurveyPackageKind implements PackageKind {

	private final SurveyService surveys;

	private final ProtocolService protocols;

	private final HostReferences host;

	SurveyPackageKind(SurveyService surveys, ProtocolService protocols, HostReferences host) {
		this.surveys = surveys;
		this.protocols = protocols;
		this.host = host;
	}

	@Override
	public String getKind() {
		return PackageFormats.SURVEYS;
	}

	@Override
	public PackageChange.Action plan(PackageItem item, LoadContents contents, List<PackageProblem> warnings) {
		SurveyDefinition definition = (SurveyDefinition) item.getDefinition();
		for (int i = 0; i < definition.getQuestions().size(); i++) {
			question("questions[" + i + "]", definition.getQuestions().get(i), item, contents, warnings);
		}
		for (int i = 0; i < definition.getRecovery().size(); i++) {
			String event = definition.getRecovery().get(i).eventName();
			if (!isAwaited(event, contents)) {
				warnings.add(PackageProblem.warning(item.lineOf("recovery[" + i + "]"), "recovery[" + i + "]",
					"retention.metadata.warning.event-not-awaited", event));
			}
		}
		Survey stored = surveys.getSurveyByUuid(definition.getUuid());
		if (stored == null) {
			return PackageChange.Action.CREATE;
		}
		return stored.saysTheSameAs(definition) ? PackageChange.Action.NONE : PackageChange.Action.UPDATE;
	}

	@Override
	public void apply(PackageItem item) {
		surveys.saveSurvey((SurveyDefinition) item.getDefinition());
	}

	private boolean isAwaited(String event, LoadContents contents) {
		return contents.definitions(ProtocolDefinition.class).anyMatch(p -> event.equals(p.getTrigger().getEvent()))
			|| protocols.getActiveProtocols(TriggerType.EVENT).stream()
				.anyMatch(p -> event.equals(p.getDefinition().getTrigger().getEvent()));
	}

	private void question(String path, Question question, PackageItem item, LoadContents contents,
		List<PackageProblem> warnings) {
		concept(path + ".concept", question.getConcept(), item, contents, warnings);
		ConceptDatatype datatype = question.getConcept() == null ? null : host.datatypeOf(question.getConcept());
		if (datatype != null && !ChartAnswers.fits(question.getType(), datatype)) {
			throw RetentionException.invalid("retention.metadata.error.concept-datatype", path + ".concept",
				question.getConcept(), datatype.getName(), question.getType());
		}
		for (int i = 0; i < question.getOptions().size(); i++) {
			concept(path + ".options[" + i + "].concept", question.getOptions().get(i).getConcept(), item, contents,
				warnings);
		}
	}

	private void concept(String path, String reference, PackageItem item, LoadContents contents,
		List<PackageProblem> warnings) {
		if (reference != null && !host.hasConcept(reference, contents)) {
			warnings.add(PackageProblem.warning(item.lineOf(path), path, "retention.metadata.warning.reference-unknown",
				reference));
		}
	}
}
