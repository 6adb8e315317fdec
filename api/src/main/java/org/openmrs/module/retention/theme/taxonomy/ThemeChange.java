/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.taxonomy;

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

/** What became of a theme, append-only. */
@Entity(name = "retention.ThemeChange")
@Table(name = "retention_theme_change")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class ThemeChange {

	/** What was done. */
	public enum Kind {
		NAMED, CHANGED, MERGED, SPLIT, RETIRED, REOPENED
	}

	private static final int REASON_LENGTH = 255;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "theme_change_id")
	private Integer id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "theme_id", nullable = false)
	private Theme theme;

	@Enumerated(EnumType.STRING)
	@Column(name = "kind", nullable = false, length = 10)
	private Kind kind;

	/** MERGED: into which; SPLIT: which was split off. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "other_theme_id")
	private Theme other;

	/** The words as they were then, JSON of a {@link ThemeDefinition}. */
	@Column(name = "definition", nullable = false, columnDefinition = "LONGTEXT")
	private String definition;

	@Convert(converter = InstantConverter.class)
	@Column(name = "changed_at", nullable = false)
	private Instant changedAt;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "actor")
	private User actor;

	@Column(name = "reason", length = REASON_LENGTH)
	private String reason;

	ThemeChange(Theme theme, Kind kind, Theme other, String definition, Occasion occasion) {
		this.theme = theme;
		this.kind = kind;
		this.other = other;
		this.definition = definition;
		this.changedAt = occasion.getAt();
		this.actor = occasion.getActor();
		this.reason = StringUtils.left(occasion.getReason(), REASON_LENGTH);
	}
}
