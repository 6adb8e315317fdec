/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * What came of follow-up, told to the clinician whose patients they are: by protocol and month of the anchor, with the numbers
 * that each figure is out of, nobody ranked; and the returns that nobody had planned. Reads what the other features wrote and
 * changes none of it. May call {@code followup.planning}, {@code followup.task}, {@code followup.protocol}, {@code calendar} and
 * {@code shared}.
 */
package org.openmrs.module.retention.followup.outcome;
