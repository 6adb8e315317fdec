/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import java.util.List;
import org.openmrs.module.retention.followup.planning.RehearsalReport;
import org.openmrs.module.retention.metadata.source.PackageItem;
import org.openmrs.module.retention.metadata.source.PackageProblem;

/**
 * What a server does with the things of one kind. How their files are written is the kind's
 * {@link org.openmrs.module.retention.metadata.source.PackageFormat}, which needs no server.
 */
public interface PackageKind {

	/** The format's. */
	String getKind();

	/**
	 * What applying the item would do. Writes nothing. Adds a warning for what would have no effect here, such as a
	 * reference to something that this server lacks and the load does not bring.
	 */
	PackageChange.Action plan(PackageItem item, LoadContents contents, List<PackageProblem> warnings);

	/** Whether applying adds something to what is there and changes nothing else of it. */
	default boolean isAddition() {
		return false;
	}

	/** What the item would have made of the last days; null: that can be told of no such thing. Writes nothing. */
	default RehearsalReport rehearse(PackageItem item, int days) {
		return null;
	}

	/** Does what was planned. Runs in the file's transaction, only when there is something to do. */
	void apply(PackageItem item);
}
