/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata.source;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lombok.Value;
import lombok.With;
import org.openmrs.module.retention.shared.Messages;

/** Something that is wrong with a file, or odd about it. */
@Value
public class PackageProblem {

	/** What it means for the file. */
	public enum Severity {
		/** The file changes nothing. */
		ERROR,
		/** The rest of the file is loaded; what is missing is looked for again at the next load. */
		WARNING
	}

	Severity severity;

	/** From 1; 0 when it is about the file as a whole. */
	int line;

	/** The property or column; empty when it is about the file or line as a whole. */
	String path;

	/** A message code. */
	String code;

	/** What the message is about, as text. */
	List<String> arguments;

	/** The message: in English, or in the language of who asked for the load. */
	@With
	String text;

	public static PackageProblem error(int line, String path, String code, Object... arguments) {
		return of(Severity.ERROR, line, path, code, arguments);
	}

	public static PackageProblem warning(int line, String path, String code, Object... arguments) {
		return of(Severity.WARNING, line, path, code, arguments);
	}

	@JsonIgnore
	public boolean isError() {
		return severity == Severity.ERROR;
	}

	private static PackageProblem of(Severity severity, int line, String path, String code, Object... arguments) {
		List<String> texts = Collections.unmodifiableList(
			Arrays.stream(arguments).map(PackageProblem::text).collect(Collectors.toList()));
		return new PackageProblem(severity, line, path, code, texts, Messages.text(code, Locale.ENGLISH, texts.toArray()));
	}

	private static String text(Object argument) {
		if (argument instanceof Iterable) {
			List<String> parts = new ArrayList<>();
			((Iterable<?>) argument).forEach(part -> parts.add(String.valueOf(part)));
			return String.join(", ", parts);
		}
		return String.valueOf(argument);
	}
}
