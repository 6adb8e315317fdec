/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.util;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import org.openmrs.host.ProxyClassLoader;
import org.openmrs.module.HostModules;
import org.openmrs.module.ModuleClassLoader;

/** The classes of the started modules first, then the platform's. */
public class OpenmrsClassLoader extends ProxyClassLoader {

	private static OpenmrsClassLoader instance;

	public OpenmrsClassLoader(ClassLoader parent) {
		super(parent);
		instance = this;
	}

	public OpenmrsClassLoader() {
		this(OpenmrsClassLoader.class.getClassLoader());
	}

	public static synchronized OpenmrsClassLoader getInstance() {
		return instance == null ? new OpenmrsClassLoader() : instance;
	}

	public static synchronized void destroyInstance() {
		instance = null;
	}

	@Override
	public Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
		for (ModuleClassLoader loader : HostModules.classLoaders()) {
			Class<?> found = HostModules.own(loader, name);
			if (found != null) {
				return found;
			}
		}
		return super.loadClass(name, resolve);
	}

	@Override
	public URL findResource(String name) {
		for (ModuleClassLoader loader : HostModules.classLoaders()) {
			URL found = loader.findResource(name);
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	@Override
	public Enumeration<URL> findResources(String name) throws IOException {
		List<URL> all = Collections.list(super.findResources(name));
		for (ModuleClassLoader loader : HostModules.classLoaders()) {
			all.addAll(Collections.list(loader.findResources(name)));
		}
		return Collections.enumeration(all);
	}
}
