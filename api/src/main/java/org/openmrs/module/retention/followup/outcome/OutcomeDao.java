/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.Value;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.IntegerType;
import org.hibernate.type.LocalDateType;
import org.hibernate.type.LongType;
import org.hibernate.type.StringType;
import org.hibernate.type.TimestampType;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.task.FollowUpPlan;
import org.openmrs.module.retention.shared.LocationTree;
import org.openmrs.module.retention.shared.PeopleInSession;

/** Counts plans by protocol and month of the anchor, set-based: each question is one statement, however many plans there are. */
class OutcomeDao {

	/** Contacts that stand and answered a task {@code t} of the plan: {@code a}. */
	private static final String CONTACTS = "SELECT 1 FROM retention_task t JOIN retention_attempt_task l"
		+ " ON l.task_id = t.task_id AND l.role = 'ANSWERED' JOIN retention_attempt a ON a.attempt_id = l.attempt_id"
		+ " WHERE t.plan_id = p.plan_id AND t.voided = FALSE AND a.voided = FALSE";

	private static final String RED_FLAGS = "SELECT 1 FROM retention_task t JOIN retention_attempt_answer w"
		+ " ON w.task_id = t.task_id JOIN retention_attempt a ON a.attempt_id = w.attempt_id WHERE t.plan_id = p.plan_id"
		+ " AND a.voided = FALSE";

	private static final String ESCALATIONS = "SELECT 1 FROM retention_task t JOIN retention_attempt_task l"
		+ " ON l.task_id = t.task_id AND l.role = 'ANSWERED' JOIN retention_escalation x ON x.attempt_id = l.attempt_id"
		+ " WHERE t.plan_id = p.plan_id AND x.voided = FALSE AND x.status <> 'WITHDRAWN'"
		+ " AND x.patient_uuid = p.patient_uuid";

	private static final String TASKS = "SELECT 1 FROM retention_task t WHERE t.plan_id = p.plan_id AND t.voided = FALSE";

	private static final IntegerType INTEGER = IntegerType.INSTANCE;

	private static final LongType LONG = LongType.INSTANCE;

	private static final StringType STRING = StringType.INSTANCE;

	private static final int LONGEST_CODED_ANSWER = 500;

	private final SessionFactory sessionFactory;

	OutcomeDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	/** Of one protocol and month. */
	@Value
	static class Counts {

		Integer protocol;

		YearMonth month;

		long[] figures;
	}

	/** The latest month first; figures as {@link OutcomeRow} has them, then how many lie before {@code watchedBefore}. */
	List<Counts> counts(PlanScope scope, Instant now, LocalDate watchedBefore) {
		String sql = "SELECT f.protocol_id, f.anchor_year, f.anchor_month, COUNT(*), SUM(f.reached),"
			+ " SUM(CASE WHEN f.reached = 0 AND f.still_open = 1 THEN 1 ELSE 0 END),"
			+ " SUM(CASE WHEN f.reached = 0 AND f.still_open = 0 AND f.ran_out = 1 THEN 1 ELSE 0 END),"
			+ " SUM(CASE WHEN f.reached = 0 AND f.still_open = 0 AND f.ran_out = 1 AND f.tried = 0 THEN 1 ELSE 0 END),"
			+ " SUM(CASE WHEN f.reached = 0 AND f.still_open = 0 AND f.ran_out = 0 THEN 1 ELSE 0 END),"
			+ " SUM(f.flagged), SUM(f.urgent), SUM(f.clinical), SUM(f.service), SUM(f.booked), SUM(f.watched)"
			+ " FROM (SELECT p.protocol_id, YEAR(p.anchor_date) AS anchor_year, MONTH(p.anchor_date) AS anchor_month, "
			+ flag(CONTACTS + " AND (a.result = 'SPOKE' AND a.spoke_with <> 'OTHER'"
				+ " OR a.result = 'NOT_CALLED' AND a.reason = 'SEEN_IN_PERSON')", "reached")
			+ ", " + flag(CONTACTS + " AND a.result <> 'NOT_CALLED'", "tried") + ", "
			+ flag(TASKS + " AND t.status = 'OPEN' AND t.expires_at >= :now", "still_open") + ", "
			+ flag(TASKS + " AND (t.status = 'MISSED' OR t.status = 'OPEN' AND t.expires_at < :now)", "ran_out") + ", "
			+ flag(RED_FLAGS + " AND w.red_flag IS NOT NULL", "flagged") + ", "
			+ flag(RED_FLAGS + " AND w.red_flag = 'URGENT'", "urgent") + ", "
			+ flag(ESCALATIONS + " AND x.kind = 'CLINICAL'", "clinical") + ", "
			+ flag(ESCALATIONS + " AND x.kind = 'SERVICE'", "service") + ", "
			+ flag(CONTACTS + " AND a.disposition = 'BOOKED'", "booked")
			+ ", CASE WHEN p.encounter_id IS NOT NULL AND p.anchor_date < :watchedBefore THEN 1 ELSE 0 END AS watched"
			+ " FROM retention_plan p WHERE " + scope.condition()
			+ ") f GROUP BY f.protocol_id, f.anchor_year, f.anchor_month";
		List<Counts> counts = new ArrayList<>();
		for (Object[] row : rows(scope.bind(query(sql)).setParameter("now", now.toEpochMilli())
			.setParameter("watchedBefore", watchedBefore))) {
			long[] figures = new long[row.length - 3];
			for (int i = 0; i < figures.length; i++) {
				figures[i] = number(row[i + 3]);
			}
			counts.add(new Counts((int) number(row[0]), month(row[1], row[2]), figures));
		}
		return counts;
	}

	private static String flag(String exists, String name) {
		return "CASE WHEN EXISTS (" + exists + ") THEN 1 ELSE 0 END AS " + name;
	}

	/** How often a question of a step was answered so. */
	@Value
	static class Answered {

		Integer protocol;

		YearMonth month;

		String step;

		String question;

		String answer;

		long count;
	}

	/** Answers to these questions alone: what people say in words is not counted. */
	List<Answered> answers(PlanScope scope, Collection<String> questions) {
		if (questions.isEmpty()) {
			return Collections.emptyList();
		}
		String sql = "SELECT f.protocol_id, f.anchor_year, f.anchor_month, f.step_key, f.question_key, f.answer,"
			+ " COUNT(*) AS times_given"
			+ " FROM (SELECT p.protocol_id, YEAR(p.anchor_date) AS anchor_year, MONTH(p.anchor_date) AS anchor_month,"
			+ " t.step_key, w.question_key, SUBSTRING(w.answer, 1, " + LONGEST_CODED_ANSWER + ") AS answer"
			+ " FROM retention_plan p JOIN retention_task t ON t.plan_id = p.plan_id JOIN retention_attempt_answer w"
			+ " ON w.task_id = t.task_id JOIN retention_attempt a ON a.attempt_id = w.attempt_id"
			+ " WHERE t.voided = FALSE AND t.step_key IS NOT NULL AND a.voided = FALSE AND w.question_key IN (:questions) AND "
			+ scope.condition() + ") f GROUP BY f.protocol_id, f.anchor_year, f.anchor_month, f.step_key, f.question_key,"
			+ " f.answer";
		List<Answered> answers = new ArrayList<>();
		NativeQuery<?> query = query(sql).addScalar("protocol_id", INTEGER).addScalar("anchor_year", INTEGER)
			.addScalar("anchor_month", INTEGER).addScalar("step_key", STRING).addScalar("question_key", STRING)
			.addScalar("answer", STRING).addScalar("times_given", LONG);
		for (Object[] row : rows(scope.bind(query).setParameterList("questions", questions))) {
			answers.add(new Answered((Integer) row[0], month(row[1], row[2]), (String) row[3], (String) row[4],
				(String) row[5], (Long) row[6]));
		}
		return answers;
	}

	/** A visit after an anchor, in none of its visits. */
	@Value
	static class Return {

		Integer plan;

		Integer protocol;

		int protocolVersion;

		String zone;

		LocalDate anchorDate;

		Integer encounter;

		String encounterUuid;

		Instant at;

		/** When what is written in the book for that day or visit was agreed; null: nothing is. */
		Instant bookedAt;

		/** What somebody has said of it; null: nobody has. */
		ReturnVerdict.Verdict verdict;
	}

	/** Within so many days of the anchor; by the plans' patients, whose encounters have an index. */
	List<Return> returns(PlanScope scope, int days, Set<Integer> visitTypes) {
		if (visitTypes.isEmpty()) {
			return Collections.emptyList();
		}
		String sql = "SELECT p.plan_id, p.protocol_id, p.protocol_version, p.zone, p.anchor_date, e.encounter_id,"
			+ " e.uuid AS encounter_uuid, e.encounter_datetime, p.patient_id, (SELECT v.verdict FROM retention_return_verdict v WHERE v.plan_id = p.plan_id AND v.encounter_id = e.encounter_id)"
			+ " AS verdict FROM retention_plan p JOIN encounter o ON o.encounter_id = p.encounter_id"
			+ " JOIN retention_protocol r ON r.protocol_id = p.protocol_id AND r.trigger_type = 'ENCOUNTER'"
			+ " JOIN encounter e ON e.patient_id = p.patient_id WHERE e.voided = FALSE AND e.encounter_type IN (:visitTypes)"
			+ " AND e.encounter_datetime > o.encounter_datetime"
			+ " AND e.encounter_datetime < TIMESTAMPADD(DAY, :days, o.encounter_datetime)"
			+ " AND (e.visit_id IS NULL OR o.visit_id IS NULL OR e.visit_id <> o.visit_id) AND " + scope.condition()
			+ " ORDER BY e.encounter_datetime DESC, e.encounter_id DESC, p.plan_id DESC";
		List<Return> returns = new ArrayList<>();
		NativeQuery<?> query = query(sql).addScalar("plan_id", INTEGER).addScalar("protocol_id", INTEGER)
			.addScalar("protocol_version", INTEGER).addScalar("zone", STRING)
			.addScalar("anchor_date", LocalDateType.INSTANCE)
			.addScalar("encounter_id", INTEGER).addScalar("encounter_uuid", STRING)
			.addScalar("encounter_datetime", TimestampType.INSTANCE).addScalar("patient_id", INTEGER)
			.addScalar("verdict", STRING);
		List<Object[]> rows = rows(
			scope.bind(query).setParameterList("visitTypes", visitTypes).setParameter("days", days + 1));
		Map<Integer, List<Booked>> booked = booked(scope, rows);
		for (Object[] row : rows) {
			Instant at = Instant.ofEpochMilli(((Date) row[7]).getTime());
			LocalDate day = at.atZone(ZoneId.of((String) row[3])).toLocalDate();
			Instant bookedAt = booked.getOrDefault((Integer) row[8], Collections.emptyList()).stream()
				.filter(one -> row[5].equals(one.encounter) || one.day.equals(day)).map(Booked::getAgreedAt)
				.min(Comparator.naturalOrder()).orElse(null);
			returns.add(new Return((Integer) row[0], (Integer) row[1], (Integer) row[2], (String) row[3], (LocalDate) row[4],
				(Integer) row[5], (String) row[6], at, bookedAt,
				row[9] == null ? null : ReturnVerdict.Verdict.valueOf((String) row[9])));
		}
		return returns;
	}

	/** By patient: what was written in the book for about the days of these visits; its day is that of its place. */
	private Map<Integer, List<Booked>> booked(PlanScope scope, List<Object[]> visits) {
		Map<Integer, List<Booked>> booked = new HashMap<>();
		if (visits.isEmpty()) {
			return booked;
		}
		List<LocalDate> days = visits.stream()
			.map(row -> Instant.ofEpochMilli(((Date) row[7]).getTime()).atZone(ZoneOffset.UTC).toLocalDate())
			.sorted().collect(Collectors.toList());
		NativeQuery<?> query = query("SELECT DISTINCT b.booking_id, b.patient_id, b.encounter_id, b.booked_day, b.agreed_at"
			+ " FROM retention_plan p JOIN retention_booking b ON b.patient_id = p.patient_id WHERE b.voided = FALSE"
			+ " AND b.status <> 'CANCELLED' AND b.booked_day >= :bookedFrom AND b.booked_day <= :bookedTo AND "
			+ scope.condition()).addScalar("booking_id", INTEGER).addScalar("patient_id", INTEGER)
			.addScalar("encounter_id", INTEGER).addScalar("booked_day", LocalDateType.INSTANCE).addScalar("agreed_at", LONG);
		for (Object[] row : rows(scope.bind(query).setParameter("bookedFrom", days.get(0).minusDays(1))
			.setParameter("bookedTo", days.get(days.size() - 1).plusDays(1)))) {
			booked.computeIfAbsent((Integer) row[1], patient -> new ArrayList<>())
				.add(new Booked((Integer) row[2], (LocalDate) row[3], Instant.ofEpochMilli((Long) row[4])));
		}
		return booked;
	}

	@Value
	private static class Booked {

		/** Null: nobody has come. */
		Integer encounter;

		LocalDate day;

		Instant agreedAt;
	}

	Map<Integer, FollowUpProtocol> protocols(Collection<Integer> ids) {
		Map<Integer, FollowUpProtocol> protocols = new HashMap<>();
		if (!ids.isEmpty()) {
			session().createQuery("select p from retention.FollowUpProtocol p where p.id in (:ids)", FollowUpProtocol.class)
				.setParameterList("ids", ids).list().forEach(protocol -> protocols.put(protocol.getId(), protocol));
		}
		return protocols;
	}

	/** With all that showing them takes. */
	Map<Integer, FollowUpPlan> plans(Collection<Integer> ids) {
		Map<Integer, FollowUpPlan> plans = new HashMap<>();
		if (!ids.isEmpty()) {
			new PeopleInSession(session()).read(session()
				.createQuery("select p.patient.personId from retention.FollowUpPlan p where p.id in (:ids)", Integer.class)
				.setParameterList("ids", ids).list(), Collections.emptySet(), Collections.emptySet());
			session()
				.createQuery("select p from retention.FollowUpPlan p join fetch p.protocol left join fetch p.patient"
					+ " where p.id in (:ids)",
					FollowUpPlan.class)
				.setParameterList("ids", ids).list().forEach(plan -> plans.put(plan.getId(), plan));
		}
		return plans;
	}

	List<ReturnVerdict> verdicts(Collection<Integer> plans) {
		return plans.isEmpty() ? Collections.emptyList()
			: session()
				.createQuery("select v from retention.ReturnVerdict v join fetch v.givenBy where v.plan.id in (:plans)",
					ReturnVerdict.class)
				.setParameterList("plans", plans).list();
	}

	void save(ReturnVerdict verdict) {
		session().saveOrUpdate(verdict);
		session().flush();
	}

	/** The person is a provider of the plan's encounter. */
	boolean hasTreated(Integer person, FollowUpPlan plan) {
		return plan.getEncounterId() != null && session()
			.createQuery("select count(ep) from EncounterProvider ep where ep.encounter.encounterId = :encounter"
				+ " and ep.voided = false and ep.provider.person.personId = :person",
				Long.class)
			.setParameter("encounter", plan.getEncounterId()).setParameter("person", person).uniqueResult() > 0;
	}

	Set<Integer> withDescendants(Integer location) {
		return new LocationTree(session()).withDescendants(location);
	}

	private NativeQuery<?> query(String sql) {
		return session().createNativeQuery(sql);
	}

	@SuppressWarnings("unchecked")
	private static List<Object[]> rows(NativeQuery<?> query) {
		return (List<Object[]>) query.list();
	}

	private static long number(Object value) {
		return ((Number) value).longValue();
	}

	private static YearMonth month(Object year, Object month) {
		return YearMonth.of((int) number(year), (int) number(month));
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
