/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.validator;

import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.openmrs.api.ValidationException;
import org.openmrs.api.context.Context;
import org.springframework.validation.BindException;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;

@NoArgsConstructor(access = AccessLevel.PRIVATE)
public class ValidateUtil {

	private static boolean disabled;
	private static final ThreadLocal<Boolean> DISABLED_FOR_THREAD = ThreadLocal.withInitial(() -> false);

	public static void validate(Object object) {
		if (disabled || isValidationDisabledForThread()) {
			return;
		}
		BindException errors = new BindException(object, "");
		Context.getAdministrationService().validate(object, errors);
		if (errors.hasErrors()) {
			StringBuilder text = new StringBuilder();
			errors.getAllErrors().forEach(e -> text.append(text.length() == 0 ? "" : ", ")
				.append(e instanceof FieldError ? ((FieldError) e).getField() + ": " : "")
				.append(Context.getMessageSourceService().getMessage(e, Context.getLocale())));
			throw new ValidationException("'" + object + "' failed to validate with reason: " + text, (Errors) errors);
		}
	}

	public static boolean isValidationDisabledForThread() {
		return DISABLED_FOR_THREAD.get();
	}
}
