/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import java.util.List;
import org.openmrs.module.retention.followup.planning.RehearsalReport;
import org.openmrs.module.retention.followup.planning.RehearsalService;
import org.openmrs.module.retention.followup.protocol.AssignmentLink;
import org.openmrs.module.retention.followup.protocol.EncounterFilter;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ObservationFilter;
import org.openmrs.module.retention.followup.protocol.PatientFilter;
import org.openmrs.module.retention.followup.protocol.ProtocolDefinition;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.followup.protocol.StepDefinition;
import org.openmrs.module.retention.metadata.source.PackageFormats;
import org.openmrs.module.retention.metadata.source.PackageItem;
import org.openmrs.module.retention.metadata.source.PackageProblem;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.survey.Survey;

/**
 * Follow-up protocols. A changed definition is a new version; a reference to what this server lacks is a warning, for the
 * rest of the protocol works without it.
 */
class ProtocolKind implements PackageKind {

	private final ProtocolService protocols;

	private final RehearsalService rehearsals;

	private final HostReferences host;

	ProtocolKind(ProtocolService protocols, RehearsalService rehearsals, HostReferences host) {
		this.protocols = protocols;
		this.rehearsals = rehearsals;
		this.host = host;
	}

	@Override
	public String getKind() {
		return PackageFormats.PROTOCOLS;
	}

	@Override
	public PackageChange.Action plan(PackageItem item, LoadContents contents, List<PackageProblem> warnings) {
		ProtocolDefinition definition = (ProtocolDefinition) item.getDefinition();
		new References(item, contents, warnings).check(definition);
		FollowUpProtocol stored = protocols.getProtocolByUuid(definition.getUuid());
		if (stored == null) {
			return PackageChange.Action.CREATE;
		}
		return stored.saysTheSameAs(definition) ? PackageChange.Action.NONE : PackageChange.Action.UPDATE;
	}

	@Override
	public RehearsalReport rehearse(PackageItem item, int days) {
		ProtocolDefinition definition = (ProtocolDefinition) item.getDefinition();
		return definition.getTrigger().getType().isRehearsable() ? rehearsals.rehearseDefinition(definition, days, null)
			: null;
	}

	@Override
	public void apply(PackageItem item) {
		protocols.saveProtocol((ProtocolDefinition) item.getDefinition());
	}

	/** Walks a definition and warns of each reference that leads nowhere. */
	private final class References {

		private final PackageItem item;

		private final LoadContents contents;

		private final List<PackageProblem> warnings;

		References(PackageItem item, LoadContents contents, List<PackageProblem> warnings) {
			this.item = item;
			this.contents = contents;
			this.warnings = warnings;
		}

		void check(ProtocolDefinition definition) {
			filter("trigger.filter", definition.getTrigger().getFilter());
			concept("trigger.concept", definition.getTrigger().getConcept());
			filter("trigger.absent", definition.getTrigger().getAbsent());
			filter("fulfilledBy", definition.getFulfilledBy());
			patients(definition.getPatients());
			for (int i = 0; i < definition.getSteps().size(); i++) {
				StepDefinition step = definition.getSteps().get(i);
				for (int j = 0; j < step.getAssignment().size(); j++) {
					link("steps[" + i + "].assignment[" + j + "]", step.getAssignment().get(j));
				}
				warnUnless(step.getSurvey() == null || contents.define(PackageFormats.SURVEYS, step.getSurvey())
					|| host.has(Survey.class, "uuid", step.getSurvey()), "steps[" + i + "].survey", step.getSurvey());
				for (int j = 0; j < step.getScript().getQuestions().size(); j++) {
					question("steps[" + i + "].script.questions[" + j + "]", step.getScript().getQuestions().get(j));
				}
			}
		}

		private void filter(String path, EncounterFilter filter) {
			if (filter == null) {
				return;
			}
			filter.getEncounterTypes().forEach(
				uuid -> warnUnless(host.hasEncounterType(uuid, contents), path + ".encounterTypes", uuid));
			filter.getForms().forEach(uuid -> warnUnless(host.hasForm(uuid), path + ".forms", uuid));
			filter.getVisitTypes()
				.forEach(uuid -> warnUnless(host.hasVisitType(uuid), path + ".visitTypes", uuid));
			filter.getLocations().forEach(uuid -> warnUnless(host.hasLocation(uuid), path + ".locations", uuid));
			ObservationFilter observation = filter.getObservation();
			if (observation != null) {
				concept(path + ".observation.concept", observation.getConcept());
				observation.getAnswers().forEach(answer -> concept(path + ".observation.answers", answer));
			}
		}

		private void patients(PatientFilter patients) {
			if (patients != null) {
				patients.getGroups().forEach(uuid -> warnUnless(host.hasGroup(uuid), "patients.groups", uuid));
				patients.getExceptGroups().forEach(uuid -> warnUnless(host.hasGroup(uuid), "patients.exceptGroups", uuid));
			}
		}

		private void link(String path, AssignmentLink link) {
			String provider = link.getProvider();
			warnUnless(provider == null || "any".equals(provider) || host.hasEncounterRole(provider), path + ".provider",
				provider);
			warnUnless(link.getRole() == null || host.hasRole(link.getRole()), path + ".role", link.getRole());
			warnUnless(link.getUser() == null || host.hasUser(link.getUser()), path + ".user", link.getUser());
		}

		private void question(String path, Question question) {
			concept(path + ".concept", question.getConcept());
			for (int i = 0; i < question.getOptions().size(); i++) {
				concept(path + ".options[" + i + "].concept", question.getOptions().get(i).getConcept());
			}
		}

		private void concept(String path, String reference) {
			warnUnless(reference == null || host.hasConcept(reference, contents), path, reference);
		}

		private void warnUnless(boolean found, String path, String reference) {
			if (!found) {
				warnings.add(PackageProblem.warning(item.lineOf(path), path, "retention.metadata.warning.reference-unknown",
					reference));
			}
		}
	}
}
