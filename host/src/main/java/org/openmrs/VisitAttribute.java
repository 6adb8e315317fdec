/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import org.openmrs.attribute.BaseAttribute;

/** Named by the signature of Visit; no visit of ours has attributes. */
public class VisitAttribute extends BaseAttribute<VisitAttributeType, Visit> {

	@Override
	public Integer getId() {
		return null;
	}

	@Override
	public void setId(Integer id) {
		throw new UnsupportedOperationException();
	}
}
