/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * Sampled quality checks: a supervisor draws finished contacts by lot, looks at each and says how it was done. Whoever made the
 * contact reads what was said of it. Changes no contact. May call {@code followup.attempt}, {@code followup.task},
 * {@code followup.protocol} and {@code shared}.
 */
package org.openmrs.module.retention.followup.quality;
