/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.Test;

/** Every test runs where texts of the platform's tables do not compare with those of ours: no statement may need that. */
class CollationIT extends RetentionIT {

	@Test
	void texts_shouldBeOfAnotherCollation_thanTheCores() {
		assumeFalse(useInMemoryDatabase(), "H2 has one collation for all");
		assertThat(collation("retention_plan", "encounter_uuid")).startsWith("utf8mb4_")
			.isNotEqualTo(collation("encounter", "uuid"));
	}

	private String collation(String table, String column) {
		return (String) sessionFactory.getCurrentSession()
			.createNativeQuery("select collation_name from information_schema.columns where table_schema = database()"
				+ " and table_name = :table and column_name = :column")
			.setParameter("table", table).setParameter("column", column).uniqueResult();
	}
}
