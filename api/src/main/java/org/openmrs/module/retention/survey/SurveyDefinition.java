/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Period;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lombok.Builder;
import lombok.Singular;
import lombok.Value;
import lombok.extern.jackson.Jacksonized;
import org.openmrs.module.retention.question.LocalizedText;
import org.openmrs.module.retention.question.Question;

/**
 * What a survey says, as an implementer writes it in a package. Stored as JSON with each version of the survey; an invitation
 * and its answers keep the version that made it. Lists are never null and cannot be changed; what is left out has its default.
 */
@Value
@Builder(toBuilder = true)
@Jacksonized
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public class SurveyDefinition {

	String uuid;

	/** For staff; patients never see it. */
	String name;

	String description;

	@Builder.Default
	SurveyKind kind = SurveyKind.VISIT;

	@Builder.Default
	Privacy privacy = Privacy.IDENTIFIED;

	/** What comes before the questions: who asks, what for, how long it takes. */
	LocalizedText introduction;

	/** What comes after them. */
	LocalizedText thanks;

	/** Null: there is none. */
	ReviewLink review;

	/** ISO period after which an invitation is over. */
	@Builder.Default
	String expires = "P14D";

	/** ISO period in which a person who was invited to any survey is not invited to this one. */
	@Builder.Default
	String coolDown = "P30D";

	/** How it may be answered; empty: in every way that its privacy allows. */
	@Singular(ignoreNullCollections = true)
	List<SurveyMode> modes;

	@Singular(ignoreNullCollections = true)
	List<Question> questions;

	@Singular(value = "recover", ignoreNullCollections = true)
	List<RecoveryRule> recovery;

	public Period expiresPeriod() {
		return Period.parse(expires);
	}

	public Period coolDownPeriod() {
		return Period.parse(coolDown);
	}

	/** How it may be answered. */
	public Set<SurveyMode> allowedModes() {
		return modes.isEmpty() ? SurveyMode.of(privacy) : Collections.unmodifiableSet(EnumSet.copyOf(modes));
	}

	/** Null: it asks no such question. */
	public Question question(String key) {
		return questions.stream().filter(q -> q.getKey().equals(key)).findFirst().orElse(null);
	}
}
