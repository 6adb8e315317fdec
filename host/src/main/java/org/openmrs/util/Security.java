/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.util;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.openmrs.api.APIException;

@NoArgsConstructor(access = AccessLevel.PRIVATE)
public class Security {

	public static boolean hashMatches(String hashedPassword, String passwordToHash) {
		return hashedPassword.equals(encodeString(passwordToHash));
	}

	public static String encodeString(String text) {
		try {
			StringBuilder hex = new StringBuilder();
			for (byte b : MessageDigest.getInstance("SHA-512").digest(text.getBytes(StandardCharsets.UTF_8))) {
				hex.append(String.format("%02x", b));
			}
			return hex.toString();
		}
		catch (NoSuchAlgorithmException e) {
			throw new APIException(e);
		}
	}

	public static String getRandomToken() {
		return encodeString(Long.toString(new SecureRandom().nextLong()) + System.currentTimeMillis());
	}
}
