/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import java.util.List;
import lombok.Value;

/** What came of a load. */
@Value
public class PackageReport {

	/** Whether nothing was written, only looked at. */
	boolean dryRun;

	/** In the order of loading. */
	List<FileReport> files;

	public long count(FileReport.Outcome outcome) {
		return files.stream().filter(f -> f.getOutcome() == outcome).count();
	}

	/** How many things were, or would be, created or updated. */
	public long countChanges() {
		return files.stream().flatMap(f -> f.getChanges().stream())
			.filter(c -> c.getAction() != PackageChange.Action.NONE).count();
	}
}
