/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.question.DefinitionRules;
import org.openmrs.module.retention.shared.DefinitionJson;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.Problem;
import org.openmrs.module.retention.shared.RetentionException;
import org.springframework.transaction.annotation.Transactional;

/** See {@link SurveyService}. */
public class SurveyServiceImpl extends BaseOpenmrsService implements SurveyService {

	private final SurveyDao dao;

	private final Surveys surveys;

	private final Clock clock;

	public SurveyServiceImpl(SurveyDao dao, Surveys surveys, Clock clock) {
		this.dao = dao;
		this.surveys = surveys;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public Survey getSurveyByUuid(String uuid) {
		return dao.getByUuid(uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Survey> findSurveys(SurveySearch search, Page page) {
		return dao.find(search, page);
	}

	@Override
	@Transactional(readOnly = true)
	public long countSurveys(SurveySearch search) {
		return dao.count(search);
	}

	@Override
	@Transactional
	public Survey saveSurvey(SurveyDefinition definition) {
		List<Problem> problems = new SurveyValidator().validate(definition);
		if (!problems.isEmpty()) {
			throw RetentionException.invalid(problems);
		}
		String json = DefinitionJson.write(definition);
		String checksum = DefinitionJson.checksum(json);
		Survey survey = dao.getByUuid(definition.getUuid());
		if (survey == null) {
			survey = new Survey(definition.getUuid());
			survey.adopt(definition, checksum);
			dao.add(survey);
		} else if (checksum.equals(survey.getChecksum())) {
			return survey;
		} else {
			if (survey.getPrivacy() != definition.getPrivacy()) {
				throw RetentionException.invalid("retention.survey.error.privacy-fixed", "privacy", survey.getPrivacy());
			}
			survey.adopt(definition, checksum);
			dao.update(survey);
		}
		dao.add(new SurveyVersion(survey, json, clock.instant()));
		surveys.forgetUnlessCommitted(survey.getId(), survey.getSurveyVersion());
		return survey;
	}

	@Override
	@Transactional
	public void closeSurvey(Survey survey, String reason) {
		if (StringUtils.isBlank(reason)) {
			throw RetentionException.invalid(DefinitionRules.REQUIRED, "reason", "reason");
		}
		survey.retire(Context.getAuthenticatedUser(), Date.from(clock.instant()), reason.trim());
		dao.update(survey);
	}

	@Override
	@Transactional
	public void reopenSurvey(Survey survey) {
		survey.unretire();
		dao.update(survey);
	}

	@Override
	@Transactional(readOnly = true)
	public SurveyDefinition getDefinition(Survey survey, int version) {
		return surveys.definition(survey.getId(), version);
	}
}
