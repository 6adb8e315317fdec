/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * How much a day can bear, and what becomes of what is more. It moves due calls to later days by a hold, shortens that hold
 * where there is room again, and changes nothing else; who works a call is {@code followup.task}'s, how many plans may begin
 * at once is {@code followup.planning}'s. May call task, calendar and shared.
 */
package org.openmrs.module.retention.followup.capacity;
