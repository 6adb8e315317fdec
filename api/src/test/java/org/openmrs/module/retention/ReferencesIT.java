/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.jdbc.ReturningWork;
import org.junit.jupiter.api.Test;

/** No table of ours keeps a clinic from purging what is the clinic's; an account that has acted stays, as everywhere. */
class ReferencesIT extends RetentionIT {

	/** Who did what; the platform does not let such an account be purged either. */
	private static final Set<String> ACTORS = new HashSet<>(Arrays.asList("creator", "changed_by", "voided_by", "retired_by",
		"actor", "called_by", "printed_by", "entered_by", "given_by", "reviewer"));

	@Test
	void schema_shouldLetTheClinicPurge_whateverOurTablesPointTo() {
		List<String> found = new ArrayList<>();
		Set<String> targets = new TreeSet<>();
		for (String[] key : sessionFactory.getCurrentSession().doReturningWork((ReturningWork<List<String[]>>) this::keys)) {
			targets.add(key[2]);
			boolean actor = key[2].equals("users") && ACTORS.contains(key[1]);
			if (!key[2].startsWith("retention_") && !actor && !isLetGo(Short.parseShort(key[3]))) {
				found.add(key[0] + "." + key[1] + " holds " + key[2]);
			}
		}

		assertThat(targets).contains("encounter", "location", "patient", "person", "provider", "users");
		assertThat(found).isEmpty();
	}

	private static boolean isLetGo(short rule) {
		return rule == DatabaseMetaData.importedKeySetNull || rule == DatabaseMetaData.importedKeyCascade;
	}

	/** Of our tables: table, column, table that it points to, rule of deletion. */
	private List<String[]> keys(Connection connection) throws SQLException {
		DatabaseMetaData meta = connection.getMetaData();
		List<String> tables = new ArrayList<>();
		try (ResultSet row = meta.getTables(connection.getCatalog(), null, "%", new String[]{ "TABLE" })) {
			while (row.next()) {
				if (lower(row, "TABLE_NAME").startsWith("retention_")) {
					tables.add(row.getString("TABLE_NAME"));
				}
			}
		}
		List<String[]> keys = new ArrayList<>();
		for (String table : tables) {
			try (ResultSet row = meta.getImportedKeys(connection.getCatalog(), null, table)) {
				while (row.next()) {
					keys.add(
						new String[]{ lower(row, "FKTABLE_NAME"), lower(row, "FKCOLUMN_NAME"), lower(row, "PKTABLE_NAME"),
							row.getString("DELETE_RULE") });
				}
			}
		}
		return keys;
	}

	private static String lower(ResultSet row, String column) throws SQLException {
		return row.getString(column).toLowerCase(Locale.ROOT);
	}
}
