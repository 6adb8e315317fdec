/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.shared;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Definitions as JSON in the one form that is stored and compared: properties and map keys in alphabetical order, nothing
 * empty. What an earlier version of the module stored and a later one no longer knows is ignored when read.
 */
public final class DefinitionJson {

	private static final ObjectMapper MAPPER = JsonMapper.builder().enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SKIP)).build();

	private DefinitionJson() {
	}

	public static String write(Object definition) {
		try {
			return MAPPER.writeValueAsString(definition);
		}
		catch (JsonProcessingException e) {
			throw new IllegalArgumentException(definition.getClass().getName(), e);
		}
	}

	public static <T> T read(String json, Class<T> type) {
		try {
			return MAPPER.readValue(json, type);
		}
		catch (JsonProcessingException e) {
			throw new IllegalArgumentException(type.getName(), e);
		}
	}

	/** Binds a tree whose structure has been checked. */
	public static <T> T bind(JsonNode tree, Class<T> type) {
		try {
			return MAPPER.treeToValue(tree, type);
		}
		catch (JsonProcessingException e) {
			throw new IllegalArgumentException(type.getName(), e);
		}
	}

	/** SHA-256 of the text's UTF-8 bytes, in hex. */
	public static String checksum(String text) {
		return checksum(text.getBytes(StandardCharsets.UTF_8));
	}

	public static String checksum(byte[] content) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
			StringBuilder hex = new StringBuilder(64);
			for (byte b : digest) {
				hex.append(Character.forDigit((b >> 4) & 0xf, 16)).append(Character.forDigit(b & 0xf, 16));
			}
			return hex.toString();
		}
		catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has SHA-256", e);
		}
	}
}
