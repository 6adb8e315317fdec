/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web;

import java.io.IOException;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;

/** JSON as the platform's dispatcher writes it: Spring's defaults, and locales as language tags. */
public class JsonConverter extends MappingJackson2HttpMessageConverter {

	public JsonConverter() {
		super(Jackson2ObjectMapperBuilder.json().serializerByType(Locale.class, new JsonSerializer<Locale>() {

			@Override
			public void serialize(Locale locale, JsonGenerator json, SerializerProvider provider) throws IOException {
				json.writeString(Locale.ROOT.equals(locale) ? "" : locale.toLanguageTag());
			}
		}).build());
	}
}
