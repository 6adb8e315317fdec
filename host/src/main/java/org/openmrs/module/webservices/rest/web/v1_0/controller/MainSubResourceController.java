/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest.web.v1_0.controller;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.RestUtil;
import org.openmrs.module.webservices.rest.web.api.RestService;
import org.openmrs.module.webservices.rest.web.resource.api.Searchable;
import org.openmrs.module.webservices.rest.web.resource.api.SubResource;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;
import org.openmrs.module.webservices.rest.web.response.ResponseException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
@RequestMapping(value = "/rest/" + RestConstants.VERSION_1)
public class MainSubResourceController extends BaseRestController {

	private static final String ALL = "/{resource}/{parentUuid}/{subResource}";

	private static final String ONE = ALL + "/{uuid}";

	@Autowired
	RestService restService;

	@Autowired
	BaseUriSetup baseUriSetup;

	@RequestMapping(value = ONE, method = RequestMethod.GET)
	@ResponseBody
	public Object retrieve(@PathVariable("resource") String resource, @PathVariable("parentUuid") String parentUuid,
		@PathVariable("subResource") String subResource, @PathVariable("uuid") String uuid, HttpServletRequest request,
		HttpServletResponse response) throws ResponseException {
		RequestContext context = context(request, response);
		return resource(resource, subResource).retrieve(parentUuid, uuid, context);
	}

	/** Unlike the list of a resource, the list of a sub-resource shows the default representation. */
	@RequestMapping(value = ALL, method = RequestMethod.GET)
	@ResponseBody
	public SimpleObject get(@PathVariable("resource") String resource, @PathVariable("parentUuid") String parentUuid,
		@PathVariable("subResource") String subResource, HttpServletRequest request, HttpServletResponse response)
		throws ResponseException {
		baseUriSetup.setup(request);
		SubResource res = resource(resource, subResource);
		RequestContext context = RestUtil.getRequestContext(request, response);
		if (RestConstants.SPECIAL_REQUEST_PARAMETERS.containsAll(request.getParameterMap().keySet())) {
			return res.getAll(parentUuid, context);
		}
		if (res instanceof Searchable) {
			return ((Searchable) res).search(context);
		}
		throw new ResourceDoesNotSupportOperationException(res.getClass().getSimpleName() + " is not searchable");
	}

	@RequestMapping(value = ALL, method = RequestMethod.POST)
	@ResponseBody
	public Object create(@PathVariable("resource") String resource, @PathVariable("parentUuid") String parentUuid,
		@PathVariable("subResource") String subResource, @RequestBody SimpleObject post, HttpServletRequest request,
		HttpServletResponse response) throws ResponseException {
		RequestContext context = context(request, response);
		return RestUtil.created(response, resource(resource, subResource).create(parentUuid, post, context));
	}

	@RequestMapping(value = ONE, method = RequestMethod.DELETE, params = "purge")
	@ResponseBody
	public Object purge(@PathVariable("resource") String resource, @PathVariable("parentUuid") String parentUuid,
		@PathVariable("subResource") String subResource, @PathVariable("uuid") String uuid, HttpServletRequest request,
		HttpServletResponse response) throws ResponseException {
		RequestContext context = context(request, response);
		resource(resource, subResource).purge(parentUuid, uuid, context);
		return RestUtil.noContent(response);
	}

	@RequestMapping(value = ALL, method = RequestMethod.DELETE, params = "!purge")
	@ResponseBody
	public Object delete(@PathVariable("resource") String resource, @PathVariable("parentUuid") String parentUuid,
		@PathVariable("subResource") String subResource,
		@RequestParam(value = "reason", defaultValue = "web service call") String reason, HttpServletRequest request,
		HttpServletResponse response) throws ResponseException {
		RequestContext context = context(request, response);
		resource(resource, subResource).delete(parentUuid, null, reason, context);
		return RestUtil.noContent(response);
	}

	private RequestContext context(HttpServletRequest request, HttpServletResponse response) {
		baseUriSetup.setup(request);
		return RestUtil.getRequestContext(request, response);
	}

	private SubResource resource(String resource, String subResource) {
		return (SubResource) restService.getResourceByName(buildResourceName(resource) + "/" + subResource);
	}
}
