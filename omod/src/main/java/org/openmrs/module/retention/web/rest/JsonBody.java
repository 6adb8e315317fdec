/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.rest;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.Years;

/**
 * The body of a request, read property by property. What is unknown, of the wrong type or too long is refused with the
 * property's name; the framework would convert, ignore or fail with a text of its own.
 */
public final class JsonBody {

	/** ISO 8601 with an offset, with or without seconds' fraction and the colon, as the platform writes it too. */
	private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
		"uuuu-MM-dd'T'HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][XXX][XX][X]", Locale.ROOT)
		.withResolverStyle(ResolverStyle.STRICT);

	private static final ObjectMapper STRICT = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
		.defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SKIP)).build();

	private final Map<String, Object> properties;

	/** Of an object within the body, with a dot at the end. */
	private final String path;

	private JsonBody(Map<String, Object> properties, String path) {
		this.properties = properties;
		this.path = path;
	}

	/** Refuses a body with another property than those known. */
	public static JsonBody of(Map<String, Object> properties, String... known) {
		return read(properties, "", known);
	}

	/** The whole body as a definition; an unknown property or a wrong type at any depth is refused with its path. */
	public static <T> T bind(Map<String, Object> body, Class<T> type) {
		try {
			return STRICT.convertValue(body, type);
		}
		catch (IllegalArgumentException e) {
			throw refusal(e);
		}
	}

	private static RetentionException refusal(IllegalArgumentException thrown) {
		String field = thrown.getCause() instanceof JsonMappingException
			? ((JsonMappingException) thrown.getCause()).getPath().stream()
				.map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
				.collect(Collectors.joining(".")).replace(".[", "[")
			: "";
		return thrown.getCause() instanceof UnrecognizedPropertyException
			? RetentionException.invalid("retention.web.error.unknown-property", field, field)
			: RetentionException.invalid("retention.web.error.wrong-value", field, field);
	}

	private static JsonBody read(Map<String, Object> properties, String path, String... known) {
		Set<String> names = new HashSet<>(Arrays.asList(known));
		for (String name : properties.keySet()) {
			if (!names.contains(name)) {
				throw RetentionException.invalid("retention.web.error.unknown-property", path + name, path + name);
			}
		}
		return new JsonBody(properties, path);
	}

	public boolean has(String name) {
		return properties.get(name) != null;
	}

	/** Whether the body has the property, be it null. */
	public boolean names(String name) {
		return properties.containsKey(name);
	}

	/** Trimmed; null when absent, null or blank. */
	public String text(String name, int maxLength) {
		return trimmed(name, properties.get(name), maxLength);
	}

	private String trimmed(String name, Object value, int maxLength) {
		if (value == null) {
			return null;
		}
		if (!(value instanceof String) || ((String) value).indexOf('\0') >= 0) {
			throw wrongType(name, "string");
		}
		String text = ((String) value).trim();
		if (text.length() > maxLength) {
			throw RetentionException.invalid("retention.web.error.too-long", path + name, path + name, maxLength);
		}
		return text.isEmpty() ? null : text;
	}

	public String requiredText(String name, int maxLength) {
		return required(name, text(name, maxLength));
	}

	/** A uuid; its form is not checked, what it names is. */
	public String uuid(String name) {
		return text(name, 38);
	}

	/** A whole number of at least {@code least}; null when absent. */
	public Integer number(String name, int least) {
		Object value = properties.get(name);
		if (value == null) {
			return null;
		}
		if (!(value instanceof Integer) || (Integer) value < least) {
			throw wrongType(name, "integer >= " + least);
		}
		return (Integer) value;
	}

	/** Any number; null when absent. */
	public Double decimal(String name) {
		Object value = properties.get(name);
		if (value != null && !(value instanceof Number)) {
			throw wrongType(name, "number");
		}
		return value == null ? null : ((Number) value).doubleValue();
	}

	/** False when absent. */
	public boolean flag(String name) {
		Object value = properties.get(name);
		if (value != null && !(value instanceof Boolean)) {
			throw wrongType(name, "true | false");
		}
		return Boolean.TRUE.equals(value);
	}

	public boolean requiredFlag(String name) {
		required(name, properties.get(name));
		return flag(name);
	}

	/** The name of a constant, upper case; null when absent. */
	public <E extends Enum<E>> E choice(String name, Class<E> type) {
		Object value = properties.get(name);
		return value == null ? null : constant(name, value, type);
	}

	public <E extends Enum<E>> E requiredChoice(String name, Class<E> type) {
		return required(name, choice(name, type));
	}

	/** A list of names of constants; empty when absent. */
	public <E extends Enum<E>> Set<E> choices(String name, Class<E> type) {
		Set<E> chosen = EnumSet.noneOf(type);
		for (Object value : list(name)) {
			chosen.add(constant(name, value, type));
		}
		return chosen;
	}

	private <E extends Enum<E>> E constant(String name, Object value, Class<E> type) {
		for (E constant : type.getEnumConstants()) {
			if (constant.name().equals(value)) {
				return constant;
			}
		}
		throw RetentionException.invalid("retention.web.error.unknown-value", path + name, path + name,
			Arrays.toString(type.getEnumConstants()));
	}

	/** Date and time with an offset; null when absent. */
	public Instant instant(String name) {
		String text = text(name, 60);
		if (text == null) {
			return null;
		}
		try {
			OffsetDateTime time = OffsetDateTime.parse(text, INSTANT);
			Years.require(time.getYear());
			return time.toInstant();
		}
		catch (DateTimeException e) {
			throw wrongType(name, "2026-11-21T17:00:00+01:00");
		}
	}

	/** A local date; null when absent. */
	public LocalDate date(String name) {
		String text = text(name, 60);
		if (text == null) {
			return null;
		}
		try {
			LocalDate date = LocalDate.parse(text);
			Years.require(date.getYear());
			return date;
		}
		catch (DateTimeException e) {
			throw wrongType(name, "2026-11-21");
		}
	}

	/** A local time of the day; null when absent. */
	public LocalTime time(String name) {
		String text = text(name, 60);
		try {
			return text == null ? null : LocalTime.parse(text).truncatedTo(ChronoUnit.MINUTES);
		}
		catch (DateTimeException e) {
			throw wrongType(name, "14:05");
		}
	}

	/** A local date and time; null when absent. */
	public LocalDateTime localTime(String name) {
		String text = text(name, 60);
		if (text == null) {
			return null;
		}
		try {
			LocalDateTime time = LocalDateTime.parse(text);
			Years.require(time.getYear());
			return time;
		}
		catch (DateTimeException e) {
			throw wrongType(name, "2026-11-21T17:00");
		}
	}

	/** A list of texts; empty when absent. */
	public List<String> texts(String name, int maxLength) {
		List<String> texts = new ArrayList<>();
		for (Object value : list(name)) {
			texts.add(required(name, trimmed(name, value, maxLength)));
		}
		return texts;
	}

	/** A list of anything; empty when absent. */
	public List<?> list(String name) {
		Object value = properties.get(name);
		if (value == null) {
			return new ArrayList<>();
		}
		if (!(value instanceof List)) {
			throw wrongType(name, "array");
		}
		return (List<?>) value;
	}

	/** A list of objects within the body; empty when absent. */
	public List<JsonBody> objects(String name, String... known) {
		List<JsonBody> objects = new ArrayList<>();
		for (Object value : list(name)) {
			if (!(value instanceof Map)) {
				throw wrongType(name, "object");
			}
			Map<String, Object> properties = new LinkedHashMap<>();
			((Map<?, ?>) value).forEach((key, content) -> properties.put(String.valueOf(key), content));
			objects.add(read(properties, path + name + ".", known));
		}
		return objects;
	}

	/** An object within the body; null when absent. */
	public JsonBody object(String name, String... known) {
		Map<String, Object> object = map(name);
		return object == null ? null : read(object, path + name + ".", known);
	}

	/** An object whose properties are data; null when absent. */
	public Map<String, Object> map(String name) {
		Object value = properties.get(name);
		if (value == null) {
			return null;
		}
		if (!(value instanceof Map)) {
			throw wrongType(name, "object");
		}
		Map<String, Object> map = new LinkedHashMap<>();
		((Map<?, ?>) value).forEach((key, content) -> map.put(String.valueOf(key), content));
		return map;
	}

	/** The value, or a refusal when it is null. */
	public <V> V required(String name, V value) {
		if (value == null) {
			throw RetentionException.invalid("retention.web.error.missing", path + name, path + name);
		}
		return value;
	}

	private RetentionException wrongType(String name, String wanted) {
		return RetentionException.invalid("retention.web.error.wrong-type", path + name, path + name, wanted);
	}
}
