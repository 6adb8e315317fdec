/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * What stands before the controllers: the table of our paths and the filter that refuses what does not fit it, because
 * the platform would answer it with 500, a stack trace or a wider list. Calls {@code web.rest} for the error body.
 */
package org.openmrs.module.retention.web.gate;
