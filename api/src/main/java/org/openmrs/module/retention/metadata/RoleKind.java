/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import java.util.ArrayList;
import java.util.List;
import org.openmrs.Role;
import org.openmrs.api.UserService;
import org.openmrs.module.retention.metadata.source.CsvRow;
import org.openmrs.module.retention.metadata.source.PackageFormats;
import org.openmrs.module.retention.metadata.source.PackageItem;
import org.openmrs.module.retention.metadata.source.PackageProblem;
import org.openmrs.module.retention.shared.SystemActions;

/** Privileges that a clinic's way of working needs in our roles beyond what they have; nothing is ever taken away. */
class RoleKind implements PackageKind {

	private final UserService users;

	private final HostReferences host;

	RoleKind(UserService users, HostReferences host) {
		this.users = users;
		this.host = host;
	}

	@Override
	public String getKind() {
		return PackageFormats.ROLES;
	}

	@Override
	public PackageChange.Action plan(PackageItem item, LoadContents contents, List<PackageProblem> warnings) {
		CsvRow row = (CsvRow) item.getDefinition();
		Role role = users.getRole(row.get("role"));
		boolean known = warnUnless(role != null, row, "role", warnings);
		known &= warnUnless(host.hasPrivilege(row.get("privilege")), row, "privilege", warnings);
		return !known || role.getPrivileges().stream().anyMatch(p -> p.getPrivilege().equals(row.get("privilege")))
			? PackageChange.Action.NONE
			: PackageChange.Action.UPDATE;
	}

	@Override
	public boolean isAddition() {
		return true;
	}

	@Override
	public void apply(PackageItem item) {
		CsvRow row = (CsvRow) item.getDefinition();
		Role role = users.getRole(row.get("role"));
		role.addPrivilege(users.getPrivilege(row.get("privilege")));
		List<String> granted = new ArrayList<>();
		role.getPrivileges().forEach(p -> granted.add(p.getPrivilege()));
		// the platform lets nobody grant what they do not have
		SystemActions.asSystem(granted, () -> users.saveRole(role));
	}

	private static boolean warnUnless(boolean known, CsvRow row, String column, List<PackageProblem> warnings) {
		if (!known) {
			warnings.add(PackageProblem.warning(row.getLine(), column, "retention.metadata.warning.reference-unknown",
				row.get(column)));
		}
		return known;
	}
}
