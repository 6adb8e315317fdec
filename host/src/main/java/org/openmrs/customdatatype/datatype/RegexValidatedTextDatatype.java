/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.customdatatype.datatype;

import org.openmrs.customdatatype.InvalidCustomValueException;
import org.openmrs.customdatatype.SerializingCustomDatatype;
import org.springframework.stereotype.Component;

@Component
public class RegexValidatedTextDatatype extends SerializingCustomDatatype<String> {

	private String regex;

	@Override
	public void setConfiguration(String config) {
		regex = config;
	}

	@Override
	public String serialize(String typedValue) {
		return typedValue;
	}

	@Override
	public String deserialize(String serializedValue) {
		return serializedValue;
	}

	@Override
	public void validate(String typedValue) {
		if (typedValue == null || !typedValue.matches(regex)) {
			throw new InvalidCustomValueException("Doesn't match regex: " + regex);
		}
	}
}
