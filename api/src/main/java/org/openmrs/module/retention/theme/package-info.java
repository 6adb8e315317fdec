/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * Comments of patients and the themes in them. {@link org.openmrs.module.retention.theme.ThemeEvaluation} measures the classifier
 * on labelled comments in files; what it is made of is in {@code classifier}.
 */
package org.openmrs.module.retention.theme;
