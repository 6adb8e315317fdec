/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.module.retention.shared.Page;

/** Rows of loaded files. */
class PackageFileDao {

	private final SessionFactory sessionFactory;

	PackageFileDao(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	PackageFile getByPath(String path) {
		return session().createQuery("from retention.PackageFile f where f.name = :path", PackageFile.class)
			.setParameter("path", path).uniqueResult();
	}

	PackageFile getByUuid(String uuid) {
		return session().createQuery("from retention.PackageFile f where f.uuid = :uuid", PackageFile.class)
			.setParameter("uuid", uuid).uniqueResult();
	}

	/** Whose files are not yet known to be gone. */
	List<PackageFile> present() {
		return session().createQuery("from retention.PackageFile f where f.status <> :gone", PackageFile.class)
			.setParameter("gone", PackageFile.Status.GONE).list();
	}

	List<PackageFile> find(Page page) {
		return session().createQuery("from retention.PackageFile f order by f.name, f.id", PackageFile.class)
			.setFirstResult(page.getStart()).setMaxResults(page.getSize()).list();
	}

	long count() {
		return session().createQuery("select count(*) from retention.PackageFile f", Long.class).uniqueResult();
	}

	void save(PackageFile file) {
		if (file.getId() == null) {
			session().persist(file);
		} else {
			session().merge(file);
		}
		session().flush();
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
