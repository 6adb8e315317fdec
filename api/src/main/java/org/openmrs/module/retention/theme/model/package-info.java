/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * What was learnt from comments that people have read: models in the database, when a new one is learnt and whether it takes the old
 * one's place, and what it proposes for comments that nobody has read. May call what {@code theme} may.
 */
package org.openmrs.module.retention.theme.model;
