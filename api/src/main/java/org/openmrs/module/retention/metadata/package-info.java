/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * Metadata packages on a server: loading what an implementer put into the configuration folder, and saying what came of
 * it. Nobody calls this feature; it calls the features whose definitions it brings, and {@code followup.planning} to rehearse them.
 */
package org.openmrs.module.retention.metadata;
