/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
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
import javax.persistence.Transient;
import javax.persistence.Version;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.openmrs.User;
import org.openmrs.module.retention.question.LocalizedText;
import org.openmrs.module.retention.shared.DefinitionJson;
import org.openmrs.module.retention.shared.InstantConverter;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.theme.taxonomy.Theme;

/** What the clinic does about a theme, in words for patients. Its words never change: patients may have been told them. */
@Entity(name = "retention.Measure")
@Table(name = "retention_measure")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Measure {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "measure_id")
	private Integer id;

	@Column(name = "uuid", nullable = false, unique = true, length = 38)
	private String uuid;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "theme_id", nullable = false)
	@Getter(AccessLevel.NONE)
	private Theme theme;

	/** JSON of a {@link LocalizedText}; null: the theme's name says it. */
	@Column(name = "said", columnDefinition = "LONGTEXT")
	@Getter(AccessLevel.NONE)
	private String said;

	/** JSON of a {@link LocalizedText}. */
	@Column(name = "did", nullable = false, columnDefinition = "LONGTEXT")
	@Getter(AccessLevel.NONE)
	private String did;

	/** Who raised the theme from that day on has raised it for this. */
	@Column(name = "raised_from", nullable = false)
	private LocalDate raisedFrom;

	/** Since when it is so; null: it is not yet. */
	@Column(name = "done_on")
	private LocalDate doneOn;

	@Enumerated(EnumType.STRING)
	@Column(name = "status", nullable = false, length = 10)
	private MeasureStatus status;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "creator", nullable = false)
	private User recordedBy;

	@Convert(converter = InstantConverter.class)
	@Column(name = "recorded_at", nullable = false)
	private Instant recordedAt;

	@Version
	@Column(name = "version", nullable = false)
	private int version;

	@Transient
	@Getter(AccessLevel.NONE)
	private MeasureProgress progress = MeasureProgress.NONE;

	Measure(MeasureRequest request, User recordedBy, Instant recordedAt) {
		this.uuid = UUID.randomUUID().toString();
		this.theme = request.getTheme();
		this.said = request.getSaid() == null ? null : DefinitionJson.write(request.getSaid());
		this.did = DefinitionJson.write(request.getDid());
		this.raisedFrom = request.getRaisedFrom();
		this.recordedBy = recordedBy;
		this.recordedAt = recordedAt;
		this.status = MeasureStatus.PLANNED;
	}

	/** @param day DONE: since when */
	MeasureChange become(MeasureStatus to, LocalDate day, Occasion occasion) {
		MeasureLifeCycle.check(status, to);
		MeasureChange change = new MeasureChange(this, status, to, occasion);
		this.status = to;
		this.doneOn = to == MeasureStatus.DONE ? day : null;
		return change;
	}

	/** What it is about; of a theme that was merged what that has become. */
	public Theme getTheme() {
		return theme.getSuccessor();
	}

	/** Null: the theme's name says it. */
	public LocalizedText getSaid() {
		return said == null ? null : DefinitionJson.read(said, LocalizedText.class);
	}

	public LocalizedText getDid() {
		return DefinitionJson.read(did, LocalizedText.class);
	}

	/** In that language, else another. */
	public String saidIn(Locale locale) {
		return said == null ? getTheme().nameIn(locale) : getSaid().in(locale);
	}

	void progressed(MeasureProgress tellings) {
		progress = tellings;
	}

	/** How far telling has come; of one that was read from a service. */
	public MeasureProgress getProgress() {
		return progress;
	}
}
