/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.util.List;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;

/**
 * A form that came without a session, or with the token of an earlier one: not taken in, and kept until its user has signed
 * in and sends it again. Until it is known whose it is nothing of it is shown.
 */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class KeptForm {

	private static final String PREFIX = "typed.";

	private static final String PATH = "kept";

	private static final String PROOF = "keptProof";

	/** Where it is sent, below our root. */
	String path;

	String proof;

	/** Empty of a form that is a button alone. */
	List<Typed> fields;

	/** The request is the form; null: it is none of ours. */
	static KeptForm sentBy(HttpServletRequest request) {
		return of(Paths.path(request), request.getParameter(FormProof.FIELD), Typed.of(request));
	}

	/** The form for signing in carries it; null: it carries none. */
	static KeptForm carriedBy(HttpServletRequest request) {
		return of(request.getParameter(PATH), request.getParameter(PROOF),
			Typed.of(request).stream().filter(field -> field.getName().startsWith(PREFIX))
				.map(field -> new Typed(field.getName().substring(PREFIX.length()), field.getValue()))
				.collect(Collectors.toList()));
	}

	private static KeptForm of(String path, String proof, List<Typed> fields) {
		return proof == null || !Paths.isOurs(path) ? null : new KeptForm(path, proof, fields);
	}

	/** Of the user who is signed in. */
	boolean isOwn() {
		return FormProof.isRight(proof, path);
	}
}
