/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.util;

import java.io.File;
import java.text.DateFormat;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.Locale;

import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.openmrs.api.APIException;

@NoArgsConstructor(access = AccessLevel.PRIVATE)
public class OpenmrsUtil {

	private static String applicationDataDirectory;

	/** A timestamp of the database and a date of the same instant are equal. */
	public static int compare(Date one, Date other) {
		return Long.compare(one.getTime(), other.getTime());
	}

	/** The locale's own order, with four digits for the year and two for the month and the day. */
	public static SimpleDateFormat getDateFormat(Locale locale) {
		String pattern = ((SimpleDateFormat) DateFormat.getDateInstance(DateFormat.SHORT, locale)).toPattern();
		return new SimpleDateFormat(
			pattern.replaceAll("y+", "yyyy").replaceAll("(?<!M)M(?!M)", "MM").replaceAll("(?<!d)d(?!d)", "dd"), locale);
	}

	public static String getApplicationDataDirectory() {
		return getApplicationDataDirectoryAsFile().getAbsolutePath() + File.separator;
	}

	public static File getApplicationDataDirectoryAsFile() {
		File directory = new File(applicationDataDirectory != null ? applicationDataDirectory
			: System.getProperty("OPENMRS_APPLICATION_DATA_DIRECTORY",
				new File(System.getProperty("java.io.tmpdir"), "openmrs-host").getPath()));
		directory.mkdirs();
		return directory;
	}

	public static void setApplicationDataDirectory(String path) {
		applicationDataDirectory = path;
	}

	public static File getDirectoryInApplicationDataDirectory(String name) {
		File directory = new File(name).isAbsolute() ? new File(name) : new File(getApplicationDataDirectoryAsFile(), name);
		directory.mkdirs();
		return directory;
	}

	/** At least eight characters of both cases with a digit, and not the name itself. */
	public static void validatePassword(String username, String password, String systemId) {
		if (password == null || password.length() < 8 || password.equals(username) || password.equals(systemId)
			|| !password.matches(".*\\d.*") || !password.matches(".*\\p{Lu}.*") || !password.matches(".*\\p{Ll}.*")) {
			throw new APIException("error.password.weak", new Object[0]);
		}
	}
}
