/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata.source;

import java.util.List;
import lombok.Value;

/** A file as it lies in the folder; its text is null when it cannot be read, and then a problem says why. */
@Value
public class SourceFile {

	/** Below the root, with slashes. */
	String path;

	/** Folder name of its kind. */
	String kind;

	String text;

	/** SHA-256 of its bytes. */
	String checksum;

	List<PackageProblem> problems;
}
