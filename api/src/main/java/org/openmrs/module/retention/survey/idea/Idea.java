/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.idea;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
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
import org.openmrs.module.retention.shared.InstantConverter;

/** What somebody has suggested, in the words in which it is put to others; without anything that tells who it was. */
@Entity(name = "retention.Idea")
@Table(name = "retention_idea")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Idea {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "idea_id")
	private Integer id;

	@Column(name = "uuid", nullable = false, unique = true, length = 38)
	private String uuid;

	/** As a patient is asked. */
	@Column(name = "question", nullable = false, length = IdeaServiceImpl.LONGEST_QUESTION)
	private String question;

	/** Uuid of the comment that it comes from; null: it was told to somebody. */
	@Column(name = "comment_uuid", length = 38)
	private String commentUuid;

	/** How many patients it is put to. */
	@Column(name = "wanted", nullable = false)
	private int wanted;

	@Enumerated(EnumType.STRING)
	@Column(name = "status", nullable = false, length = 10)
	private IdeaStatus status;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "creator", nullable = false)
	private User notedBy;

	@Convert(converter = InstantConverter.class)
	@Column(name = "noted_at", nullable = false)
	private Instant notedAt;

	@Version
	@Column(name = "version", nullable = false)
	private int version;

	@Transient
	@Getter(AccessLevel.NONE)
	private Map<Opinion, Long> counts = new EnumMap<>(Opinion.class);

	Idea(String question, String commentUuid, int wanted, User notedBy, Instant notedAt) {
		this.uuid = UUID.randomUUID().toString();
		this.question = question;
		this.commentUuid = commentUuid;
		this.wanted = wanted;
		this.notedBy = notedBy;
		this.notedAt = notedAt;
		this.status = IdeaStatus.NOTED;
	}

	IdeaChange become(IdeaStatus to, User actor, Instant at, String reason) {
		IdeaLifeCycle.check(status, to);
		IdeaChange change = new IdeaChange(this, status, to, actor, at, reason);
		this.status = to;
		return change;
	}

	void count(Map<Opinion, Long> answers) {
		counts = new EnumMap<>(Opinion.class);
		counts.putAll(answers);
	}

	/** How many have said so; of one that was read from a service. */
	public long count(Opinion opinion) {
		return counts.getOrDefault(opinion, 0L);
	}

	public long getAnswered() {
		return counts.values().stream().mapToLong(Long::longValue).sum();
	}

	public Map<Opinion, Long> getCounts() {
		return Collections.unmodifiableMap(counts);
	}

	/** Enough patients have been asked: it is time to decide. */
	public boolean isEnough() {
		return getAnswered() >= wanted;
	}
}
