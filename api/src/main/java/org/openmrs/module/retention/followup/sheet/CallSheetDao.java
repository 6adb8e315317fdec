/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.sheet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.criteria.CriteriaBuilder;
import javax.persistence.criteria.CriteriaQuery;
import javax.persistence.criteria.Predicate;
import javax.persistence.criteria.Root;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.PersonName;
import org.openmrs.User;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.PeopleInSession;

/** Reads and writes sheets. */
class CallSheetDao {

	private final SessionFactory sessionFactory;

	CallSheetDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	CallSheet byUuid(String uuid) {
		CallSheet sheet = session()
			.createQuery("select s from retention.CallSheet s where s.uuid = :uuid", CallSheet.class)
			.setParameter("uuid", uuid).uniqueResult();
		if (sheet != null) {
			readRows(Collections.singleton(sheet.getId()));
		}
		return sheet;
	}

	/** The latest first; the number of statements does not grow with the rows. */
	List<CallSheet> find(CallSheetSearch search, Page page) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<Integer> query = builder.createQuery(Integer.class);
		Root<CallSheet> sheet = query.from(CallSheet.class);
		query.select(sheet.get("id")).where(restrict(search, builder, sheet))
			.orderBy(builder.desc(sheet.get("printedAt")), builder.desc(sheet.get("id")));
		List<Integer> ids = session().createQuery(query).setFirstResult(page.getStart()).setMaxResults(page.getSize())
			.getResultList();
		if (ids.isEmpty()) {
			return Collections.emptyList();
		}
		new PeopleInSession(session()).read(Collections.emptySet(), Collections.emptySet(), new HashSet<>(session()
			.createQuery("select s.printedBy.userId from retention.CallSheet s where s.id in (:ids)", Integer.class)
			.setParameterList("ids", ids).list()));
		readRows(ids);
		List<CallSheet> found = session()
			.createQuery("select s from retention.CallSheet s where s.id in (:ids)", CallSheet.class)
			.setParameterList("ids", ids).list();
		found.sort(Comparator.comparing(s -> ids.indexOf(s.getId())));
		return found;
	}

	/** With the tasks and what has been entered. */
	private void readRows(Collection<Integer> sheets) {
		session().createQuery("select distinct s from retention.CallSheet s left join fetch s.rows where s.id in (:ids)",
			CallSheet.class).setParameterList("ids", sheets).list();
		session().createQuery("select distinct r from retention.CallSheetRow r left join fetch r.tasks t"
			+ " left join fetch t.task where r.sheet.id in (:ids)",
			CallSheetRow.class).setParameterList("ids", sheets).list();
		session().createQuery("select distinct r from retention.CallSheetRow r left join fetch r.entries e"
			+ " left join fetch e.attempt where r.sheet.id in (:ids)",
			CallSheetRow.class).setParameterList("ids", sheets).list();
	}

	long count(CallSheetSearch search) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<Long> query = builder.createQuery(Long.class);
		Root<CallSheet> sheet = query.from(CallSheet.class);
		query.select(builder.count(sheet)).where(restrict(search, builder, sheet));
		return session().createQuery(query).getSingleResult();
	}

	private static Predicate[] restrict(CallSheetSearch search, CriteriaBuilder builder, Root<CallSheet> sheet) {
		List<Predicate> all = new ArrayList<>();
		if (search.getPrintedBy() != null) {
			all.add(builder.equal(sheet.get("printedBy"), search.getPrintedBy()));
		}
		if (search.getFrom() != null) {
			all.add(builder.greaterThanOrEqualTo(sheet.<Instant>get("printedAt"), search.getFrom()));
		}
		if (search.getBefore() != null) {
			all.add(builder.lessThan(sheet.<Instant>get("printedAt"), search.getBefore()));
		}
		return all.toArray(new Predicate[0]);
	}

	void save(Object sheetOrEntry) {
		session().save(sheetOrEntry);
		session().flush();
	}

	Set<String> taken(Collection<String> codes) {
		return codes.isEmpty() ? Collections.emptySet()
			: new HashSet<>(session()
				.createQuery("select r.code from retention.CallSheetRow r where r.code in (:codes)", String.class)
				.setParameterList("codes", codes).list());
	}

	/** Of two who enter it at once the second waits here, before it has read anything, and finds what the first did. Null: none. */
	CallSheetRow lockedRow(String code) {
		return session().createQuery("select r from retention.CallSheetRow r where r.code = :code", CallSheetRow.class)
			.setParameter("code", code).setLockMode("r", LockMode.PESSIMISTIC_WRITE).uniqueResult();
	}

	/** Whose name or uuid it is. */
	List<User> usersNamed(String name) {
		return session()
			.createQuery("select u from User u where u.uuid = :name or lower(u.username) = lower(:name)"
				+ " or lower(u.systemId) = lower(:name)",
				User.class)
			.setParameter("name", name).setMaxResults(2).list();
	}

	/** Who has an account in use and these initials. */
	Set<User> usersWith(Initials initials) {
		return session()
			.createQuery(
				"select u, n from User u join u.person p join p.names n where u.retired = false and n.voided = false"
					+ " and lower(n.givenName) like lower(:first)",
				Object[].class)
			.setParameter("first", initials.first() + "%").list().stream()
			.filter(row -> initials.mayBeOf((PersonName) row[1])).map(row -> (User) row[0]).collect(Collectors.toSet());
	}

	/** Their rows and what was entered go with them; the contacts stay. */
	int deletePrintedBefore(Instant moment, int most) {
		List<Integer> old = session()
			.createQuery("select s.id from retention.CallSheet s where s.printedAt < :moment order by s.printedAt asc",
				Integer.class)
			.setParameter("moment", moment).setMaxResults(most).list();
		return old.isEmpty() ? 0
			: session().createQuery("delete from retention.CallSheet s where s.id in (:ids)").setParameterList("ids", old)
				.executeUpdate();
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
