/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.retention.survey.SurveyFixture.aSurvey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Date;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Encounter;
import org.openmrs.EncounterRole;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.PersonAttributeType;
import org.openmrs.Provider;
import org.openmrs.RelationshipType;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.contact.ContactCircles;
import org.openmrs.module.retention.contact.ContactProfiles;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.attempt.AttemptRequest;
import org.openmrs.module.retention.followup.attempt.AttemptResult;
import org.openmrs.module.retention.followup.attempt.ContactAttemptService;
import org.openmrs.module.retention.followup.attempt.Disposition;
import org.openmrs.module.retention.followup.attempt.Escalation;
import org.openmrs.module.retention.followup.protocol.Protocols;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.SurveyService;
import org.openmrs.module.retention.survey.Surveys;
import org.springframework.beans.factory.annotation.Autowired;

class SurveyInvitationIT extends RetentionIT {

	private static final Page ALL = new Page(0, 100);

	@Autowired
	private InvitationDao dao;

	@Autowired
	private Surveys surveys;

	@Autowired
	private ContactCircles circles;

	@Autowired
	private ContactProfiles profiles;

	@Autowired
	private Sites sites;

	@Autowired
	private Protocols protocols;

	private Clinic clinic;

	private Patient patient;

	private Survey survey;

	private Instant now = NOW;

	@BeforeEach
	void aClinic() {
		clinic = new Clinic(sessionFactory);
		clinic.setting(RetentionSettings.TIMEZONE, "Europe/Oslo");
		patient = clinic.aPatient("Anna");
		survey = survey("P14D", "P30D");
	}

	@Test
	void invite_shouldTellTheSecretOnce_andStoreItsHashAlone() {
		IssuedInvitation issued = invite(patient, survey);
		SurveyInvitation invitation = issued.getInvitation();
		assertThat(invitation.getStatus()).isEqualTo(InvitationStatus.CREATED);
		assertThat(invitation.getSurveyVersion()).isEqualTo(1);
		assertThat(invitation.getReached()).isEqualTo(patient);
		assertThat(invitation.getExpiresAt()).isEqualTo(Instant.parse("2026-12-05T23:00:00Z"));
		assertThat(dao.lockByTokenHash(issued.getToken().hash())).isEqualTo(invitation);
		assertThat(dao.lockByTokenHash(issued.getToken().getText())).isNull();

		IssuedInvitation again = invite(patient, survey);
		assertThat(again.getInvitation()).isEqualTo(invitation);
		assertThat(again.getToken()).isNull();
	}

	@Test
	void renewLink_shouldLeaveTheOldOneToLeadNowhere() {
		IssuedInvitation issued = invite(patient, survey);
		IssuedInvitation renewed = service().renewLink(issued.getInvitation(), issued.getInvitation().getVersion());
		flushAndClear();
		assertThat(dao.lockByTokenHash(issued.getToken().hash())).isNull();
		assertThat(dao.lockByTokenHash(renewed.getToken().hash())).isNotNull();
		SurveyInvitation stored = service().getInvitationByUuid(issued.getInvitation().getUuid());
		assertCode("stale-version", () -> service().renewLink(stored, 99));
		now = NOW.plus(Duration.ofDays(20));
		assertCode("invitation-over", () -> service().renewLink(stored, null));
		now = NOW;
		service().transitionInvitation(stored, InvitationStatus.WITHDRAWN, stored.getVersion(), "moved away");
		assertCode("invitation-over", () -> service().renewLink(stored, null));
	}

	@Test
	void link_shouldNotBe_whereTheSurveyIsAskedFaceToFace() {
		Survey asked = Context.getService(SurveyService.class)
			.saveSurvey(aSurvey().clearModes().mode(SurveyMode.INTERVIEW_OTHER).build());
		IssuedInvitation issued = invite(patient, asked);
		assertThat(issued.getToken()).as("it is new").isNotNull();
		assertThat(issued.getPath()).isNull();
		assertCode("link-none", () -> service().renewLink(issued.getInvitation(), null));
	}

	@Test
	void invite_shouldKeepOneKeyToOneInvitation() {
		SurveyInvitation first = invite(request(patient, survey).key("visit-1")).getInvitation();
		assertThat(invite(request(patient, survey).key("visit-1")).getInvitation()).isEqualTo(first);
		assertCode("key-taken", () -> invite(request(clinic.aPatient("Other"), survey).key("visit-1")));
		assertThatThrownBy(() -> invite(request(patient, survey).key(String.join("", Collections.nCopies(101, "k")))))
			.isInstanceOfSatisfying(RetentionException.class, e -> assertThat(e.getField()).isEqualTo("key"));
	}

	@Test
	void invite_shouldAskAPersonOnceInAWhile_whateverTheSurvey() {
		SurveyInvitation first = invite(patient, survey).getInvitation();
		Survey other = survey("P14D", "P30D");
		now = NOW.plus(Duration.ofDays(29));
		assertThatThrownBy(() -> invite(patient, other)).isInstanceOfSatisfying(RetentionException.class, e -> {
			assertThat(e.getCode()).isEqualTo("retention.survey.error.cool-down");
			assertThat(e.getArguments()).containsExactly("2026-12-21");
		});
		assertThat(invite(patient, survey("P14D", "P0D")).getToken()).as("one that may be asked at any time").isNotNull();
		now = NOW.plus(Duration.ofDays(70));
		assertThat(invite(patient, other).getToken()).isNotNull();
		assertThat(first.getStatus()).isEqualTo(InvitationStatus.CREATED);
	}

	@Test
	void invite_shouldNotCountWhatWasWithdrawn() {
		SurveyInvitation first = invite(patient, survey).getInvitation();
		service().transitionInvitation(first, InvitationStatus.WITHDRAWN, null, "by mistake");
		assertThat(invite(patient, survey("P14D", "P30D")).getToken()).isNotNull();
	}

	@Test
	void invite_shouldMakeAnotherOnTheSameDay_whenTheFirstWasWithdrawn_butForAKeyThatIsGiven() {
		SurveyInvitation first = invite(patient, survey).getInvitation();
		service().transitionInvitation(first, InvitationStatus.WITHDRAWN, null, "wrong language");
		IssuedInvitation second = invite(patient, survey);
		assertThat(second.getInvitation()).isNotEqualTo(first);
		assertThat(second.getToken()).isNotNull();
		assertThat(invite(patient, survey).getInvitation()).isEqualTo(second.getInvitation());

		SurveyInvitation named = invite(request(clinic.aPatient("Other"), survey).key("visit-7")).getInvitation();
		service().transitionInvitation(named, InvitationStatus.WITHDRAWN, null, "moved");
		assertThat(invite(request(named.getPatient(), survey).key("visit-7")).getInvitation()).isEqualTo(named);
	}

	/** Three children, one mother: one invitation (P18, three children rule). */
	@Test
	void invite_shouldReachAGuardianOnceForAllHerChildren() {
		RelationshipType parent = clinic.aRelationshipType("Parent", "Child");
		clinic.setting(RetentionSettings.GUARDIAN_RELATIONSHIPS, parent.getUuid());
		Person mother = clinic.aPerson("Mother");
		Patient[] children = new Patient[3];
		for (int i = 0; i < 3; i++) {
			children[i] = clinic.aPatient("Child " + i, LocalDate.of(2019 + i, 1, 1));
			clinic.relate(mother, parent, children[i]);
		}
		flush();
		SurveyInvitation first = invite(children[0], survey).getInvitation();
		assertThat(first.getReached()).isEqualTo(mother);
		assertThat(invite(children[1], survey).getInvitation()).as("the same day").isEqualTo(first);
		now = NOW.plus(Duration.ofDays(2));
		assertCode("cool-down", () -> invite(children[2], survey));
	}

	@Test
	void invite_shouldCountBrothersAndSistersAtOneNumberAsOne_whenNoGuardianIsKnown() {
		PersonAttributeType phone = clinic.anAttributeType("Telephone");
		clinic.setting(RetentionSettings.PHONE_ATTRIBUTE_TYPES, phone.getUuid());
		Patient brother = clinic.aPatient("Brother", LocalDate.of(2019, 1, 1));
		Patient sister = clinic.aPatient("Sister", LocalDate.of(2020, 1, 1));
		Patient adult = clinic.aPatient("Adult");
		for (Patient one : new Patient[]{ brother, sister, adult }) {
			clinic.give(one, phone, "+47 22 33 44 55");
			flush();
			Context.getService(ContactService.class).getContactDetails(one);
		}
		invite(brother, survey);
		assertCode("cool-down", () -> invite(sister, survey("P14D", "P30D")));
		assertCode("cool-down", () -> invite(adult, survey("P14D", "P30D")));
	}

	@Test
	void invite_shouldCountAdultsAtOneNumberAsTwo() {
		PersonAttributeType phone = clinic.anAttributeType("Telephone");
		clinic.setting(RetentionSettings.PHONE_ATTRIBUTE_TYPES, phone.getUuid());
		Patient wife = clinic.aPatient("Wife");
		Patient husband = clinic.aPatient("Husband");
		Patient child = clinic.aPatient("Child", LocalDate.of(2019, 1, 1));
		for (Patient one : new Patient[]{ wife, husband, child }) {
			clinic.give(one, phone, "+47 22 33 44 56");
			flush();
			Context.getService(ContactService.class).getContactDetails(one);
		}
		invite(wife, survey);
		assertThat(invite(husband, survey("P14D", "P30D")).getToken()).as("speaks for himself").isNotNull();
		assertCode("cool-down", () -> invite(child, survey("P14D", "P30D")));
	}

	@Test
	void outlook_shouldTellWhomItReachesAndWhatSpeaksAgainstIt() {
		InvitationOutlook before = service().getOutlook(patient);
		assertThat(before.getReached().getPersonId()).isEqualTo(patient.getPatientId());
		assertThat(before.getRefusal()).isNull();
		assertThat(before.getLast()).isNull();
		assertThat(before.getEncounter()).isNull();
		SurveyInvitation made = invite(patient, survey).getInvitation();
		assertThat(service().getOutlook(patient).getLast()).isEqualTo(made);
		Context.getService(ContactService.class).recordRefusal(patient, Collections.singleton(Purpose.SURVEY), false, "test",
			NOW.minusSeconds(60));
		flush();
		assertThat(service().getOutlook(patient).getRefusal()).startsWith("retention.contact.reason.");
	}

	@Test
	void invite_shouldRespectRefusals_complaintsAndDeath() {
		ContactService contacts = Context.getService(ContactService.class);
		contacts.recordRefusal(patient, Collections.singleton(Purpose.SURVEY), false, "test", NOW.minusSeconds(60));
		refuse(patient, "refused");

		Patient angry = clinic.aPatient("Angry");
		Context.getService(ContactAttemptService.class)
			.recordAttempt(AttemptRequest.builder().patient(angry.getUuid()).result(AttemptResult.SPOKE)
				.disposition(Disposition.DONE).escalate(AttemptRequest.Escalate.builder().kind(Escalation.Kind.SERVICE)
					.reason("Shouted at").build())
				.build());
		flush();
		refuse(angry, "service-escalation");

		Patient dead = clinic.aPatient("Dead");
		dead.setDead(true);
		dead.setDeathDate(new Date());
		refuse(dead, "dead");
		Patient voided = clinic.aPatient("Voided");
		voided.setVoided(true);
		refuse(voided, "voided");
	}

	@Test
	void invite_shouldSayWhatDoesNotExist() {
		assertField("survey", InvitationRequest.builder().survey("x").patient(patient.getUuid()));
		assertField("patient", InvitationRequest.builder().survey(survey.getUuid()).patient("x"));
		assertField("encounter", request(patient, survey).encounter("x"));
		assertField("language", request(patient, survey).language("Norwegian"));
		Encounter others = clinic.anEncounter(clinic.aPatient("Other"), clinic.anEncounterRole("Dentist"));
		assertField("encounter", request(patient, survey).encounter(others.getUuid()));
		Context.getService(SurveyService.class).closeSurvey(survey, "over");
		assertCode("survey-retired", () -> invite(patient, survey));
	}

	@Test
	void invite_shouldTakeWhereAndWithWhomItWasFromTheEncounter() {
		EncounterRole role = clinic.anEncounterRole("Dentist");
		Provider dentist = clinic.aProvider(clinic.aPerson("Dentist"));
		Encounter encounter = clinic.anEncounter(patient, role, dentist);
		flush();
		SurveyInvitation invitation = invite(request(patient, survey).encounter(encounter.getUuid())).getInvitation();
		assertThat(invitation.getProvider()).isEqualTo(dentist);
		assertThat(invitation.getLocation()).isEqualTo(encounter.getLocation());
		assertThat(invitation.getEncounterTypeId()).isEqualTo(encounter.getEncounterType().getEncounterTypeId());
	}

	@Test
	void transition_shouldBeOfStaffAlone_andLeaveATrace() {
		SurveyInvitation invitation = invite(patient, survey).getInvitation();
		assertCode("transition-not-by-hand",
			() -> service().transitionInvitation(invitation, InvitationStatus.ANSWERED, null, null));
		assertCode("stale-version", () -> service().transitionInvitation(invitation, InvitationStatus.HANDED_OVER, 7, null));
		service().transitionInvitation(invitation, InvitationStatus.HANDED_OVER, invitation.getVersion(), "at the desk");
		service().transitionInvitation(invitation, InvitationStatus.DECLINED, null, "no time");
		flushAndClear();
		assertThat(service().getInvitationHistory(invitation)).extracting(InvitationChange::getReason).containsExactly(null,
			"at the desk", "no time");
		assertCode("transition-not-allowed",
			() -> service().transitionInvitation(invitation, InvitationStatus.HANDED_OVER, null, null));
	}

	@Test
	void figures_shouldCountEachStep_andTheRateBeOutOfWhoHadIt() {
		SurveyInvitation[] all = new SurveyInvitation[6];
		for (int i = 0; i < all.length; i++) {
			all[i] = invite(clinic.aPatient("P" + i), survey).getInvitation();
		}
		Occasion occasion = new Occasion(null, now, null);
		all[0].open(occasion);
		all[0].start(occasion);
		all[0].answer(occasion);
		all[1].answer(occasion);
		all[2].open(occasion);
		service().transitionInvitation(all[3], InvitationStatus.HANDED_OVER, null, null);
		service().transitionInvitation(all[4], InvitationStatus.WITHDRAWN, null, null);
		flushAndClear();
		InvitationSearch search = InvitationSearch.builder().survey(survey).build();
		assertThat(service().getFigures(search)).containsExactly(new InvitationFigures(survey, 6, 1, 4, 2, 2, 2, 0, 0));
		assertThat(service().countInvitations(InvitationSearch.builder().survey(survey).open(true).build())).isEqualTo(3);
		now = NOW.plus(Duration.ofDays(20));
		assertThat(service().getFigures(search)).containsExactly(new InvitationFigures(survey, 6, 1, 4, 2, 2, 2, 0, 3));
		assertThat(service().countInvitations(InvitationSearch.builder().survey(survey).open(false).build())).isEqualTo(6);
	}

	@Test
	void findInvitations_shouldRestrictByEachFilter_theNewestFirst() {
		SurveyInvitation first = invite(patient, survey).getInvitation();
		now = NOW.plusSeconds(60);
		SurveyInvitation second = invite(clinic.aPatient("Second"), survey).getInvitation();
		flushAndClear();
		assertThat(service().findInvitations(InvitationSearch.builder().survey(survey).build(), ALL))
			.extracting(SurveyInvitation::getUuid).containsExactly(second.getUuid(), first.getUuid());
		assertThat(service().findInvitations(InvitationSearch.builder().patient(patient).build(), ALL)).hasSize(1);
		assertThat(service().countInvitations(InvitationSearch.builder().survey(survey).before(now).build())).isEqualTo(1);
		assertThat(service().countInvitations(InvitationSearch.builder().survey(survey).from(now).build())).isEqualTo(1);
		assertThat(service().countInvitations(
			InvitationSearch.builder().survey(survey).status(InvitationStatus.ANSWERED).build())).isZero();
	}

	private void refuse(Patient one, String reason) {
		flush();
		assertThatThrownBy(() -> invite(one, survey)).isInstanceOfSatisfying(RetentionException.class, e -> {
			assertThat(e.getCode()).isEqualTo("retention.survey.error.not-to-be-asked");
			assertThat(e.getArguments()).containsExactly(reason);
		});
	}

	private void assertField(String field, InvitationRequest.InvitationRequestBuilder request) {
		assertThatThrownBy(() -> service().invite(request.build())).isInstanceOfSatisfying(RetentionException.class, e -> {
			assertThat(e.getKind()).isEqualTo(RetentionException.Kind.INVALID);
			assertThat(e.getField()).isEqualTo(field);
		});
	}

	private static void assertCode(String code, ThrowingCallable call) {
		assertThatThrownBy(call).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getCode()).isEqualTo("retention.survey.error." + code));
	}

	private IssuedInvitation invite(Patient of, Survey to) {
		return invite(request(of, to));
	}

	private IssuedInvitation invite(InvitationRequest.InvitationRequestBuilder request) {
		return service().invite(request.build());
	}

	private static InvitationRequest.InvitationRequestBuilder request(Patient of, Survey to) {
		return InvitationRequest.builder().patient(of.getUuid()).survey(to.getUuid());
	}

	private Survey survey(String expires, String coolDown) {
		return Context.getService(SurveyService.class).saveSurvey(aSurvey().expires(expires).coolDown(coolDown).build());
	}

	private SurveyInvitationServiceImpl service() {
		Clock clock = Clock.fixed(now, ZoneOffset.UTC);
		InvitationRules rules = new InvitationRules(dao, surveys, circles, profiles,
			Context.getService(ContactService.class),
			sites, Context.getRegisteredComponent("retention.settings", RetentionSettings.class), clock);
		return new SurveyInvitationServiceImpl(dao,
			new Invitations(dao, surveys, rules, protocols, applicationContext.getBeanProvider(InvitationListener.class)),
			clock);
	}
}
