/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.shared.DefinitionJson;

/** The secret in an invitation's link: 128 random bits. Only its hash is stored, so it can be told once. */
@Getter
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class Token {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int BYTES = 16;

	/** Sixteen bytes in base64 without padding: the last character has two bits. */
	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");

	/** Letters, digits, dashes and underscores, 22 of them. */
	private final String text;

	public static Token random() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	/** Null: the text is no token, whatever is stored. */
	public static Token read(String text) {
		return text != null && FORM.matcher(text).matches() ? new Token(text) : null;
	}

	/** SHA-256 in hex. A token has more bits than anybody can try, so no salt is needed. */
	public String hash() {
		return DefinitionJson.checksum(text.getBytes(StandardCharsets.US_ASCII));
	}

	/** Never the secret: tokens must not reach a log. */
	@Override
	public String toString() {
		return "Token";
	}
}
