/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * What every page stands on: templates that escape what they insert, the frame around each page, form tokens, signing in,
 * languages, and errors as pages. What a page shows and does is in the package of its subject. Not for REST: that is
 * {@code web.rest}.
 */
package org.openmrs.module.retention.web.page;
