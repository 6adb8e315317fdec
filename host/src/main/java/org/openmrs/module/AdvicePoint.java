/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module;

import lombok.Getter;
import org.openmrs.api.APIException;
import org.openmrs.util.OpenmrsClassLoader;

/** A service and the class that advises it; made by its public constructor, without injection. */
@Getter
public class AdvicePoint {

	private final String point;
	private final String className;
	private Object classInstance;

	AdvicePoint(String point, String className) {
		this.point = point;
		this.className = className;
	}

	public Object getClassInstance() {
		if (classInstance == null) {
			try {
				classInstance = Class.forName(className, true, OpenmrsClassLoader.getInstance()).getDeclaredConstructor()
					.newInstance();
			}
			catch (ReflectiveOperationException e) {
				throw new APIException("Unable to make the advice " + className, e);
			}
		}
		return classInstance;
	}
}
