/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * The patient's chart as the module writes to it: what people have answered as observations, in an encounter of our own type that
 * is no visit. For features that talk with patients; no feature is called from here.
 */
package org.openmrs.module.retention.chart;
