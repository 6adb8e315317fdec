/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openmrs.module.retention.followup.attempt.AttemptReason;
import org.openmrs.module.retention.followup.attempt.AttemptResult;
import org.openmrs.module.retention.followup.attempt.Disposition;
import org.openmrs.module.retention.shared.Messages;
import org.openmrs.module.retention.shared.RetentionException;

class TickBoxTest {

	@Test
	void boxes_shouldBeOneForEverythingThatCanComeOfAContact() {
		Set<String> boxes = Arrays.stream(TickBox.values())
			.map(box -> box.getResult() + " " + box.getDisposition() + " " + box.getReason()).collect(Collectors.toSet());
		assertThat(boxes).as("none twice").hasSize(TickBox.values().length);
		assertThat(Arrays.stream(TickBox.values()).map(TickBox::getResult)).containsAll(EnumSet.allOf(AttemptResult.class));
		assertThat(Arrays.stream(TickBox.values()).map(TickBox::getDisposition))
			.containsAll(EnumSet.allOf(Disposition.class));
		assertThat(Arrays.stream(TickBox.values()).map(TickBox::getReason)).containsAll(EnumSet.allOf(AttemptReason.class));
	}

	/** They stand on paper: none is ever given to another box. */
	@Test
	void numbers_shouldStayAsTheyAreOnPaper() {
		assertThat(Arrays.stream(TickBox.values()).mapToInt(TickBox::getNumber).toArray())
			.isEqualTo(IntStream.rangeClosed(1, 21).toArray());
		assertThat(TickBox.of(1)).isEqualTo(TickBox.DONE);
		assertThat(TickBox.of(14)).isEqualTo(TickBox.NO_ANSWER);
		assertThat(TickBox.of(21)).isEqualTo(TickBox.NO_LINE);
		assertThatThrownBy(() -> TickBox.of(22)).isInstanceOf(RetentionException.class)
			.hasMessage("retention.followup.error.unknown-value");
		assertThatThrownBy(() -> TickBox.of(null)).isInstanceOf(RetentionException.class)
			.hasMessage("retention.followup.error.required");
	}

	@Test
	void texts_shouldBeThereInEveryLanguage() {
		for (String language : new String[]{ "en", "nb", "ru", "zh", "es", "fr" }) {
			Set<String> texts = new HashSet<>();
			for (TickBox box : TickBox.values()) {
				texts.add(Messages.text(box.code(), Locale.forLanguageTag(language)));
			}
			assertThat(texts).as(language).hasSize(TickBox.values().length).noneMatch(text -> text.startsWith("retention."));
		}
	}
}
