/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.response;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.FetchType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import javax.persistence.UniqueConstraint;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.Provider;
import org.openmrs.User;
import org.openmrs.module.retention.comment.Comment;
import org.openmrs.module.retention.comment.CommentDraft;
import org.openmrs.module.retention.shared.InstantConverter;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.SurveyMode;
import org.openmrs.module.retention.survey.invitation.SurveyInvitation;

/**
 * What one person has answered to one version of a survey. Its id is random, for an order of ids would lead from an anonymous
 * answer to the invitation that was answered at that moment; so would the exact time, who wrote it down, and who treated.
 */
@Entity(name = "retention.SurveyResponse")
@Table(name = "retention_survey_response", uniqueConstraints = @UniqueConstraint(name = "retention_survey_response_invitation_uk", columnNames = "survey_invitation_id"))
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class SurveyResponse {

	private static final int REASON_LENGTH = 255;

	/** Random. */
	@Id
	@Column(name = "response_id", length = 38)
	private String uuid;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "survey_id", nullable = false)
	private Survey survey;

	@Column(name = "survey_version", nullable = false)
	private int surveyVersion;

	/** Null: anonymous. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "survey_invitation_id")
	private SurveyInvitation invitation;

	/** Null: anonymous, or the patient was purged. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "patient_id")
	private Patient patient;

	@Column(name = "patient_uuid", length = 38)
	private String patientUuid;

	@Enumerated(EnumType.STRING)
	@Column(name = "mode", nullable = false, length = 20)
	private SurveyMode mode;

	/** Tag of the language in which it was asked; null: not said. */
	@Column(name = "language", length = 20)
	private String language;

	/** Null: not identified. */
	@Convert(converter = InstantConverter.class)
	@Column(name = "answered_at")
	private Instant answeredAt;

	/** The local day; of what is not identified the Monday of its week, or of the last week it was released with. */
	@Column(name = "answered_on", nullable = false)
	private LocalDate answeredOn;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "location_id")
	private Location location;

	/** Who treated the patient in what it is about; null: anonymous, not known, or too few others would be the same. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "provider_id")
	private Provider provider;

	@Column(name = "encounter_type_id")
	private Integer encounterTypeId;

	/** Who wrote it down; null: the patient did, or it is not identified. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "entered_by")
	private User enteredBy;

	/**
	 * Whether it can be read. What is not identified waits until enough others have answered too, for alone it would be known whose
	 * it is.
	 */
	@Column(name = "released", nullable = false)
	private boolean released;

	/** The encounter in the chart that holds what was answered to questions with concepts; null: there is none. */
	@Column(name = "chart_encounter_uuid", length = 38)
	private String chartEncounterUuid;

	/** By which its recovery was announced; null: it has opened none, or is shown among others. Nobody is told of it, for it leads to a patient. */
	@Column(name = "recovery_key", length = 38)
	@Getter(AccessLevel.PACKAGE)
	private String recoveryKey;

	@Column(name = "voided", nullable = false)
	private boolean voided;

	@Column(name = "void_reason", length = REASON_LENGTH)
	private String voidReason;

	@OneToMany(mappedBy = "response", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
	@OrderBy("position")
	@Getter(AccessLevel.NONE)
	private List<SurveyAnswer> answers = new ArrayList<>();

	SurveyResponse(Survey survey, int surveyVersion, SurveyMode mode, String language) {
		this.uuid = UUID.randomUUID().toString();
		this.survey = survey;
		this.surveyVersion = surveyVersion;
		this.mode = mode;
		this.language = language;
	}

	/** Of somebody who is known to the module. */
	void belongTo(SurveyInvitation of) {
		this.invitation = of;
		this.patient = of.getPatient();
		this.patientUuid = of.getPatientUuid();
		this.provider = of.getProvider();
	}

	/** Where and in what kind of visit it was. */
	void take(Location place, Integer encounterType) {
		this.location = place;
		this.encounterTypeId = encounterType;
	}

	/** Identified: it can be read at once. */
	void date(Instant at, LocalDate day) {
		this.answeredAt = at;
		this.answeredOn = day;
		this.released = true;
	}

	/** Not identified: it says the week, and waits. */
	void dateByWeek(LocalDate day) {
		this.answeredOn = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
	}

	/** With others that have the same date from now on; a plan that ended with it would tell whose it is. */
	void release(LocalDate week) {
		this.answeredOn = week;
		this.released = true;
		this.recoveryKey = null;
	}

	void forgetLanguage() {
		this.language = null;
	}

	void forgetEncounterType() {
		this.encounterTypeId = null;
	}

	void forgetProvider() {
		this.provider = null;
	}

	void forgetLocation() {
		this.location = null;
	}

	void chartedAs(String encounter) {
		this.chartEncounterUuid = encounter;
	}

	void recoverBy(String key) {
		this.recoveryKey = key;
	}

	void enteredBy(User user) {
		this.enteredBy = user;
	}

	void answer(String question, String value, boolean number) {
		answers.add(new SurveyAnswer(this, question, answers.size(), value, number));
	}

	public List<SurveyAnswer> getAnswers() {
		return Collections.unmodifiableList(answers);
	}

	/** What words in it are said with. */
	CommentDraft.CommentDraftBuilder said() {
		return CommentDraft.builder().source(Comment.Source.SURVEY).sourceUuid(uuid).questionnaireUuid(survey.getUuid())
			.language(language).saidOn(answeredOn).location(location).released(released);
	}

	/** It is not what was answered to the invitation: that can be answered once more. */
	void letGoOfInvitation() {
		this.invitation = null;
	}

	/** Written down in error. */
	void annul(String reason) {
		this.voided = true;
		this.voidReason = StringUtils.left(reason, REASON_LENGTH);
	}
}
