/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

/** Bytes that are not a model, not whole, or of a version that is not read. */
public final class ModelFormatException extends IllegalArgumentException {

	ModelFormatException(String message) {
		super(message);
	}
}
