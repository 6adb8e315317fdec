/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.sql.Connection;
import java.sql.SQLException;

/** The batches of the tables that invitations, answers and comments go to, flushed together in the order of their keys. */
final class SurveyTables implements AutoCloseable {

	final Rows invitations;

	final Rows changes;

	final Rows responses;

	final Rows answers;

	final Rows comments;

	final Rows readings;

	final Rows themes;

	final Rows themeChanges;

	SurveyTables(Connection connection) throws SQLException {
		invitations = new Rows(connection, "retention_survey_invitation", "survey_invitation_id", "uuid", "survey_id",
			"survey_version", "patient_id", "patient_uuid", "reached_id", "channel", "language", "encounter_id",
			"encounter_uuid", "encounter_type_id", "location_id", "provider_id", "invitation_key", "token_hash", "creator",
			"created_at", "expires_at", "status", "handed_over", "opened", "started", "version");
		changes = new Rows(connection, "retention_survey_invitation_change", "uuid", "survey_invitation_id", "from_status",
			"to_status", "changed_at", "actor", "reason");
		responses = new Rows(connection, "retention_survey_response", "response_id", "survey_id", "survey_version",
			"survey_invitation_id", "patient_id", "patient_uuid", "mode", "language", "answered_at", "answered_on",
			"location_id", "provider_id", "encounter_type_id", "entered_by", "released", "voided");
		answers = new Rows(connection, "retention_survey_answer", "answer_id", "response_id", "question_key", "position",
			"answer", "number_answer");
		comments = new Rows(connection, "retention_comment", "comment_id", "source", "source_uuid", "questionnaire_uuid",
			"question_key", "text_kind", "text", "language", "said_on", "location_id", "released", "voided");
		readings = new Rows(connection, "retention_comment_reading", "comment_id", "status", "explained", "margin",
			"generation", "read_at", "read_by", "version");
		themes = new Rows(connection, "retention_comment_theme", "assignment_id", "comment_id", "theme_id", "status",
			"decided_at", "decided_by", "version");
		themeChanges = new Rows(connection, "retention_comment_theme_change", "assignment_id", "from_status", "to_status",
			"from_theme_id", "theme_id", "changed_at", "actor");
	}

	void flush() throws SQLException {
		for (Rows rows : inOrder()) {
			rows.flush();
		}
	}

	@Override
	public void close() throws SQLException {
		for (Rows rows : inOrder()) {
			rows.close();
		}
	}

	private Rows[] inOrder() {
		return new Rows[]{ invitations, changes, responses, answers, comments, readings, themes, themeChanges };
	}
}
