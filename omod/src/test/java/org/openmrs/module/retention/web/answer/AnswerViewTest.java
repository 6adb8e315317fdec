/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.survey.SurveyDefinition;

class AnswerViewTest {

	private static final int MOST_BYTES = 64 * 1024;

	@ParameterizedTest
	@CsvSource({ "0,5000", "1,5000", "2,3333", "3,2222", "50,133" })
	void textLength_shouldBeSharedByTheAnswersInWords(int texts, int length) {
		assertThat(view(texts).getTextLength()).isEqualTo(length);
	}

	@ParameterizedTest
	@ValueSource(strings = { "好", "\r\n", "😀", "é", "&" })
	void textLength_shouldLeaveTheFormWithinWhatIsTakenIn(String typed) {
		for (int texts = 1; texts <= 50; texts++) {
			AnswerView view = view(texts);
			// an emoji is two of the characters that a field counts
			int times = view.getTextLength() / (Character.isSurrogate(typed.charAt(0)) ? 2 : 1);
			String answer = URLEncoder.encode(typed.repeat(times), StandardCharsets.UTF_8);
			String form = view.getDefinition().getQuestions().stream().map(q -> "answer." + q.getKey() + "=" + answer)
				.collect(Collectors.joining("&"));
			assertThat(form.length()).as("%d texts", texts).isLessThanOrEqualTo(MOST_BYTES);
		}
	}

	@Test
	void textLength_shouldNotCountWhatIsChosen() {
		Question chosen = Question.builder().key("score").type(Question.Type.NPS).build();
		SurveyDefinition survey = SurveyDefinition.builder().questions(List.of(chosen, text(0), text(1))).build();
		assertThat(new AnswerView(survey, Locale.ENGLISH, Collections.emptyMap()).getTextLength()).isEqualTo(3333);
	}

	private static AnswerView view(int texts) {
		SurveyDefinition survey = SurveyDefinition.builder()
			.questions(IntStream.range(0, texts).mapToObj(AnswerViewTest::text).collect(Collectors.toList())).build();
		return new AnswerView(survey, Locale.ENGLISH, Collections.emptyMap());
	}

	private static Question text(int i) {
		return Question.builder().key("what-could-be-better-next-time-you-are-here-" + i).type(Question.Type.TEXT).build();
	}
}
