/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * Contacts with people and what comes of them: attempts, promises, escalations, the encounter in the chart. The rules of
 * the table of results are in one place ({@code AttemptRules}). It does not plan, claim or list tasks. May call task, absence, capacity,
 * protocol, calendar, contact and shared.
 */
package org.openmrs.module.retention.followup.attempt;
