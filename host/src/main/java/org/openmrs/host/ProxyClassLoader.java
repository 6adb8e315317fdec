/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host;

import java.net.URL;
import java.net.URLClassLoader;
import java.security.ProtectionDomain;

import org.springframework.core.SmartClassLoader;

/**
 * Takes the proxies that Spring generates, so that each refresh has its own. They stand in another run-time package than
 * the classes they extend, as on the platform: a bean that is proxied by class must be public.
 */
public abstract class ProxyClassLoader extends URLClassLoader implements SmartClassLoader {

	protected ProxyClassLoader(ClassLoader parent) {
		super(new URL[0], parent);
	}

	@Override
	public Class<?> publicDefineClass(String name, byte[] bytes, ProtectionDomain domain) {
		return defineClass(name, bytes, 0, bytes.length, domain);
	}
}
