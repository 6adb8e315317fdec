/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.aopalliance.aop.Advice;
import org.openmrs.GlobalProperty;
import org.openmrs.Privilege;
import org.openmrs.api.AdministrationService;
import org.openmrs.api.context.Context;
import org.openmrs.util.OpenmrsClassLoader;
import org.openmrs.util.OpenmrsConstants;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads module files and takes each module through its life, in the platform's order. */
@NoArgsConstructor(access = AccessLevel.PRIVATE)
public final class HostModules {

	/** What is part of the host itself. */
	private static final Map<String, String> BUILT_IN = java.util.Collections.singletonMap(
		"org.openmrs.module.webservices.rest",
		"3.4.1");

	private static final Map<Module, ModuleClassLoader> LOADERS = new LinkedHashMap<>();

	public static Collection<ModuleClassLoader> classLoaders() {
		return LOADERS.isEmpty() ? LOADERS.values() : new ArrayList<>(LOADERS.values());
	}

	public static Class<?> own(ModuleClassLoader loader, String className) {
		return loader.loadOwn(className);
	}

	public static ModuleClassLoader classLoaderOf(Module module) {
		return LOADERS.get(module);
	}

	public static Module load(File file) {
		Element root = config(file);
		Module module = new Module(text(root, "name"));
		module.setFile(file);
		module.setConfig(root.getOwnerDocument());
		module.setModuleId(text(root, "id"));
		module.setVersion(text(root, "version"));
		module.setPackageName(text(root, "package"));
		module.setAuthor(text(root, "author"));
		module.setDescription(text(root, "description"));
		module.setActivatorName(text(root, "activator"));
		module.setRequireOpenmrsVersion(text(root, "require_version"));
		module.setMandatory(Boolean.parseBoolean(text(root, "mandatory")));
		for (Element advice : children(root, "advice")) {
			module.getAdvicePoints().add(new AdvicePoint(text(advice, "point"), text(advice, "class")));
		}
		for (Element privilege : children(root, "privilege")) {
			module.getPrivileges().add(new Privilege(text(privilege, "name"), text(privilege, "description")));
		}
		for (Element property : children(root, "globalProperty")) {
			module.getGlobalProperties().add(new GlobalProperty(text(property, "property"), text(property, "defaultValue"),
				text(property, "description")));
		}
		for (Element list : children(root, "require_modules")) {
			for (Element required : children(list, "require_module")) {
				requirePresent(module, required.getTextContent().trim(), required.getAttribute("version"));
				module.getRequiredModules().add(required.getTextContent().trim());
			}
		}
		ModuleFactory.loaded(module);
		return module;
	}

	private static void requirePresent(Module module, String packageName, String version) {
		String present = BUILT_IN.get(packageName);
		for (Module other : ModuleFactory.getLoadedModules()) {
			if (packageName.equals(other.getPackageName())) {
				present = other.getVersion();
			}
		}
		if (present == null || !ModuleUtil.matchRequiredVersions(present, version)) {
			throw new ModuleException("Requires " + packageName + " " + version, module.getModuleId());
		}
	}

	private static Element config(File file) {
		try (JarFile jar = new JarFile(file)) {
			if (jar.getEntry("config.xml") == null) {
				throw new ModuleException("No config.xml in " + file);
			}
			try (InputStream config = jar.getInputStream(jar.getEntry("config.xml"))) {
				DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
				builder.setEntityResolver((publicId, systemId) -> new InputSource(new ByteArrayInputStream(new byte[0])));
				return builder.parse(config).getDocumentElement();
			}
		}
		catch (IOException | SAXException | ParserConfigurationException e) {
			throw new ModuleException("Cannot read config.xml of " + file, e);
		}
	}

	public static List<Element> children(Element parent, String name) {
		List<Element> found = new ArrayList<>();
		NodeList nodes = parent.getChildNodes();
		for (int i = 0; i < nodes.getLength(); i++) {
			if (nodes.item(i).getNodeType() == Node.ELEMENT_NODE && nodes.item(i).getNodeName().equals(name)) {
				found.add((Element) nodes.item(i));
			}
		}
		return found;
	}

	public static String text(Element parent, String name) {
		List<Element> found = children(parent, name);
		return found.isEmpty() ? "" : found.get(0).getTextContent().trim();
	}

	public static ModuleClassLoader newClassLoader(Module module) {
		ModuleUtil.checkRequiredVersion(OpenmrsConstants.OPENMRS_VERSION_SHORT, module.getRequireOpenmrsVersion());
		return new ModuleClassLoader(module, HostModules.class.getClassLoader());
	}

	/** Before the refresh that brings the module's beans: its classes, then its settings, privileges and activator. */
	public static void use(Module module, ModuleClassLoader loader) {
		LOADERS.put(module, loader);
		ModuleFactory.started(module);
	}

	public static void declare(Module module) {
		saveIfAbsent(new GlobalProperty(module.getModuleId() + ".started", "true",
			"Whether the module was started when the server stopped"));
		saveIfAbsent(new GlobalProperty(module.getModuleId() + ".mandatory", String.valueOf(module.isMandatory()),
			"Whether the server may start without the module"));
		module.getGlobalProperties().forEach(HostModules::saveIfAbsent);
		for (Privilege privilege : module.getPrivileges()) {
			if (Context.getUserService().getPrivilege(privilege.getPrivilege()) == null) {
				Context.getUserService().savePrivilege(privilege);
			}
		}
		activator(module).willStart();
	}

	private static void saveIfAbsent(GlobalProperty property) {
		AdministrationService administration = Context.getAdministrationService();
		if (administration.getGlobalPropertyObject(property.getProperty()) == null) {
			administration.saveGlobalProperty(property);
		}
	}

	public static void willRefreshContext() {
		ModuleFactory.getStartedModules().forEach(m -> activator(m).willRefreshContext());
	}

	/** The scheduler runs already: jobs may have begun before their module's advice, token and start. */
	public static void contextRefreshed() {
		for (Module module : ModuleFactory.getStartedModules()) {
			for (AdvicePoint point : module.getAdvicePoints()) {
				advise(point);
			}
			ModuleFactory.passDaemonToken(module);
			activator(module).contextRefreshed();
			activator(module).started();
		}
	}

	private static void advise(AdvicePoint point) {
		try {
			Class<?> service = Class.forName(point.getPoint(), true, OpenmrsClassLoader.getInstance());
			Object advice = point.getClassInstance();
			Context.addAdvice(service, (Advice) advice);
		}
		catch (ClassNotFoundException e) {
			throw new ModuleException("No such advice point: " + point.getPoint(), e);
		}
	}

	public static void stop() {
		for (Module module : ModuleFactory.getStartedModules()) {
			activator(module).willStop();
			activator(module).stopped();
		}
	}

	public static void forget() throws IOException {
		for (ModuleClassLoader loader : classLoaders()) {
			loader.close();
		}
		LOADERS.clear();
		ModuleFactory.clear();
	}

	private static ModuleActivator activator(Module module) {
		if (module.getModuleActivator() == null) {
			try {
				module.setModuleActivator((ModuleActivator) OpenmrsClassLoader.getInstance()
					.loadClass(module.getActivatorName()).getDeclaredConstructor().newInstance());
			}
			catch (ReflectiveOperationException e) {
				throw new ModuleException("Cannot make the activator " + module.getActivatorName(), module.getModuleId(), e);
			}
		}
		return module.getModuleActivator();
	}
}
