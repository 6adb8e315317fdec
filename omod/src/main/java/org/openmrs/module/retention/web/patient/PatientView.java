/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.patient;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lombok.Value;
import org.openmrs.Encounter;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.PersonAttribute;
import org.openmrs.PersonAttributeType;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.ContactDetail;
import org.openmrs.module.retention.contact.ContactNumberService;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.contact.ContactService;
import org.openmrs.module.retention.followup.attempt.AttemptSearch;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.followup.attempt.ContactAttemptService;
import org.openmrs.module.retention.followup.attempt.ContactPromise;
import org.openmrs.module.retention.followup.attempt.PromiseSearch;
import org.openmrs.module.retention.followup.attempt.PromiseService;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.FollowUpTaskService;
import org.openmrs.module.retention.followup.task.HoldReason;
import org.openmrs.module.retention.followup.task.TaskSearch;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.page.Names;
import org.openmrs.module.retention.web.page.PageSettings;
import org.openmrs.module.retention.web.page.TypedForm;
import org.openmrs.module.retention.web.task.TaskText;
import org.openmrs.util.PrivilegeConstants;

/** What the patient's page shows, newest or soonest first; each part bounded. */
public final class PatientView {

	private static final Page MOST = new Page(0, 100);

	private static final int LINES = 60;

	/** Of each kind, when all is asked for. */
	private static final int ALL = 1000;

	private static final Duration SOON = Duration.ofDays(30);

	private static final String REASON = "retention.followup.reason.";

	private final Patient patient;

	private final Instant now = Clock.systemUTC().instant();

	/** Open, the one that is due first first. */
	private final List<FollowUpTask> planned;

	private final boolean whole;

	/** What happened, the newest first. */
	private final List<Line> lines;

	private final PatientCircle circle;

	/** @param whole all that has happened, and not the latest alone */
	PatientView(Patient patient, boolean whole) {
		this.patient = patient;
		this.whole = whole;
		this.planned = Context.getService(FollowUpTaskService.class)
			.findTasks(TaskSearch.builder().patient(patient.getUuid()).status("open").sort("due").build(), MOST);
		this.lines = lines();
		this.circle = new PatientCircle(patient);
	}

	/** One thing that happened. */
	@Value
	public static class Line {

		Instant at;

		/** {@code visit}, {@code contact}, {@code task} or {@code promise}. */
		String kind;

		/** The constant that says what came of it; null: nothing to say. */
		Enum<?> outcome;

		String text;

		String note;
	}

	public Patient getPatient() {
		return patient;
	}

	public ContactProfile getProfile() {
		return Context.getService(ContactService.class).getProfile(patient);
	}

	/** Nobody has written the profile yet. */
	public boolean isNewProfile() {
		return getProfile().getId() == null;
	}

	public List<ContactDetail> getNumbers() {
		return Context.getService(ContactService.class).getContactDetails(patient);
	}

	public PatientCircle getCircle() {
		return circle;
	}

	public PatientConsents getConsents() {
		LocalDate today = LocalDate.now(PageSettings.zone());
		return new PatientConsents(patient, getNumbers(), circle.getCircle().isMinor(today));
	}

	/** May write into the chart what the platform lets nobody else write there. */
	public boolean isMayCorrect() {
		return Context.hasPrivilege(RetentionPrivileges.MANAGE_CONTACTS)
			&& Context.hasPrivilege(PrivilegeConstants.EDIT_PERSONS);
	}

	/** Of which there is no number or address yet. */
	public List<PersonAttributeType> getFreeTypes() {
		return Context.getService(ContactNumberService.class).getFreeTypes(patient);
	}

	/** Struck out, the latest first. */
	public List<PersonAttribute> getEarlierNumbers() {
		return Context.getService(ContactNumberService.class).getEarlierNumbers(patient);
	}

	public boolean isNumberNeeded() {
		return Context.getService(ContactService.class).isNumberNeeded(patient);
	}

	/** @param was the form of the profile, as it begins or as it was typed */
	public List<WindowLine> windows(TypedForm was) {
		return WindowLine.of(getProfile().getBestWindows(), was);
	}

	public DayOfWeek[] getWeekdays() {
		return DayOfWeek.values();
	}

	public Purpose[] getPurposes() {
		return Purpose.values();
	}

	/** Overdue, or due within the next thirty days. */
	public List<FollowUpTask> getSoon() {
		return planned.stream().filter(this::isSoon).collect(Collectors.toList());
	}

	/** What lies behind that. */
	public List<FollowUpTask> getLater() {
		return planned.stream().filter(task -> !isSoon(task)).collect(Collectors.toList());
	}

	private boolean isSoon(FollowUpTask task) {
		return task.getDueFrom().isBefore(now.plus(SOON));
	}

	public String title(FollowUpTask task) {
		return TaskText.title(task);
	}

	/** Why it waits, a code; null: it does not wait. */
	public String held(FollowUpTask task) {
		HoldReason reason = task.getHoldReason();
		boolean waits = reason != null && task.getHoldUntil() != null && task.getHoldUntil().isAfter(now);
		return waits ? REASON + "hold-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-') : null;
	}

	/** Until then; null: until it is released. */
	public Instant heldUntil(FollowUpTask task) {
		return FollowUpTask.UNTIL_RELEASED.equals(task.getHoldUntil()) ? null : task.getHoldUntil();
	}

	/** Of the next task's site; the clinic's without one. */
	public String getZone() {
		return PageSettings.zone(planned.isEmpty() ? null : planned.get(0).getZone()).getId();
	}

	/** Uuid of the next task's site; null: the clinic's. */
	public String getPlace() {
		Location place = planned.isEmpty() ? null : planned.get(0).getLocation();
		return place == null ? null : place.getUuid();
	}

	/** Open ones that are not shown. */
	public long getMorePlanned() {
		return planned.size() < MOST.getSize() ? 0 : Context.getService(FollowUpTaskService.class)
			.countTasks(TaskSearch.builder().patient(patient.getUuid()).status("open").build()) - planned.size();
	}

	/** Visits, contacts, promises and the ends of tasks, the newest first. */
	public List<Line> getLines() {
		return lines.subList(0, Math.min(lines.size(), whole ? lines.size() : LINES));
	}

	/** There is more than the lines shown. */
	public boolean isMoreLines() {
		return !whole && lines.size() > LINES;
	}

	private List<Line> lines() {
		List<Line> all = new ArrayList<>();
		visits(all);
		contacts(all);
		promises(all);
		endedTasks(all);
		return all.stream().sorted(Comparator.comparing(Line::getAt).reversed()).collect(Collectors.toList());
	}

	/** Contacts are encounters too, and have lines of their own. */
	private void visits(List<Line> lines) {
		if (Context.hasPrivilege(PrivilegeConstants.GET_ENCOUNTERS)) {
			String contact = PageSettings.contactEncounterType();
			for (Encounter encounter : Context.getEncounterService().getEncountersByPatient(patient)) {
				if (!contact.equals(encounter.getEncounterType().getUuid())) {
					lines.add(new Line(encounter.getEncounterDatetime().toInstant(), "visit", null,
						encounter.getEncounterType().getName(),
						encounter.getLocation() == null ? null : encounter.getLocation().getName()));
				}
			}
		}
	}

	private Page part() {
		return whole ? new Page(0, ALL) : MOST;
	}

	private void contacts(List<Line> lines) {
		List<ContactAttempt> attempts = Context.getService(ContactAttemptService.class)
			.findAttempts(AttemptSearch.builder().patient(patient.getUuid()).build(), part());
		attempts.forEach(attempt -> lines.add(new Line(attempt.getStartedAt(), "contact",
			attempt.getDisposition() == null ? attempt.getResult() : attempt.getDisposition(),
			attempt.getCalledBy() == null ? null : Names.of(attempt.getCalledBy()),
			attempt.getNote())));
	}

	private void promises(List<Line> lines) {
		List<ContactPromise> promises = Context.getService(PromiseService.class)
			.findPromises(PromiseSearch.builder().patient(patient.getUuid()).build(), part());
		promises.forEach(promise -> lines.add(new Line(promise.getDueBy(), "promise", promise.getStatus(),
			promise.getPromised(), null)));
	}

	private void endedTasks(List<Line> lines) {
		List<FollowUpTask> ended = Context.getService(FollowUpTaskService.class)
			.findTasks(TaskSearch.builder().patient(patient.getUuid()).status("done").sort("-due").build(), part());
		ended.stream().filter(task -> task.getEndedAt() != null).forEach(
			task -> lines.add(new Line(task.getEndedAt(), "task", task.getStatus(), title(task), null)));
	}
}
