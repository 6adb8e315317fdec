/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.comment.Comment;
import org.openmrs.module.retention.comment.CommentDraft;
import org.openmrs.module.retention.comment.Comments;

/**
 * Lets answers be read that are not identified: those of one survey, version and mode together, once their weeks are over and
 * enough have come. Whoever sees an invitation answered and looks for the new answer finds several that say the same of place,
 * kind of visit, language, who treated and time.
 */
@RequiredArgsConstructor
class Releases {

	private static final int MOST = 500;

	/** A form that was open for so long is not sent again. */
	private static final Period REMEMBERED = Period.ofWeeks(4);

	/** Where it is over there a week is over at every site. */
	private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

	private static final SmallCells<SurveyResponse> CELLS = new SmallCells<>(Arrays.asList(
		new SmallCells.Attribute<>(SurveyResponse::getProvider, SurveyResponse::forgetProvider),
		new SmallCells.Attribute<>(SurveyResponse::getLanguage, SurveyResponse::forgetLanguage),
		new SmallCells.Attribute<>(SurveyResponse::getEncounterTypeId, SurveyResponse::forgetEncounterType),
		new SmallCells.Attribute<>(SurveyResponse::getLocation, SurveyResponse::forgetLocation)));

	private final ResponseDao dao;

	private final Comments comments;

	/** How many. */
	int release(Instant now) {
		LocalDate week = now.atOffset(LAST_ZONE).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		dao.forgetSubmissions(week.minus(REMEMBERED));
		int released = 0;
		for (Object[] kind : dao.waiting(week, SmallCells.FEWEST)) {
			List<SurveyResponse> batch = dao.lockWaiting(kind, week, MOST);
			if (batch.size() >= SmallCells.FEWEST) {
				release(batch);
				released += batch.size();
			}
		}
		return released;
	}

	private void release(List<SurveyResponse> batch) {
		CELLS.suppress(batch);
		LocalDate last = batch.get(batch.size() - 1).getAnsweredOn();
		List<CommentDraft> said = new ArrayList<>();
		batch.forEach(response -> {
			response.release(last);
			said.add(response.said().build());
		});
		comments.release(Comment.Source.SURVEY, said);
		dao.flush();
	}
}
