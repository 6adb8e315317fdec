/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import javax.servlet.http.HttpServletResponse;
import org.springframework.util.StreamUtils;

/** The stylesheet, script and icon of the pages, which the platform serves from the module without a cache lifetime. */
final class StaticFiles {

	private static final String FOLDER = "/web/module/resources/";

	private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

	private StaticFiles() {
	}

	/** Below the context path; another one with each content, so that browsers may keep what they have. */
	static String address(String name) {
		return ADDRESSES.computeIfAbsent(name,
			file -> "/moduleResources/retention/" + file + "?v=" + Long.toHexString(checksum(file)));
	}

	/** To be asked for where the platform's own serving would open a session for a browser that has none. */
	static void write(String name, String type, HttpServletResponse response) throws IOException {
		response.setContentType(type);
		response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
		response.setHeader("X-Content-Type-Options", "nosniff");
		try (InputStream in = StaticFiles.class.getResourceAsStream(FOLDER + name)) {
			StreamUtils.copy(in, response.getOutputStream());
		}
	}

	/** Changes with the content. */
	static String version(String name) {
		return address(name).substring(address(name).indexOf('?'));
	}

	private static long checksum(String name) {
		CRC32 sum = new CRC32();
		byte[] buffer = new byte[8192];
		try (InputStream in = StaticFiles.class.getResourceAsStream(FOLDER + name)) {
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				sum.update(buffer, 0, read);
			}
		}
		catch (IOException e) {
			throw new UncheckedIOException(name, e);
		}
		return sum.getValue();
	}
}
