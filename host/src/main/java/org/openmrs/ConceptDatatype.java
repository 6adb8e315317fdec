/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import lombok.Getter;
import lombok.Setter;

@Getter
@Setter
public class ConceptDatatype extends BaseChangeableOpenmrsMetadata {

	public static final String NUMERIC_UUID = "8d4a4488-c2cc-11de-8d13-0010c6dffd0f";
	public static final String CODED_UUID = "8d4a48b6-c2cc-11de-8d13-0010c6dffd0f";
	public static final String TEXT_UUID = "8d4a4ab4-c2cc-11de-8d13-0010c6dffd0f";
	public static final String N_A_UUID = "8d4a4c94-c2cc-11de-8d13-0010c6dffd0f";
	public static final String DATE_UUID = "8d4a505e-c2cc-11de-8d13-0010c6dffd0f";
	public static final String TIME_UUID = "8d4a591e-c2cc-11de-8d13-0010c6dffd0f";
	public static final String DATETIME_UUID = "8d4a5af4-c2cc-11de-8d13-0010c6dffd0f";
	public static final String BOOLEAN_UUID = "8d4a5cca-c2cc-11de-8d13-0010c6dffd0f";
	private Integer conceptDatatypeId;
	private String hl7Abbreviation;

	public boolean isNumeric() {
		return NUMERIC_UUID.equals(getUuid());
	}

	public boolean isCoded() {
		return CODED_UUID.equals(getUuid());
	}

	public boolean isText() {
		return TEXT_UUID.equals(getUuid());
	}

	public boolean isDate() {
		return DATE_UUID.equals(getUuid());
	}

	public boolean isTime() {
		return TIME_UUID.equals(getUuid());
	}

	public boolean isDateTime() {
		return DATETIME_UUID.equals(getUuid());
	}

	public boolean isBoolean() {
		return BOOLEAN_UUID.equals(getUuid());
	}
}
