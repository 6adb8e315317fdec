/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.followup.task.PlanStatus;
import org.openmrs.module.retention.followup.task.TaskStatus;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.PeopleInSession;
import org.openmrs.module.retention.theme.taxonomy.Theme;

/** Rows of measures, and how far telling of them has come. */
@RequiredArgsConstructor
class MeasureDao {

	private final SessionFactory sessionFactory;

	Measure getByUuid(String uuid) {
		Measure measure = session()
			.createQuery("select m from retention.Measure m join fetch m.theme where m.uuid = :uuid", Measure.class)
			.setParameter("uuid", uuid).uniqueResult();
		progress(measure == null ? Collections.emptyList() : Collections.singletonList(measure));
		return measure;
	}

	/** For this transaction alone, as last committed. */
	Measure lock(Integer id) {
		return session().createQuery("select m from retention.Measure m where m.id = :id", Measure.class)
			.setParameter("id", id).setLockMode("m", LockMode.PESSIMISTIC_WRITE).uniqueResult();
	}

	/** @param themes null: of any */
	List<Measure> find(MeasureStatus status, Collection<Theme> themes, Page page) {
		List<Measure> measures = restrict(session().createQuery("select m from retention.Measure m join fetch m.theme"
			+ where(status, themes) + " order by m.recordedAt desc, m.id desc", Measure.class), status, themes)
			.setFirstResult(page.getStart()).setMaxResults(page.getSize()).list();
		new PeopleInSession(session()).read(new ArrayList<>(), new ArrayList<>(),
			measures.stream().map(measure -> measure.getRecordedBy().getUserId()).collect(Collectors.toList()));
		progress(measures);
		return measures;
	}

	long count(MeasureStatus status, Collection<Theme> themes) {
		return restrict(session().createQuery("select count(m.id) from retention.Measure m" + where(status, themes),
			Long.class), status, themes).uniqueResult();
	}

	private static String where(MeasureStatus status, Collection<Theme> themes) {
		return " where m.id > 0" + (status == null ? "" : " and m.status = :status")
			+ (themes == null ? "" : " and m.theme in (:themes)");
	}

	private static <T> Query<T> restrict(Query<T> query, MeasureStatus status, Collection<Theme> themes) {
		if (status != null) {
			query.setParameter("status", status);
		}
		return themes == null ? query : query.setParameterList("themes", themes);
	}

	List<Measure> doneWithin(LocalDate from, LocalDate to, int most) {
		return session()
			.createQuery("select m from retention.Measure m join fetch m.theme where m.status = :done"
				+ " and m.doneOn between :from and :to order by m.doneOn desc, m.id desc", Measure.class)
			.setParameter("done", MeasureStatus.DONE).setParameter("from", from).setParameter("to", to).setMaxResults(most)
			.list();
	}

	List<MeasureChange> history(Measure measure) {
		return session().createQuery(
			"select c from retention.MeasureChange c join fetch c.actor where c.measure = :measure order by c.id",
			MeasureChange.class).setParameter("measure", measure).list();
	}

	/** Those with calls that are still to be made. */
	List<Measure> beingTold() {
		return session()
			.createQuery("select m from retention.Measure m where exists (select 1 from retention.MeasureTelling t,"
				+ " retention.FollowUpPlan p where p.id = t.planId and t.measure = m and p.status = :active) order by m.id",
				Measure.class)
			.setParameter("active", PlanStatus.ACTIVE).list();
	}

	/** Plans with calls that are still to be made. */
	List<FollowUpPlan> waiting(Measure measure) {
		return session()
			.createQuery("select p from retention.MeasureTelling t, retention.FollowUpPlan p where p.id = t.planId"
				+ " and t.measure = :measure and p.status = :active order by p.id", FollowUpPlan.class)
			.setParameter("measure", measure).setParameter("active", PlanStatus.ACTIVE).list();
	}

	/** Reads how far each has come, together. */
	void progress(List<Measure> measures) {
		if (measures.isEmpty()) {
			return;
		}
		session().flush();
		Map<Integer, long[]> counts = new HashMap<>();
		read(counts, measures, "select t.measure.id, p.status, count(p.id) from retention.MeasureTelling t,"
			+ " retention.FollowUpPlan p where p.id = t.planId and t.measure in (:measures) and p.status <> :merged"
			+ " group by t.measure.id, p.status", 1);
		read(counts, measures, "select t.measure.id, p.status, count(p.id) from retention.MeasureTelling t,"
			+ " retention.FollowUpPlan p where p.id = t.planId and t.measure in (:measures) and p.status <> :merged"
			+ " and exists (select k.id from retention.FollowUpTask k where k.plan = p and k.status = :made)"
			+ " group by t.measure.id, p.status", 0);
		measures.forEach(measure -> {
			long[] one = counts.getOrDefault(measure.getId(), new long[3]);
			measure.progressed(new MeasureProgress(one[0], one[1], one[2]));
		});
	}

	/** Counts are told, waiting, missed; told ones are first counted as one of the others. */
	private void read(Map<Integer, long[]> counts, List<Measure> measures, String statement, int sign) {
		Query<Object[]> query = session().createQuery(statement, Object[].class).setParameterList("measures", measures)
			.setParameter("merged", PlanStatus.MERGED);
		if (sign == 0) {
			query.setParameter("made", TaskStatus.COMPLETED);
		}
		for (Object[] row : query.list()) {
			long[] one = counts.computeIfAbsent((Integer) row[0], id -> new long[3]);
			int open = row[1] == PlanStatus.ACTIVE ? 1 : 2;
			long count = (Long) row[2];
			if (sign == 0) {
				one[0] += count;
				one[open] -= count;
			} else {
				one[open] += count;
			}
		}
	}

	void add(Object row) {
		session().persist(row);
		session().flush();
	}

	/** These plans tell of it. */
	void tell(Measure measure, List<FollowUpPlan> plans) {
		plans.forEach(plan -> session().persist(new MeasureTelling(measure, plan.getId())));
		session().flush();
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
