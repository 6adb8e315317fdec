/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.kiosk;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.Location;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.PeopleInSession;

/** Rows of kiosks. */
@RequiredArgsConstructor
class KioskDao {

	private static final String OPEN = " where k.closedAt is null and k.expiresAt > :now";

	private final SessionFactory sessionFactory;

	SurveyKiosk getByUuid(String uuid) {
		return session().createQuery("from retention.SurveyKiosk k join fetch k.survey left join fetch k.location"
			+ " where k.uuid = :uuid", SurveyKiosk.class).setParameter("uuid", uuid).uniqueResult();
	}

	/** Null: no kiosk has that token. */
	SurveyKiosk getByTokenHash(String hash) {
		return session().createQuery("from retention.SurveyKiosk k join fetch k.survey left join fetch k.location"
			+ " where k.tokenHash = :hash", SurveyKiosk.class).setParameter("hash", hash).uniqueResult();
	}

	/** Those that can be used, the newest first. */
	List<SurveyKiosk> open(Instant now, Page page) {
		List<SurveyKiosk> kiosks = session()
			.createQuery("select k from retention.SurveyKiosk k join fetch k.survey left join fetch k.location" + OPEN
				+ " order by k.createdAt desc, k.id desc", SurveyKiosk.class)
			.setParameter("now", now).setFirstResult(page.getStart()).setMaxResults(page.getSize()).list();
		new PeopleInSession(session()).read(Collections.emptyList(), Collections.emptyList(), kiosks.stream()
			.map(k -> k.getCreator() == null ? null : k.getCreator().getUserId()).collect(Collectors.toList()));
		return kiosks;
	}

	long countOpen(Instant now) {
		return session().createQuery("select count(k.id) from retention.SurveyKiosk k" + OPEN, Long.class)
			.setParameter("now", now).uniqueResult();
	}

	/** Null: there is none that is in use. */
	Location location(String uuid) {
		return session().createQuery("from Location l where l.uuid = :uuid and l.retired = false", Location.class)
			.setParameter("uuid", uuid).uniqueResult();
	}

	void add(SurveyKiosk kiosk) {
		session().persist(kiosk);
		session().flush();
	}

	void update(SurveyKiosk kiosk) {
		session().merge(kiosk);
		session().flush();
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
