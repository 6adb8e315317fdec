/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.outcome;

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
import javax.persistence.UniqueConstraint;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.openmrs.User;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.shared.InstantConverter;

/** A clinician's word on an unplanned return; the last one holds. */
@Entity(name = "retention.ReturnVerdict")
@Table(name = "retention_return_verdict", uniqueConstraints = @UniqueConstraint(name = "retention_return_verdict_uk", columnNames = {
	"plan_id", "encounter_id" }))
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class ReturnVerdict {

	/** Why the patient came back. */
	public enum Verdict {
		/** Because of what was followed up. */
		RELATED,
		/** For something else. */
		UNRELATED,
		/** It had been planned after all. */
		PLANNED
	}

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "return_verdict_id")
	@Getter(AccessLevel.NONE)
	private Integer id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "plan_id", nullable = false)
	private FollowUpPlan plan;

	/** By id, as plans have it: uuids of the platform's tables may be in another collation than ours, and do not compare. */
	@Column(name = "encounter_id", nullable = false)
	private Integer encounterId;

	@Enumerated(EnumType.STRING)
	@Column(name = "verdict", nullable = false, length = 10)
	private Verdict verdict;

	@Column(name = "note", length = 1000)
	private String note;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "given_by", nullable = false)
	private User givenBy;

	@Convert(converter = InstantConverter.class)
	@Column(name = "given_at", nullable = false)
	private Instant givenAt;

	ReturnVerdict(FollowUpPlan plan, Integer encounterId) {
		this.plan = plan;
		this.encounterId = encounterId;
	}

	void say(Verdict said, String words, User by, Instant at) {
		this.verdict = said;
		this.note = words;
		this.givenBy = by;
		this.givenAt = at;
	}
}
