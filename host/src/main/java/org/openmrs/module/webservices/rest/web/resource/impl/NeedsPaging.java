/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest.web.resource.impl;

import java.util.List;

import org.openmrs.module.webservices.rest.web.RequestContext;

/** Cuts the page out of the whole list. A start outside of it is an error of {@link List#subList}, as on the platform. */
public class NeedsPaging<T> extends BasePageableResult<T> {

	private final List<T> unpagedResults;

	public NeedsPaging(List<T> unpagedResults, RequestContext context) {
		this.unpagedResults = unpagedResults;
		this.context = context;
	}

	@Override
	public List<T> getPageOfResults() {
		int end = Math.min(context.getStartIndex() + context.getLimit(), unpagedResults.size());
		return unpagedResults.subList(context.getStartIndex(), end);
	}

	@Override
	public boolean hasMoreResults() {
		return unpagedResults.size() > context.getStartIndex() + context.getLimit();
	}

	@Override
	public Long getTotalCount() {
		return (long) unpagedResults.size();
	}
}
