/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.absence;

import java.time.Instant;
import java.util.Date;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import javax.persistence.Version;
import lombok.AccessLevel;
import lombok.Builder;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.openmrs.BaseChangeableOpenmrsData;
import org.openmrs.User;
import org.openmrs.module.retention.shared.InstantConverter;

/** Somebody is not at work from then until then; meanwhile the deputy has what is theirs, if one is named. */
@Entity(name = "retention.Absence")
@Table(name = "retention_absence")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Absence extends BaseChangeableOpenmrsData {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "absence_id")
	@Setter
	private Integer id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "user_id", nullable = false)
	private User user;

	@Convert(converter = InstantConverter.class)
	@Column(name = "starts_at", nullable = false)
	private Instant startsAt;

	/** Back at work from then on. */
	@Convert(converter = InstantConverter.class)
	@Column(name = "ends_at", nullable = false)
	private Instant endsAt;

	/** Null: nobody in person; tasks go to the next link of their rule. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "deputy_user_id")
	private User deputy;

	@Column(name = "reason")
	private String reason;

	@Version
	@Column(name = "version", nullable = false)
	private int version;

	@Builder
	private Absence(User user, Instant startsAt, Instant endsAt, User deputy, String reason) {
		this.user = user;
		change(startsAt, endsAt, deputy, reason);
	}

	/** Whose it is stays. */
	public final void change(Instant newStart, Instant newEnd, User newDeputy, String newReason) {
		this.startsAt = newStart;
		this.endsAt = newEnd;
		this.deputy = newDeputy;
		this.reason = newReason;
	}

	void withdraw(User actor, Date when, String why) {
		setVoided(true);
		setVoidedBy(actor);
		setDateVoided(when);
		setVoidReason(why);
	}
}
