/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.openmrs.util.OpenmrsUtil;

/** A module's own classes, then its libraries; only what neither has comes from the platform. */
public class ModuleClassLoader extends URLClassLoader {

	private final Module module;

	public ModuleClassLoader(Module module, ClassLoader parent) {
		super(urls(module), parent);
		this.module = module;
	}

	private static URL[] urls(Module module) {
		List<URL> urls = new ArrayList<>();
		File cache = OpenmrsUtil.getDirectoryInApplicationDataDirectory(".openmrs-lib-cache/" + module.getModuleId());
		try (JarFile jar = new JarFile(module.getFile())) {
			urls.add(module.getFile().toURI().toURL());
			for (JarEntry entry : Collections.list(jar.entries())) {
				if (entry.getName().matches("lib/[^/]+\\.jar")) {
					urls.add(copy(jar, entry, new File(cache, entry.getName().substring(4))));
				}
			}
		}
		catch (IOException e) {
			throw new ModuleException("Cannot read " + module.getFile(), module.getModuleId(), e);
		}
		return urls.toArray(new URL[0]);
	}

	private static URL copy(JarFile jar, JarEntry entry, File target) throws MalformedURLException, IOException {
		try (InputStream content = jar.getInputStream(entry)) {
			Files.copy(content, target.toPath(), StandardCopyOption.REPLACE_EXISTING);
		}
		return target.toURI().toURL();
	}

	@Override
	protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
		Class<?> own = loadOwn(name);
		return own != null ? own : super.loadClass(name, resolve);
	}

	/** Null when the class is not the module's. */
	Class<?> loadOwn(String name) {
		synchronized (getClassLoadingLock(name)) {
			Class<?> loaded = findLoadedClass(name);
			if (loaded != null || name.startsWith("java.") || findResource(name.replace('.', '/') + ".class") == null) {
				return loaded;
			}
			try {
				return findClass(name);
			}
			catch (ClassNotFoundException e) {
				return null;
			}
		}
	}

	@Override
	public URL getResource(String name) {
		URL own = findResource(name);
		return own != null ? own : super.getResource(name);
	}

	@Override
	public Enumeration<URL> getResources(String name) throws IOException {
		List<URL> all = Collections.list(findResources(name));
		all.addAll(Collections.list(getParent().getResources(name)));
		return Collections.enumeration(all);
	}
}
