/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

import lombok.Getter;
import lombok.Setter;
import org.openmrs.GlobalProperty;
import org.openmrs.Privilege;
import org.w3c.dom.Document;

@Getter
@Setter
public final class Module {

	private String moduleId;
	private String packageName;
	private String name;
	private String author;
	private String description;
	private String version;
	private String activatorName;
	private ModuleActivator moduleActivator;
	private String requireOpenmrsVersion;
	private boolean mandatory;
	private File file;
	private Document config;
	private List<String> requiredModules = new ArrayList<>();
	private List<Privilege> privileges = new ArrayList<>();
	private List<GlobalProperty> globalProperties = new ArrayList<>();
	private List<AdvicePoint> advicePoints = new ArrayList<>();

	public Module(String name) {
		this.name = name;
	}

	public String getModuleIdAsPath() {
		return moduleId == null ? null : moduleId.replace('.', '/');
	}

	@Override
	public String toString() {
		return moduleId == null ? name : moduleId;
	}
}
