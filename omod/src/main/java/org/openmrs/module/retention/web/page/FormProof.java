/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openmrs.api.context.Context;

/**
 * Shows of a form that we gave it to this user for this address. Unlike the token it holds beyond the session, over a restart
 * and on every server process: so what was typed can be sent after signing in again, and what another site or another user
 * has made up cannot.
 */
final class FormProof {

	static final String FIELD = "proof";

	private static final String ALGORITHM = "HmacSHA256";

	private FormProof() {
	}

	/** @param path below our root, of a form of the user who is signed in; empty while the server has no key */
	static String of(String path) {
		String key = PageSettings.formKey();
		return key.isEmpty() ? "" : sign(key, Context.getAuthenticatedUser().getUuid() + "\n" + path);
	}

	/** For the user who is signed in. */
	static boolean isRight(String given, String path) {
		String right = of(path);
		return !right.isEmpty()
			&& MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
	}

	private static String sign(String key, String text) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
			return Base64.getUrlEncoder().withoutPadding()
				.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}
}
