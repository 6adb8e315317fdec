/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.rest;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.representation.CustomRepresentation;
import org.openmrs.module.webservices.rest.web.representation.FullRepresentation;
import org.openmrs.module.webservices.rest.web.representation.NamedRepresentation;
import org.openmrs.module.webservices.rest.web.representation.RefRepresentation;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingCrudResource;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;

/**
 * A resource on one of the module's classes. Shows exactly the properties that it describes, also to a custom
 * representation; reads lists by page; lets nothing be written unless a subclass does, which parses its own body.
 */
public abstract class EntityResource<T> extends DelegatingCrudResource<T> {

	private Set<String> shown;

	/** Null when there is none. */
	protected abstract T find(String uuid);

	protected abstract Listing<T> list(QueryFilters filters);

	/** Adds what default and full representations show besides uuid, display and links. */
	protected abstract void describe(DelegatingResourceDescription description, boolean full);

	/** The zone in which the object's instants are shown. */
	public ZoneId zoneOf(T object) {
		return ZoneId.systemDefault();
	}

	/** What refs show besides uuid, display and links. */
	protected void describeRef(DelegatingResourceDescription description) {
		// nothing more
	}

	/** The privilege without which the objects are left out where others refer to them; the one of {@link #find}. */
	@Override
	public abstract String getRequiredGetPrivilege();

	@Override
	public T getByUniqueId(String uuid) {
		return find(uuid);
	}

	/** The object, or a refusal with 404. */
	public final T existing(String uuid) {
		T found = find(uuid);
		if (found == null) {
			throw RetentionException.notFound("retention.web.error.not-found", null);
		}
		return found;
	}

	@Override
	public Object retrieve(String uuid, RequestContext context) {
		return asRepresentation(existing(uuid), context.getRepresentation());
	}

	@Override
	public SimpleObject getAll(RequestContext context) {
		return search(context);
	}

	@Override
	public SimpleObject search(RequestContext context) {
		return list(new QueryFilters(context)).page(context, this);
	}

	@Override
	public DelegatingResourceDescription getRepresentationDescription(Representation representation) {
		if (representation instanceof CustomRepresentation || representation instanceof NamedRepresentation) {
			return null;
		}
		DelegatingResourceDescription description = new DelegatingResourceDescription();
		description.addProperty("uuid");
		description.addProperty("display");
		boolean full = representation instanceof FullRepresentation;
		if (representation instanceof RefRepresentation) {
			describeRef(description);
		} else {
			describe(description, full);
		}
		if (full) {
			description.addProperty("auditInfo");
		}
		description.addSelfLink();
		if (!full && !(representation instanceof RefRepresentation)) {
			description.addLink("full", ".?v=" + RestConstants.REPRESENTATION_FULL);
		}
		return description;
	}

	/** Another getter of the class is no property of the resource. */
	@Override
	public Object getProperty(T object, String name) {
		if (!shown().contains(name)) {
			throw RetentionException.invalid("retention.web.error.unknown-property", "v", name);
		}
		Object value = NamelessPatient.shown(super.getProperty(object, name));
		return value instanceof Instant ? TimeText.shown(value, zoneOf(object)) : TimeText.shown(value, null);
	}

	private Set<String> shown() {
		if (shown == null) {
			Set<String> names = new HashSet<>();
			for (Representation representation : getAvailableRepresentations()) {
				Map<String, ?> properties = getRepresentationDescription(representation).getProperties();
				names.addAll(properties.keySet());
			}
			shown = names;
		}
		return shown;
	}

	@Override
	public T newDelegate() {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	public T save(T object) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	public Object create(SimpleObject body, RequestContext context) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	public Object update(String uuid, SimpleObject body, RequestContext context) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	public Object undelete(String uuid, RequestContext context) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	protected void delete(T object, String reason, RequestContext context) {
		throw new ResourceDoesNotSupportOperationException();
	}

	@Override
	public void purge(T object, RequestContext context) {
		throw new ResourceDoesNotSupportOperationException();
	}

	protected final SimpleObject rendered(T object, RequestContext context) {
		return asRepresentation(object, context.getRepresentation());
	}
}
