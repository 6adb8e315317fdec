/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.Encounter;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.contact.ContactCircle;
import org.openmrs.module.retention.contact.ContactCircles;
import org.openmrs.module.retention.contact.ContactDecision;
import org.openmrs.module.retention.contact.ContactProfiles;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.DefinitionJson;
import org.openmrs.module.retention.shared.Languages;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.shared.SystemActions;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyDefinition;
import org.openmrs.module.retention.survey.Surveys;

/** Whether somebody may be invited, who is reached, and what the invitation then says. */
@RequiredArgsConstructor
class InvitationRules {

	private static final int LONGEST_KEY = 100;

	private static final String SAD_NEWS = "retention.contact.reason.sad-news";

	private final InvitationDao dao;

	private final Surveys surveys;

	private final ContactCircles circles;

	private final ContactProfiles profiles;

	private final ContactService contacts;

	private final Sites sites;

	private final Clock clock;

	/** Of what was asked for, or a refusal that names what is wrong with it. */
	InvitationDraft draft(InvitationRequest request, Survey survey) {
		Patient patient = known("patient", request.getPatient(), dao.patient(request.getPatient()));
		Encounter encounter = request.getEncounter() == null ? null
			: known("encounter", request.getEncounter(), dao.encounter(request.getEncounter()));
		if (encounter != null && !encounter.getPatient().equals(patient)) {
			throw RetentionException.invalid("retention.survey.error.encounter-of-another", "encounter");
		}
		if (request.getLanguage() != null && !Languages.isKnown(request.getLanguage())) {
			throw RetentionException.invalid("retention.survey.error.language-unknown", "language", request.getLanguage());
		}
		if (StringUtils.length(request.getKey()) > LONGEST_KEY) {
			throw RetentionException.invalid("retention.question.error.too-long", "key", LONGEST_KEY);
		}
		Location location = encounter == null ? null : encounter.getLocation();
		Site site = sites.siteOf(location);
		Instant now = clock.instant();
		LocalDate day = site.dayOf(now);
		Person reached = dao.person(circle(patient, now).inOrder(day).get(0));
		return InvitationDraft.builder().survey(survey).patient(patient).reached(reached)
			.channel(request.getChannel() == null ? Channel.IN_PERSON : request.getChannel())
			.language(request.getLanguage() == null ? profiles.languageOf(reached) : request.getLanguage())
			.encounter(encounter).location(location).provider(encounter == null ? null : dao.providerOf(encounter))
			.taskId(request.getTaskId()).key(key(request, reached, day)).expiresAt(expiry(survey, site, day)).build();
	}

	/** Refuses whom the clinic does not ask now: another has just been asked there, or the contact policy says no. */
	void require(InvitationDraft draft) {
		if (draft.getSurvey().getRetired()) {
			throw RetentionException.conflict("retention.survey.error.survey-retired", "survey");
		}
		ContactDecision decision = SystemActions.asSystem(Collections.singletonList(RetentionPrivileges.GET_CONTACTS),
			() -> contacts.mayContact(draft.getPatient(), Purpose.SURVEY, draft.getChannel(), draft.getLocation(),
				clock.instant()));
		boolean mourning = SAD_NEWS.equals(decision.getReason());
		if (decision.getVerdict() == ContactDecision.Verdict.SUPPRESSED || mourning) {
			throw RetentionException.conflict("retention.survey.error.not-to-be-asked", "patient",
				StringUtils.substringAfterLast(decision.getReason(), "."));
		}
		coolDown(draft);
	}

	private void coolDown(InvitationDraft draft) {
		SurveyDefinition definition = surveys.definition(draft.getSurvey().getId(), draft.getSurvey().getSurveyVersion());
		Site site = sites.siteOf(draft.getLocation());
		Instant since = clock.instant().atZone(site.getZone()).minus(definition.coolDownPeriod()).toInstant();
		SurveyInvitation other = dao.newestOf(reachedWith(draft), since);
		if (other != null && !definition.coolDownPeriod().isZero()) {
			LocalDate until = site.dayOf(other.getCreatedAt()).plus(definition.coolDownPeriod());
			throw RetentionException.conflict("retention.survey.error.cool-down", "patient", until.toString());
		}
	}

	/** A child of whom no guardian is known is reached where its brothers and sisters are. */
	Collection<Integer> reachedWith(InvitationDraft draft) {
		Integer reached = draft.getReached().getPersonId();
		boolean childAlone = reached.equals(draft.getPatient().getPatientId())
			&& circle(draft.getPatient(), clock.instant()).isMinor(sites.siteOf(draft.getLocation()).dayOf(clock.instant()));
		return childAlone ? dao.household(reached) : Collections.singleton(reached);
	}

	private ContactCircle circle(Patient patient, Instant at) {
		List<Integer> one = Collections.singletonList(patient.getPatientId());
		return circles.ofAll(one, at).get(patient.getPatientId());
	}

	/** Nobody has named a key: one invitation a day. */
	static boolean isKeyOfADay(InvitationRequest request) {
		return request.getKey() == null && request.getTaskId() == null;
	}

	private static String key(InvitationRequest request, Person reached, LocalDate day) {
		if (isKeyOfADay(request)) {
			return DefinitionJson.checksum("day\n" + request.getSurvey() + "\n" + reached.getUuid() + "\n" + day);
		}
		return DefinitionJson.checksum(
			request.getKey() != null ? "given\n" + request.getKey() : "task\n" + request.getTaskId());
	}

	/** The end of the last day. */
	private Instant expiry(Survey survey, Site site, LocalDate day) {
		SurveyDefinition definition = surveys.definition(survey.getId(), survey.getSurveyVersion());
		return day.plus(definition.expiresPeriod()).plusDays(1).atStartOfDay(site.getZone()).toInstant();
	}

	private static <T> T known(String field, String uuid, T found) {
		if (found == null) {
			throw RetentionException.invalid("retention.survey.error.unknown-reference", field, field,
				StringUtils.left(String.valueOf(uuid), LONGEST_KEY));
		}
		return found;
	}
}
