/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.function.Function;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.module.retention.calendar.Site;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.util.RoleConstants;

/** Turns what a person asks for into a task, or says what is wrong with it. */
class ManualTasks {

	private static final int TITLE_LENGTH = 255;

	private static final int DEFAULT_PRIORITY = 50;

	/** Open days after its window in which it can still be worked. */
	private static final int GRACE = 5;

	private static final int LONGEST_SECONDS = 4 * 60 * 60;

	private final TaskDao dao;

	private final Sites sites;

	private final Clock clock;

	ManualTasks(TaskDao dao, Sites sites, Clock clock) {
		this.dao = dao;
		this.sites = sites;
		this.clock = clock;
	}

	FollowUpTask open(ManualTask request, User actor) {
		Instant now = clock.instant();
		Location location = reference("location", request.getLocation(), dao::location);
		Site site = sites.siteOf(location);
		Instant from = request.getDueFrom() == null ? now : request.getDueFrom();
		Instant by = request.getDueBy() == null ? endOfDay(site, workday(site, from)) : request.getDueBy();
		if (by.isBefore(now)) {
			throw RetentionException.invalid("retention.followup.error.window-is-over", "dueBy");
		}
		Purpose purpose = purpose(request.getPurpose());
		if (request.isCritical() && purpose != Purpose.CARE) {
			throw RetentionException.invalid("retention.followup.error.protocol-critical-not-care", "critical", purpose);
		}
		TaskDraft draft = TaskDraft.builder().source(TaskSource.MANUAL).patient(patient(request.getPatient()))
			.title(title(request.getTitle())).purpose(purpose)
			.channel(channel(request.getChannel())).location(location).zone(site.getZone().getId()).from(from).by(by)
			.expiresAt(endOfDay(site, site.getHours().plusOpenDays(site.dayOf(by), GRACE)))
			.priority(priority(request.getPriority())).critical(request.isCritical())
			.targetSeconds(seconds(request.getTargetSeconds())).build();
		FollowUpTask task = FollowUpTask.open(draft, Cause.of(actor, now, "created-by-hand"));
		User assignee = worker(request.getAssignee());
		String role = role(request.getRole());
		if (assignee != null && role != null) {
			throw RetentionException.invalid("retention.followup.error.user-or-role", "assignee");
		}
		if (assignee != null || role != null) {
			task.assignByHand(assignee, role, Cause.of(actor, now, "assigned-by-hand"));
		}
		return task;
	}

	/** A user who can work tasks; null stays null. */
	User worker(String uuid) {
		User user = reference("assignee", uuid, dao::user);
		requireWorker(user);
		return user;
	}

	void requireWorker(User user) {
		if (user != null && !StaffDao.canWork(user)) {
			throw RetentionException.invalid("retention.followup.error.assignee-cannot-work", "assignee");
		}
	}

	/** A role that exists; null stays null. */
	String role(String name) {
		if (name == null) {
			return null;
		}
		String role = reference("role", name, dao::role).getRole();
		if (RoleConstants.ANONYMOUS.equals(role)) {
			throw RetentionException.invalid("retention.followup.error.assignee-cannot-work", "role");
		}
		return role;
	}

	private Patient patient(String uuid) {
		if (uuid == null) {
			throw RetentionException.invalid("retention.followup.error.required", "patient");
		}
		Patient patient = reference("patient", uuid, dao::patient);
		if (Boolean.TRUE.equals(patient.getDead())) {
			throw RetentionException.invalid("retention.followup.error.patient-is-dead", "patient");
		}
		return patient;
	}

	private static String title(String title) {
		if (title == null || title.trim().isEmpty()) {
			throw RetentionException.invalid("retention.followup.error.required", "title");
		}
		if (title.trim().length() > TITLE_LENGTH) {
			throw RetentionException.invalid("retention.followup.error.too-long", "title", TITLE_LENGTH);
		}
		return title.trim();
	}

	private static Purpose purpose(String text) {
		return text == null ? Purpose.CARE : reference("purpose", text, Purpose::valueOf);
	}

	private static Channel channel(String text) {
		Channel channel = text == null ? Channel.PHONE : reference("channel", text, Channel::valueOf);
		if (channel != Channel.PHONE && channel != Channel.IN_PERSON) {
			throw RetentionException.invalid("retention.followup.error.unknown-value", "channel", text);
		}
		return channel;
	}

	private static int priority(Integer priority) {
		return between("priority", priority, 0, 100, DEFAULT_PRIORITY);
	}

	private static int seconds(Integer seconds) {
		return between("targetSeconds", seconds, 1, LONGEST_SECONDS, 0);
	}

	private static int between(String field, Integer value, int least, int most, int otherwise) {
		if (value != null && (value < least || value > most)) {
			throw RetentionException.invalid("retention.followup.error.out-of-range", field, least, most);
		}
		return value == null ? otherwise : value;
	}

	private static <T> T reference(String field, String text, Function<String, T> lookUp) {
		if (text == null) {
			return null;
		}
		T found;
		try {
			found = lookUp.apply(text.trim());
		}
		catch (IllegalArgumentException e) {
			throw RetentionException.invalid("retention.followup.error.unknown-value", field, text);
		}
		if (found == null) {
			throw RetentionException.invalid("retention.followup.error.unknown-value", field, text);
		}
		return found;
	}

	/** The day, or the next open one when nobody works any more on it. */
	private static LocalDate workday(Site site, Instant from) {
		LocalDate day = site.getHours().openOnOrAfter(site.dayOf(from));
		LocalDateTime closing = site.getHours().closing(day);
		return closing == null || from.isBefore(closing.atZone(site.getZone()).toInstant())
			? day
			: site.getHours().openAfter(day);
	}

	private static Instant endOfDay(Site site, LocalDate day) {
		return day.atTime(LocalTime.MAX.withNano(999_000_000)).atZone(site.getZone()).toInstant();
	}
}
