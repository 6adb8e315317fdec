/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.validator;

import org.openmrs.api.APIException;
import org.openmrs.api.ValidationException;
import org.openmrs.api.context.Context;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.validation.BindException;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;

public class ValidateUtil {

	private static boolean disabled;
	private static final ThreadLocal<Boolean> DISABLED_FOR_THREAD = ThreadLocal.withInitial(() -> false);

	private ValidateUtil() {
	}

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

	public static void validate(Object object, Errors errors) {
		if (!disabled && !isValidationDisabledForThread()) {
			Context.getAdministrationService().validate(object, errors);
		}
	}

	/** No text longer than its column. */
	public static void validateFieldLengths(Errors errors, Class<?> type, String... fields) {
		for (String field : fields) {
			Object value = errors.getFieldValue(field);
			int longest = Context.getAdministrationService().getMaximumPropertyLength(type.asSubclass(
				org.openmrs.OpenmrsObject.class), field);
			if (longest > 0 && value instanceof String && ((String) value).length() > longest) {
				errors.rejectValue(field, "error.exceededMaxLengthOfField", new Object[]{ longest }, null);
			}
		}
	}

	public static Boolean getDisableValidation() {
		return disabled;
	}

	public static void setDisableValidation(Boolean disableValidation) {
		disabled = disableValidation;
	}

	public static boolean isValidationDisabledForThread() {
		return DISABLED_FOR_THREAD.get();
	}

	public static void disableValidationForThread() {
		DISABLED_FOR_THREAD.set(true);
	}

	public static void resumeValidationForThread() {
		DISABLED_FOR_THREAD.remove();
	}
}
