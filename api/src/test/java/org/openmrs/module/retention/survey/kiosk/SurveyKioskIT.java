/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.retention.survey.SurveyFixture.aSurvey;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.openmrs.Location;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyDefinition.SurveyDefinitionBuilder;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.SurveyService;
import org.openmrs.module.retention.survey.Surveys;
import org.openmrs.module.retention.survey.response.PublicSurvey;
import org.openmrs.module.retention.survey.response.ResponseRequest;
import org.openmrs.module.retention.survey.response.SurveyResponseService;
import org.springframework.beans.factory.annotation.Autowired;

class SurveyKioskIT extends RetentionIT {

	private static final Map<String, Object> GIVEN = Collections.singletonMap("recommend", "9");

	@Autowired
	private KioskDao dao;

	@Autowired
	private Surveys surveys;

	@Test
	void kiosk_shouldStoreEachFormOnce_withoutAnythingThatLeadsBack() {
		Location desk = new Clinic(sessionFactory).aLocation("Desk", null);
		flush();
		Survey survey = anonymous(aSurvey());
		IssuedKiosk kiosk = staff().openKiosk(survey.getUuid(), desk.getUuid(), 30);
		String token = kiosk.getToken().getText();
		assertThat(open().look(token).getOutcome()).isEqualTo(PublicSurvey.Outcome.OPEN);
		String key = UUID.randomUUID().toString();
		assertThat(open().submit(token, key, GIVEN, "en").getOutcome()).isEqualTo(PublicSurvey.Outcome.ANSWERED);
		assertThat(open().submit(token, key, GIVEN, "en").getOutcome()).as("thanked alike")
			.isEqualTo(PublicSurvey.Outcome.ANSWERED);
		assertThat(stored(survey)).isEqualTo(1);
		open().submit(token, UUID.randomUUID().toString(), GIVEN, "en");
		assertThat(stored(survey)).isEqualTo(2);
		flush();
		Object[] row = (Object[]) sessionFactory.getCurrentSession()
			.createQuery(
				"select r.mode, r.patientUuid, r.enteredBy, r.answeredAt, r.location from retention.SurveyResponse r"
					+ " left join r.enteredBy where r.survey = :survey")
			.setParameter("survey", survey).setMaxResults(1).getSingleResult();
		assertThat(row).containsExactly(SurveyMode.KIOSK, null, null, null, desk);
	}

	@Test
	void card_shouldBeStoredOnce_whenItIsSentAgain() {
		Survey survey = anonymous(aSurvey());
		ResponseRequest card = ResponseRequest.builder().survey(survey.getUuid()).mode(SurveyMode.PAPER).answers(GIVEN)
			.key("card 1").build();
		SurveyResponseService service = Context.getService(SurveyResponseService.class);
		assertThat(service.recordResponse(card)).isNotNull();
		assertThat(service.recordResponse(card)).isNull();
		assertThat(stored(survey)).isEqualTo(1);
	}

	@Test
	void link_shouldLeadNowhere_onceItIsClosedOverOrTheSurveyRetired() {
		Survey survey = anonymous(aSurvey());
		IssuedKiosk kiosk = staff().openKiosk(survey.getUuid(), null, 1);
		String token = kiosk.getToken().getText();
		PublicKioskServiceImpl later = new PublicKioskServiceImpl(dao, surveys,
			Context.getService(SurveyResponseService.class), Clock.offset(Clock.systemUTC(), Duration.ofDays(3)));
		assertThat(later.look(token).getOutcome()).isEqualTo(PublicSurvey.Outcome.EXPIRED);
		assertThat(later.submit(token, "x", GIVEN, "en").getOutcome()).isEqualTo(PublicSurvey.Outcome.EXPIRED);
		assertThat(open().look("AAAAAAAAAAAAAAAAAAAAAA").getOutcome()).isEqualTo(PublicSurvey.Outcome.UNKNOWN);
		assertThat(open().look(null).getOutcome()).isEqualTo(PublicSurvey.Outcome.UNKNOWN);
		assertThat(staff().findOpenKiosks(new Page(0, 100))).contains(kiosk.getKiosk());
		long openKiosks = staff().countOpenKiosks();
		staff().closeKiosk(kiosk.getKiosk());
		assertThat(staff().countOpenKiosks()).isEqualTo(openKiosks - 1);
		assertThat(open().look(token).getOutcome()).isEqualTo(PublicSurvey.Outcome.WITHDRAWN);
		assertThat(open().submit(token, "x", GIVEN, "en").getSurvey()).isNull();
		assertThat(staff().findOpenKiosks(new Page(0, 100))).doesNotContain(kiosk.getKiosk());
		IssuedKiosk other = staff().openKiosk(survey.getUuid(), null, 1);
		Context.getService(SurveyService.class).closeSurvey(survey, "over");
		assertThat(open().look(other.getToken().getText()).getOutcome()).isEqualTo(PublicSurvey.Outcome.WITHDRAWN);
		assertThat(stored(survey)).isZero();
	}

	@Test
	void kiosk_shouldBeForAnonymousSurveysThatMayBeAnsweredSo() {
		assertCode("invitation-needed", () -> staff().openKiosk(saved(aSurvey()).getUuid(), null, 1));
		assertCode("mode-not-allowed",
			() -> staff().openKiosk(anonymous(aSurvey().mode(SurveyMode.PAPER)).getUuid(), null, 1));
		Survey survey = anonymous(aSurvey());
		assertCode("kiosk-days", () -> staff().openKiosk(survey.getUuid(), null, 0));
		assertCode("kiosk-days", () -> staff().openKiosk(survey.getUuid(), null, SurveyKioskService.MOST_DAYS + 1));
		assertCode("unknown-reference", () -> staff().openKiosk("x", null, 1));
		assertCode("unknown-reference", () -> staff().openKiosk(null, null, 1));
		assertCode("unknown-reference", () -> staff().openKiosk(survey.getUuid(), "x", 1));
		Context.getService(SurveyService.class).closeSurvey(survey, "over");
		assertCode("survey-retired", () -> staff().openKiosk(survey.getUuid(), null, 1));
	}

	private long stored(Survey survey) {
		flush();
		return (Long) sessionFactory.getCurrentSession()
			.createQuery("select count(r.uuid) from retention.SurveyResponse r where r.survey = :survey")
			.setParameter("survey", survey).getSingleResult();
	}

	private Survey anonymous(SurveyDefinitionBuilder definition) {
		return saved(definition.clearRecovery().privacy(Privacy.ANONYMOUS));
	}

	private static Survey saved(SurveyDefinitionBuilder definition) {
		return Context.getService(SurveyService.class).saveSurvey(definition.build());
	}

	private static SurveyKioskService staff() {
		return Context.getService(SurveyKioskService.class);
	}

	private static PublicKioskService open() {
		return Context.getService(PublicKioskService.class);
	}

	private static void assertCode(String code, ThrowingCallable call) {
		assertThatThrownBy(call).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getCode()).endsWith("retention.survey.error." + code));
	}
}
