/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * Themes: what comments can be about, as packages bring it and as people word it while they read. Not for which comment is about
 * which, which is {@code assignment}'s. May call {@code question} and {@code shared}.
 */
package org.openmrs.module.retention.theme.taxonomy;
