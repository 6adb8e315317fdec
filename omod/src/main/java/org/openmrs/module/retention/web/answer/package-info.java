/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * The page on which patients answer a survey through the link of their invitation: no account, no session, no script needed, and
 * nothing on it of whose link it is. Not for answers that staff write down: those are in {@code web.survey}.
 */
package org.openmrs.module.retention.web.answer;
