/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web.resource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;

import org.apache.commons.lang3.StringUtils;
import org.openmrs.OpenmrsMetadata;
import org.openmrs.Retireable;
import org.openmrs.User;
import org.openmrs.Voidable;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.RepHandler;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.RefRepresentation;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingCrudResource;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;
import org.openmrs.module.webservices.rest.web.resource.impl.NeedsPaging;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;

/** An entity of the core by the methods that its service has for it: {@code getXByUuid}, {@code saveX} and so on. */
public abstract class CoreResource<T> extends DelegatingCrudResource<T> {

	private final ServiceCalls<T> calls;

	private final Words words = getClass().getAnnotation(Words.class);

	@SuppressWarnings("unchecked")
	CoreResource() {
		calls = new ServiceCalls<>((Class<T>) getClass().getAnnotation(Resource.class).supportedClass(), words.service());
		Collections.addAll(allowedMissingProperties, words.absent().split(" "));
	}

	@Override
	public String getRequiredGetPrivilege() {
		return StringUtils.defaultIfEmpty(words.privilege(), null);
	}

	@Override
	public String getResourceVersion() {
		return words.version();
	}

	@Override
	public DelegatingResourceDescription getRepresentationDescription(Representation rep) {
		return Description.of(rep, getClass().getAnnotation(Shown.class).value());
	}

	@Override
	public DelegatingResourceDescription getCreatableProperties() {
		return Description.creatable(getClass());
	}

	@RepHandler(RefRepresentation.class)
	public SimpleObject asRef(T delegate) {
		DelegatingResourceDescription description = Description.settable("uuid display");
		if (delegate instanceof Voidable && ((Voidable) delegate).getVoided()) {
			description.addProperty("voided");
		} else if (delegate instanceof Retireable && ((Retireable) delegate).getRetired()) {
			description.addProperty("retired");
		}
		return convertDelegateToRepresentation(delegate, description.addSelfLink());
	}

	/** The words of the site come first if it has any. */
	@PropertyGetter("display")
	public String getDisplayString(T delegate) {
		String localized = delegate instanceof OpenmrsMetadata
			? getLocalization(calls.type.getSimpleName(), getUniqueId(delegate)) : null;
		return localized == null ? (String) getProperty(delegate, words.display()) : localized;
	}

	@Override
	public T newDelegate() {
		return calls.make();
	}

	/** By uuid, or else by the name where the service finds by it. */
	@Override
	public T getByUniqueId(String reference) {
		T found = calls.find("get%sByUuid", reference);
		found = found == null ? calls.find("get%sByName", reference) : found;
		return found == null ? calls.find("get%s", reference) : found;
	}

	@Override
	public T save(T delegate) {
		return calls.required("save%s", delegate);
	}

	/** What is voided or retired already stays as it is. Data is voided by its service, metadata is saved as retired. */
	@Override
	protected void delete(T delegate, String reason, RequestContext context) {
		if (delegate instanceof Voidable) {
			if (!((Voidable) delegate).getVoided()) {
				calls.required("void%s", delegate, reason);
			}
		} else if (delegate instanceof Retireable && !((Retireable) delegate).getRetired()) {
			Retireable retired = (Retireable) delegate;
			retired.setRetired(true);
			retired.setRetiredBy(Context.getAuthenticatedUser());
			retired.setDateRetired(new Date());
			retired.setRetireReason(reason);
			save(delegate);
		}
	}

	@Override
	public void purge(T delegate, RequestContext context) {
		calls.required("purge%s", delegate);
	}

	@Override
	protected PageableResult doGetAll(RequestContext context) {
		List<T> all = calls.list("getAll%ss", context.getIncludeAll());
		all = all == null ? calls.list("getAll%ss") : all;
		if (all == null) {
			throw new ResourceDoesNotSupportOperationException();
		}
		List<T> shown = new ArrayList<>(all);
		shown.removeIf(one -> !context.getIncludeAll() && one instanceof Retireable && ((Retireable) one).getRetired());
		return new NeedsPaging<>(shown, context);
	}

	@Override
	public boolean isRetirable() {
		return OpenmrsMetadata.class.isAssignableFrom(calls.type) || calls.type == User.class;
	}

	@Override
	public boolean isVoidable() {
		return Voidable.class.isAssignableFrom(calls.type);
	}
}
