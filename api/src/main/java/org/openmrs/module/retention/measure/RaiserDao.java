/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.measure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.shared.PeopleInSession;
import org.openmrs.module.retention.theme.taxonomy.Theme;

/**
 * Leads from comments that are about a theme to their patients, where that is known: by the answer or contact that they come
 * from. An answer that says no time is not identified, and leads to nobody.
 */
@RequiredArgsConstructor
class RaiserDao {

	private static final String RAISED = " and a.theme in (:themes) and a.status = 'CONFIRMED' and c.voided = false"
		+ " and c.released = true and c.saidOn between :from and :to";

	private static final String LIVING = " and p.voided = false and p.dead = false";

	private static final String ANSWERED = "select p.personId, c.saidOn, c.location.locationId"
		+ " from retention.ThemeAssignment a join a.comment c, retention.SurveyResponse r join r.patient p"
		+ " where c.source = 'SURVEY' and r.uuid = c.sourceUuid and r.voided = false and r.answeredAt is not null" + RAISED
		+ LIVING;

	/** Of several patients whom a contact was about, whose task asked. */
	private static final String SPOKEN = "select p.personId, c.saidOn, c.location.locationId"
		+ " from retention.ThemeAssignment a join a.comment c, retention.AttemptAnswer n join n.attempt t join n.task k"
		+ " join k.protocol o join k.patient p"
		+ " where c.source = 'CALL' and t.uuid = c.sourceUuid and t.voided = false and n.questionKey = c.question"
		+ " and o.uuid = c.questionnaireUuid and n.answer = c.text" + RAISED + LIVING;

	private final SessionFactory sessionFactory;

	/** Rows of patient, day and location, one for each comment. */
	List<Object[]> answered(Collection<Theme> themes, LocalDate from, LocalDate to) {
		return raised(ANSWERED, themes, from, to);
	}

	/** Rows of patient, day and location, one for each comment. */
	List<Object[]> spoken(Collection<Theme> themes, LocalDate from, LocalDate to) {
		return raised(SPOKEN, themes, from, to);
	}

	/** Rows of theme, comment and day, of everybody's comments. */
	List<Object[]> comments(Collection<Theme> themes, LocalDate from, LocalDate to) {
		return raised("select a.theme.id, c.uuid, c.saidOn from retention.ThemeAssignment a join a.comment c where 1 = 1"
			+ RAISED, themes, from, to);
	}

	private List<Object[]> raised(String query, Collection<Theme> themes, LocalDate from, LocalDate to) {
		return session().createQuery(query, Object[].class).setParameterList("themes", themes).setParameter("from", from)
			.setParameter("to", to).list();
	}

	/** Ids of the patients for whom it is arranged that they are told. */
	Set<Integer> told(Measure measure) {
		return new HashSet<>(session()
			.createQuery("select p.patient.personId from retention.MeasureTelling t, retention.FollowUpPlan p"
				+ " where p.id = t.planId and t.measure = :measure and p.status <> :merged and p.patient is not null",
				Integer.class)
			.setParameter("measure", measure).setParameter("merged", PlanStatus.MERGED).list());
	}

	/** Ids of the living patients whose call is still to be made. */
	Set<Integer> waiting(Measure measure) {
		return new HashSet<>(session()
			.createQuery("select p.personId from retention.MeasureTelling t, retention.FollowUpPlan f join f.patient p"
				+ " where f.id = t.planId and t.measure = :measure and f.status = :active" + LIVING, Integer.class)
			.setParameter("measure", measure).setParameter("active", PlanStatus.ACTIVE).list());
	}

	List<Patient> patients(Collection<Integer> ids) {
		if (ids.isEmpty()) {
			return Collections.emptyList();
		}
		new PeopleInSession(session()).read(ids, Collections.emptyList(), Collections.emptyList());
		return session().createQuery("select p from Patient p where p.personId in (:ids)", Patient.class)
			.setParameterList("ids", ids).list();
	}

	/** Not read before it is needed; null for null. */
	Location location(Integer id) {
		return id == null ? null : session().getReference(Location.class, id);
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
