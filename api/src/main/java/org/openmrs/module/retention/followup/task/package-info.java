/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * Plans and tasks: their life cycle, who works them, and the day's list of people to ring. What a contact does to its tasks
 * is {@code followup.attempt}'s, what makes plans is {@code followup.planning}'s. May call {@code followup.protocol},
 * {@code followup.absence}, {@code contact}, {@code calendar} and {@code shared}. It reads attempts, escalations and visits in queries, for the list
 * must say who rests, who waits for a manager and who is in the building; it changes none of them.
 */
package org.openmrs.module.retention.followup.task;
