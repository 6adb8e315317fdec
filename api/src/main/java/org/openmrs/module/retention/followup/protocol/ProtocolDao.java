/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.persistence.TypedQuery;
import javax.persistence.criteria.CriteriaBuilder;
import javax.persistence.criteria.CriteriaQuery;
import javax.persistence.criteria.Predicate;
import javax.persistence.criteria.Root;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.module.retention.shared.Page;

/** Rows of protocols and their versions. */
class ProtocolDao {

	private final SessionFactory sessionFactory;

	ProtocolDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	FollowUpProtocol getByUuid(String uuid) {
		return session()
			.createQuery("from retention.FollowUpProtocol p where p.uuid = :uuid", FollowUpProtocol.class)
			.setParameter("uuid", uuid).uniqueResult();
	}

	List<FollowUpProtocol> find(ProtocolSearch search, Page page) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<FollowUpProtocol> query = builder.createQuery(FollowUpProtocol.class);
		Root<FollowUpProtocol> protocol = query.from(FollowUpProtocol.class);
		query.where(restrict(search, builder, protocol));
		query.orderBy(builder.asc(protocol.get("name")), builder.asc(protocol.get("id")));
		TypedQuery<FollowUpProtocol> rows = session().createQuery(query);
		return rows.setFirstResult(page.getStart()).setMaxResults(page.getSize()).getResultList();
	}

	long count(ProtocolSearch search) {
		CriteriaBuilder builder = session().getCriteriaBuilder();
		CriteriaQuery<Long> query = builder.createQuery(Long.class);
		Root<FollowUpProtocol> protocol = query.from(FollowUpProtocol.class);
		query.select(builder.count(protocol)).where(restrict(search, builder, protocol));
		return session().createQuery(query).getSingleResult();
	}

	List<FollowUpProtocol> findActive(TriggerType trigger) {
		return session()
			.createQuery("from retention.FollowUpProtocol p where p.triggerType = :trigger and p.retired = false"
				+ " order by p.priority desc, p.id",
				FollowUpProtocol.class)
			.setParameter("trigger", trigger).list();
	}

	/** JSON of the version's definition; null when there is no such version. */
	String getDefinition(Integer protocolId, int version) {
		return session()
			.createQuery("select v.definition from retention.FollowUpProtocolVersion v"
				+ " where v.protocol.id = :protocol and v.protocolVersion = :version",
				String.class)
			.setParameter("protocol", protocolId).setParameter("version", version).uniqueResult();
	}

	void add(Object row) {
		session().persist(row);
		session().flush();
	}

	void update(FollowUpProtocol protocol) {
		session().merge(protocol);
		session().flush();
	}

	private static Predicate[] restrict(ProtocolSearch search, CriteriaBuilder builder, Root<FollowUpProtocol> protocol) {
		List<Predicate> all = new ArrayList<>();
		if (search.getName() != null) {
			String part = search.getName().toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
			all.add(builder.like(builder.lower(protocol.get("name")), "%" + part + "%", '!'));
		}
		if (search.getTriggerType() != null) {
			all.add(builder.equal(protocol.get("triggerType"), search.getTriggerType()));
		}
		if (search.getPurpose() != null) {
			all.add(builder.equal(protocol.get("purpose"), search.getPurpose()));
		}
		if (!search.isIncludeRetired()) {
			all.add(builder.isFalse(protocol.get("retired")));
		}
		return all.toArray(new Predicate[0]);
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
