/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;

import javax.servlet.Filter;

import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.openmrs.module.Module;
import org.openmrs.web.filter.OpenmrsFilter;
import org.springframework.context.ApplicationContext;
import org.springframework.orm.hibernate5.support.OpenSessionInViewFilter;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.filter.CharacterEncodingFilter;
import org.springframework.web.multipart.support.MultipartFilter;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Tomcat at {@code /openmrs} with the platform's filters in the platform's order and Spring's dispatcher behind
 * {@code /ws/*} only. Left out: CSRFGuard, which does not look at those paths, and the compression of answers.
 */
public class WebServer implements Closeable {

	private final File base = Files.createTempDirectory("openmrs-web").toFile();

	private final Tomcat tomcat = new Tomcat();

	private final Context web;

	/**
	 * @param port 0 for any that is free
	 * @param application where the services, the modules' beans and those of {@code openmrs-servlet.xml} live
	 */
	public WebServer(int port, ApplicationContext application, Collection<Module> modules) throws IOException {
		tomcat.setBaseDir(base.getPath());
		tomcat.setPort(port);
		tomcat.getConnector().setProperty("address", "127.0.0.1");
		web = tomcat.addContext("/openmrs", base.getPath());
		web.setParentClassLoader(application.getClassLoader());
		StandardManager sessions = new StandardManager();
		sessions.setPathname("");
		web.setManager(sessions);
		Tomcat.addDefaultMimeTypeMappings(web);

		addFilter(new CharacterEncodingFilter("UTF-8", true));
		MultipartFilter multipart = new MultipartFilter();
		multipart.setMultipartResolverBeanName("multipartResolver");
		addFilter(multipart);
		addFilter(new OpenSessionInViewFilter());
		addFilter(new OpenmrsFilter());
		addFilter(new ModuleFilters(modules));

		GenericWebApplicationContext webApplication = new GenericWebApplicationContext();
		webApplication.setParent(application);
		webApplication.setClassLoader(application.getClassLoader());
		web.addServletContainerInitializer((classes, servletContext) -> {
			webApplication.setServletContext(servletContext);
			webApplication.refresh();
			servletContext.setAttribute(WebApplicationContext.ROOT_WEB_APPLICATION_CONTEXT_ATTRIBUTE, webApplication);
		}, null);
		Wrapper dispatcher = Tomcat.addServlet(web, "openmrs", new DispatcherServlet(webApplication));
		dispatcher.setLoadOnStartup(1);
		dispatcher.addMapping("/ws/*");
		Tomcat.addServlet(web, "module_resources", new ModuleResources(modules)).addMapping("/moduleResources/*");
	}

	public void start() throws LifecycleException {
		RestModule.start();
		tomcat.start();
		if (!web.getState().isAvailable()) {
			throw new LifecycleException("The web application did not start");
		}
	}

	public int getPort() {
		return tomcat.getConnector().getLocalPort();
	}

	public int getActiveSessions() {
		return web.getManager().getActiveSessions();
	}

	@Override
	public void close() throws IOException {
		try {
			tomcat.stop();
			tomcat.destroy();
		}
		catch (LifecycleException e) {
			throw new IOException(e);
		}
		finally {
			FileSystemUtils.deleteRecursively(base);
		}
	}

	private void addFilter(Filter filter) {
		FilterDef definition = new FilterDef();
		definition.setFilterName(filter.getClass().getSimpleName());
		definition.setFilter(filter);
		web.addFilterDef(definition);
		FilterMap map = new FilterMap();
		map.setFilterName(definition.getFilterName());
		map.addURLPattern("/*");
		web.addFilterMap(map);
	}
}
