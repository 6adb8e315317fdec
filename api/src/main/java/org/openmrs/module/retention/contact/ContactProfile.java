/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.CascadeType;
import javax.persistence.Column;
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
import javax.persistence.Transient;
import javax.persistence.UniqueConstraint;
import javax.persistence.Version;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.BaseChangeableOpenmrsData;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.module.retention.shared.RetentionException;

/** How a patient wants to be contacted, and whether they are still the clinic's patient. */
@Entity(name = "retention.ContactProfile")
@Table(name = "retention_contact_profile", uniqueConstraints = @UniqueConstraint(name = "retention_contact_profile_uk", columnNames = {
	"patient_id" }))
@Getter
@Setter
public class ContactProfile extends BaseChangeableOpenmrsData {

	/** Whether the patient is the clinic's. */
	public enum Relationship {
		CURRENT, ENDED
	}

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "contact_profile_id")
	private Integer id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "patient_id")
	private Patient patient;

	@Column(name = "patient_uuid", nullable = false, length = 38)
	private String patientUuid;

	/** How to address the person. */
	@Column(name = "salutation", length = 100)
	private String salutation;

	/** Language tag; null: nobody has said any. */
	@Column(name = "language", length = 20)
	@Getter(AccessLevel.NONE)
	private String language;

	/** As the chart has it; read with the profile, never written. */
	@Transient
	@Getter(AccessLevel.NONE)
	@Setter(AccessLevel.PACKAGE)
	private String chartLanguage;

	/** Best windows by weekday, {@code MONDAY 17:00-19:00}, separated by semicolons. */
	@Column(name = "best_windows", length = 500)
	private String bestWindows;

	@Column(name = "do_not_call", nullable = false)
	private boolean doNotCall;

	/** No greetings, surveys or marketing through this local day. */
	@Column(name = "sad_news_until")
	private LocalDate sadNewsUntil;

	/** For the staff only. */
	@Column(name = "staff_note", length = 1000)
	private String staffNote;

	/** Zone id where the person lives, for quiet hours; null: the site's. */
	@Column(name = "zone", length = 64)
	private String zone;

	@Enumerated(EnumType.STRING)
	@Column(name = "relationship", nullable = false, length = 10)
	@Setter(AccessLevel.NONE)
	private Relationship relationship = Relationship.CURRENT;

	/** Why it ended last: MOVED, ELSEWHERE, PRICE, UNHAPPY, DISCHARGED; stays when the patient comes again. */
	@Column(name = "ended_reason", length = 16)
	@Setter(AccessLevel.NONE)
	private String endedReason;

	@Column(name = "ended_on")
	@Setter(AccessLevel.NONE)
	private LocalDate endedOn;

	/** Local day of the first visit after {@link #endedOn}; null: none is known. */
	@Column(name = "came_back_on")
	@Setter(AccessLevel.NONE)
	private LocalDate cameBackOn;

	/** Somebody reported the patient's death and the chart does not confirm it yet. */
	@Column(name = "death_reported", nullable = false)
	@Setter(AccessLevel.NONE)
	private boolean deathReported;

	/** Named to be rung for the patient; empty: the chart's relationships say who is. */
	@OneToMany(mappedBy = "profile", cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.LAZY)
	@OrderBy("position")
	@Setter(AccessLevel.NONE)
	private List<ContactPerson> contactPersons = new ArrayList<>();

	@Version
	@Column(name = "version", nullable = false)
	@Setter(AccessLevel.NONE)
	private int version;

	public List<ContactPerson> getContactPersons() {
		return Collections.unmodifiableList(contactPersons);
	}

	/** These and nobody else, in this order; empty: whom the chart's relationships name. */
	public void chooseContactPersons(List<ContactPerson> chosen) {
		if (chosen.stream().map(ContactPerson::getPerson).distinct().count() < chosen.size()) {
			throw RetentionException.invalid("retention.contact.error.contact-person-twice", "contactPersons");
		}
		Map<Person, ContactPerson> before = new HashMap<>();
		contactPersons.forEach(one -> before.put(one.getPerson(), one));
		contactPersons.removeIf(one -> chosen.stream().noneMatch(other -> other.getPerson().equals(one.getPerson())));
		int position = 0;
		for (ContactPerson one : chosen) {
			ContactPerson known = before.get(one.getPerson());
			if (known == null) {
				one.belongTo(this, position);
				contactPersons.add(one);
			} else {
				known.update(one, position);
			}
			position++;
		}
	}

	/** The language in force: what was said, else what the chart has; null: not known. */
	public String getLanguage() {
		return language == null ? chartLanguage : language;
	}

	/** The language that was said; null: none, whatever the chart has. */
	public String getSaidLanguage() {
		return language;
	}

	/** Refuses a change that was decided on an older state; null: the caller does not say which it saw. */
	public void expectVersion(Integer seen) {
		if (seen != null && seen != version) {
			throw RetentionException.conflict("retention.contact.error.stale-version", "version", seen, version);
		}
	}

	/** Why it is over; null while it is not. */
	public String getRelationshipReason() {
		return relationship == Relationship.ENDED ? endedReason : null;
	}

	/** The day it ended, or was renewed by a visit; null: it has never ended. */
	public LocalDate getRelationshipSince() {
		return relationship == Relationship.ENDED ? endedOn : cameBackOn;
	}

	/** The patient is the clinic's no longer: MOVED, ELSEWHERE, PRICE, UNHAPPY or DISCHARGED. A visit after that day stands. */
	public void endRelationship(String reason, LocalDate since) {
		this.endedReason = reason;
		this.endedOn = since;
		comeBack(cameBackOn);
	}

	/** The end was recorded in error. */
	public void withdrawEnd() {
		this.endedReason = null;
		this.endedOn = null;
		comeBack(null);
	}

	/** The patient has come again that day, and is the clinic's again; null: has not, after all. */
	public void comeBack(LocalDate day) {
		this.cameBackOn = day;
		boolean back = day != null && endedOn != null && day.isAfter(endedOn);
		this.relationship = endedReason == null || back ? Relationship.CURRENT : Relationship.ENDED;
	}

	/** Somebody says that the patient has died; the chart alone decides. */
	public void reportDeath() {
		this.deathReported = true;
	}

	public void retractDeath() {
		this.deathReported = false;
	}
}
