/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * The paper day on pages: the list as a sheet to print, with row codes and boxes, and a form to type it back in. The sheet
 * and its reading are {@code followup.sheet}'s.
 */
package org.openmrs.module.retention.web.paper;
