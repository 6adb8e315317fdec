/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * Devices at which whoever comes by answers an anonymous survey: a link of their own, its time and its end. What is answered is
 * stored by {@code survey.response}. Calls survey, survey.invitation (tokens), survey.response and calendar.
 */
package org.openmrs.module.retention.survey.kiosk;
