/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.customdatatype;

import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.openmrs.attribute.Attribute;
import org.openmrs.util.OpenmrsClassLoader;

@NoArgsConstructor(access = AccessLevel.PRIVATE)
public class CustomDatatypeUtil {

	public static CustomDatatype<?> getDatatype(CustomValueDescriptor descriptor) {
		return getDatatype(descriptor.getDatatypeClassname(), descriptor.getDatatypeConfig());
	}

	public static CustomDatatype<?> getDatatype(String datatypeClassname, String datatypeConfig) {
		try {
			CustomDatatype<?> datatype = (CustomDatatype<?>) Class
				.forName(datatypeClassname, true, OpenmrsClassLoader.getInstance()).getDeclaredConstructor().newInstance();
			if (datatypeConfig != null && !datatypeConfig.trim().isEmpty()) {
				datatype.setConfiguration(datatypeConfig);
			}
			return datatype;
		}
		catch (ReflectiveOperationException e) {
			throw new IllegalArgumentException("Error loading custom datatype " + datatypeClassname, e);
		}
	}

	public static void saveAttributesIfNecessary(Customizable<?> customizable) {
		if (customizable.getAttributes() != null) {
			for (Object attribute : customizable.getAttributes()) {
				saveIfDirty((Attribute<?, ?>) attribute);
			}
		}
	}

	@SuppressWarnings("unchecked")
	public static void saveIfDirty(SingleCustomValue<?> value) {
		if (value.isDirty()) {
			CustomDatatype<Object> datatype = (CustomDatatype<Object>) getDatatype(value.getDescriptor());
			String existing;
			try {
				existing = value.getValueReference();
			}
			catch (NotYetPersistedException e) {
				existing = null;
			}
			value.setValueReferenceInternal(datatype.save(value.getValue(), existing));
		}
	}
}
