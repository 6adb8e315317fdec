/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import lombok.Builder;
import lombok.Value;

/** A database in memory and port 8080 unless told otherwise; a port of 0 is any that is free, below it there is no web. */
@Value
@Builder
public class HostOptions {

	@Builder.Default
	String databaseUrl = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";

	@Builder.Default
	String databaseUser = "sa";

	@Builder.Default
	String databasePassword = "";

	@Builder.Default
	File dataDirectory = new File(System.getProperty("java.io.tmpdir"), "openmrs-host-" + UUID.randomUUID());

	@Builder.Default
	int port = 8080;

	@Builder.Default
	String adminPassword = "Admin123";

	@Builder.Default
	List<File> modules = new ArrayList<>();
}
