/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * Files of metadata packages as text: which files count, what they say, and everything that is wrong with them. Knows no
 * server, so that the same code checks a package on a build machine. May call the definitions of the features it reads.
 */
package org.openmrs.module.retention.metadata.source;
