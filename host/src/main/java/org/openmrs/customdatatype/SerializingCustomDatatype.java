/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.customdatatype;

/** A datatype whose reference is the value itself, as text. */
public abstract class SerializingCustomDatatype<T> implements CustomDatatype<T> {

	public abstract String serialize(T typedValue);

	public abstract T deserialize(String serializedValue);

	@Override
	public void setConfiguration(String config) {
		// most have none
	}

	@Override
	public void validate(T typedValue) {
		// any value will do
	}

	@Override
	public String save(T typedValue, String existingValueReference) {
		validate(typedValue);
		return serialize(typedValue);
	}

	@Override
	public T fromReferenceString(String persistedValue) {
		return deserialize(persistedValue);
	}
}
