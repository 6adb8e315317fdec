/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Pattern;
import org.openmrs.module.retention.shared.RetentionException;

/** A number as somebody has just typed it, who can still be told what is wrong about it: more is asked of it than of what stands in a chart. */
final class TypedNumber {

	private static final String UNREADABLE = "retention.contact.error.number-unreadable";

	private static final String SHORT = "retention.contact.error.number-short";

	private static final String LONG = "retention.contact.error.number-long";

	private static final String COUNTRY = "retention.contact.error.number-country";

	/** Digits of any script, and what people put between them. */
	private static final Pattern DIGITS = Pattern.compile("[+\\uFF0B\\p{Nd}\\p{Zs}\\p{Pd}()./\u00B7]+");

	private TypedNumber() {
	}

	/** @param region country (ISO 3166) of numbers without a country code; null: they need one */
	static ContactAddress read(String typed, String region) {
		if (!DIGITS.matcher(typed).matches()) {
			throw refused(UNREADABLE);
		}
		PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
		try {
			PhoneNumber number = numbers.parse(typed, region);
			switch (numbers.isPossibleNumberWithReason(number)) {
				case IS_POSSIBLE:
					return new ContactAddress(ContactPoint.Kind.PHONE, numbers.format(number, PhoneNumberFormat.E164));
				case IS_POSSIBLE_LOCAL_ONLY:
				case TOO_SHORT:
					throw refused(SHORT);
				case TOO_LONG:
					throw refused(LONG);
				case INVALID_COUNTRY_CODE:
					throw refused(COUNTRY);
				default:
					throw refused("retention.contact.error.number-length");
			}
		}
		catch (NumberParseException e) {
			throw refused(code(e));
		}
	}

	private static String code(NumberParseException thrown) {
		switch (thrown.getErrorType()) {
			case INVALID_COUNTRY_CODE:
				return COUNTRY;
			case TOO_SHORT_AFTER_IDD:
			case TOO_SHORT_NSN:
				return SHORT;
			case TOO_LONG:
				return LONG;
			default:
				return UNREADABLE;
		}
	}

	private static RetentionException refused(String code) {
		return RetentionException.invalid(code, "value");
	}
}
