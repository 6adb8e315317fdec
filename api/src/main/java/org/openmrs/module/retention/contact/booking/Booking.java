/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Objects;
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
import javax.persistence.UniqueConstraint;
import javax.persistence.Version;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.hibernate.annotations.DynamicUpdate;
import org.openmrs.BaseChangeableOpenmrsData;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.module.retention.shared.InstantConverter;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.shared.RetentionException;

/**
 * A patient will come on a day. Its state changes by verbs only, by the table in {@link BookingLifeCycle}, and every change
 * is a {@link BookingChange}. Another system's booking is known by that system's key.
 */
@Entity(name = "retention.Booking")
@Table(name = "retention_booking", uniqueConstraints = {
	@UniqueConstraint(name = "retention_booking_key_uk", columnNames = { "external_key" }) })
@DynamicUpdate
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Booking extends BaseChangeableOpenmrsData {

	/** What the keys of plans that hang on bookings begin with, before the uuid. */
	public static final String PLAN_KEY = "booking";

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "booking_id")
	@Setter
	private Integer id;

	/** Null: the patient was purged. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "patient_id")
	private Patient patient;

	@Column(name = "patient_uuid", nullable = false, length = 38)
	private String patientUuid;

	/** The local day in {@link #zone}. */
	@Column(name = "booked_day", nullable = false)
	private LocalDate day;

	/** Null: the hour is not known. */
	@Convert(converter = InstantConverter.class)
	@Column(name = "starts_at")
	private Instant startsAt;

	/** Zone id of the site when the time was agreed. */
	@Column(name = "zone", nullable = false, length = 64)
	private String zone;

	/** Null: the default site. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "location_id")
	private Location location;

	/** What for, in words. */
	@Column(name = "reason")
	private String reason;

	@Column(name = "external_system", length = 60)
	private String externalSystem;

	@Column(name = "external_id", length = 100)
	private String externalId;

	/** {@link ExternalKey#hash()}; null: of no other system. */
	@Column(name = "external_key", length = 64)
	@Getter(AccessLevel.NONE)
	private String externalKey;

	/** When its time was agreed: made, or moved last. */
	@Convert(converter = InstantConverter.class)
	@Column(name = "agreed_at", nullable = false)
	private Instant agreedAt;

	@Enumerated(EnumType.STRING)
	@Column(name = "status", nullable = false, length = 12)
	private BookingStatus status;

	/** KEPT: the encounter that shows it; null: a person said so, or it was purged. */
	@Column(name = "encounter_id")
	private Integer encounterId;

	@Column(name = "encounter_uuid", length = 38)
	private String encounterUuid;

	@Version
	@Column(name = "version", nullable = false)
	private int version;

	@OneToMany(mappedBy = "booking", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
	@OrderBy("id")
	@Getter(AccessLevel.NONE)
	private List<BookingChange> changes = new ArrayList<>();

	/** Makes one, booked. */
	static Booking make(BookingDraft draft, BookingTime time, ExternalKey key, Occasion occasion) {
		Booking booking = new Booking();
		booking.patient = draft.getPatient();
		booking.patientUuid = draft.getPatient().getUuid();
		booking.status = BookingStatus.BOOKED;
		booking.know(key);
		booking.describe(draft);
		booking.agree(time, occasion);
		booking.note(null, occasion);
		return booking;
	}

	/** Null: the default site. */
	public Integer placeId() {
		return location == null ? null : location.getLocationId();
	}

	public BookingTime getTime() {
		return new BookingTime(day, startsAt, ZoneId.of(zone));
	}

	/** Null: of no other system. */
	public ExternalKey getKey() {
		return externalKey == null ? null : new ExternalKey(externalSystem, externalId);
	}

	/** The one that held before the last change. */
	BookingTime getTimeBefore() {
		BookingChange before = changes.get(changes.size() - 2);
		return new BookingTime(before.getDay(), before.getStartsAt(), ZoneId.of(zone));
	}

	public boolean isBooked() {
		return status == BookingStatus.BOOKED && !Boolean.TRUE.equals(getVoided());
	}

	/** What has happened to it, in order. */
	public List<BookingChange> getChanges() {
		return Collections.unmodifiableList(changes);
	}

	/** Refuses a change that was decided on an older state; null: the caller does not say which it saw. */
	void expectVersion(Integer seen) {
		if (seen != null && seen != version) {
			throw RetentionException.conflict("retention.contact.error.stale-version", "version", seen, version);
		}
	}

	/**
	 * Another time, place or reason. A time agreed anew is booked anew, whatever had become of the one before; one that was
	 * kept is so as long as the day is the same. False: it says nothing new.
	 */
	boolean change(BookingDraft draft, BookingTime time, Occasion occasion) {
		boolean sameDay = day.equals(time.getDay()) && zone.equals(time.getZone().getId());
		boolean sameTime = sameDay && Objects.equals(startsAt, time.getStartsAt());
		boolean sameWords = Objects.equals(location, draft.getLocation()) && Objects.equals(reason, draft.getReason());
		if (sameTime && sameWords) {
			return false;
		}
		describe(draft);
		if (!sameTime) {
			agree(time, occasion);
		}
		boolean stands = status == BookingStatus.BOOKED || (status == BookingStatus.KEPT && sameDay) || sameTime;
		if (stands) {
			note(status, occasion);
		} else {
			become(BookingStatus.BOOKED, occasion);
		}
		return true;
	}

	/** Called off. */
	public void cancel(Occasion occasion) {
		become(BookingStatus.CANCELLED, occasion);
	}

	/** The patient came. The encounter that shows it may be of no account: a person says so, or a visit does. */
	public void keep(Integer byEncounterId, String byEncounterUuid, Occasion occasion) {
		become(BookingStatus.KEPT, occasion);
		this.encounterId = byEncounterId;
		this.encounterUuid = byEncounterUuid;
	}

	/** Another encounter shows that it was kept. */
	public void shownBy(Integer otherEncounterId, String otherEncounterUuid, Occasion occasion) {
		this.encounterId = otherEncounterId;
		this.encounterUuid = otherEncounterUuid;
		note(status, occasion);
	}

	/** The day passed. */
	public void miss(Occasion occasion) {
		become(BookingStatus.MISSED, occasion);
	}

	/** What ended it is taken back. */
	public void reinstate(Occasion occasion) {
		become(BookingStatus.BOOKED, occasion);
	}

	/** The other system has written down what was agreed here. */
	void handOver(ExternalKey key, Occasion occasion) {
		know(key);
		note(status, occasion);
	}

	/** Written in error. */
	void annul(Occasion occasion) {
		setVoided(true);
		setVoidedBy(occasion.getActor());
		setDateVoided(Date.from(occasion.getAt()));
		setVoidReason(occasion.getReason());
		note(status, occasion);
	}

	/** The other system still has it. */
	void revive(Occasion occasion) {
		setVoided(false);
		setVoidedBy(null);
		setDateVoided(null);
		setVoidReason(null);
		if (status == BookingStatus.BOOKED) {
			note(status, occasion);
		} else {
			become(BookingStatus.BOOKED, occasion);
		}
	}

	private void know(ExternalKey key) {
		this.externalSystem = key == null ? null : key.getSystem();
		this.externalId = key == null ? null : key.getId();
		this.externalKey = key == null ? null : key.hash();
	}

	private void describe(BookingDraft draft) {
		this.location = draft.getLocation();
		this.reason = draft.getReason();
	}

	private void agree(BookingTime time, Occasion occasion) {
		this.day = time.getDay();
		this.startsAt = time.getStartsAt();
		this.zone = time.getZone().getId();
		this.agreedAt = occasion.getAt();
	}

	private void become(BookingStatus to, Occasion occasion) {
		BookingLifeCycle.check(status, to);
		BookingStatus from = status;
		this.status = to;
		this.encounterId = null;
		this.encounterUuid = null;
		note(from, occasion);
	}

	private void note(BookingStatus from, Occasion occasion) {
		changes.add(new BookingChange(this, from, occasion));
	}
}
