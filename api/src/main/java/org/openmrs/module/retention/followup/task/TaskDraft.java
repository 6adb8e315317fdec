/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.util.List;
import lombok.Builder;
import lombok.Value;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.module.retention.followup.protocol.AssignmentLink;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.Purpose;

/** What a task is about when it begins; {@link FollowUpTask#open} makes the task of it. */
@Value
@Builder(toBuilder = true)
public class TaskDraft {

	/** Null for tasks without a plan. */
	FollowUpPlan plan;

	/** With a plan: null, it is the plan's. */
	FollowUpProtocol protocol;

	Integer protocolVersion;

	String stepKey;

	int occurrence;

	/** Business key of a task that no plan makes; null for steps and manual tasks. */
	String taskKey;

	TaskSource source;

	Purpose purpose;

	/** Null: PHONE. */
	Channel channel;

	int priority;

	boolean critical;

	/** Null: by source, purpose and whether it is critical. */
	ListClass listClass;

	Patient patient;

	Integer personToRingId;

	RingReason ringReason;

	Location location;

	String zone;

	Instant from;

	Instant by;

	/** Null: with the window. */
	Instant expiresAt;

	/** 0: 3. */
	int triesMax;

	/** Null or empty: the queue of the default role. */
	List<AssignmentLink> assignment;

	/** Null for steps, whose protocol says it. */
	String title;

	/** 0: three minutes. */
	int targetSeconds;
}
