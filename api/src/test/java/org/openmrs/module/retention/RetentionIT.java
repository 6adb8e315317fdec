/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention;

import java.lang.reflect.Field;
import java.time.Instant;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openmrs.Privilege;
import org.openmrs.api.UserService;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.test.jupiter.BaseModuleContextSensitiveTest;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Ground of the module's integration tests, on the embedded host and on the real platform alike: the schema of our change
 * sets, our privileges, and what the activator installs. The caller is the administrator; each test is rolled back, so
 * nothing happens after commit here. Tests bring their own data, with ids from 100000 up.
 */
@ExtendWith(RetentionSchema.class)
public abstract class RetentionIT extends BaseModuleContextSensitiveTest {

	/** A Saturday afternoon, as good a now as any; tests that need another set their own clock. */
	protected static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

	@Autowired
	protected SessionFactory sessionFactory;

	@BeforeEach
	void installRetention() throws IllegalAccessException {
		UserService users = Context.getUserService();
		for (Field constant : RetentionPrivileges.class.getFields()) {
			String name = (String) constant.get(null);
			if (users.getPrivilege(name) == null) {
				users.savePrivilege(new Privilege(name, "Patient Retention"));
			}
		}
		Context.getRegisteredComponent("retention.install", RetentionInstall.class).install();
		flush();
	}

	/** Writes what is pending, so that SQL and HQL see it. */
	protected void flush() {
		sessionFactory.getCurrentSession().flush();
	}

	/** Writes what is pending and forgets what was read, so that the next read comes from the database. */
	protected void flushAndClear() {
		flush();
		sessionFactory.getCurrentSession().clear();
	}
}
