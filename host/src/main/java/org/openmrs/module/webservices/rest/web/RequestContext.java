/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest.web;

import java.util.Map;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import lombok.Getter;
import lombok.Setter;
import org.openmrs.api.APIException;
import org.openmrs.module.webservices.rest.web.representation.DefaultRepresentation;
import org.openmrs.module.webservices.rest.web.representation.Representation;

/** What the client asked about the answer: its representation, its page, whether retired and voided things count. */
@Getter
@Setter
public class RequestContext {

	private HttpServletRequest request;

	private HttpServletResponse response;

	private Representation representation = new DefaultRepresentation();

	private Integer startIndex = 0;

	private Integer limit = RestUtil.getDefaultLimit();

	private Boolean includeAll = false;

	private String type;

	public void setLimit(Integer limit) {
		if (limit == null || limit <= 0) {
			throw new APIException("If you specify a number of results to return, it must be >0 and not null");
		}
		if (limit > RestUtil.getAbsoluteLimit()) {
			throw new APIException("Administrator has set absolute limit at " + RestUtil.getAbsoluteLimit());
		}
		this.limit = limit;
	}

	public Hyperlink getNextLink() {
		return pageLink("next", startIndex + limit);
	}

	public Hyperlink getPreviousLink() {
		return pageLink("prev", startIndex - limit);
	}

	public String getParameter(String name) {
		return request == null ? null : request.getParameter(name);
	}

	/** The request's own address with another start; the first page is named by leaving the start out. */
	private Hyperlink pageLink(String rel, int start) {
		StringBuffer uri = RestUtil.determineSchemeHostAndPortFromRequest(request).append(request.getRequestURI())
			.append('?');
		for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
			if (!RestConstants.REQUEST_PROPERTY_FOR_START_INDEX.equals(parameter.getKey())) {
				for (String value : parameter.getValue()) {
					uri.append(parameter.getKey()).append('=').append(RestUtil.urlEncode(value)).append('&');
				}
			}
		}
		if (start > 0) {
			uri.append(RestConstants.REQUEST_PROPERTY_FOR_START_INDEX).append('=').append(start);
		}
		return new Hyperlink(rel, uri.toString());
	}
}
