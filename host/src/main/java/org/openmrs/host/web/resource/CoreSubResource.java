/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web.resource;

import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingCrudResource;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingSubResource;

/** A core sub-resource told by its words. */
abstract class CoreSubResource<T, P, R extends DelegatingCrudResource<P>> extends DelegatingSubResource<T, P, R> {

	private final String version;

	private final String shown;

	private final String settable;

	private final Access<T> access;

	CoreSubResource(String version, String shown, String settable, Access<T> access) {
		this.version = version;
		this.shown = shown;
		this.settable = settable;
		this.access = access;
	}

	@Override
	public String getResourceVersion() {
		return version;
	}

	@Override
	public DelegatingResourceDescription getRepresentationDescription(Representation rep) {
		return Description.of(rep, shown);
	}

	@Override
	public DelegatingResourceDescription getCreatableProperties() {
		return Description.settable(settable);
	}

	@Override
	public T newDelegate() {
		return access.make.get();
	}

	@Override
	public T getByUniqueId(String uniqueId) {
		return access.find.apply(uniqueId);
	}

	@Override
	public T save(T delegate) {
		return access.save.apply(delegate);
	}

	@Override
	public void purge(T delegate, RequestContext context) {
		access.purge.accept(delegate);
	}
}
