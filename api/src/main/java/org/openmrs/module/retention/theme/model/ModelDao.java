/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.model;

import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.type.BinaryType;
import org.openmrs.module.retention.shared.Page;

/** Rows of models; their bytes lie in a table of their own, for lists do not need them. */
class ModelDao {

	private final SessionFactory sessionFactory;

	ModelDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	StoredModel byUuid(String uuid) {
		return session().createQuery("from retention.ThemeModel m where m.uuid = :uuid", StoredModel.class)
			.setParameter("uuid", uuid).uniqueResult();
	}

	/** Null: none is in use. */
	StoredModel active() {
		return session().createQuery("from retention.ThemeModel m where m.active = true order by m.modelVersion desc",
			StoredModel.class).setMaxResults(1).uniqueResult();
	}

	/** Null: there is none. */
	StoredModel latest() {
		List<StoredModel> latest = find(new Page(0, 1));
		return latest.isEmpty() ? null : latest.get(0);
	}

	/** The latest first. */
	List<StoredModel> find(Page page) {
		return session().createQuery("from retention.ThemeModel m order by m.modelVersion desc", StoredModel.class)
			.setFirstResult(page.getStart()).setMaxResults(page.getSize()).list();
	}

	long count() {
		return session().createQuery("select count(m.id) from retention.ThemeModel m", Long.class).uniqueResult();
	}

	/** Null: they are not stored. */
	byte[] content(StoredModel model) {
		return (byte[]) session()
			.createNativeQuery("select content from retention_theme_model_content where theme_model_id = :id")
			.addScalar("content", BinaryType.INSTANCE).setParameter("id", model.getId()).uniqueResult();
	}

	/** It is the one in use from now on, where it says so. */
	void add(StoredModel model, byte[] content) {
		if (model.isActive()) {
			session().createQuery("update retention.ThemeModel m set m.active = false where m.active = true")
				.executeUpdate();
			session().createNativeQuery("delete from retention_theme_model_content").executeUpdate();
		}
		session().persist(model);
		session().flush();
		if (model.isActive()) {
			session()
				.createNativeQuery(
					"insert into retention_theme_model_content (theme_model_id, content) values (:id, :content)")
				.setParameter("id", model.getId()).setParameter("content", content, BinaryType.INSTANCE).executeUpdate();
		}
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
