/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webservices.rest.web.v1_0.controller;

import java.util.Collections;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.RestUtil;
import org.openmrs.module.webservices.rest.web.api.RestService;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.Creatable;
import org.openmrs.module.webservices.rest.web.resource.api.Deletable;
import org.openmrs.module.webservices.rest.web.resource.api.Listable;
import org.openmrs.module.webservices.rest.web.resource.api.Purgeable;
import org.openmrs.module.webservices.rest.web.resource.api.Resource;
import org.openmrs.module.webservices.rest.web.resource.api.Retrievable;
import org.openmrs.module.webservices.rest.web.resource.api.Searchable;
import org.openmrs.module.webservices.rest.web.resource.api.Updatable;
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
public class MainResourceController extends BaseRestController {

	@Autowired
	RestService restService;

	@Autowired
	BaseUriSetup baseUriSetup;

	@RequestMapping(value = "/{resource}/{uuid}", method = RequestMethod.GET)
	@ResponseBody
	public Object retrieve(@PathVariable("resource") String resource, @PathVariable("uuid") String uuid,
		HttpServletRequest request, HttpServletResponse response) throws ResponseException {
		RequestContext context = context(request, response);
		return ((Retrievable) resource(resource)).retrieve(uuid, context);
	}

	@RequestMapping(value = "/{resource}", method = RequestMethod.POST)
	@ResponseBody
	public Object create(@PathVariable("resource") String resource, @RequestBody SimpleObject post,
		HttpServletRequest request, HttpServletResponse response) throws ResponseException {
		RequestContext context = context(request, response);
		return RestUtil.created(response, ((Creatable) resource(resource)).create(post, context));
	}

	@RequestMapping(value = "/{resource}/{uuid}", method = RequestMethod.POST)
	@ResponseBody
	public Object update(@PathVariable("resource") String resource, @PathVariable("uuid") String uuid,
		@RequestBody SimpleObject post, HttpServletRequest request, HttpServletResponse response)
		throws ResponseException {
		RequestContext context = context(request, response);
		boolean undelete = post.equals(Collections.singletonMap("deleted", "false"));
		return RestUtil.updated(response, undelete ? ((Deletable) resource(resource)).undelete(uuid, context)
			: ((Updatable) resource(resource)).update(uuid, post, context));
	}

	@RequestMapping(value = "/{resource}/{uuid}", method = RequestMethod.DELETE, params = "!purge")
	@ResponseBody
	public Object delete(@PathVariable("resource") String resource, @PathVariable("uuid") String uuid,
		@RequestParam(value = "reason", defaultValue = "web service call") String reason, HttpServletRequest request,
		HttpServletResponse response) throws ResponseException {
		RequestContext context = context(request, response);
		((Deletable) resource(resource)).delete(uuid, reason, context);
		return RestUtil.noContent(response);
	}

	@RequestMapping(value = "/{resource}/{uuid}", method = RequestMethod.DELETE, params = "purge=true")
	@ResponseBody
	public Object purge(@PathVariable("resource") String resource, @PathVariable("uuid") String uuid,
		HttpServletRequest request, HttpServletResponse response) throws ResponseException {
		RequestContext context = context(request, response);
		((Purgeable) resource(resource)).purge(uuid, context);
		return RestUtil.noContent(response);
	}

	/** A list, or a search as soon as there is any parameter that lists do not know. */
	@RequestMapping(value = "/{resource}", method = RequestMethod.GET)
	@ResponseBody
	public SimpleObject get(@PathVariable("resource") String resource, HttpServletRequest request,
		HttpServletResponse response) throws ResponseException {
		baseUriSetup.setup(request);
		Resource res = resource(resource);
		RequestContext context = RestUtil.getRequestContext(request, response, Representation.REF);
		boolean search = !RestConstants.SPECIAL_REQUEST_PARAMETERS.containsAll(request.getParameterMap().keySet());
		if (search && res instanceof Searchable) {
			return ((Searchable) res).search(context);
		}
		if (!search && res instanceof Listable) {
			return ((Listable) res).getAll(context);
		}
		throw new ResourceDoesNotSupportOperationException(
			res.getClass().getSimpleName() + " is not " + (search ? "searchable" : "listable"));
	}

	private RequestContext context(HttpServletRequest request, HttpServletResponse response) {
		baseUriSetup.setup(request);
		return RestUtil.getRequestContext(request, response);
	}

	private Resource resource(String name) {
		return restService.getResourceByName(buildResourceName(name));
	}
}
