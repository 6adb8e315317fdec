/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openmrs.module.retention.question.LocalizedText;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads the nodes of a YAML document by the properties of a definition class and finds everything that does not fit: what
 * is unknown, given twice, or of another type. The type decides what a scalar is, not YAML's guess, so that an unquoted
 * {@code 16:00} is a time and {@code no} a word. What does not fit is left out of the tree and remembered, and so is the
 * line of each property.
 */
final class DefinitionReader {

	private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");

	/** Aliases may repeat what is written once; a document that grows beyond this by them is refused. */
	private static final int MOST_NODES = 100_000;

	private final JsonNodeFactory json = JsonNodeFactory.instance;

	private final List<PackageProblem> problems;

	private final Map<String, Integer> lines = new HashMap<>();

	private final Set<String> broken = new HashSet<>();

	private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

	private int nodes;

	DefinitionReader(List<PackageProblem> problems) {
		this.problems = problems;
	}

	JsonNode read(Node root, Class<?> type) {
		JsonNode tree = value("", root, type);
		return tree == null ? json.objectNode() : tree;
	}

	/** The line of the property, else of the nearest thing that holds it. */
	int lineOf(String path) {
		String at = path;
		while (!at.isEmpty() && !lines.containsKey(at)) {
			at = above(at);
		}
		return lines.getOrDefault(at, 1);
	}

	/** Whether the property or something that holds it has been reported already. */
	boolean isBroken(String path) {
		String at = path;
		while (!at.isEmpty() && !broken.contains(at)) {
			at = above(at);
		}
		return broken.contains(at);
	}

	private static String above(String path) {
		int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
		return end < 0 ? "" : path.substring(0, end);
	}

	/** Null when there is nothing, or nothing of use. */
	private JsonNode value(String path, Node node, Type type) {
		lines.putIfAbsent(path, node.getStartMark().getLine() + 1);
		if (++nodes > MOST_NODES || !open.add(node)) {
			return wrong(path, node, "retention.metadata.error.alias");
		}
		try {
			if (!node.getTag().startsWith(Tag.PREFIX)) {
				return wrong(path, node, "retention.metadata.error.tag", node.getTag());
			}
			if (node.getTag().equals(Tag.NULL)) {
				return null;
			}
			if (type instanceof ParameterizedType) {
				Type[] of = ((ParameterizedType) type).getActualTypeArguments();
				return of.length == 1 ? list(path, node, of[0]) : map(path, node, of[1]);
			}
			Class<?> wanted = (Class<?>) type;
			if (wanted == LocalizedText.class) {
				return map(path, node, String.class);
			}
			if (wanted == String.class || wanted.isEnum() || wanted.isPrimitive() || Number.class.isAssignableFrom(wanted)) {
				return scalar(path, node, wanted);
			}
			return object(path, node, wanted);
		}
		finally {
			open.remove(node);
		}
	}

	private JsonNode object(String path, Node node, Class<?> type) {
		if (!(node instanceof MappingNode)) {
			return wrong(path, node, "retention.metadata.error.not-a-mapping");
		}
		Map<String, Type> properties = properties(type);
		ObjectNode object = json.objectNode();
		for (Map.Entry<String, Node> entry : entries(path, (MappingNode) node).entrySet()) {
			String at = join(path, entry.getKey());
			if (!properties.containsKey(entry.getKey())) {
				wrong(at, entry.getValue(), "retention.metadata.error.unknown-property", entry.getKey(),
					properties.keySet());
				continue;
			}
			JsonNode value = value(at, entry.getValue(), properties.get(entry.getKey()));
			if (value != null) {
				object.set(entry.getKey(), value);
			}
		}
		return object;
	}

	private JsonNode map(String path, Node node, Type of) {
		if (!(node instanceof MappingNode)) {
			return wrong(path, node, "retention.metadata.error.not-a-mapping");
		}
		ObjectNode object = json.objectNode();
		for (Map.Entry<String, Node> entry : entries(path, (MappingNode) node).entrySet()) {
			JsonNode value = value(join(path, entry.getKey()), entry.getValue(), of);
			object.set(entry.getKey(), value != null ? value : of == String.class ? TextNode.valueOf("") : json.arrayNode());
		}
		return object;
	}

	private JsonNode list(String path, Node node, Type of) {
		if (!(node instanceof SequenceNode)) {
			return wrong(path, node, "retention.metadata.error.not-a-list");
		}
		ArrayNode array = json.arrayNode();
		List<Node> elements = ((SequenceNode) node).getValue();
		for (int i = 0; i < elements.size(); i++) {
			String at = path + "[" + i + "]";
			JsonNode value = value(at, elements.get(i), of);
			if (value == null && !isBroken(at)) {
				wrong(at, elements.get(i), "retention.metadata.error.empty");
			}
			array.add(value != null ? value : nothing(of));
		}
		return array;
	}

	/** Stands for an element that does not fit, so that the others keep their places. */
	private JsonNode nothing(Type of) {
		if (of instanceof Class && !((Class<?>) of).isEnum() && of != String.class) {
			return json.objectNode();
		}
		return of == String.class ? TextNode.valueOf("")
			: TextNode.valueOf(((Class<?>) of).getEnumConstants()[0].toString());
	}

	private JsonNode scalar(String path, Node node, Class<?> type) {
		if (!(node instanceof ScalarNode)) {
			return wrong(path, node, "retention.metadata.error.not-a-value");
		}
		String text = ((ScalarNode) node).getValue();
		if (type == String.class) {
			return TextNode.valueOf(text);
		}
		if (type.isEnum()) {
			List<String> known = Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.toList());
			return known.contains(text) ? TextNode.valueOf(text)
				: wrong(path, node, "retention.metadata.error.unknown-value", text, known);
		}
		if (type == boolean.class) {
			return "true".equals(text) || "false".equals(text) ? BooleanNode.valueOf("true".equals(text))
				: wrong(path, node, "retention.metadata.error.not-a-truth", text);
		}
		return WHOLE_NUMBER.matcher(text).matches() ? IntNode.valueOf(Integer.parseInt(text))
			: wrong(path, node, "retention.metadata.error.not-a-number", text);
	}

	private Map<String, Node> entries(String path, MappingNode node) {
		Map<String, Node> entries = new LinkedHashMap<>();
		for (NodeTuple tuple : node.getValue()) {
			if (!(tuple.getKeyNode() instanceof ScalarNode)) {
				wrong(path, tuple.getKeyNode(), "retention.metadata.error.not-a-value");
				continue;
			}
			String key = ((ScalarNode) tuple.getKeyNode()).getValue();
			int line = tuple.getKeyNode().getStartMark().getLine() + 1;
			if (entries.containsKey(key)) {
				broken.add(join(path, key));
				problems.add(PackageProblem.error(line, join(path, key), "retention.metadata.error.given-twice", key));
				continue;
			}
			lines.put(join(path, key), line);
			entries.put(key, tuple.getValueNode());
		}
		return entries;
	}

	private JsonNode wrong(String path, Node node, String code, Object... arguments) {
		if (broken.add(path)) {
			problems.add(PackageProblem.error(lines.getOrDefault(path, node.getStartMark().getLine() + 1), path, code,
				arguments));
		}
		return null;
	}

	private static Map<String, Type> properties(Class<?> type) {
		Map<String, Type> properties = new LinkedHashMap<>();
		for (Field field : new ArrayList<>(Arrays.asList(type.getDeclaredFields()))) {
			if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
				properties.put(field.getName(), field.getGenericType());
			}
		}
		return properties;
	}

	private static String join(String path, String property) {
		return path.isEmpty() ? property : path + "." + property;
	}
}
