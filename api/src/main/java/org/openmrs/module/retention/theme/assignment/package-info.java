/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * Which comment is about which theme: proposed, decided by people, moved when themes are merged or split; what is to be read next,
 * and the pile that no theme explains. May call {@code comment}, {@code taxonomy}, {@code classifier} and {@code shared}.
 */
package org.openmrs.module.retention.theme.assignment;
