/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

/** A comment as the classifier multiplies it: columns in ascending order and their values. */
final class SparseRow {

	final int[] columns;

	final float[] values;

	SparseRow(int[] columns, float[] values) {
		this.columns = columns;
		this.values = values;
	}
}
