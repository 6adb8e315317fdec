/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import javax.persistence.CascadeType;
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
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.openmrs.BaseChangeableOpenmrsData;
import org.openmrs.Location;
import org.openmrs.User;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.InstantConverter;

/** Contacts drawn by lot: what was asked for, the seed of the lot, and what it drew. It never changes. */
@Entity(name = "retention.QualitySample")
@Table(name = "retention_quality_sample")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class QualitySample extends BaseChangeableOpenmrsData {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "quality_sample_id")
	@Setter
	private Integer id;

	@Convert(converter = InstantConverter.class)
	@Column(name = "drawn_from", nullable = false)
	private Instant from;

	@Convert(converter = InstantConverter.class)
	@Column(name = "drawn_before", nullable = false)
	private Instant before;

	@Column(name = "per_caller")
	private Integer perCaller;

	/** Of a hundred. */
	@Column(name = "share_percent")
	private Integer share;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "caller_user_id")
	private User caller;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "location_id")
	private Location location;

	@Enumerated(EnumType.STRING)
	@Column(name = "purpose", length = 12)
	private Purpose purpose;

	/** The same seed draws the same of the same contacts. */
	@Column(name = "seed", nullable = false)
	private long seed;

	/** Contacts that could have been drawn. */
	@Column(name = "candidates", nullable = false)
	private int candidates;

	@OneToMany(mappedBy = "sample", cascade = CascadeType.ALL)
	@OrderBy("id")
	@Getter(AccessLevel.NONE)
	private List<QualityItem> items = new ArrayList<>();

	QualitySample(SampleRequest request, long seed, int candidates) {
		this.from = request.getFrom();
		this.before = request.getBefore();
		this.perCaller = request.getPerCaller();
		this.share = request.getShare();
		this.caller = request.getCaller();
		this.location = request.getLocation();
		this.purpose = request.getPurpose();
		this.seed = seed;
		this.candidates = candidates;
	}

	void add(ContactAttempt drawn) {
		items.add(new QualityItem(this, drawn));
	}

	/** In the order of the lot. */
	public List<QualityItem> getItems() {
		return Collections.unmodifiableList(items);
	}

	void withdraw(User actor, Date when, String why) {
		setVoided(true);
		setVoidedBy(actor);
		setDateVoided(when);
		setVoidReason(why);
		items.forEach(QualityItem::release);
	}
}
