/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web.resource;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** How a resource makes, finds, stores and removes its objects. */
final class Access<T> {

	final Supplier<T> make;

	final Function<String, T> find;

	final UnaryOperator<T> save;

	final Consumer<T> purge;

	Access(Supplier<T> make, Function<String, T> find, UnaryOperator<T> save, Consumer<T> purge) {
		this.make = make;
		this.find = find;
		this.save = save;
		this.purge = purge;
	}
}
