/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.UUID;
import org.openmrs.module.retention.comment.Comment;
import org.openmrs.module.retention.comment.CommentDraft;
import org.openmrs.module.retention.question.LocalizedText;
import org.openmrs.module.retention.question.TextKind;
import org.openmrs.module.retention.theme.taxonomy.TaxonomyDefinition;
import org.openmrs.module.retention.theme.taxonomy.ThemeDefinition;

/** Valid themes and comments to start from. */
public final class ThemeFixture {

	private ThemeFixture() {
	}

	public static ThemeDefinition.ThemeDefinitionBuilder aTheme(String name) {
		return ThemeDefinition.builder().name(text(name));
	}

	public static TaxonomyDefinition.TaxonomyDefinitionBuilder aTaxonomy() {
		return TaxonomyDefinition.builder().uuid(UUID.randomUUID().toString()).name("Themes")
			.theme(aTheme("Waiting").uuid(UUID.randomUUID().toString()).code("test-waiting")
				.phrases(Collections.singletonMap("en", Arrays.asList("wait*", "queue")))
				.mapping("HCAT:institutional-processes")
				.build())
			.theme(
				aTheme("Waiting room").uuid(UUID.randomUUID().toString()).code("test-room").parent("test-waiting").build());
	}

	public static CommentDraft.CommentDraftBuilder aComment(String text) {
		return CommentDraft.builder().source(Comment.Source.SURVEY).sourceUuid(UUID.randomUUID().toString())
			.questionnaireUuid(UUID.randomUUID().toString()).question("better").textKind(TextKind.COULD_BE_BETTER).text(text)
			.saidOn(LocalDate.of(2026, 11, 16)).released(true);
	}

	public static LocalizedText text(String english) {
		return new LocalizedText(Collections.singletonMap("en", english));
	}
}
