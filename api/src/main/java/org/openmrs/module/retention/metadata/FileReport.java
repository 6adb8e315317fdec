/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import java.util.List;
import com.fasterxml.jackson.annotation.JsonIgnore;
import lombok.Value;
import org.openmrs.module.retention.followup.planning.RehearsalReport;
import org.openmrs.module.retention.metadata.source.PackageProblem;

/** What came of one file. */
@Value
public class FileReport {

	/** What came of it; in a dry run what would. */
	public enum Outcome {
		/** Its content is in force; perhaps nothing had to be changed for it. */
		LOADED,
		/** Seen before with this content and loaded then; not looked at again. */
		UNCHANGED,
		/** Changed nothing. */
		FAILED
	}

	/** Below the configuration folder, with slashes. */
	String file;

	Outcome outcome;

	List<PackageChange> changes;

	List<PackageProblem> problems;

	/** What the protocols that are new or changed would have made of the last days; empty unless that was asked. */
	@JsonIgnore
	List<RehearsalReport> rehearsals;
}
