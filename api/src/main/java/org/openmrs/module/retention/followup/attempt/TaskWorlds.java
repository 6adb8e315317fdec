/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.openmrs.Location;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.contact.BestWindows;
import org.openmrs.module.retention.contact.CallingHours;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.contact.booking.BookingAhead;
import org.openmrs.module.retention.contact.booking.Bookings;
import org.openmrs.module.retention.followup.protocol.Protocols;
import org.openmrs.module.retention.followup.protocol.Script;
import org.openmrs.module.retention.followup.protocol.StepDefinition;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.question.Question;
import org.openmrs.module.retention.shared.RetentionSettings;

/** Finds what the rules must know around a task. */
@RequiredArgsConstructor
class TaskWorlds {

	private final Sites sites;

	private final Protocols protocols;

	private final RetentionSettings settings;

	private final Reach reach;

	private final EscalationDao escalations;

	private final Bookings bookings;

	/** The links tell whether it matters which numbers work. */
	TaskWorld around(FollowUpTask task, List<AttemptTask> links, Instant at) {
		return around(task, at, links.stream().anyMatch(l -> l.getAttempt().getResult() == AttemptResult.WRONG_NUMBER));
	}

	/** Unless it matters which numbers work, the person counts as reachable. */
	TaskWorld around(FollowUpTask task, Instant at, boolean numbersMatter) {
		StepDefinition step = step(task);
		ContactProfile profile = reach.profileOfWhomOneRings(task);
		boolean said = profile != null && profile.getBestWindows() != null;
		return TaskWorld.builder().times(times(task)).spacing(step == null ? null : step.spacingDuration())
			.bestReached(said ? BestWindows.parse(profile.getBestWindows()) : null)
			.personsZone(ZoneId.of(said && profile.getZone() != null ? profile.getZone() : task.getZone()))
			.restDays(settings.number(RetentionSettings.REST_DAYS, 0, 3))
			.thinkingDays(thinkingDays())
			.reachable(!numbersMatter || reach.isReachable(task, at))
			.booking(ahead(task, at)).waitsForBooking(waitsForBooking(task))
			.serviceEscalationOpen(escalations.isServiceOpen(task.getPatientUuid())).build();
	}

	/** Days a patient gets to think when none are named. */
	int thinkingDays() {
		return settings.number(RetentionSettings.THINKING_DAYS, 1, 14);
	}

	private BookingAhead ahead(FollowUpTask task, Instant at) {
		if (task.getPatient() == null) {
			return null;
		}
		Integer patient = task.getPatient().getPatientId();
		return bookings.ahead(Collections.singleton(patient), at, sites.forRun()).get(patient);
	}

	private boolean waitsForBooking(FollowUpTask task) {
		return task.getProtocol() == null || task.getProtocolVersion() == null ? task.getPurpose().isInvitation()
			: protocols.definition(task.getProtocol().getId(), task.getProtocolVersion())
				.waitsForBooking(task.getStepKey(), task.getPurpose());
	}

	/** When people may be rung for the task: the hours of its site, in the zone that it was planned in. */
	CallTimes times(FollowUpTask task) {
		return times(sites.siteOf(task.getLocation()), ZoneId.of(task.getZone()));
	}

	/** At the site of a location; null: the default site. */
	CallTimes times(Location location) {
		Site site = sites.siteOf(location);
		return times(site, site.getZone());
	}

	/** Null: the task has none. */
	Script script(FollowUpTask task) {
		StepDefinition step = step(task);
		return step == null ? null : step.getScript();
	}

	/** What its script asks; empty: nothing. */
	List<Question> questions(FollowUpTask task) {
		Script script = script(task);
		return script == null ? Collections.emptyList() : script.getQuestions();
	}

	/** Null: no protocol made the task. */
	StepDefinition step(FollowUpTask task) {
		if (task.getProtocol() == null || task.getProtocolVersion() == null || task.getStepKey() == null) {
			return null;
		}
		return protocols.definition(task.getProtocol().getId(), task.getProtocolVersion()).step(task.getStepKey());
	}

	private CallTimes times(Site site, ZoneId zone) {
		CallingHours calling = CallingHours.parse(settings.text(RetentionSettings.CALLING_HOURS, ""));
		return new CallTimes(zone, site.getHours(), calling.getFrom(), calling.getTo());
	}
}
