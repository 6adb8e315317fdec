/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.assignment;

import java.time.Instant;
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
import org.openmrs.module.retention.theme.taxonomy.Theme;

/** One step in the life of a theme at a comment, append-only. */
@Entity(name = "retention.AssignmentChange")
@Table(name = "retention_comment_theme_change")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class AssignmentChange {

	private static final int REASON_LENGTH = 255;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "assignment_change_id")
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "assignment_id", nullable = false)
	private ThemeAssignment assignment;

	/** Null: it began with this row. */
	@Enumerated(EnumType.STRING)
	@Column(name = "from_status", length = 12)
	private AssignmentStatus fromStatus;

	@Enumerated(EnumType.STRING)
	@Column(name = "to_status", nullable = false, length = 12)
	private AssignmentStatus toStatus;

	/** Another than {@link #getTheme()}: it was moved. */
	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "from_theme_id", nullable = false)
	private Theme fromTheme;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "theme_id", nullable = false)
	private Theme theme;

	@Column(name = "confidence")
	private Double confidence;

	@Column(name = "model_version")
	private Integer modelVersion;

	@Convert(converter = InstantConverter.class)
	@Column(name = "changed_at", nullable = false)
	private Instant changedAt;

	/** The daemon user when a job did it. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "actor")
	private User actor;

	@Column(name = "reason", length = REASON_LENGTH)
	private String reason;

	AssignmentChange(ThemeAssignment assignment, AssignmentStatus from, Theme fromTheme, Occasion occasion) {
		this.assignment = assignment;
		this.fromStatus = from;
		this.fromTheme = fromTheme;
		this.changedAt = occasion.getAt();
		this.actor = occasion.getActor();
		this.reason = StringUtils.left(occasion.getReason(), REASON_LENGTH);
	}

	/** As it has become. */
	void quote(ThemeAssignment now) {
		this.toStatus = now.getStatus();
		this.theme = now.getTheme();
		this.confidence = now.getConfidence();
		this.modelVersion = now.getModelVersion();
	}
}
