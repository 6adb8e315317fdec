/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.contact.ContactDecision;
import org.openmrs.module.retention.contact.ContactPolicy;
import org.openmrs.module.retention.contact.Reachability;
import org.openmrs.module.retention.contact.booking.BookingAhead;
import org.openmrs.module.retention.contact.booking.Bookings;
import org.openmrs.module.retention.followup.protocol.Channel;

/** The contact policy, asked about a task: its patient, whom one rings for it, its place and how long it takes. */
@RequiredArgsConstructor
public class TaskPolicy {

	private final Reachability reachability;

	private final Sites sites;

	private final Bookings bookings;

	/** Whether a contact for it over this channel may be started then. */
	public ContactDecision decide(FollowUpTask task, Channel channel, Instant at) {
		Integer patient = task.getPatient().getPatientId();
		BookingAhead booking = bookings.ahead(Collections.singleton(patient), at, sites.forRun()).get(patient);
		ContactPolicy.Facts facts = facts(task, reachability.of(task.getPatient(), task.getRingId(), channel, at),
			sites.siteOf(task.getLocation()));
		return ContactPolicy.decide(
			facts.toBuilder().channel(channel).bookedUntil(booking == null ? null : booking.getWaitUntil()).build(), at);
	}

	/** Without the patient's next booking, for which tasks are held. */
	static ContactPolicy.Facts facts(FollowUpTask task, Reachability.OfPatients reach, Site site) {
		return reach.facts(task.getPatient().getPatientId(), task.getRingId(), site, ZoneId.of(task.getZone()))
			.about(task.getPurpose(), task.getChannel(), Duration.ofSeconds(task.getTargetSeconds())).toBuilder()
			.chartCheck(task.getSource() == TaskSource.CHART_CHECK).promised(task.isCallBack())
			.urgent(task.isCritical() || task.getListClass() == ListClass.URGENT).build();
	}
}
