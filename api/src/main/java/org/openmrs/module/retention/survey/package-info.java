/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * What patients are asked after a visit, a call or a complaint: surveys and their versions, whom they are put to, and what was
 * answered. Not for themes in what people write, nor for sending invitations. May call planning, task, protocol, contact,
 * calendar, question and shared.
 */
package org.openmrs.module.retention.survey;
