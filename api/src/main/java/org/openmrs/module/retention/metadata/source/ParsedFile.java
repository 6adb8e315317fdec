/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata.source;

import java.util.List;
import lombok.Value;

/** What a file says. */
@Value
public class ParsedFile {

	SourceFile source;

	/** In the order of the file; complete only when there are no errors. */
	List<PackageItem> items;

	/** In the order of the lines. */
	List<PackageProblem> problems;

	public boolean hasErrors() {
		return problems.stream().anyMatch(PackageProblem::isError);
	}
}
