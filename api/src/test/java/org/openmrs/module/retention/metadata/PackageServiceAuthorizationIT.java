/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;

class PackageServiceAuthorizationIT extends ServiceAuthorizationIT {

	PackageServiceAuthorizationIT() {
		super(PackageService.class);
	}

	static Stream<Call> calls() {
		return Stream.of(call("loadPackages", RetentionPrivileges.MANAGE_PACKAGES, s -> s.loadPackages(true)),
			call(PackageService.class, "rehearsePackages", s -> s.rehearsePackages(30), RetentionPrivileges.MANAGE_PACKAGES,
				RetentionPrivileges.REHEARSE_PROTOCOLS),
			call("getPackageFileByUuid", RetentionPrivileges.GET_PACKAGES, s -> s.getPackageFileByUuid("x")),
			call("findPackageFiles", RetentionPrivileges.GET_PACKAGES, s -> s.findPackageFiles(new Page(0, 1))),
			call("countPackageFiles", RetentionPrivileges.GET_PACKAGES, s -> s.countPackageFiles()));
	}

	private static Call call(String method, String privilege, Consumer<PackageService> call) {
		return call(PackageService.class, method, call, privilege);
	}
}
