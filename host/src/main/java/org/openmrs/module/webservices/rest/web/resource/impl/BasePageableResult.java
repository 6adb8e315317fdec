/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest.web.resource.impl;

import java.util.ArrayList;
import java.util.List;

import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.Hyperlink;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.resource.api.Converter;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.response.ResponseException;

public abstract class BasePageableResult<T> implements PageableResult {

	protected RequestContext context;

	public abstract List<T> getPageOfResults();

	public abstract boolean hasMoreResults();

	public Long getTotalCount() {
		return null;
	}

	@Override
	@SuppressWarnings("rawtypes")
	public SimpleObject toSimpleObject(Converter preferredConverter) throws ResponseException {
		List<Object> results = new ArrayList<>();
		for (T match : getPageOfResults()) {
			results.add(ConversionUtil.convertToRepresentation(match, context.getRepresentation(), preferredConverter));
		}
		SimpleObject page = new SimpleObject().add("results", results);
		List<Hyperlink> links = new ArrayList<>();
		if (hasMoreResults()) {
			links.add(context.getNextLink());
		}
		if (context.getStartIndex() > 0) {
			links.add(context.getPreviousLink());
		}
		if (!links.isEmpty()) {
			page.add("links", links);
		}
		if (Boolean.parseBoolean(context.getParameter(RestConstants.REQUEST_PROPERTY_FOR_TOTAL_COUNT))) {
			page.add("totalCount", getTotalCount());
		}
		return page;
	}
}
