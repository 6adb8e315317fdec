/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.impl;

import java.util.Locale;

import org.apache.commons.lang3.StringUtils;
import org.openmrs.api.context.Context;
import org.openmrs.messagesource.MessageSourceService;
import org.openmrs.messagesource.MutableMessageSource;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;

public class MessageSourceServiceImpl implements MessageSourceService {

	private final MutableMessageSource source;

	public MessageSourceServiceImpl(MutableMessageSource source) {
		this.source = source;
	}

	@Override
	public String getMessage(String code) {
		return source.getMessage(code, null, Context.getLocale());
	}

	@Override
	public String getMessage(String code, Object[] args, String defaultMessage, Locale locale) {
		boolean nothing = StringUtils.isBlank(code) && StringUtils.isBlank(defaultMessage);
		return nothing ? "" : source.getMessage(code, args, defaultMessage, locale(locale));
	}

	@Override
	public String getMessage(String code, Object[] args, Locale locale) {
		return source.getMessage(code, args, locale(locale));
	}

	@Override
	public String getMessage(MessageSourceResolvable resolvable, Locale locale) {
		return source.getMessage(resolvable, locale(locale));
	}

	private static Locale locale(Locale locale) {
		return locale == null ? Context.getLocale() : locale;
	}

	@Override
	public void setParentMessageSource(MessageSource parent) {
		source.setParentMessageSource(parent);
	}

	@Override
	public MessageSource getParentMessageSource() {
		return source.getParentMessageSource();
	}
}
