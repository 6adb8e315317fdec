/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import java.time.Instant;
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
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import javax.persistence.UniqueConstraint;
import javax.persistence.Version;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.DynamicUpdate;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.Provider;
import org.openmrs.User;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.shared.DefinitionJson;
import org.openmrs.module.retention.shared.InstantConverter;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.survey.Survey;

/**
 * One person is asked to answer one version of a survey once. Unless the survey is identified it keeps that it was answered and not when,
 * for with the time an answer could be found; so it has no audit columns that the platform would fill.
 */
@Entity(name = "retention.SurveyInvitation")
@Table(name = "retention_survey_invitation", uniqueConstraints = {
	@UniqueConstraint(name = "retention_survey_invitation_key_uk", columnNames = "invitation_key"),
	@UniqueConstraint(name = "retention_survey_invitation_token_uk", columnNames = "token_hash") })
@DynamicUpdate
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class SurveyInvitation {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "survey_invitation_id")
	private Integer id;

	@Column(name = "uuid", nullable = false, unique = true, length = 38)
	private String uuid;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "survey_id", nullable = false)
	private Survey survey;

	@Column(name = "survey_version", nullable = false)
	private int surveyVersion;

	/** Null: the patient was purged. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "patient_id")
	private Patient patient;

	@Column(name = "patient_uuid", nullable = false, length = 38)
	private String patientUuid;

	/** Who is asked: the patient, or a minor's guardian. Null: was purged. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "reached_id")
	private Person reached;

	@Enumerated(EnumType.STRING)
	@Column(name = "channel", nullable = false, length = 12)
	private Channel channel;

	/** Tag of the language to begin with; null: not known. */
	@Column(name = "language", length = 20)
	private String language;

	/** The encounter that is asked about; null: none. */
	@Column(name = "encounter_id")
	private Integer encounterId;

	@Column(name = "encounter_uuid", length = 38)
	private String encounterUuid;

	@Column(name = "encounter_type_id")
	private Integer encounterTypeId;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "location_id")
	private Location location;

	/** Who treated the patient then. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "provider_id")
	private Provider provider;

	/** The protocol's task that it was made for; null: none. */
	@Column(name = "task_id")
	private Integer taskId;

	/** SHA-256 of what makes it one, whoever asks for it again. */
	@Column(name = "invitation_key", nullable = false, length = 64)
	@Getter(AccessLevel.NONE)
	private String invitationKey;

	@Column(name = "token_hash", nullable = false, length = 64)
	@Getter(AccessLevel.NONE)
	private String tokenHash;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "creator")
	private User creator;

	@Convert(converter = InstantConverter.class)
	@Column(name = "created_at", nullable = false)
	private Instant createdAt;

	@Convert(converter = InstantConverter.class)
	@Column(name = "expires_at", nullable = false)
	private Instant expiresAt;

	@Enumerated(EnumType.STRING)
	@Column(name = "status", nullable = false, length = 12)
	private InvitationStatus status;

	/** The person had it: it was handed over, opened, or answered or declined in an interview. */
	@Column(name = "handed_over", nullable = false)
	private boolean handedOver;

	@Column(name = "opened", nullable = false)
	private boolean opened;

	@Column(name = "started", nullable = false)
	private boolean started;

	@Version
	@Column(name = "version", nullable = false)
	private int version;

	@OneToMany(mappedBy = "invitation", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
	@OrderBy("id")
	@Getter(AccessLevel.NONE)
	private List<InvitationChange> changes = new ArrayList<>();

	static SurveyInvitation make(InvitationDraft draft, Token token, Occasion occasion) {
		SurveyInvitation invitation = new SurveyInvitation();
		invitation.uuid = UUID.randomUUID().toString();
		invitation.survey = draft.getSurvey();
		invitation.surveyVersion = draft.getSurvey().getSurveyVersion();
		invitation.patient = draft.getPatient();
		invitation.patientUuid = draft.getPatient().getUuid();
		invitation.reached = draft.getReached();
		invitation.channel = draft.getChannel();
		invitation.language = draft.getLanguage();
		if (draft.getEncounter() != null) {
			invitation.encounterId = draft.getEncounter().getEncounterId();
			invitation.encounterUuid = draft.getEncounter().getUuid();
			invitation.encounterTypeId = draft.getEncounter().getEncounterType().getEncounterTypeId();
		}
		invitation.location = draft.getLocation();
		invitation.provider = draft.getProvider();
		invitation.taskId = draft.getTaskId();
		invitation.invitationKey = draft.getKey();
		invitation.tokenHash = token.hash();
		invitation.creator = occasion.getActor();
		invitation.createdAt = occasion.getAt();
		invitation.expiresAt = draft.getExpiresAt();
		invitation.status = InvitationStatus.CREATED;
		invitation.note(null, occasion);
		return invitation;
	}

	/** Whether it was made of the same wish. */
	boolean isFor(InvitationDraft draft) {
		return survey.equals(draft.getSurvey()) && patientUuid.equals(draft.getPatient().getUuid());
	}

	public boolean isExpired(Instant now) {
		return !status.isFinal() && !expiresAt.isAfter(now);
	}

	/** What has happened to it, in order; unless the survey is identified only what staff have done. */
	public List<InvitationChange> getChanges() {
		return Collections.unmodifiableList(changes);
	}

	/** Refuses a change that was decided on an older state; null: the caller does not say which it saw. */
	void expectVersion(Integer seen) {
		if (seen != null && seen != version) {
			throw RetentionException.conflict("retention.survey.error.stale-version", "version", seen, version);
		}
	}

	/** By hand: handed over, declined or withdrawn. */
	void transition(InvitationStatus to, Occasion occasion) {
		if (!InvitationLifeCycle.byHand().contains(to)) {
			throw RetentionException.invalid("retention.survey.error.transition-not-by-hand", "to", to,
				InvitationLifeCycle.byHand());
		}
		become(to, occasion);
	}

	/** Another one can be made of the same wish. */
	void giveUpKey() {
		invitationKey = DefinitionJson.checksum("given up\n" + uuid);
	}

	/** The old link leads nowhere from now on. */
	void renew(Token token, Occasion occasion) {
		if (status.isFinal() || isExpired(occasion.getAt())) {
			throw RetentionException.conflict("retention.survey.error.invitation-over", null);
		}
		tokenHash = token.hash();
		note(status, occasion);
	}

	/** The link was opened; again and again is nothing new. */
	public void open(Occasion occasion) {
		opened = true;
		handedOver = true;
		if (InvitationLifeCycle.after(status).contains(InvitationStatus.OPENED)) {
			become(InvitationStatus.OPENED, occasion);
		}
	}

	/** The first answer was given; again is nothing new. */
	public void start(Occasion occasion) {
		if (InvitationLifeCycle.after(status).contains(InvitationStatus.STARTED)) {
			become(InvitationStatus.STARTED, occasion);
		}
	}

	/** Once. */
	public void answer(Occasion occasion) {
		become(InvitationStatus.ANSWERED, occasion);
	}

	/** What was answered is taken back with the contact in which it was: it can be answered again while there is time. */
	public void reopen(Occasion occasion) {
		if (status == InvitationStatus.ANSWERED) {
			status = InvitationStatus.STARTED;
			if (survey.getPrivacy() == Privacy.IDENTIFIED) {
				note(InvitationStatus.ANSWERED, occasion);
			}
		}
	}

	private void become(InvitationStatus to, Occasion occasion) {
		InvitationLifeCycle.check(status, to);
		InvitationStatus from = status;
		status = to;
		handedOver |= to != InvitationStatus.WITHDRAWN;
		started |= to == InvitationStatus.STARTED || to == InvitationStatus.ANSWERED;
		boolean ofStaff = InvitationLifeCycle.byHand().contains(to);
		if (ofStaff || survey.getPrivacy() == Privacy.IDENTIFIED) {
			note(from, occasion);
		}
	}

	private void note(InvitationStatus from, Occasion occasion) {
		changes.add(new InvitationChange(this, from, occasion));
	}
}
