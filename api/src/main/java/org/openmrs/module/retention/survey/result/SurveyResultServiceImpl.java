/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.openmrs.EncounterType;
import org.openmrs.Location;
import org.openmrs.Provider;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.followup.planning.VisitTypes;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.Surveys;
import org.openmrs.module.retention.theme.taxonomy.Theme;
import org.springframework.transaction.annotation.Transactional;

/** See {@link SurveyResultService}. */
@RequiredArgsConstructor
public class SurveyResultServiceImpl extends BaseOpenmrsService implements SurveyResultService {

	private static final LocalDate FIRST_MONDAY = LocalDate.of(1970, 1, 5);

	private static final int MONTHS_IN_HUNDRED = 100;

	private static final Set<Question.Type> SCALES = EnumSet.of(Question.Type.RATING, Question.Type.CSAT, Question.Type.CES);

	private final ResultDao dao;

	private final Surveys surveys;

	private final Sites sites;

	private final DriverDao drivers;

	private final VisitTypes visitTypes;

	private final Clock clock;

	@Override
	@Transactional(readOnly = true)
	public SurveyResults getResults(ResultSearch search) {
		ResultRules.check(search);
		ResultScope scope = ResultScope.builder().search(search)
			.locations(
				search.getLocation() == null ? null : dao.withDescendants(search.getLocation().getLocationId()))
			.build();
		List<ResultDao.Responses> responses = dao.responses(scope, search.getBy());
		List<ResultDao.Answered> answered = dao.answers(scope, search.getBy());
		answered.addAll(dao.words(scope, search.getBy()));
		ResultFigures figures = new ResultFigures(versions(search.getSurvey(), answered), search.getSurvey().getPrivacy());
		ZoneId zone = sites.siteOf(null).getZone();
		long[] invitations = dao.invitations(scope, search, startOf(search.getFrom(), zone),
			search.getTo() == null ? null : startOf(search.getTo().plusDays(1), zone));
		return new SurveyResults(named(figures.rows(responses, answered), search), invitations[0], invitations[1]);
	}

	@Override
	@Transactional(readOnly = true)
	public List<DriverRow> getDrivers(ResultSearch search) {
		ResultRules.check(search);
		ResultScope scope = ResultScope.builder().search(search)
			.locations(search.getLocation() == null ? null : dao.withDescendants(search.getLocation().getLocationId()))
			.build();
		LocalDate watchedBefore = sites.siteOf(null).dayOf(clock.instant()).minusYears(1);
		boolean identified = search.getSurvey().getPrivacy() == Privacy.IDENTIFIED;
		DriverDao.Compared compared = compared(search, identified ? watchedBefore : null);
		Map<SurveyMode, DriverDao.Sums> whole = new EnumMap<>(SurveyMode.class);
		drivers.sums(scope, compared, false).forEach(sums -> whole.put(sums.getMode(), sums));
		List<DriverDao.Sums> byTheme = drivers.sums(scope, compared, true);
		byTheme.removeIf(sums -> !whole.containsKey(sums.getMode()));
		byTheme.sort(Comparator.comparing(DriverDao.Sums::getMode)
			.thenComparing(DriverDao.Sums::getScores, Comparator.reverseOrder()).thenComparing(DriverDao.Sums::getTheme));
		Map<Integer, Theme> themes = drivers
			.themes(byTheme.stream().map(DriverDao.Sums::getTheme).collect(Collectors.toSet()));
		return byTheme.stream()
			.map(sums -> Drivers.compare(themes.get(sums.getTheme()), sums, whole.get(sums.getMode()), identified))
			.collect(Collectors.toList());
	}

	/** The score is the NPS of the version in question, else its first question with a scale, in every version that asks it the same way. */
	private DriverDao.Compared compared(ResultSearch search, LocalDate watchedBefore) {
		Survey survey = search.getSurvey();
		int newest = search.getVersion() == null ? survey.getSurveyVersion() : search.getVersion();
		Question score = scoreOf(surveys.definition(survey.getId(), newest).getQuestions());
		Set<Integer> versions = new TreeSet<>();
		for (int version = 1; score != null && version <= survey.getSurveyVersion(); version++) {
			if (surveys.definition(survey.getId(), version).getQuestions().stream()
				.anyMatch(question -> ResultFigures.identity(question).equals(ResultFigures.identity(score)))) {
				versions.add(version);
			}
		}
		return new DriverDao.Compared(score == null ? null : score.getKey(), versions, visitTypes.ids(), watchedBefore);
	}

	/** Null: it has none. */
	private static Question scoreOf(List<Question> questions) {
		return questions.stream().filter(question -> question.getType() == Question.Type.NPS).findFirst().orElseGet(
			() -> questions.stream().filter(question -> SCALES.contains(question.getType())).findFirst().orElse(null));
	}

	/** What those versions asked that were answered, and what the present one asks. */
	private SortedMap<Integer, List<Question>> versions(Survey survey, List<ResultDao.Answered> answered) {
		SortedMap<Integer, List<Question>> versions = new TreeMap<>();
		versions.put(survey.getSurveyVersion(), null);
		answered.forEach(one -> versions.put(one.getVersion(), null));
		versions.replaceAll((version, none) -> surveys.definition(survey.getId(), version).getQuestions());
		return versions;
	}

	private static Instant startOf(LocalDate day, ZoneId zone) {
		return day == null ? null : day.atStartOfDay(zone).toInstant();
	}

	private List<ResultRow> named(Map<ResultDao.Group, ResultRow> found, ResultSearch search) {
		List<Integer> ids = found.keySet().stream().map(ResultDao.Group::getValue).filter(Objects::nonNull).distinct()
			.collect(Collectors.toList());
		List<ResultRow> rows = new ArrayList<>();
		if (search.getBy() == Breakdown.LOCATION) {
			Map<Integer, Location> locations = dao.locations(ids);
			found.forEach((group, row) -> rows.add(row.toBuilder().location(locations.get(group.getValue())).build()));
			sort(rows, row -> row.getLocation() == null ? null : row.getLocation().getName());
		} else if (search.getBy() == Breakdown.PROVIDER) {
			Map<Integer, Provider> providers = dao.providers(ids);
			found.forEach((group, row) -> rows.add(row.toBuilder().provider(providers.get(group.getValue())).build()));
			sort(rows, row -> row.getProvider() == null ? null : String.valueOf(row.getProvider().getName()));
		} else if (search.getBy() == Breakdown.ENCOUNTER_TYPE) {
			Map<Integer, EncounterType> types = dao.encounterTypes(ids);
			found.forEach((group, row) -> rows.add(row.toBuilder().encounterType(types.get(group.getValue())).build()));
			sort(rows, row -> row.getEncounterType() == null ? null : row.getEncounterType().getName());
		} else {
			found.forEach(
				(group, row) -> rows.add(row.toBuilder().period(period(search.getBy(), group.getValue())).build()));
			rows.sort(Comparator.comparing(ResultRow::getPeriod, Comparator.nullsLast(Comparator.reverseOrder()))
				.thenComparing(ResultRow::getMode));
		}
		return rows.stream().map(row -> row.toBuilder().survey(search.getSurvey()).build()).collect(Collectors.toList());
	}

	private static void sort(List<ResultRow> rows, Function<ResultRow, String> name) {
		rows.sort(Comparator.comparing(name, Comparator.nullsLast(Comparator.naturalOrder()))
			.thenComparing(ResultRow::getMode));
	}

	private static String period(Breakdown by, Integer value) {
		if (by == null) {
			return null;
		}
		return by == Breakdown.WEEK ? FIRST_MONDAY.plusWeeks(value).toString()
			: String.format("%04d-%02d", value / MONTHS_IN_HUNDRED, value % MONTHS_IN_HUNDRED);
	}
}
