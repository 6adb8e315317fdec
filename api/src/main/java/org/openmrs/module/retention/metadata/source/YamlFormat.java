/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.openmrs.module.retention.shared.DefinitionJson;
import org.openmrs.module.retention.shared.Problem;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.representer.Representer;

/** One definition in one YAML document. Only the document's nodes are read; no object of a type it names is ever made. */
final class YamlFormat<T> implements PackageFormat {

	private static final int DEEPEST = 30;

	private final String kind;

	private final Class<T> type;

	private final Function<T, List<Problem>> validator;

	private final Function<T, String> uuid;

	private final Function<T, String> name;

	YamlFormat(String kind, Class<T> type, Function<T, List<Problem>> validator, Function<T, String> uuid,
		Function<T, String> name) {
		this.kind = kind;
		this.type = type;
		this.validator = validator;
		this.uuid = uuid;
		this.name = name;
	}

	@Override
	public String getKind() {
		return kind;
	}

	@Override
	public List<String> getExtensions() {
		return Arrays.asList("yml", "yaml");
	}

	@Override
	public List<PackageItem> parse(String text, List<PackageProblem> problems) {
		Node root = compose(text, problems);
		if (root == null) {
			return Collections.emptyList();
		}
		DefinitionReader reader = new DefinitionReader(problems);
		JsonNode tree = reader.read(root, type);
		T definition = DefinitionJson.bind(tree, type);
		for (Problem problem : validator.apply(definition)) {
			if (!reader.isBroken(problem.getPath())) {
				problems.add(PackageProblem.error(reader.lineOf(problem.getPath()), problem.getPath(), problem.getCode(),
					problem.getArguments().toArray()));
			}
		}
		return Collections.singletonList(
			new PackageItem(uuid.apply(definition), name.apply(definition), reader.lineOf("uuid"), definition,
				reader::lineOf));
	}

	private static Node compose(String text, List<PackageProblem> problems) {
		LoaderOptions options = new LoaderOptions();
		options.setNestingDepthLimit(DEEPEST);
		options.setCodePointLimit(Integer.MAX_VALUE);
		Yaml yaml = new Yaml(new SafeConstructor(options), new Representer(new DumperOptions()), new DumperOptions(),
			options);
		try {
			List<Node> documents = new ArrayList<>();
			yaml.composeAll(new StringReader(text)).forEach(documents::add);
			if (documents.size() == 1 && documents.get(0) instanceof MappingNode) {
				return documents.get(0);
			}
			int line = documents.size() > 1 ? documents.get(1).getStartMark().getLine() + 1 : 1;
			problems.add(PackageProblem.error(line, "", "retention.metadata.error.one-document"));
		}
		catch (MarkedYAMLException e) {
			Mark mark = e.getProblemMark();
			problems.add(PackageProblem.error(mark == null ? 0 : mark.getLine() + 1, "",
				"retention.metadata.error.syntax", e.getProblem()));
		}
		catch (YAMLException e) {
			problems.add(PackageProblem.error(0, "", "retention.metadata.error.syntax", e.getMessage()));
		}
		return null;
	}
}
