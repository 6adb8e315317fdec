/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact.booking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import lombok.Value;

/** By which another system knows a booking. */
@Value
public class ExternalKey {

	/** Names that the module uses itself. */
	static final String OWN = "retention.";

	/** What contacts have agreed. */
	static final String OF_CONTACTS = OWN + "contact";

	String system;

	String id;

	static ExternalKey ofContact(String attemptUuid, String patientUuid) {
		return new ExternalKey(OF_CONTACTS, attemptUuid + ":" + patientUuid);
	}

	/** One column to be unique by: databases differ in what they take for the same text. */
	String hash() {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest((system + '\n' + id).getBytes(StandardCharsets.UTF_8));
			StringBuilder hex = new StringBuilder();
			for (byte b : hash) {
				hex.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
			}
			return hex.toString();
		}
		catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
