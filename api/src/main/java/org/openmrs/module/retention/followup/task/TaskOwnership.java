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

	/** The contact has given it to whom it is with. */
	public boolean isAssignedByContact(Integer attemptId) {
		return assignedByHand && attemptId.equals(assignedByAttemptId);
	}

	void rule(List<AssignmentLink> links) {
		this.assignment = AssignmentJson.write(links);
	}

	/** By the rule; what a person had decided ends with a line in the history. */
	void assignByRule(Assignee assignee, Cause cause) {
		requireOpen();
		boolean decided = assignedByHand;
		own(assignee, false);
		if (decided) {
			noteAssignment(cause);
		}
	}

	/** Whom a person chose is away, or back: a deputy has it meanwhile. */
	void standIn(Assignee assignee, Cause cause) {
		requireOpen();
		if (!assignee.getUser().equals(assigneeUser)) {
			note(cause);
		}
		this.assigneeUser = assignee.getUser();
		this.assignmentUntil = assignee.getUntil();
	}

	/** Back to the rule, which is looked at when the task is due. */
	public void assignByRuleAgain(Cause cause) {
		requireOpen();
		toRule();
		noteAssignment(cause);
	}

	/** A person decides who works it; either a user, or a role's queue. */
	public void assignByHand(User user, String role, Cause cause) {
		requireOpen();
		toHand(user, role, cause.getAttemptId());
		noteAssignment(cause);
	}

	/**
	 * The contact that gave it to whom it is with is taken back: it goes to whom it was given before.
	 *
	 * @param before null: to nobody; its rule goes on
	 */
	public void returnTo(TaskStatusChange before, Cause cause) {
		if (before == null || (before.getAssignedUser() == null && before.getAssignedRole() == null)) {
			toRule();
		} else {
			toHand(before.getAssignedUser(), before.getAssignedRole(), before.getAttemptId());
		}
		noteAssignment(cause);
	}

	void claim(User user, Instant until) {
		requireOpen();
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

	private void toRule() {
		own(Assignee.nobody(), false);
		releaseClaim();
		resolveAgain();
	}

	private void toHand(User user, String role, Integer attemptId) {
		own(Assignee.byHand(user, role), true);
		this.assignedByAttemptId = attemptId;
		releaseClaim();
	}

	private void own(Assignee assignee, boolean byHand) {
		this.assigneeUser = assignee.getUser();
		this.assigneeRole = assignee.getRole();
		this.assignmentUntil = assignee.getUntil();
		this.assignedByHand = byHand;
		this.chosenUser = byHand ? assignee.getUser() : null;
		this.assignedByAttemptId = null;
	}

	abstract void requireOpen();

	/** A line in the history. */
	abstract void note(Cause cause);

	/** A line in the history that says with whom it is by whose decision. */
	abstract void noteAssignment(Cause cause);
}
