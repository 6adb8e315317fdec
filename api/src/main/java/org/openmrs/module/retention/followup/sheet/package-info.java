/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * Days on paper: the day's list printed, and what was ticked on it entered hours later. A sheet keeps which tasks stood in
 * which row and no name or number; the contacts are recorded by {@code followup.attempt}. May call it, {@code followup.task},
 * {@code followup.protocol}, {@code contact}, {@code calendar} and {@code shared}.
 */
package org.openmrs.module.retention.followup.sheet;
