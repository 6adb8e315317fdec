/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * How people can be reached, how they want to be, what they have refused, and the one policy on what may be started. Not
 * for messages and their evidence. May call calendar and shared, and reads the vocabulary of protocols (purposes,
 * channels).
 */
package org.openmrs.module.retention.contact;
