/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.Collection;

import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.openmrs.module.HostModules;
import org.openmrs.module.Module;
import org.springframework.util.StreamUtils;

/** Serves {@code /<module id>/<path>} from the module's {@code web/module/resources/}. */
class ModuleResources extends HttpServlet {

	private final transient Collection<Module> modules;

	ModuleResources(Collection<Module> modules) {
		this.modules = modules;
	}

	@Override
	protected long getLastModified(HttpServletRequest request) {
		try {
			URL resource = find(request);
			return resource == null ? -1 : open(resource).getLastModified();
		}
		catch (IOException e) {
			return -1;
		}
	}

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		URL resource = find(request);
		if (resource == null) {
			response.setStatus(HttpServletResponse.SC_NOT_FOUND);
			return;
		}
		URLConnection connection = open(resource);
		response.setDateHeader("Last-Modified", connection.getLastModified());
		response.setContentLengthLong(connection.getContentLengthLong());
		response.setContentType(getServletContext().getMimeType(request.getPathInfo()));
		try (InputStream in = connection.getInputStream()) {
			StreamUtils.copy(in, response.getOutputStream());
		}
	}

	/** The container has already refused paths that climb out. */
	private URL find(HttpServletRequest request) {
		String path = request.getPathInfo();
		for (Module module : modules) {
			String prefix = "/" + module.getModuleIdAsPath() + "/";
			if (path != null && path.startsWith(prefix) && !path.endsWith("/")) {
				return HostModules.classLoaderOf(module)
					.findResource("web/module/resources/" + path.substring(prefix.length()));
			}
		}
		return null;
	}

	private static URLConnection open(URL resource) throws IOException {
		URLConnection connection = resource.openConnection();
		connection.setUseCaches(false);
		return connection;
	}
}
