/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * What patients have said they will come to: minimal rows that any scheduler's integration posts, or that a contact makes.
 * Not a scheduler: no slots, no providers, no lengths. Says what has become of each, and tells those who plan by it. May
 * call calendar and shared.
 */
package org.openmrs.module.retention.contact.booking;
