/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.kiosk;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import javax.persistence.UniqueConstraint;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.openmrs.Location;
import org.openmrs.User;
import org.openmrs.module.retention.shared.InstantConverter;
import org.openmrs.module.retention.survey.Survey;
import org.openmrs.module.retention.survey.invitation.Token;

/** A device at which a survey is answered. It knows nothing of what was answered there, and answers know nothing of it. */
@Entity(name = "retention.SurveyKiosk")
@Table(name = "retention_survey_kiosk", uniqueConstraints = @UniqueConstraint(name = "retention_survey_kiosk_token_uk", columnNames = "token_hash"))
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class SurveyKiosk {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "survey_kiosk_id")
	private Integer id;

	@Column(name = "uuid", nullable = false, unique = true, length = 38)
	private String uuid;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "survey_id", nullable = false)
	private Survey survey;

	/** Where it stands; null: not said. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "location_id")
	private Location location;

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

	/** Null: by nobody. */
	@Convert(converter = InstantConverter.class)
	@Column(name = "closed_at")
	private Instant closedAt;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "closed_by")
	private User closedBy;

	SurveyKiosk(Survey survey, Location location, Token token, User creator, Instant now, Instant expiresAt) {
		this.uuid = UUID.randomUUID().toString();
		this.survey = survey;
		this.location = location;
		this.tokenHash = token.hash();
		this.creator = creator;
		this.createdAt = now;
		this.expiresAt = expiresAt;
	}

	/** Its link leads nowhere from now on; again is nothing new. */
	void close(User user, Instant now) {
		if (closedAt == null) {
			closedAt = now;
			closedBy = user;
		}
	}

	public boolean isOpen(Instant now) {
		return closedAt == null && expiresAt.isAfter(now);
	}
}
