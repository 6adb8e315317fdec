/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.assignment;

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
import javax.persistence.Version;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.openmrs.User;
import org.openmrs.module.retention.comment.Comment;
import org.openmrs.module.retention.shared.InstantConverter;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.theme.taxonomy.Theme;

/** That a comment is about a theme, once for each two, and how sure that is. */
@Entity(name = "retention.ThemeAssignment")
@Table(name = "retention_comment_theme", uniqueConstraints = @UniqueConstraint(name = "retention_comment_theme_uk", columnNames = {
	"comment_id", "theme_id" }))
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class ThemeAssignment {

	/** Random. */
	@Id
	@Column(name = "assignment_id", length = 38)
	private String uuid;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "comment_id", nullable = false)
	private Comment comment;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "theme_id", nullable = false)
	private Theme theme;

	@Enumerated(EnumType.STRING)
	@Column(name = "status", nullable = false, length = 12)
	private AssignmentStatus status;

	/** Between 0 and 1, when it was proposed last; null: a person gave it. */
	@Column(name = "confidence")
	private Double confidence;

	/** Which model proposed it last; null: phrases did, or a person gave it. */
	@Column(name = "model_version")
	private Integer modelVersion;

	@Convert(converter = InstantConverter.class)
	@Column(name = "decided_at")
	private Instant decidedAt;

	/** Null: nobody has decided, or the account was purged. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "decided_by")
	private User decidedBy;

	/** CORRECTED: which theme it is instead. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "corrected_to_id")
	private Theme correctedTo;

	/** Random, the same for all that were confirmed together without being read; null: somebody has read it. */
	@Column(name = "bulk_id", length = 38)
	private String bulkId;

	@Version
	@Column(name = "version", nullable = false)
	private int version;

	ThemeAssignment(Comment comment, Theme theme) {
		this.uuid = UUID.randomUUID().toString();
		this.comment = comment;
		this.theme = theme;
	}

	AssignmentChange propose(Proposal proposal, Occasion occasion) {
		AssignmentChange change = become(AssignmentStatus.PROPOSED, occasion);
		refresh(proposal);
		change.quote(this);
		return change;
	}

	/** Proposed still, by a newer model perhaps: nothing was decided. */
	void refresh(Proposal proposal) {
		confidence = proposal.getConfidence();
		modelVersion = proposal.getModelVersion();
	}

	AssignmentChange confirm(Occasion occasion) {
		correctedTo = null;
		bulkId = null;
		return decide(AssignmentStatus.CONFIRMED, occasion);
	}

	AssignmentChange reject(Occasion occasion) {
		return decide(AssignmentStatus.REJECTED, occasion);
	}

	AssignmentChange correct(Theme instead, Occasion occasion) {
		correctedTo = instead;
		return decide(AssignmentStatus.CORRECTED, occasion);
	}

	AssignmentChange withdraw(Occasion occasion) {
		return become(AssignmentStatus.WITHDRAWN, occasion);
	}

	/** The theme was merged or split: the same holds of another. */
	AssignmentChange move(Theme to, Occasion occasion) {
		AssignmentChange change = new AssignmentChange(this, status, theme, occasion);
		theme = to;
		change.quote(this);
		return change;
	}

	private AssignmentChange decide(AssignmentStatus to, Occasion occasion) {
		AssignmentChange change = become(to, occasion);
		decidedAt = occasion.getAt();
		decidedBy = occasion.getActor();
		return change;
	}

	private AssignmentChange become(AssignmentStatus to, Occasion occasion) {
		AssignmentLifeCycle.check(status, to);
		AssignmentChange change = new AssignmentChange(this, status, theme, occasion);
		status = to;
		change.quote(this);
		return change;
	}
}
