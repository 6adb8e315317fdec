/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openmrs.module.retention.shared.DefinitionJson;
import org.openmrs.module.retention.shared.RetentionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What surveys say, for the module's own features: no privilege is asked, for their services have asked theirs. A version never
 * changes, so its definition is parsed once per node.
 */
public class Surveys {

	private final SurveyDao dao;

	private final Map<String, SurveyDefinition> definitions = new ConcurrentHashMap<>();

	public Surveys(SurveyDao dao) {
		this.dao = dao;
	}

	/** A retired one too; null: there is none. */
	public Survey byUuid(String uuid) {
		return dao.getByUuid(uuid);
	}

	/** What the version says; needs a transaction or an open session. */
	public SurveyDefinition definition(Integer surveyId, int version) {
		return definitions.computeIfAbsent(key(surveyId, version), k -> read(surveyId, version));
	}

	/** A version that is rolled back may be written again with another content: what was read of it goes with it. */
	void forgetUnlessCommitted(Integer surveyId, int version) {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCompletion(int status) {
				if (status != STATUS_COMMITTED) {
					definitions.remove(key(surveyId, version));
				}
			}
		});
	}

	private SurveyDefinition read(Integer surveyId, int version) {
		String json = dao.getDefinition(surveyId, version);
		if (json == null) {
			throw RetentionException.notFound("retention.survey.error.version-unknown", "version", version);
		}
		return DefinitionJson.read(json, SurveyDefinition.class);
	}

	private static String key(Integer surveyId, int version) {
		return surveyId + "/" + version;
	}
}
