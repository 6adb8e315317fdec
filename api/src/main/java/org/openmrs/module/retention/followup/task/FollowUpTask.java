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
import org.openmrs.User;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.InstantConverter;

/**
 * One thing to do for one patient by one person: ring, or ask in person. The planned window ({@code planned*}) is what
 * the protocol says, the window in force ({@code due*}) what calls and promises have made of it; voiding an attempt goes
 * back to the planned one and plays the rest again.
 */
@Entity(name = "retention.FollowUpTask")
@Table(name = "retention_task", uniqueConstraints = {
        @UniqueConstraint(name = "retention_task_step_uk", columnNames = { "plan_id", "step_key", "occurrence" }),
        @UniqueConstraint(name = "retention_task_key_uk", columnNames = { "task_key" }) })
@Getter
@Setter
public class FollowUpTask extends BaseChangeableOpenmrsData {
	
	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "task_id")
	private Integer id;
	
	/** Null for tasks without a protocol. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "plan_id")
	private FollowUpPlan plan;
	
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "protocol_id")
	private FollowUpProtocol protocol;
	
	@Column(name = "protocol_version")
	private Integer protocolVersion;
	
	@Column(name = "step_key", length = 60)
	private String stepKey;
	
	/** 0, or the round of a repeating step. */
	@Column(name = "occurrence", nullable = false)
	private int occurrence;
	
	/** Business key of tasks that no plan makes; null for steps and manual tasks. */
	@Column(name = "task_key", length = 120)
	private String taskKey;
	
	@Enumerated(EnumType.STRING)
	@Column(name = "source", nullable = false, length = 12)
	private TaskSource source;
	
	@Enumerated(EnumType.STRING)
	@Column(name = "purpose", nullable = false, length = 12)
	private Purpose purpose;
	
	@Enumerated(EnumType.STRING)
	@Column(name = "channel", nullable = false, length = 12)
	private Channel channel;
	
	/** Place in the order of the list: {@link ListClass#ordinal()}. */
	@Enumerated(EnumType.ORDINAL)
	@Column(name = "list_class", nullable = false)
	private ListClass listClass;
	
	@Column(name = "priority", nullable = false)
	private int priority;
	
	@Column(name = "critical", nullable = false)
	private boolean critical;
	
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "patient_id")
	private Patient patient;
	
	@Column(name = "patient_uuid", nullable = false, length = 38)
	private String patientUuid;
	
	/** Person to ring when it is not the patient (a guardian); null: the patient. */
	@Column(name = "person_id")
	private Integer personToRingId;
	
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "location_id")
	private Location location;
	
	@Column(name = "zone", nullable = false, length = 64)
	private String zone;
	
	/** The local day the step falls on, in {@link #zone}. */
	@Column(name = "due_date", nullable = false)
	private LocalDate dueDate;
	
	@Convert(converter = InstantConverter.class)
	@Column(name = "planned_from", nullable = false)
	private Instant plannedFrom;
	
	@Convert(converter = InstantConverter.class)
	@Column(name = "planned_by", nullable = false)
	private Instant plannedBy;
	
	@Convert(converter = InstantConverter.class)
	@Column(name = "due_from", nullable = false)
	private Instant dueFrom;
	
	@Convert(converter = InstantConverter.class)
	@Column(name = "due_by", nullable = false)
	private Instant dueBy;
	
	/** After this it is no longer worth doing (end of the grace). */
	@Convert(converter = InstantConverter.class)
	@Column(name = "expires_at", nullable = false)
	private Instant expiresAt;
	
	/** The earliest instant of the next call: the latest of window, hold and spacing. Kept by the entity. */
	@Convert(converter = InstantConverter.class)
	@Column(name = "wake_at", nullable = false)
	private Instant wakeAt;
	
	@Convert(converter = InstantConverter.class)
	@Column(name = "hold_until")
	private Instant holdUntil;
	
	@Enumerated(EnumType.STRING)
	@Column(name = "hold_reason", length = 20)
	private HoldReason holdReason;
	
	@Column(name = "tries_used", nullable = false)
	private int triesUsed;
	
	@Column(name = "tries_max", nullable = false)
	private int triesMax;
	
	/** Busy signals not yet counted as a try. */
	@Column(name = "busy_signals", nullable = false)
	private int busySignals;
	
	/** Set by the last attempt: not before this. */
	@Convert(converter = InstantConverter.class)
	@Column(name = "next_try_at")
	private Instant nextTryAt;
	
	/** JSON list of {@code AssignmentLink}; null: the default queue. */
	@Column(name = "assignment", length = 2000)
	private String assignment;
	
	/** The user it is with now; null: a queue, or not resolved yet. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "assignee_user_id")
	private User assigneeUser;
	
	/** The role whose queue it is in now. */
	@Column(name = "assignee_role", length = 50)
	private String assigneeRole;
	
	/** A person chose the assignee; the rule no longer applies. */
	@Column(name = "assigned_by_hand", nullable = false)
	private boolean assignedByHand;
	
	/** When the chain must be looked at again (a link's time ends); null: not before it wakes. */
	@Convert(converter = InstantConverter.class)
	@Column(name = "assignment_until")
	private Instant assignmentUntil;
	
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "claim_user_id")
	private User claimUser;
	
	@Convert(converter = InstantConverter.class)
	@Column(name = "claim_until")
	private Instant claimUntil;
	
	@Enumerated(EnumType.STRING)
	@Column(name = "status", nullable = false, length = 12)
	private TaskStatus status;
	
	/** Lower case and dashes, for example {@code anchor-voided}. */
	@Column(name = "status_reason", length = 60)
	private String statusReason;
	
	@Convert(converter = InstantConverter.class)
	@Column(name = "ended_at")
	private Instant endedAt;
	
	/** Title of a task without a script; null for steps, whose protocol says it. */
	@Column(name = "title")
	private String title;
	
	/** Expected duration in seconds. */
	@Column(name = "target_seconds", nullable = false)
	private int targetSeconds;
	
	@Version
	@Column(name = "version", nullable = false)
	private int version;
}
