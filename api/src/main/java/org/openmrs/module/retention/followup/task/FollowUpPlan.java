/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.time.LocalDate;
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
import javax.persistence.Version;
import lombok.AccessLevel;
import lombok.Builder;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.openmrs.BaseChangeableOpenmrsData;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.shared.InstantConverter;
import org.openmrs.module.retention.shared.RetentionException;

/**
 * One protocol for one patient and one anchor. Its key is protocol, patient and anchor; it keeps the version that made
 * it. Its state changes by verbs, by the table in {@link TaskLifeCycle}; the histories of its tasks tell the rest.
 */
@Entity(name = "retention.FollowUpPlan")
@Table(name = "retention_plan", uniqueConstraints = @UniqueConstraint(name = "retention_plan_key_uk", columnNames = {
	"protocol_id", "patient_id", "anchor_key" }))
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class FollowUpPlan extends BaseChangeableOpenmrsData {

	private static final int CONTEXT_LENGTH = 2000;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "plan_id")
	@Setter
	private Integer id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "protocol_id", nullable = false)
	private FollowUpProtocol protocol;

	@Column(name = "protocol_version", nullable = false)
	private int protocolVersion;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "patient_id")
	private Patient patient;

	@Column(name = "patient_uuid", nullable = false, length = 38)
	private String patientUuid;

	/** {@code visit:<uuid>}, {@code day:<ISO date>}, {@code encounter:<uuid>} and the like, by the protocol's anchor scope. */
	@Column(name = "anchor_key", nullable = false, length = 120)
	private String anchorKey;

	/** Null when the anchor is no encounter or it was purged. */
	@Column(name = "encounter_id")
	private Integer encounterId;

	@Column(name = "encounter_uuid", length = 38)
	private String encounterUuid;

	@Convert(converter = InstantConverter.class)
	@Column(name = "anchor_at", nullable = false)
	private Instant anchorAt;

	/** The anchor's day in {@link #zone}. */
	@Column(name = "anchor_date", nullable = false)
	private LocalDate anchorDate;

	/** The local day that the steps' offsets are counted from: the anchor's, or a period after it. */
	@Column(name = "counted_from", nullable = false)
	private LocalDate countedFrom;

	/** Zone id of the site when it was planned. */
	@Column(name = "zone", nullable = false, length = 64)
	private String zone;

	/** Location of the anchor; the site is found from it. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "location_id")
	private Location location;

	@Enumerated(EnumType.STRING)
	@Column(name = "status", nullable = false, length = 12)
	private PlanStatus status;

	@Column(name = "status_reason", length = 60)
	private String statusReason;

	@Convert(converter = InstantConverter.class)
	@Column(name = "ended_at")
	private Instant endedAt;

	/** The encounter that has fulfilled it; it may be gone by now. Null: none has. */
	@Column(name = "fulfilled_by")
	private Integer fulfilledBy;

	/** Lines on what else the plan is about (an older anchor it took over), one a line. */
	@Column(name = "context", length = CONTEXT_LENGTH)
	private String context;

	@Version
	@Column(name = "version", nullable = false)
	private int version;

	/** Begins a plan, active. */
	@Builder(builderMethodName = "begin", buildMethodName = "active")
	private FollowUpPlan(FollowUpProtocol protocol, int protocolVersion, Patient patient, String anchorKey,
		Integer encounterId, String encounterUuid, Instant anchorAt, LocalDate anchorDate, LocalDate countedFrom,
		String zone,
		Location location, String context) {
		this.protocol = protocol;
		this.protocolVersion = protocolVersion;
		this.patient = patient;
		this.patientUuid = patient.getUuid();
		this.anchorKey = anchorKey;
		this.encounterId = encounterId;
		this.encounterUuid = encounterUuid;
		this.anchorAt = anchorAt;
		this.anchorDate = anchorDate;
		this.countedFrom = countedFrom == null ? anchorDate : countedFrom;
		this.zone = zone;
		this.location = location;
		this.context = context;
		this.status = PlanStatus.ACTIVE;
	}

	public boolean isActive() {
		return status == PlanStatus.ACTIVE;
	}

	/** Refuses a change that was decided on an older state; null: the caller does not say which it saw. */
	public void expectVersion(Integer seen) {
		if (seen != null && seen != version) {
			throw RetentionException.conflict("retention.followup.error.stale-version", "version", seen, version);
		}
	}

	/** Every step has ended by itself. */
	public void complete(Cause cause) {
		become(PlanStatus.COMPLETED, cause);
	}

	/** What it was for has happened. */
	public void fulfil(Cause cause) {
		become(PlanStatus.FULFILLED, cause);
	}

	public void cancel(Cause cause) {
		become(PlanStatus.CANCELLED, cause);
	}

	/** A newer plan of the same protocol took over. */
	public void supersede(Cause cause) {
		become(PlanStatus.SUPERSEDED, cause);
	}

	/** Its patient was merged into one who has the same plan. */
	public void merge(Cause cause) {
		become(PlanStatus.MERGED, cause);
	}

	/** What ended it has been taken back. */
	public void resume(Cause cause) {
		become(PlanStatus.ACTIVE, cause);
		this.fulfilledBy = null;
	}

	/** The encounter that shows that what it was for has happened; null: the one that did is gone, and there is no other. */
	public void fulfilledBy(Integer encounterId) {
		this.fulfilledBy = encounterId;
	}

	/** The anchor was edited: its time, place or version of the protocol; the key stays. */
	public void reanchor(Instant anchorAt, LocalDate anchorDate, LocalDate countedFrom, String zone, Location location) {
		this.anchorAt = anchorAt;
		this.anchorDate = anchorDate;
		this.countedFrom = countedFrom;
		this.zone = zone;
		this.location = location;
	}

	/** The anchor was edited so that its key is another, or the key is given up to another plan. */
	public void rekey(String newAnchorKey) {
		this.anchorKey = newAnchorKey;
	}

	/** The encounter that stands for the anchor: another of the same visit or day; null: it was purged. */
	public void anchorEncounter(Integer encounterId, String encounterUuid) {
		this.encounterId = encounterId;
		this.encounterUuid = encounterUuid;
	}

	/** Adds a line on what else the plan is about; what does not fit is left out. */
	public void addContext(String line) {
		String longer = context == null ? line : context + "\n" + line;
		if (longer.length() <= CONTEXT_LENGTH) {
			this.context = longer;
		}
	}

	/** Merge: it is the surviving patient's from now on. */
	public void moveTo(Patient survivor) {
		this.patient = survivor;
		this.patientUuid = survivor.getUuid();
	}

	private void become(PlanStatus to, Cause cause) {
		TaskLifeCycle.check(status, to);
		this.status = to;
		this.statusReason = cause.getCode();
		this.endedAt = to == PlanStatus.ACTIVE ? null : cause.getAt();
	}
}
