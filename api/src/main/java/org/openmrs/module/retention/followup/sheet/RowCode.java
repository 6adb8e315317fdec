/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.sheet;

import java.util.Locale;
import java.util.Random;
import org.openmrs.module.retention.shared.RetentionException;

/**
 * The code of a row on paper: five characters drawn by lot and one that checks them. No two of the nineteen characters look
 * alike in handwriting (no 0 O D Q, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V). Nineteen is a prime and every place weighs another
 * amount, so one character misread or any two exchanged never make another code.
 */
final class RowCode {

	static final int LENGTH = 6;

	static final String ALPHABET = "3479ACEFHJKMNPRTWXY";

	private static final int HALF = LENGTH / 2;

	private RowCode() {
	}

	static String draw(Random lot) {
		StringBuilder code = new StringBuilder();
		for (int i = 1; i < LENGTH; i++) {
			code.append(ALPHABET.charAt(lot.nextInt(ALPHABET.length())));
		}
		for (char last : ALPHABET.toCharArray()) {
			if (isRight(code.toString() + last)) {
				code.append(last);
				break;
			}
		}
		return code.toString();
	}

	/** As somebody types it off the paper; refused when it cannot be a code. */
	static String read(String typed) {
		if (typed == null) {
			throw RetentionException.invalid("retention.followup.error.required", "row");
		}
		String code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
		if (code.length() != LENGTH || !isRight(code)) {
			throw RetentionException.invalid("retention.followup.error.sheet-code-wrong", "row", cut(typed));
		}
		return code;
	}

	/** As it is printed, in two groups. */
	static String shown(String code) {
		return code.substring(0, HALF) + "-" + code.substring(HALF);
	}

	private static boolean isRight(String code) {
		int sum = 0;
		for (int i = 0; i < code.length(); i++) {
			int value = ALPHABET.indexOf(code.charAt(i));
			if (value < 0) {
				return false;
			}
			sum += (i + 1) * value;
		}
		return sum % ALPHABET.length() == 0;
	}

	private static String cut(String typed) {
		return typed.length() > 2 * LENGTH ? typed.substring(0, 2 * LENGTH) : typed;
	}
}
