/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lombok.Value;

/**
 * A number or address in its one normal form: E.164 (ITU-T) for numbers, lower case for e-mail addresses. A number counts
 * when its length is possible in its country; whether it works only a call can tell.
 */
@Value
final class ContactAddress {

	private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]+");

	private static final int MOST_TRIES = 10;

	ContactPoint.Kind kind;

	String value;

	/**
	 * @param region country (ISO 3166) of numbers without a country code; null: such numbers cannot be read
	 */
	static Optional<ContactAddress> phone(String written, String region) {
		PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
		return whole(numbers, written, region).map(number -> new ContactAddress(ContactPoint.Kind.PHONE,
			numbers.format(number, PhoneNumberFormat.E164)));
	}

	/** The text as a number, else the first number in it: people write whose it is beside it. */
	private static Optional<PhoneNumber> whole(PhoneNumberUtil numbers, String written, String region) {
		try {
			PhoneNumber number = numbers.parse(written, region);
			if (numbers.isPossibleNumber(number)) {
				return Optional.of(number);
			}
		}
		catch (NumberParseException e) {
			// words around it: found below
		}
		Iterator<PhoneNumberMatch> found = numbers.findNumbers(written, region, Leniency.POSSIBLE, MOST_TRIES).iterator();
		return found.hasNext() ? Optional.of(found.next().number()) : Optional.empty();
	}

	/** @param value of an address of this kind */
	static String readable(String value) {
		PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
		try {
			return numbers.format(numbers.parse(value, null), PhoneNumberFormat.INTERNATIONAL);
		}
		catch (NumberParseException e) {
			return value;
		}
	}

	static Optional<ContactAddress> email(String written) {
		String address = written.trim().toLowerCase(Locale.ROOT);
		return EMAIL.matcher(address).matches() ? Optional.of(new ContactAddress(ContactPoint.Kind.EMAIL, address))
			: Optional.empty();
	}

	/** SHA-256 (hex) of the normal form. */
	String key() {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
			StringBuilder hex = new StringBuilder(64);
			for (byte part : hash) {
				hex.append(Character.forDigit(part >> 4 & 0xf, 16)).append(Character.forDigit(part & 0xf, 16));
			}
			return hex.toString();
		}
		catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	/** The last four digits of a number; null for addresses. */
	String tail() {
		return kind == ContactPoint.Kind.PHONE ? value.substring(Math.max(0, value.length() - 4)) : null;
	}

	/** No number or address in logs. */
	@Override
	public String toString() {
		return kind.toString();
	}
}
