/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.retention.survey.SurveyFixture.aQuestion;
import static org.openmrs.module.retention.survey.SurveyFixture.aSurvey;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;

class SurveyServiceIT extends RetentionIT {

	private SurveyService service;

	@BeforeEach
	void theService() {
		service = Context.getService(SurveyService.class);
	}

	@Test
	void saveSurvey_shouldKeepEveryVersionAsItWas() {
		SurveyDefinition first = aSurvey().build();
		SurveyDefinition second = first.toBuilder().question(aQuestion("more", Question.Type.TEXT).build())
			.privacy(Privacy.IDENTIFIED).kind(SurveyKind.CALL).name("Another name").build();
		Survey survey = service.saveSurvey(first);
		assertThat(survey.getSurveyVersion()).isEqualTo(1);
		assertThat(service.saveSurvey(first).getSurveyVersion()).isEqualTo(1);
		service.saveSurvey(second);
		flushAndClear();

		Survey stored = service.getSurveyByUuid(first.getUuid());
		assertThat(stored.getSurveyVersion()).isEqualTo(2);
		assertThat(stored.getName()).isEqualTo("Another name");
		assertThat(stored.getKind()).isEqualTo(SurveyKind.CALL);
		assertThat(stored.saysTheSameAs(second)).isTrue();
		assertThat(stored.saysTheSameAs(first)).isFalse();
		assertThat(service.getDefinition(stored, 1)).isEqualTo(first);
		assertThat(service.getDefinition(stored, 2)).isEqualTo(second);
		assertThatThrownBy(() -> service.getDefinition(stored, 3)).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getCode()).isEqualTo("retention.survey.error.version-unknown"));
	}

	@Test
	void saveSurvey_shouldRefuseWhatIsWrong_withAllProblems() {
		SurveyDefinition wrong = aSurvey().name(null).expires("soon").build();
		assertThatThrownBy(() -> service.saveSurvey(wrong)).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getProblems()).extracting("path").containsExactly("name", "expires"));
		assertThat(service.getSurveyByUuid(wrong.getUuid())).isNull();
	}

	@Test
	void saveSurvey_shouldKeepThePrivacyThatWasPromised() {
		for (Privacy promised : Privacy.values()) {
			SurveyDefinition definition = aSurvey().privacy(promised).clearRecovery().build();
			Survey survey = service.saveSurvey(definition);
			for (Privacy other : Privacy.values()) {
				if (other != promised) {
					assertThatThrownBy(() -> service.saveSurvey(definition.toBuilder().privacy(other).build()))
						.isInstanceOfSatisfying(RetentionException.class, e -> {
							assertThat(e.getCode()).isEqualTo("retention.survey.error.privacy-fixed");
							assertThat(e.getField()).isEqualTo("privacy");
						});
				}
			}
			assertThat(survey.getSurveyVersion()).isEqualTo(1);
			assertThat(survey.getPrivacy()).isEqualTo(promised);
		}
	}

	@Test
	void closeSurvey_shouldLeaveItOutOfListsAndBeTakenBack() {
		Survey survey = service.saveSurvey(aSurvey().name("Zz to retire").build());
		assertThatThrownBy(() -> service.closeSurvey(survey, " ")).isInstanceOfSatisfying(RetentionException.class,
			e -> assertThat(e.getField()).isEqualTo("reason"));
		service.closeSurvey(survey, "no longer asked");
		assertThat(names(SurveySearch.builder().name("zz TO").build())).isEmpty();
		assertThat(names(SurveySearch.builder().name("zz TO").includeRetired(true).build())).hasSize(1);
		service.saveSurvey(aSurvey().uuid(survey.getUuid()).name("Zz to retire, changed").build());
		assertThat(survey.getRetired()).isTrue();
		service.reopenSurvey(survey);
		assertThat(survey.getRetireReason()).isNull();
		assertThat(names(SurveySearch.builder().name("zz TO").build())).hasSize(1);
	}

	@Test
	void findSurveys_shouldRestrictByEachFilter_inTheOrderOfNames() {
		service.saveSurvey(aSurvey().name("Zq 2").kind(SurveyKind.CALL).build());
		service.saveSurvey(aSurvey().name("Zq 1").build());
		service.saveSurvey(aSurvey().name("Zq 3").privacy(Privacy.ANONYMOUS).clearRecovery().build());
		assertThat(names(SurveySearch.builder().name("zq").build())).containsExactly("Zq 1", "Zq 2", "Zq 3");
		assertThat(names(SurveySearch.builder().name("zq").kind(SurveyKind.CALL).build())).containsExactly("Zq 2");
		assertThat(names(SurveySearch.builder().name("zq").privacy(Privacy.ANONYMOUS).build())).containsExactly("Zq 3");
		assertThat(names(SurveySearch.builder().name("%").build())).isEmpty();
		assertThat(service.countSurveys(SurveySearch.builder().name("zq").build())).isEqualTo(3);
		assertThat(service.findSurveys(SurveySearch.builder().name("zq").build(), new Page(1, 1)))
			.extracting(Survey::getName).containsExactly("Zq 2");
	}

	private List<String> names(SurveySearch search) {
		return service.findSurveys(search, new Page(0, 100)).stream().map(Survey::getName).collect(Collectors.toList());
	}
}
