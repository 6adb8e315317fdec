/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * What makes plans and their tasks: the arithmetic of days and windows, the matching of encounters, the sweep that misses
 * nothing, and what happens to plans when encounters and patients change. Not for working tasks nor for what calls bring
 * about. Calls task, protocol, contact, calendar and shared; never attempt.
 */
package org.openmrs.module.retention.followup.planning;
