/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.shared.DefinitionJson;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.Surveys;
import org.openmrs.util.PrivilegeConstants;
import org.springframework.transaction.annotation.Transactional;

/** See {@link SurveyExportService}. */
@RequiredArgsConstructor
public class SurveyExportServiceImpl extends BaseOpenmrsService implements SurveyExportService {

	private static final int PART = 500;

	private final ExportDao dao;

	private final ResultDao results;

	private final Surveys surveys;

	private final Sites sites;

	private final Clock clock;

	@Override
	@Transactional
	public SurveyExport beginExport(ResultSearch search) {
		ResultRules.check(search);
		if (search.getProvider() != null && !isIdentified(search)) {
			throw RetentionException.invalid("retention.survey.error.provider-not-told", "provider");
		}
		SurveyExport export = new SurveyExport(search.getSurvey(), DefinitionJson.write(filters(search)),
			Context.getAuthenticatedUser(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
		dao.add(export);
		return export;
	}

	private static Map<String, Object> filters(ResultSearch search) {
		Map<String, Object> filters = new TreeMap<>();
		put(filters, "version", search.getVersion());
		put(filters, "mode", search.getMode());
		put(filters, "from", search.getFrom());
		put(filters, "to", search.getTo());
		put(filters, "location", search.getLocation() == null ? null : search.getLocation().getUuid());
		put(filters, "provider", search.getProvider() == null ? null : search.getProvider().getUuid());
		put(filters, "encounterType", search.getEncounterType() == null ? null : search.getEncounterType().getUuid());
		filters.put("words", mayReadWords());
		return filters;
	}

	private static void put(Map<String, Object> filters, String name, Object value) {
		if (value != null) {
			filters.put(name, value.toString());
		}
	}

	private static boolean mayReadWords() {
		return Context.hasPrivilege(RetentionPrivileges.GET_COMMENTS);
	}

	private static boolean isIdentified(ResultSearch search) {
		return search.getSurvey().getPrivacy() == Privacy.IDENTIFIED;
	}

	@Override
	@Transactional
	public SurveyExport writeExport(SurveyExport export, ResultSearch search, Consumer<String> lines) {
		ResultScope scope = ResultScope.builder().search(search).locations(
			search.getLocation() == null ? null : results.withDescendants(search.getLocation().getLocationId())).build();
		boolean words = mayReadWords();
		boolean patients = isIdentified(search) && Context.hasPrivilege(PrivilegeConstants.GET_PATIENTS);
		List<String> questions = questions(search.getSurvey(), words);
		lines.accept(CsvLine.of(head(search, patients, questions)));
		ZoneId zone = sites.siteOf(null).getZone();
		int written = 0;
		List<ExportDao.Line> part = dao.lines(scope, null, PART);
		while (!part.isEmpty()) {
			List<String> ids = part.stream().map(ExportDao.Line::getId).collect(Collectors.toList());
			Map<String, Map<String, String>> answers = dao.answers(ids);
			Map<String, Map<String, String>> said = words ? dao.words(ids) : Collections.emptyMap();
			for (ExportDao.Line line : part) {
				List<String> cells = cells(line, search, patients, zone);
				for (String question : questions) {
					String answer = answers.getOrDefault(line.getId(), Collections.emptyMap()).get(question);
					cells.add(
						answer == null ? said.getOrDefault(line.getId(), Collections.emptyMap()).get(question) : answer);
				}
				lines.accept(CsvLine.of(cells));
			}
			written += part.size();
			part = part.size() < PART ? Collections.emptyList() : dao.lines(scope, part.get(part.size() - 1), PART);
		}
		SurveyExport stored = dao.get(export.getId());
		stored.finish(written);
		return stored;
	}

	/** Of all versions, the newest first; those that are answered in words only for who may read these. */
	private List<String> questions(Survey survey, boolean words) {
		Set<String> keys = new LinkedHashSet<>();
		for (int version = survey.getSurveyVersion(); version > 0; version--) {
			for (Question question : surveys.definition(survey.getId(), version).getQuestions()) {
				if (words || question.getType() != Question.Type.TEXT) {
					keys.add(question.getKey());
				}
			}
		}
		return new ArrayList<>(keys);
	}

	private static List<String> head(ResultSearch search, boolean patients, List<String> questions) {
		List<String> head = new ArrayList<>(Arrays.asList("answeredOn", "version", "mode", "language", "location",
			"encounterType"));
		if (isIdentified(search)) {
			head.addAll(Arrays.asList("response", "answeredAt", "provider"));
		}
		if (patients) {
			head.add("patient");
		}
		head.addAll(questions);
		return head;
	}

	private static List<String> cells(ExportDao.Line line, ResultSearch search, boolean patients, ZoneId zone) {
		List<String> cells = new ArrayList<>(Arrays.asList(line.getDay().toString(), String.valueOf(line.getVersion()),
			line.getMode(), line.getLanguage(), line.getLocation(), line.getEncounterType()));
		if (isIdentified(search)) {
			cells.addAll(Arrays.asList(line.getId().trim(), shown(line.getAt(), zone), line.getProvider()));
		}
		if (patients) {
			cells.add(line.getPatient());
		}
		return cells;
	}

	private static String shown(Instant at, ZoneId zone) {
		return at == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
	}

	@Override
	@Transactional(readOnly = true)
	public SurveyExport getExportByUuid(String uuid) {
		return dao.getByUuid(uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<SurveyExport> findExports(Page page) {
		return dao.find(page);
	}

	@Override
	@Transactional(readOnly = true)
	public long countExports() {
		return dao.count();
	}
}
