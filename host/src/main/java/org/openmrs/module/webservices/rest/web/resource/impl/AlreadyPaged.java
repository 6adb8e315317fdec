/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest.web.resource.impl;

import java.util.List;

import org.openmrs.module.webservices.rest.web.RequestContext;

public class AlreadyPaged<T> extends BasePageableResult<T> {

	private final List<T> results;

	private final boolean hasMoreResults;

	private final Long totalCount;

	public AlreadyPaged(RequestContext context, List<T> results, boolean hasMoreResults, Long totalCount) {
		this.context = context;
		this.results = results;
		this.hasMoreResults = hasMoreResults;
		this.totalCount = totalCount;
	}

	@Override
	public List<T> getPageOfResults() {
		return results;
	}

	@Override
	public boolean hasMoreResults() {
		return hasMoreResults;
	}

	@Override
	public Long getTotalCount() {
		return totalCount;
	}
}
