/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.util;

import java.net.URL;
import java.net.URLClassLoader;

/** The platform's classes first, then those of the started modules. */
public class OpenmrsClassLoader extends URLClassLoader {

	private static OpenmrsClassLoader instance;

	public OpenmrsClassLoader(ClassLoader parent) {
		super(new URL[0], parent);
		instance = this;
	}

	public OpenmrsClassLoader() {
		this(OpenmrsClassLoader.class.getClassLoader());
	}

	public static synchronized OpenmrsClassLoader getInstance() {
		return instance == null ? new OpenmrsClassLoader() : instance;
	}
}
