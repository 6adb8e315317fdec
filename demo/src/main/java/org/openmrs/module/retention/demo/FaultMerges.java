/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.openmrs.Patient;
import org.openmrs.api.PatientService;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.HostDaemon;
import org.openmrs.host.HostDatabase;

/** Merges patients of whom there are plans, again and again, on a server of a {@link FaultRun}: REST merges none. */
final class FaultMerges {

	private static final int PAUSE_MILLIS = 1500;

	private final HostDatabase database;

	FaultMerges(HostDatabase database) {
		this.database = database;
	}

	void work() {
		while (!Thread.currentThread().isInterrupted()) {
			try {
				Thread.sleep(PAUSE_MILLIS);
				merge(two());
			}
			catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
			catch (Exception e) {
				System.err.println("merge: " + e);
			}
		}
	}

	private List<Long> two() throws SQLException {
		try (Connection connection = database.connect()) {
			return new Sql(connection).numbers("SELECT DISTINCT p.patient_id FROM retention_plan l JOIN patient p"
				+ " ON p.patient_id = l.patient_id AND p.voided = false WHERE l.status = 'ACTIVE' ORDER BY RAND() LIMIT 2");
		}
	}

	private static void merge(List<Long> patients) throws Exception {
		if (patients.size() == 2) {
			HostDaemon.run(() -> {
				PatientService service = Context.getPatientService();
				Patient preferred = service.getPatient(patients.get(0).intValue());
				service.mergePatients(preferred, service.getPatient(patients.get(1).intValue()));
				return null;
			});
		}
	}
}
