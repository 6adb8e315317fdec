/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import lombok.Setter;
import org.hibernate.annotations.BatchSize;
import org.openmrs.BaseChangeableOpenmrsData;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.module.retention.contact.ContactPoint;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.protocol.RedFlag;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.shared.InstantConverter;

/**
 * One contact with one person: what happened, as far as it is known. It answers any number of tasks, also of several
 * patients. {@code startedAt} is the fact, {@code dateCreated} the entry. Its findings never change; voiding it takes
 * them back.
 */
@Entity(name = "retention.ContactAttempt")
@Table(name = "retention_attempt")
@Getter
@Setter(AccessLevel.PACKAGE)
public class ContactAttempt extends BaseChangeableOpenmrsData {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "attempt_id")
	@Setter
	private Integer id;

	/** The patient it is about first; the tasks may be of others too. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "patient_id")
	private Patient patient;

	@Column(name = "patient_uuid", nullable = false, length = 38)
	private String patientUuid;

	/** Whom one rings about it, the patient or another, as it was then; null: purged. */
	@Column(name = "ring_id")
	private Integer ringId;

	@Enumerated(EnumType.STRING)
	@Column(name = "direction", nullable = false, length = 10)
	private Direction direction;

	@Enumerated(EnumType.STRING)
	@Column(name = "channel", nullable = false, length = 12)
	private Channel channel;

	/** Key of the contact point used; never the number itself. */
	@Column(name = "point_key", length = 64)
	private String pointKey;

	/** WRONG_NUMBER: what was known of the point before. */
	@Enumerated(EnumType.STRING)
	@Column(name = "point_state_before", length = 10)
	private ContactPoint.State pointStateBefore;

	@Column(name = "point_reason_before", length = 60)
	private String pointReasonBefore;

	@Enumerated(EnumType.STRING)
	@Column(name = "spoke_with", length = 12)
	private SpokeWith spokeWith;

	/** How that person is related to the patient, in the caller's words. */
	@Column(name = "relation", length = 100)
	private String relation;

	@Enumerated(EnumType.STRING)
	@Column(name = "result", nullable = false, length = 16)
	private AttemptResult result;

	@Enumerated(EnumType.STRING)
	@Column(name = "disposition", length = 16)
	private Disposition disposition;

	/** {@link Situation#isConversation(ContactAttempt)}, as it was then: after it all but care rests. */
	@Column(name = "conversation", nullable = false)
	private boolean conversation;

	@Enumerated(EnumType.STRING)
	@Column(name = "reason", length = 16)
	private AttemptReason reason;

	@Convert(converter = InstantConverter.class)
	@Column(name = "started_at", nullable = false)
	private Instant startedAt;

	/** Who made the contact; {@code creator} is who wrote it down. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "called_by")
	private User calledBy;

	@Column(name = "duration_seconds")
	private Integer durationSeconds;

	@Enumerated(EnumType.STRING)
	@Column(name = "touchpoint", length = 12)
	private Touchpoint touchpoint;

	/** Whose part it was, as a role in the clinic. */
	@Column(name = "staff_role", length = 50)
	private String staffRole;

	/** Another need or interest that came up. */
	@Column(name = "need", length = 255)
	private String need;

	/** What could not be solved on the call. */
	@Column(name = "unresolved", length = 1000)
	private String unresolved;

	/** What the person was told will happen next. */
	@Column(name = "told_next", length = 1000)
	private String toldNext;

	/** What the person was told that we cannot do, and why. */
	@Column(name = "told_cannot", length = 1000)
	private String toldCannot;

	/** Why somebody was called though the policy said not now; null: nobody said. */
	@Column(name = "override_reason", length = 255)
	private String overrideReason;

	@Column(name = "note", columnDefinition = "LONGTEXT")
	private String note;

	/** THINKING until, BOOKED for: local day. */
	@Column(name = "until_date")
	private LocalDate untilDate;

	/** CALL_BACK: from when to when. */
	@Convert(converter = InstantConverter.class)
	@Column(name = "window_from")
	private Instant windowFrom;

	@Convert(converter = InstantConverter.class)
	@Column(name = "window_by")
	private Instant windowBy;

	/** STOP: the purposes named, comma-separated. */
	@Column(name = "purposes", length = 100)
	private String purposes;

	/** LANGUAGE: language tag that the person speaks. */
	@Column(name = "language", length = 20)
	private String language;

	/** LANGUAGE: what the profile said before. */
	@Column(name = "language_before", length = 20)
	private String languageBefore;

	/** What is odd about the entry (outside hours, policy, somebody else's claim), codes, comma-separated. */
	@Column(name = "flags", length = 255)
	private String flags;

	/** The chart encounter; null: none was written. */
	@Column(name = "encounter_id")
	private Integer encounterId;

	@Column(name = "encounter_uuid", length = 38)
	private String encounterUuid;

	/** The tasks that the contact answered, and those of the same people that it held or ended. */
	@OneToMany(mappedBy = "attempt", cascade = CascadeType.ALL)
	@OrderBy("id")
	@BatchSize(size = 100)
	private List<AttemptTask> links = new ArrayList<>();

	@OneToMany(mappedBy = "attempt", cascade = CascadeType.ALL)
	@OrderBy("id")
	@BatchSize(size = 100)
	private List<AttemptAnswer> answers = new ArrayList<>();

	/** The patient whom it is about first and those of its tasks; purged ones are left out. */
	List<Patient> getPatients() {
		return Stream
			.concat(Stream.of(Optional.ofNullable(patient)),
				getTasks().stream().map(t -> Optional.ofNullable(t.getPatient())))
			.filter(Optional::isPresent).map(Optional::get).distinct().collect(Collectors.toList());
	}

	/** LANGUAGE: what the patient's profile said before; of those beside the first it stands with their tasks. */
	void setLanguageBefore(Patient of, String language) {
		if (of.equals(patient)) {
			languageBefore = language;
		} else {
			answering(of).forEach(l -> l.setLanguageBefore(language));
		}
	}

	String getLanguageBefore(Patient of) {
		return of.equals(patient) ? languageBefore
			: answering(of).map(AttemptTask::getLanguageBefore).filter(Objects::nonNull).findFirst().orElse(null);
	}

	private Stream<AttemptTask> answering(Patient of) {
		return links.stream()
			.filter(l -> l.getRole() == AttemptTask.Role.ANSWERED && of.equals(l.getTask().getPatient()));
	}

	AttemptTask link(FollowUpTask task, AttemptTask.Role role) {
		AttemptTask link = new AttemptTask();
		link.setAttempt(this);
		link.setTask(task);
		link.setRole(role);
		links.add(link);
		return link;
	}

	void answer(FollowUpTask task, String questionKey, String answer, RedFlag.Severity redFlag) {
		AttemptAnswer row = new AttemptAnswer();
		row.setAttempt(this);
		row.setTask(task);
		row.setQuestionKey(questionKey);
		row.setAnswer(answer);
		row.setRedFlag(redFlag);
		answers.add(row);
	}

	/** Somebody was rung by us. */
	boolean isCall() {
		return direction == Direction.OUTBOUND && channel == Channel.PHONE && result != AttemptResult.NOT_CALLED;
	}

	/** What it is to others, so that they can be withdrawn with it. */
	String source() {
		return "attempt:" + getUuid();
	}

	/** The tasks that the contact was about, the leading one first. */
	public List<FollowUpTask> getTasks() {
		return links.stream().filter(l -> l.getRole() == AttemptTask.Role.ANSWERED).map(AttemptTask::getTask)
			.collect(Collectors.toList());
	}

	/** STOP: the purposes named. */
	public Set<Purpose> getPurposeSet() {
		Set<Purpose> named = EnumSet.noneOf(Purpose.class);
		if (purposes != null) {
			Arrays.stream(purposes.split(",")).map(Purpose::valueOf).forEach(named::add);
		}
		return named;
	}

	/** What is odd about the entry, as codes. */
	public List<String> getFlagCodes() {
		return flags == null ? Collections.emptyList() : Arrays.asList(flags.split(","));
	}
}
