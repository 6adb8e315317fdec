/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web.resource;

import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.representation.DefaultRepresentation;
import org.openmrs.module.webservices.rest.web.representation.FullRepresentation;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;

/** Resource descriptions written as a line of words. */
@NoArgsConstructor(access = AccessLevel.PRIVATE)
final class Description {

	/** The versions of the platform that the core resources answer for. */
	static final String VERSIONS = "1.8.* - 9.*";

	/**
	 * The default or full representation. Of each word: {@code name=accessor} renames; a trailing {@code ^} is a ref by
	 * default and a default one in full, {@code ~} a ref in both, {@code *} a full one in full; a leading {@code +} is
	 * shown in full only.
	 *
	 * @return null for any other representation
	 */
	static DelegatingResourceDescription of(Representation rep, String words) {
		boolean full = rep instanceof FullRepresentation;
		if (!full && !(rep instanceof DefaultRepresentation)) {
			return null;
		}
		DelegatingResourceDescription description = new DelegatingResourceDescription();
		for (String word : words.split(" ")) {
			if (full || !word.startsWith("+")) {
				String[] names = word.replaceAll("[+^~*]", "").split("=");
				Representation nested = word.endsWith("~") || word.endsWith("^") && !full ? Representation.REF
					: word.endsWith("*") && full ? Representation.FULL : Representation.DEFAULT;
				description.addProperty(names[0], names[names.length - 1], nested);
			}
		}
		if (full) {
			return description.addSelfLink();
		}
		return description.addSelfLink().addLink("full", ".?v=" + RestConstants.REPRESENTATION_FULL);
	}

	static DelegatingResourceDescription creatable(Class<?> resource) {
		Settable settable = resource.getAnnotation(Settable.class);
		if (settable == null) {
			throw new ResourceDoesNotSupportOperationException();
		}
		return settable(settable.value());
	}

	/** What a client may set; a trailing {@code !} is required. */
	static DelegatingResourceDescription settable(String words) {
		DelegatingResourceDescription description = new DelegatingResourceDescription();
		for (String word : words.split(" ")) {
			if (word.endsWith("!")) {
				description.addRequiredProperty(word.substring(0, word.length() - 1));
			} else {
				description.addProperty(word);
			}
		}
		return description;
	}
}
