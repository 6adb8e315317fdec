/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * When somebody is not at work, and who stands in. Not for shifts or holidays of the whole clinic, which are the calendar's.
 * Knows accounts and times, no tasks; {@code followup.task} and {@code followup.attempt} ask it who works in place of whom.
 */
package org.openmrs.module.retention.followup.absence;
