/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.openmrs.User;
import org.openmrs.module.retention.followup.protocol.RedFlag;
import org.openmrs.module.retention.followup.task.Cause;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionSettings;

/** Escalations as contacts open them: whose they are, who is told, and how they go up while nobody acknowledges them. */
@RequiredArgsConstructor
class Escalations {

	static final int DUTY = 1;

	static final int MANAGER = 2;

	private static final int REASON_LENGTH = 1000;

	private static final String DUTY_ROLE = "Retention: Nurse";

	private static final String MANAGER_ROLE = "Retention: Manager";

	private final EscalationDao escalations;

	private final FollowOnTasks followOn;

	private final Staff staff;

	private final StaffAlerts alerts;

	private final RetentionSettings settings;

	/** What the contact raises: by the red flags of answers, by the caller's own judgement, by an unhappy end. */
	List<Escalation> open(ContactAttempt attempt, AttemptRequest request, Map<FollowUpTask, List<String>> redFlags,
		Caller caller) {
		List<Escalation> opened = new ArrayList<>();
		redFlags.forEach((task, reasons) -> opened.add(open(new Escalation(attempt, task, Escalation.Kind.CLINICAL,
			severity(attempt, task), Texts.cut(String.join("\n", reasons), REASON_LENGTH)), caller)));
		AttemptRequest.Escalate asked = request.getEscalate();
		boolean unhappy = attempt.getReason() == AttemptReason.UNHAPPY;
		if (asked != null) {
			RedFlag.Severity severity = asked.getSeverity() == null ? RedFlag.Severity.CONCERN : asked.getSeverity();
			opened
				.add(open(new Escalation(attempt, firstOf(attempt), asked.getKind(), severity, asked.getReason()), caller));
		}
		if (unhappy && (asked == null || asked.getKind() != Escalation.Kind.SERVICE)) {
			String reason = attempt.getUnresolved() != null ? attempt.getUnresolved()
				: caller.text("retention.followup.title.unhappy");
			opened.add(open(new Escalation(attempt, firstOf(attempt), Escalation.Kind.SERVICE, RedFlag.Severity.CONCERN,
				Texts.cut(reason, REASON_LENGTH)), caller));
		}
		return opened;
	}

	/** Refused when it does not say what is asked for. */
	static void check(AttemptRequest.Escalate asked) {
		if (asked == null) {
			return;
		}
		if (asked.getKind() == null) {
			throw RetentionException.invalid("retention.followup.error.required", "escalate.kind");
		}
		Texts.required(asked.getReason(), "escalate.reason", REASON_LENGTH);
	}

	private Escalation open(Escalation escalation, Caller caller) {
		boolean service = escalation.getKind() == Escalation.Kind.SERVICE;
		List<User> clinicians = service ? Collections.emptyList() : staff.cliniciansOf(escalation.getTask());
		User owner = clinicians.size() == 1 ? staff.inPlaceOf(clinicians.get(0), caller.getNow()) : null;
		String role = owner != null ? null : service ? managerRole() : dutyRole();
		escalation.assign(owner, role, caller.getNow().plus(patience()));
		escalations.save(escalation);
		if (escalation.getPatient() != null) {
			followOn.lookAt(escalation, escalation.getAttempt(), caller);
		}
		boolean urgent = escalation.getSeverity() == RedFlag.Severity.URGENT;
		String code = service ? "retention.followup.alert.service"
			: urgent ? "retention.followup.alert.urgent" : "retention.followup.alert.concern";
		Set<User> told = new LinkedHashSet<>(owner != null ? Collections.singletonList(owner) : staff.inRole(role));
		if (owner == null) {
			told.addAll(clinicians);
		}
		alerts.tell(new ArrayList<>(told), caller.text(code), caller.getNow());
		return escalation;
	}

	/** A critical step has ended and nobody was reached: whoever treated the patient is told. */
	void tellNeverReached(FollowUpTask task, Caller caller) {
		List<User> clinicians = staff.cliniciansOf(task);
		alerts.tell(clinicians.isEmpty() ? staff.inRole(dutyRole()) : clinicians,
			caller.text("retention.followup.alert.never-reached"), caller.getNow());
	}

	/** One step up; false: it is as high as it goes, or somebody has taken it in the meantime. */
	boolean raise(Escalation escalation, Caller caller) {
		escalations.lock(escalation);
		if (!escalation.isLate(caller.getNow()) || escalation.getLevel() >= MANAGER) {
			return false;
		}
		boolean toDuty = escalation.getLevel() < DUTY && escalation.getKind() == Escalation.Kind.CLINICAL
			&& !dutyRole().equals(escalation.getOwnerRole());
		String role = toDuty ? dutyRole() : managerRole();
		escalation.raise(toDuty ? DUTY : MANAGER, role, caller.getNow().plus(patience()));
		FollowUpTask task = followOn.ofEscalation(escalation);
		if (task != null) {
			Cause cause = Cause.of(caller.getUser(), caller.getNow(), "not-acknowledged");
			if (!task.isOpen()) {
				task.reopen(cause);
			}
			task.assignByHand(null, role, cause);
		}
		alerts.tell(staff.inRole(role), caller.text("retention.followup.alert.not-acknowledged"), caller.getNow());
		return true;
	}

	/**
	 * To the deputy of its owner, who is away, else to the role that such an escalation goes to; so what is nobody's, and whose
	 * owner may not or cannot see to it: it waits for acknowledgement again then. False: it is not so.
	 */
	boolean passOn(Escalation escalation, Caller caller) {
		escalations.lock(escalation);
		User owner = escalation.getOwnerUser();
		User deputy = owner == null ? null : staff.inPlaceOf(owner, caller.getNow());
		boolean inHands = owner == null ? escalation.getOwnerRole() != null : owner.equals(deputy);
		if (inHands || !escalation.isLive()) {
			return false;
		}
		if (deputy != null && isAboutOne(escalation, deputy)) {
			deputy = null;
		}
		String role = deputy != null ? null : roleFor(escalation);
		boolean forsaken = deputy == null && (owner == null || !Staff.mayTakeOver(owner));
		FollowUpTask task = followOn.ofEscalation(escalation);
		if (forsaken && escalation.getStatus() == Escalation.Status.ACKNOWLEDGED) {
			waitAgain(escalation, task, null, role, caller);
		} else {
			escalation.assign(deputy, role, caller.getNow().plus(patience()));
		}
		if (task != null && task.isOpen()) {
			task.assignByHand(deputy, role, Cause.of(caller.getUser(), caller.getNow(), "owner-away"));
		}
		alerts.tell(deputy == null ? staff.inRole(role) : Collections.singletonList(deputy),
			caller.text("retention.followup.alert.owner-away"), caller.getNow());
		return true;
	}

	/** Whoever treats the patient whom the complaint is about does not take it on where another manager can. */
	void checkMayOwn(Escalation escalation, User user) {
		if (isAboutOne(escalation, user)) {
			throw RetentionException.conflict("retention.followup.error.escalation-about-yourself", "owner");
		}
	}

	private boolean isAboutOne(Escalation escalation, User user) {
		if (escalation.getKind() != Escalation.Kind.SERVICE) {
			return false;
		}
		Set<User> complainedAbout = complainedAbout(escalation);
		return complainedAbout.contains(user)
			&& staff.inRole(managerRole()).stream().anyMatch(u -> !complainedAbout.contains(u));
	}

	/** A contact has done its task: whoever made the contact has seen it, and has it who may. */
	Escalation seen(FollowUpTask task, ContactAttempt contact, Caller caller) {
		Escalation escalation = escalations.byTaskKey(task.getTaskKey());
		if (escalation == null) {
			return null;
		}
		escalations.lock(escalation);
		User by = contact.getCalledBy();
		if (escalation.getStatus() != Escalation.Status.OPEN || !Staff.mayTakeOver(by) || isAboutOne(escalation, by)) {
			return null;
		}
		escalation.acknowledge(contact, caller.getNow());
		escalations.save(escalation);
		return escalation;
	}

	/**
	 * The contact is taken back, and its tasks are as without it: what it acknowledged waits again with whom its task is with,
	 * if no other contact has done that task and nobody has closed it since.
	 */
	List<Escalation> unseen(ContactAttempt attempt, Caller caller) {
		List<Escalation> waiting = new ArrayList<>();
		for (Escalation escalation : escalations.acknowledgedIn(attempt)) {
			escalations.lock(escalation);
			FollowUpTask task = followOn.ofEscalation(escalation);
			if (escalation.getStatus() != Escalation.Status.ACKNOWLEDGED || task == null || !task.isOpen()) {
				continue;
			}
			boolean withSomebody = task.getAssigneeUser() != null || task.getAssigneeRole() != null;
			waitAgain(escalation, task, task.getAssigneeUser(), withSomebody ? task.getAssigneeRole() : roleFor(escalation),
				caller);
			waiting.add(escalation);
		}
		return waiting;
	}

	private void waitAgain(Escalation escalation, FollowUpTask task, User user, String role, Caller caller) {
		escalation.waitAgain(user, role, caller.getNow().plus(patience()));
		if (task != null && task.isOpen()) {
			task.classify(escalation.getSeverity() == RedFlag.Severity.URGENT);
		}
	}

	private String roleFor(Escalation escalation) {
		boolean toManagers = escalation.getKind() == Escalation.Kind.SERVICE || escalation.getLevel() >= MANAGER;
		return toManagers ? managerRole() : dutyRole();
	}

	/** It is no longer urgent on the list, for somebody has it. */
	void taken(Escalation escalation) {
		FollowUpTask task = followOn.ofEscalation(escalation);
		if (task != null && task.isOpen()) {
			task.classify(false);
			task.assignByHand(escalation.getOwnerUser(), null,
				Cause.of(escalation.getOwnerUser(), escalation.getAcknowledgedAt(), "acknowledged"));
		}
	}

	void dealtWith(Escalation escalation, Caller caller) {
		FollowUpTask task = followOn.ofEscalation(escalation);
		if (task != null && task.isOpen()) {
			task.complete(Cause.of(caller.getUser(), caller.getNow(), "escalation-closed"));
		}
	}

	/** The contact is taken back: what nobody has touched goes with it. */
	List<Escalation> withdraw(ContactAttempt attempt, Caller caller) {
		List<Escalation> withdrawn = new ArrayList<>();
		for (Escalation escalation : escalations.of(attempt)) {
			escalations.lock(escalation);
			if (escalation.getStatus() == Escalation.Status.OPEN) {
				escalation.withdraw(caller.getNow());
				withdrawn.add(escalation);
				FollowUpTask task = followOn.ofEscalation(escalation);
				if (task != null && task.isOpen()) {
					task.cancel(FollowOnTasks.cause(attempt, caller.getUser(), caller.getNow(), "attempt-voided"));
				}
			}
		}
		return withdrawn;
	}

	private Set<User> complainedAbout(Escalation escalation) {
		Set<User> about = new HashSet<>(staff.cliniciansOf(escalation.getTask()));
		escalation.getAttempt().getTasks().forEach(t -> about.addAll(staff.cliniciansOf(t)));
		return about;
	}

	private static RedFlag.Severity severity(ContactAttempt attempt, FollowUpTask task) {
		boolean urgent = attempt.getAnswers().stream()
			.anyMatch(a -> a.getTask() == task && a.getRedFlag() == RedFlag.Severity.URGENT);
		return urgent ? RedFlag.Severity.URGENT : RedFlag.Severity.CONCERN;
	}

	private static FollowUpTask firstOf(ContactAttempt attempt) {
		return attempt.getTasks().isEmpty() ? null : attempt.getTasks().get(0);
	}

	private Duration patience() {
		return Duration.ofMinutes(settings.number(RetentionSettings.ACKNOWLEDGE_MINUTES, 1, 15));
	}

	String dutyRole() {
		return settings.text(RetentionSettings.DUTY_ROLE, DUTY_ROLE);
	}

	String managerRole() {
		return settings.text(RetentionSettings.MANAGER_ROLE, MANAGER_ROLE);
	}
}
