/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.FetchType;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.MappedSuperclass;
import lombok.Getter;
import org.openmrs.User;
import org.openmrs.module.retention.followup.protocol.AssignmentLink;
import org.openmrs.module.retention.shared.InstantConverter;

/**
 * Who works a task: the rule, whom it names now or a person has named, and who is at it. The rule is looked at when the task
 * becomes due and again while nobody has it; a claim is a lease that ends by itself.
 */
@MappedSuperclass
@Getter
public abstract class TaskOwnership extends TaskTimes {

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

	/** A person chose the assignee; the rule no longer applies while that assignee can work. */
	@Column(name = "assigned_by_hand", nullable = false)
	private boolean assignedByHand;

	/** Whom a person chose; while they are away a deputy stands in. Null: nobody in person. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "chosen_user_id")
	private User chosenUser;

	/** The contact that the choice of a person came of; null: of none. */
	@Column(name = "assigned_by_attempt_id")
	private Integer assignedByAttemptId;

	/** When the rule must be looked at (again): it becomes due, a link's time ends. Null: while the assignee can work. */
	@Convert(converter = InstantConverter.class)
	@Column(name = "assignment_until")
	private Instant assignmentUntil;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "claim_user_id")
	private User claimUser;

	@Convert(converter = InstantConverter.class)
	@Column(name = "claim_until")
	private Instant claimUntil;

	public boolean isClaimed(Instant now) {
		return claimUntil != null && now.isBefore(claimUntil);
	}

	public boolean isClaimedByAnother(User user, Instant now) {
		return isClaimed(now) && !claimUser.equals(user);
	}

	public List<AssignmentLink> getAssignmentLinks() {
		return AssignmentJson.read(assignment);
	}

	void rule(List<AssignmentLink> links) {
		this.assignment = AssignmentJson.write(links);
	}

	void own(Assignee assignee, boolean byHand) {
		this.assigneeUser = assignee.getUser();
		this.assigneeRole = assignee.getRole();
		this.assignmentUntil = assignee.getUntil();
		this.assignedByHand = byHand;
		this.chosenUser = byHand ? assignee.getUser() : null;
		this.assignedByAttemptId = null;
	}

	void ownBecauseOf(Integer attemptId) {
		this.assignedByAttemptId = attemptId;
	}

	/** The one whom a person chose, or who stands in. */
	void lend(Assignee assignee) {
		this.assigneeUser = assignee.getUser();
		this.assignmentUntil = assignee.getUntil();
	}

	void lease(User user, Instant until) {
		this.claimUser = user;
		this.claimUntil = until;
	}

	public void releaseClaim() {
		this.claimUser = null;
		this.claimUntil = null;
	}

	/** The rule is looked at when it may be worked; what a person has decided stands, with a deputy as long as they are away. */
	void resolveAgain() {
		if (!assignedByHand || chosenUser != null) {
			this.assignmentUntil = getWakeAt();
		}
	}
}
