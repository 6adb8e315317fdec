/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** Metadata packages in the configuration folder of this server. */
public interface PackageService extends OpenmrsService {

	/**
	 * Loads every file that is new, has changed or was not loaded cleanly the last time; with {@code dryRun} only says what
	 * that would do. A file with an error changes nothing.
	 *
	 * @throws org.openmrs.module.retention.shared.RetentionException a conflict, when another load is under way
	 */
	@Authorized(RetentionPrivileges.MANAGE_PACKAGES)
	PackageReport loadPackages(boolean dryRun);

	/**
	 * What {@link #loadPackages} would do, and what each protocol that is new or changed would have made of the last days. Takes
	 * as long as that many rehearsals.
	 *
	 * @param days before today, 1 to 730
	 */
	@Authorized(value = { RetentionPrivileges.MANAGE_PACKAGES, RetentionPrivileges.REHEARSE_PROTOCOLS }, requireAll = true)
	PackageReport rehearsePackages(int days);

	/** Null when there is none. */
	@Authorized(RetentionPrivileges.GET_PACKAGES)
	PackageFile getPackageFileByUuid(String uuid);

	/** Files that were ever loaded or refused, in the order of their paths. */
	@Authorized(RetentionPrivileges.GET_PACKAGES)
	List<PackageFile> findPackageFiles(Page page);

	@Authorized(RetentionPrivileges.GET_PACKAGES)
	long countPackageFiles();
}
