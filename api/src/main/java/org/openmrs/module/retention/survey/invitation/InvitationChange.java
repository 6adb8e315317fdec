/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import java.time.Instant;
import java.util.UUID;
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
import javax.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.User;
import org.openmrs.module.retention.shared.InstantConverter;
import org.openmrs.module.retention.shared.Occasion;

/** One step of an invitation's life, append-only. */
@Entity(name = "retention.InvitationChange")
@Table(name = "retention_survey_invitation_change")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class InvitationChange {

	private static final int REASON_LENGTH = 255;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "survey_invitation_change_id")
	private Integer id;

	@Column(name = "uuid", nullable = false, unique = true, length = 38)
	private String uuid;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "survey_invitation_id", nullable = false)
	private SurveyInvitation invitation;

	/** Null for the row that the invitation began with; the same as afterwards: it got a new link. */
	@Enumerated(EnumType.STRING)
	@Column(name = "from_status", length = 12)
	private InvitationStatus fromStatus;

	@Enumerated(EnumType.STRING)
	@Column(name = "to_status", nullable = false, length = 12)
	private InvitationStatus toStatus;

	@Convert(converter = InstantConverter.class)
	@Column(name = "changed_at", nullable = false)
	private Instant changedAt;

	/** The daemon user when the patient or a job did it. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "actor")
	private User actor;

	@Column(name = "reason", length = REASON_LENGTH)
	private String reason;

	InvitationChange(SurveyInvitation invitation, InvitationStatus from, Occasion occasion) {
		this.uuid = UUID.randomUUID().toString();
		this.invitation = invitation;
		this.fromStatus = from;
		this.toStatus = invitation.getStatus();
		this.changedAt = occasion.getAt();
		this.actor = occasion.getActor();
		this.reason = StringUtils.left(occasion.getReason(), REASON_LENGTH);
	}
}
