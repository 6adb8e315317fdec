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
import lombok.Getter;
import lombok.Setter;
import org.openmrs.BaseChangeableOpenmrsData;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.shared.InstantConverter;

/**
 * One protocol for one patient and one anchor. The key (protocol, patient, anchor in its scope) makes planning
 * idempotent. Patient and encounter are referenced so that the clinic can purge either: the reference becomes null, the
 * uuid stays.
 */
@Entity(name = "retention.FollowUpPlan")
@Table(name = "retention_plan", uniqueConstraints = @UniqueConstraint(name = "retention_plan_key_uk", columnNames = { "protocol_id", "patient_id", "anchor_key" }))
@Getter
@Setter
public class FollowUpPlan extends BaseChangeableOpenmrsData {
	
	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "plan_id")
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
	
	/** Lines on what else the plan is about (an older anchor it took over), one a line. */
	@Column(name = "context", length = 2000)
	private String context;
	
	@Version
	@Column(name = "version", nullable = false)
	private int version;
}
