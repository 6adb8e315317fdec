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
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import javax.persistence.Version;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.openmrs.User;
import org.openmrs.module.retention.comment.Comment;
import org.openmrs.module.retention.shared.InstantConverter;
import org.openmrs.module.retention.shared.RetentionException;

/** How far a comment that can be read has been read: one row for each. */
@Entity(name = "retention.CommentReading")
@Table(name = "retention_comment_reading")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class CommentReading {

	/** Who has looked at it. */
	public enum Status {
		/** Nobody. */
		UNREAD,
		/** A person, who has said what it is about; from these is learnt. */
		READ,
		/** Nobody, but all that was proposed was confirmed together with others. */
		IN_BULK
	}

	@Id
	@Column(name = "comment_id", length = 38)
	private String uuid;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "comment_id", nullable = false, insertable = false, updatable = false)
	private Comment comment;

	@Enumerated(EnumType.STRING)
	@Column(name = "status", nullable = false, length = 8)
	private Status status;

	/** Whether any theme is proposed or confirmed. */
	@Column(name = "explained", nullable = false)
	private boolean explained;

	/** The lower, the more its themes would teach; 0 to 1. */
	@Column(name = "margin", nullable = false)
	private double margin;

	/** With which themes and model it was looked at last; 0: not yet. */
	@Column(name = "generation", nullable = false)
	private int generation;

	/** READ: since when. */
	@Convert(converter = InstantConverter.class)
	@Column(name = "read_at")
	private Instant readAt;

	/** READ: by whom; null too when the account was purged. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "read_by")
	private User readBy;

	@Version
	@Column(name = "version", nullable = false)
	private int version;

	CommentReading(Comment comment) {
		this.uuid = comment.getUuid();
		this.comment = comment;
		this.status = Status.UNREAD;
	}

	/** Refuses what was decided on an older state; null: the caller does not say which it saw. */
	void expectVersion(Integer seen) {
		if (seen != null && seen != version) {
			throw RetentionException.conflict("retention.theme.error.stale-version", "version", seen, version);
		}
	}

	void read(User by, Instant at) {
		if (status != Status.READ) {
			status = Status.READ;
			readAt = at;
			readBy = by;
		}
	}

	/** What was said of it has been taken back. */
	void unread() {
		status = Status.UNREAD;
		readAt = null;
		readBy = null;
	}

	void explain(boolean byAnyTheme) {
		explained = byAnyTheme;
	}

	void lookedAt(double newMargin, int atGeneration) {
		margin = newMargin;
		generation = atGeneration;
	}
}
