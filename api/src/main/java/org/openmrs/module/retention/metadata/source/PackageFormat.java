/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata.source;

import java.util.List;

/** How files of one kind are written. */
public interface PackageFormat {

	/** Name of the folder that holds them: also the name of the kind. */
	String getKind();

	/** Ends of their names, without the dot. */
	List<String> getExtensions();

	/** Reads a file. Adds every problem that can be found without a server. */
	List<PackageItem> parse(String text, List<PackageProblem> problems);
}
