/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * What patients have said in words, wherever they said it, as it may be read. Not for what it is about, which is {@code theme}'s. May
 * call {@code question} and {@code shared}.
 */
package org.openmrs.module.retention.comment;
