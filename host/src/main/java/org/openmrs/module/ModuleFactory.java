/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import lombok.AccessLevel;
import lombok.NoArgsConstructor;

/** The modules that are here; loading and starting them is the runtime's work. */
@NoArgsConstructor(access = AccessLevel.PRIVATE)
public class ModuleFactory {

	private static final Map<String, Module> LOADED = new LinkedHashMap<>();
	private static final Map<String, Module> STARTED = new LinkedHashMap<>();
	private static final Map<String, DaemonToken> TOKENS = new ConcurrentHashMap<>();

	public static Collection<Module> getLoadedModules() {
		return new ArrayList<>(LOADED.values());
	}

	public static Collection<Module> getStartedModules() {
		return new ArrayList<>(STARTED.values());
	}

	public static boolean isModuleStarted(String moduleId) {
		return STARTED.containsKey(moduleId);
	}

	static void loaded(Module module) {
		LOADED.put(module.getModuleId(), module);
	}

	static void started(Module module) {
		STARTED.put(module.getModuleId(), module);
	}

	static void clear() {
		LOADED.clear();
		STARTED.clear();
		TOKENS.clear();
	}

	static void passDaemonToken(Module module) {
		ModuleActivator activator = module.getModuleActivator();
		if (activator instanceof DaemonTokenAware) {
			DaemonToken token = TOKENS.computeIfAbsent(module.getModuleId(),
				id -> new DaemonToken(UUID.randomUUID().toString()));
			((DaemonTokenAware) activator).setDaemonToken(token);
		}
	}

	public static boolean isTokenValid(DaemonToken token) {
		return token != null && TOKENS.values().stream().anyMatch(t -> t.getId().equals(token.getId()));
	}
}
