/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.openmrs.module.retention.RetentionMetadata;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.openmrs.module.retention.shared.SystemActions;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyDefinition;
import org.openmrs.module.retention.survey.Surveys;

/** Whether somebody may be invited, who is reached, and what the invitation then says. */
@RequiredArgsConstructor
class InvitationRules {

	private static final int LONGEST_KEY = 100;

	private static final Duration LOOKED_BACK = Duration.ofDays(365);

	private static final String SAD_NEWS = "retention.contact.reason.sad-news";

	private final InvitationDao dao;

	private final Surveys surveys;

	private final ContactCircles circles;

	private final ContactProfiles profiles;

	private final ContactService contacts;

	private final Sites sites;

	private final RetentionSettings settings;

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

	/** Before anybody is asked, and without asking. */
	InvitationOutlook outlook(Patient patient) {
		Instant now = clock.instant();
		LocalDate day = sites.siteOf(null).dayOf(now);
		Person reached = dao.person(circle(patient, now).inOrder(day).get(0));
		ContactDecision decision = decide(patient, Channel.IN_PERSON, null);
		Encounter visit = dao.newestVisit(patient, Date.from(now.minus(LOOKED_BACK)), conversations());
		return InvitationOutlook.builder().reached(reached).refusal(isRefused(decision) ? decision.getReason() : null)
			.last(dao.newestOf(reachedWith(patient, reached, null), now.minus(LOOKED_BACK)))
			.encounter(visit == null ? null : visit.getUuid())
			.encounterAt(visit == null ? null : visit.getEncounterDatetime().toInstant()).build();
	}

	private Collection<String> conversations() {
		return Arrays.asList(RetentionMetadata.CONTACT_ENCOUNTER_TYPE,
			settings.text(RetentionSettings.CHART_ENCOUNTER_TYPE, RetentionMetadata.CONTACT_ENCOUNTER_TYPE));
	}

	/** Refuses whom the clinic does not ask now: another has just been asked there, or the contact policy says no. */
	void require(InvitationDraft draft) {
		if (draft.getSurvey().getRetired()) {
			throw RetentionException.conflict("retention.survey.error.survey-retired", "survey");
		}
		ContactDecision decision = decide(draft.getPatient(), draft.getChannel(), draft.getLocation());
		if (isRefused(decision)) {
			throw RetentionException.conflict("retention.survey.error.not-to-be-asked", "patient",
				StringUtils.substringAfterLast(decision.getReason(), "."));
		}
		coolDown(draft);
	}

	private ContactDecision decide(Patient patient, Channel channel, Location location) {
		return SystemActions.asSystem(Collections.singletonList(RetentionPrivileges.GET_CONTACTS),
			() -> contacts.mayContact(patient, Purpose.SURVEY, channel, location, clock.instant()));
	}

	private static boolean isRefused(ContactDecision decision) {
		return decision.getVerdict() == ContactDecision.Verdict.SUPPRESSED || SAD_NEWS.equals(decision.getReason());
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

	Collection<Integer> reachedWith(InvitationDraft draft) {
		return reachedWith(draft.getPatient(), draft.getReached(), draft.getLocation());
	}

	/**
	 * Who counts as one with the person who is reached. A child of whom no guardian is known is reached where everybody is who
	 * shares its number, and they are where it is; adults who share one are two.
	 */
	private Collection<Integer> reachedWith(Patient patient, Person person, Location location) {
		Integer reached = person.getPersonId();
		Instant now = clock.instant();
		LocalDate day = sites.siteOf(location).dayOf(now);
		Set<Integer> household = dao.household(reached);
		boolean childAlone = reached.equals(patient.getPatientId()) && circle(patient, now).isMinor(day);
		if (!childAlone && household.size() > 1) {
			Map<Integer, ContactCircle> circles = this.circles.ofAll(household, now);
			household.removeIf(one -> !one.equals(reached) && !isMinor(circles.get(one), day));
		}
		return household;
	}

	private static boolean isMinor(ContactCircle circle, LocalDate day) {
		return circle != null && circle.isMinor(day);
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
