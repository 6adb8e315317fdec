/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest.web.response;

import lombok.experimental.StandardException;

/** An exception whose class says, by {@code @ResponseStatus}, which HTTP status it becomes. */
@StandardException
public abstract class ResponseException extends RuntimeException {
}
