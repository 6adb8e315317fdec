/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * When the clinic's sites are open, and which zone and hours hold at a location. Not for people's absences nor for
 * bookings. Calls shared only.
 */
package org.openmrs.module.retention.calendar;
