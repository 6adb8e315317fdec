/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.taxonomy;

import java.util.Date;
import java.util.Locale;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import javax.persistence.Transient;
import javax.persistence.UniqueConstraint;
import javax.persistence.Version;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.BaseChangeableOpenmrsMetadata;
import org.openmrs.module.retention.shared.DefinitionJson;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.shared.RetentionException;

/** What comments can be about. Its name as metadata is the English one; {@link #getDefinition()} has those of all languages. */
@Entity(name = "retention.Theme")
@Table(name = "retention_theme", uniqueConstraints = @UniqueConstraint(name = "retention_theme_code_uk", columnNames = "code"))
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Theme extends BaseChangeableOpenmrsMetadata {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "theme_id")
	@Setter
	private Integer id;

	/** Fixed for ever. */
	@Column(name = "code", nullable = false, length = 60)
	private String code;

	/** Null: it stands at the top. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "parent_id")
	private Theme parent;

	/** Null: it was not merged into another. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "merged_into_id")
	private Theme mergedInto;

	/** JSON of a {@link ThemeDefinition}. */
	@Column(name = "definition", nullable = false, columnDefinition = "LONGTEXT")
	@Getter(AccessLevel.NONE)
	private String definition;

	/** SHA-256 (hex) of what a package said last; null: people made it. */
	@Column(name = "package_checksum", length = 64)
	@Getter(AccessLevel.NONE)
	private String packageChecksum;

	@Version
	@Column(name = "version", nullable = false)
	private int version;

	@Transient
	@Getter(AccessLevel.NONE)
	private ThemeDefinition parsed;

	Theme(ThemeDefinition definition) {
		if (definition.getUuid() != null) {
			setUuid(definition.getUuid());
		}
		code = definition.getCode() == null ? getUuid() : definition.getCode();
	}

	public ThemeDefinition getDefinition() {
		if (parsed == null) {
			parsed = DefinitionJson.read(definition, ThemeDefinition.class);
		}
		return parsed;
	}

	/** What its words, its place and its end are changed from; null: whatever it is. */
	public void expectVersion(Integer seen) {
		if (seen != null && seen != version) {
			throw RetentionException.conflict("retention.theme.error.stale-version", "version", seen, version);
		}
	}

	/** In that language, else another. */
	public String nameIn(Locale locale) {
		return getDefinition().getName().in(locale);
	}

	/** @param above the theme of the definition's parent; null: at the top */
	void word(ThemeDefinition words, Theme above) {
		ThemeDefinition whole = words.toBuilder().uuid(getUuid()).code(code).parent(above == null ? null : above.getCode())
			.retired(false).build();
		setName(StringUtils.left(whole.getName().in(Locale.ENGLISH), TaxonomyValidator.LONGEST_NAME));
		setDescription(whole.getDescription() == null ? null : StringUtils.left(whole.getDescription().in(Locale.ENGLISH),
			255));
		parent = above;
		definition = DefinitionJson.write(whole);
		parsed = null;
	}

	/** Whether a package has said this last, whatever people have made of it since. */
	public boolean wasLoadedAs(ThemeDefinition words) {
		return checksum(words).equals(packageChecksum);
	}

	void loadedAs(ThemeDefinition words) {
		packageChecksum = checksum(words);
	}

	private static String checksum(ThemeDefinition words) {
		return DefinitionJson.checksum(DefinitionJson.write(words));
	}

	/** Below another; its words stay. */
	void moveBelow(Theme above) {
		word(getDefinition(), above);
	}

	void retire(Occasion occasion) {
		setRetired(true);
		setRetiredBy(occasion.getActor());
		setDateRetired(Date.from(occasion.getAt()));
		setRetireReason(StringUtils.left(occasion.getReason(), 255));
	}

	void mergeInto(Theme other, Occasion occasion) {
		retire(occasion);
		mergedInto = other;
	}

	void unretire() {
		setRetired(false);
		setRetiredBy(null);
		setDateRetired(null);
		setRetireReason(null);
		mergedInto = null;
	}

	/** What it has become: itself, or of one that was merged what that has become. */
	public Theme getSuccessor() {
		Theme now = this;
		while (now.getMergedInto() != null) {
			now = now.getMergedInto();
		}
		return now;
	}
}
