/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * How much of what was due each member of staff and each queue has finished. Derived, and changes nothing. May call
 * {@code followup.attempt}, {@code followup.task} and {@code shared}.
 */
package org.openmrs.module.retention.followup.completion;
