/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
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
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.User;
import org.openmrs.module.retention.shared.InstantConverter;
import org.openmrs.module.retention.shared.Occasion;

/** One step in the life of a booking, with the time that holds since; append-only. */
@Entity(name = "retention.BookingChange")
@Table(name = "retention_booking_change")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class BookingChange {

	private static final int REASON_LENGTH = 255;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "booking_change_id")
	private Integer id;

	@Column(name = "uuid", nullable = false, unique = true, length = 38)
	private String uuid;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "booking_id", nullable = false)
	private Booking booking;

	/** Null for the row that the booking began with. */
	@Enumerated(EnumType.STRING)
	@Column(name = "from_status", length = 12)
	private BookingStatus fromStatus;

	@Enumerated(EnumType.STRING)
	@Column(name = "to_status", nullable = false, length = 12)
	private BookingStatus toStatus;

	@Column(name = "booked_day", nullable = false)
	private LocalDate day;

	/** Null: the hour is not known. */
	@Convert(converter = InstantConverter.class)
	@Column(name = "starts_at")
	private Instant startsAt;

	@Convert(converter = InstantConverter.class)
	@Column(name = "changed_at", nullable = false)
	private Instant changedAt;

	/** The daemon user when a job did it. */
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "actor")
	private User actor;

	@Column(name = "reason", length = REASON_LENGTH)
	private String reason;

	BookingChange(Booking booking, BookingStatus from, Occasion occasion) {
		this.uuid = UUID.randomUUID().toString();
		this.booking = booking;
		this.fromStatus = from;
		this.toStatus = booking.getStatus();
		this.day = booking.getDay();
		this.startsAt = booking.getStartsAt();
		this.changedAt = occasion.getAt();
		this.actor = occasion.getActor();
		this.reason = StringUtils.left(occasion.getReason(), REASON_LENGTH);
	}
}
