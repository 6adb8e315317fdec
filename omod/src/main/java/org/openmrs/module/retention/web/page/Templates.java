/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.io.InputStream;
import java.io.Writer;
import java.util.Map;
import org.apache.commons.collections.ExtendedProperties;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.exception.ResourceNotFoundException;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.log.NullLogChute;
import org.apache.velocity.runtime.resource.Resource;
import org.apache.velocity.runtime.resource.loader.ResourceLoader;
import org.springframework.web.util.HtmlUtils;

/**
 * The module's Velocity templates, {@code retention/pages/*.vm}. Whatever a template inserts is escaped for HTML text and
 * quoted attributes; there is no way to insert markup but to write it in a template. A name that a template gets wrong is
 * an error, not a gap.
 */
final class Templates {

	private static final String FOLDER = "/retention/pages/";

	private static final VelocityEngine ENGINE = engine();

	private Templates() {
	}

	/** @param name without folder and ending */
	static void write(String name, Map<String, Object> model, Writer out) {
		VelocityContext context = new VelocityContext();
		model.forEach(context::put);
		EventCartridge events = new EventCartridge();
		events.addEventHandler((ReferenceInsertionEventHandler) (reference, value) -> escaped(value));
		events.attachToContext(context);
		ENGINE.getTemplate(name + ".vm", "UTF-8").merge(context, out);
	}

	/** Null stays null: the template then shows nothing where it has said so, and fails elsewhere. */
	private static Object escaped(Object value) {
		return value == null ? null : HtmlUtils.htmlEscape(value.toString(), "UTF-8");
	}

	private static VelocityEngine engine() {
		VelocityEngine engine = new VelocityEngine();
		engine.setProperty(RuntimeConstants.RUNTIME_LOG_LOGSYSTEM, new NullLogChute());
		engine.setProperty(RuntimeConstants.RUNTIME_REFERENCES_STRICT, "true");
		engine.setProperty(RuntimeConstants.VM_LIBRARY, "macros.vm");
		engine.setProperty(RuntimeConstants.INPUT_ENCODING, "UTF-8");
		engine.setProperty(RuntimeConstants.UBERSPECT_CLASSNAME, "org.apache.velocity.util.introspection.SecureUberspector");
		engine.setProperty(RuntimeConstants.RESOURCE_LOADER, "module");
		engine.setProperty("module.resource.loader.instance", new FromModule());
		engine.init();
		return engine;
	}

	/** By our own class loader, whichever the thread has. */
	private static class FromModule extends ResourceLoader {

		@Override
		public void init(ExtendedProperties configuration) {
			setCachingOn(true);
		}

		@Override
		public InputStream getResourceStream(String source) {
			InputStream stream = Templates.class.getResourceAsStream(FOLDER + source);
			if (stream == null) {
				throw new ResourceNotFoundException(source);
			}
			return stream;
		}

		@Override
		public boolean isSourceModified(Resource resource) {
			return false;
		}

		@Override
		public long getLastModified(Resource resource) {
			return 0;
		}
	}
}
