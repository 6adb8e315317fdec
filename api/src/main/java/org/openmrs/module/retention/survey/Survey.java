/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey;

import java.util.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.openmrs.BaseChangeableOpenmrsMetadata;
import org.openmrs.User;
import org.openmrs.module.retention.shared.DefinitionJson;

/**
 * A survey: the current version of what a package says, with what lists need in columns. Its past versions are
 * {@link SurveyVersion} rows. Nobody is invited to a retired survey; invitations that are out can be answered.
 */
@Entity(name = "retention.Survey")
@Table(name = "retention_survey")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Survey extends BaseChangeableOpenmrsMetadata {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "survey_id")
	@Setter
	private Integer id;

	@Enumerated(EnumType.STRING)
	@Column(name = "kind", nullable = false, length = 12)
	private SurveyKind kind;

	@Enumerated(EnumType.STRING)
	@Column(name = "privacy", nullable = false, length = 12)
	private Privacy privacy;

	/** From 1; counts up whenever the definition's content changes. */
	@Column(name = "survey_version", nullable = false)
	private int surveyVersion;

	/** SHA-256 (hex) of the definition's JSON. */
	@Column(name = "checksum", nullable = false, length = 64)
	private String checksum;

	@Version
	@Column(name = "version", nullable = false)
	private int version;

	Survey(String uuid) {
		setUuid(uuid);
	}

	/** Takes over what the definition says, as the next version. */
	void adopt(SurveyDefinition definition, String definitionChecksum) {
		setName(definition.getName());
		setDescription(definition.getDescription());
		kind = definition.getKind();
		privacy = definition.getPrivacy();
		checksum = definitionChecksum;
		surveyVersion++;
	}

	/** Whether the current version says what the definition says. */
	public boolean saysTheSameAs(SurveyDefinition definition) {
		return checksum.equals(DefinitionJson.checksum(DefinitionJson.write(definition)));
	}

	void retire(User actor, Date when, String reason) {
		setRetired(true);
		setRetiredBy(actor);
		setDateRetired(when);
		setRetireReason(reason);
	}

	void unretire() {
		setRetired(false);
		setRetiredBy(null);
		setDateRetired(null);
		setRetireReason(null);
	}
}
