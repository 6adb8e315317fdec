/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * "You said, we did": what the clinic has done about a theme, who raised it, that they are told, and a text to print. Not for
 * wishes that are still weighed, which are ideas of {@code survey}. May call {@code theme}, {@code planning}, {@code task},
 * {@code calendar}, {@code question} and {@code shared}; answers and contacts, from which comments come, it only queries.
 */
package org.openmrs.module.retention.measure;
