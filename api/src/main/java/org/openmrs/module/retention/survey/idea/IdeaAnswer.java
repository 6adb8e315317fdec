/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.idea;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.FetchType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import javax.persistence.UniqueConstraint;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.openmrs.User;
import org.openmrs.module.retention.shared.InstantConverter;

/** What one patient says of an idea, once. */
@Entity(name = "retention.IdeaAnswer")
@Table(name = "retention_idea_answer", uniqueConstraints = @UniqueConstraint(name = "retention_idea_answer_uk", columnNames = {
	"idea_id", "patient_uuid" }))
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class IdeaAnswer {

	@Id
	@Column(name = "idea_answer_id", length = 38)
	private String id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "idea_id", nullable = false)
	private Idea idea;

	/** Null: it was not noted who was asked. */
	@Column(name = "patient_uuid", length = 38)
	private String patientUuid;

	@Enumerated(EnumType.STRING)
	@Column(name = "opinion", nullable = false, length = 12)
	private Opinion opinion;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "creator", nullable = false)
	private User askedBy;

	@Convert(converter = InstantConverter.class)
	@Column(name = "answered_at", nullable = false)
	private Instant answeredAt;

	/** Uuid of the contact in which it was said; null: in none. */
	@Column(name = "contact_uuid", length = 38)
	private String contactUuid;

	IdeaAnswer(Idea idea, String patientUuid, Opinion opinion, User askedBy, Instant answeredAt, String contactUuid) {
		this.id = UUID.randomUUID().toString();
		this.idea = idea;
		this.patientUuid = patientUuid;
		this.opinion = opinion;
		this.askedBy = askedBy;
		this.answeredAt = answeredAt;
		this.contactUuid = contactUuid;
	}
}
