/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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
import javax.persistence.UniqueConstraint;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.openmrs.User;
import org.openmrs.module.retention.shared.DefinitionJson;
import org.openmrs.module.retention.shared.InstantConverter;
import org.openmrs.module.retention.theme.classifier.ModelReplacement;
import org.openmrs.module.retention.theme.classifier.Scores;
import org.openmrs.module.retention.theme.classifier.ThemeModel;
import org.openmrs.module.retention.theme.classifier.ThemeScores;

/**
 * A model that was learnt, with how good it says it is, and whether it took the place of the one before and why. Of the one in use
 * the bytes are stored beside it.
 */
@Entity(name = "retention.ThemeModel")
@Table(name = "retention_theme_model", uniqueConstraints = @UniqueConstraint(name = "retention_theme_model_version_uk", columnNames = "model_version"))
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class StoredModel {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "theme_model_id")
	private Integer id;

	@Column(name = "uuid", nullable = false, unique = true, length = 38)
	private String uuid;

	/** From 1; of each two the higher was learnt later. */
	@Column(name = "model_version", nullable = false)
	private int modelVersion;

	/** Whether it is in use; at most one is. */
	@Column(name = "active", nullable = false)
	private boolean active;

	@Enumerated(EnumType.STRING)
	@Column(name = "reason", nullable = false, length = 20)
	private ModelReplacement.Reason reason;

	/** Comments that it has learnt from. */
	@Column(name = "training_size", nullable = false)
	private int trainingSize;

	/** Of choosing one theme, in cross validation; all between 0 and 1. */
	@Column(name = "accuracy", nullable = false)
	private double accuracy;

	@Column(name = "macro_f1", nullable = false)
	private double macroF1;

	@Column(name = "balanced_accuracy", nullable = false)
	private double balancedAccuracy;

	@Column(name = "cba", nullable = false)
	private double cba;

	@Column(name = "scored", nullable = false)
	private int scored;

	/** JSON of {@link ThemeScores}. */
	@Column(name = "theme_scores", nullable = false, columnDefinition = "LONGTEXT")
	@Getter(AccessLevel.NONE)
	private String themeScores;

	/** On how many comments that neither had learnt from it was held against the one before; null: on none. */
	@Column(name = "compared")
	private Integer compared;

	/** Of the one before, on those. */
	@Column(name = "accuracy_before")
	private Double accuracyBefore;

	@Column(name = "macro_f1_before")
	private Double macroF1Before;

	/** Of this one, on those. */
	@Column(name = "accuracy_after")
	private Double accuracyAfter;

	@Column(name = "macro_f1_after")
	private Double macroF1After;

	/** What was read until then it may have learnt from. */
	@Convert(converter = InstantConverter.class)
	@Column(name = "learnt_until", nullable = false)
	private Instant learntUntil;

	/** Who asked for it; the daemon user: it was due. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "actor")
	private User actor;

	StoredModel(int modelVersion, ThemeModel model, ModelReplacement replacement, Instant learntUntil, User actor) {
		this.uuid = UUID.randomUUID().toString();
		this.modelVersion = modelVersion;
		this.active = replacement.isReplaced();
		this.reason = replacement.getReason();
		this.trainingSize = model.getTrainingSize();
		this.accuracy = model.getScores().getAccuracy();
		this.macroF1 = model.getScores().getMacroF1();
		this.balancedAccuracy = model.getScores().getBalancedAccuracy();
		this.cba = model.getScores().getCba();
		this.scored = model.getScores().getCount();
		this.themeScores = DefinitionJson.write(model.getThemeScores());
		Scores before = replacement.getBefore();
		Scores after = replacement.getAfter();
		if (before != null && after != null) {
			this.compared = after.getCount();
			this.accuracyBefore = before.getAccuracy();
			this.macroF1Before = before.getMacroF1();
			this.accuracyAfter = after.getAccuracy();
			this.macroF1After = after.getMacroF1();
		}
		this.learntUntil = learntUntil;
		this.actor = actor;
	}

	/** How well each theme is proposed, in the order of their codes. */
	public List<ThemeScore> getThemeScores() {
		return Arrays.asList(DefinitionJson.read(themeScores, ThemeScore[].class));
	}
}
