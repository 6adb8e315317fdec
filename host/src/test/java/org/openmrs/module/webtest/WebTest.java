/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.webtest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import lombok.Getter;
import lombok.Setter;
import org.openmrs.BaseOpenmrsData;
import org.openmrs.api.context.Context;
import org.openmrs.module.BaseModuleActivator;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.PropertySetter;
import org.openmrs.module.webservices.rest.web.annotation.RepHandler;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.representation.DefaultRepresentation;
import org.openmrs.module.webservices.rest.web.representation.RefRepresentation;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.impl.AlreadyPaged;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingCrudResource;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingSubResource;
import org.openmrs.module.webservices.rest.web.resource.impl.NeedsPaging;
import org.openmrs.module.webservices.rest.web.v1_0.controller.MainResourceController;
import org.openmrs.module.webservices.rest.web.v1_0.controller.MainSubResourceController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.filter.OncePerRequestFilter;

/** A module with pages, a filter and resources in a namespace of its own. Its things live in memory. */
public class WebTest {

	private static final Map<String, Thing> THINGS = Collections.synchronizedMap(new LinkedHashMap<>());

	public static class Activator extends BaseModuleActivator {
	}

	/** Tells whether anyone was logged in when the request came by. */
	public static class Stamp extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
			response.setHeader("X-Stamp", String.valueOf(Context.isAuthenticated()));
			chain.doFilter(request, response);
		}
	}

	@RequestMapping("/webtest")
	public static class Pages {

		@RequestMapping(value = "/hello", method = RequestMethod.GET, produces = "text/plain;charset=UTF-8")
		@ResponseBody
		public String hello(@RequestParam(value = "n", required = false) Integer n) {
			return "Blåbær " + n;
		}

		@RequestMapping("/broken")
		public void broken() {
			throw new IllegalStateException("broken");
		}
	}

	@RequestMapping("/rest/v1/webtest")
	public static class ResourceController extends MainResourceController {

		@Override
		public String getNamespace() {
			return "v1/webtest";
		}
	}

	@RequestMapping("/rest/v1/webtest")
	public static class SubResourceController extends MainSubResourceController {

		@Override
		public String getNamespace() {
			return "v1/webtest";
		}
	}

	@Getter
	@Setter
	public static class Thing extends BaseOpenmrsData {

		private Integer id;

		private String kind;

		private String size;

		private Date seen;

		private String secret = "unset";

		private List<Note> notes = new ArrayList<>();
	}

	@Getter
	@Setter
	public static class Note extends BaseOpenmrsData {

		private Integer id;

		private String text;

		private Thing thing;
	}

	@Resource(name = "v1/webtest/thing", supportedClass = Thing.class, supportedOpenmrsVersions = "2.8 - 9.*")
	public static class Things extends DelegatingCrudResource<Thing> {

		@Override
		public DelegatingResourceDescription getRepresentationDescription(Representation rep) {
			if (!(rep instanceof DefaultRepresentation)) {
				return null;
			}
			DelegatingResourceDescription description = new DelegatingResourceDescription();
			description.addProperty("uuid");
			description.addProperty("kind");
			description.addProperty("size");
			description.addProperty("seen");
			description.addProperty("notes", Representation.REF);
			return description.addSelfLink();
		}

		@Override
		public DelegatingResourceDescription getCreatableProperties() {
			DelegatingResourceDescription description = new DelegatingResourceDescription();
			description.addRequiredProperty("kind");
			description.addProperty("size");
			description.addProperty("seen");
			return description;
		}

		@RepHandler(RefRepresentation.class)
		public SimpleObject asRef(Thing thing) {
			DelegatingResourceDescription description = new DelegatingResourceDescription();
			description.addProperty("uuid");
			description.addProperty("display");
			return convertDelegateToRepresentation(thing, description.addSelfLink());
		}

		@PropertyGetter("display")
		public static String getDisplay(Thing thing) {
			return thing.getKind();
		}

		/** Needs the kind, which comes before it in the description whatever the order in the body. */
		@PropertySetter("size")
		public static void setSize(Thing thing, String size) {
			thing.setSize(thing.getKind() + "-" + size);
		}

		@Override
		public Thing newDelegate() {
			return new Thing();
		}

		@Override
		public Thing getByUniqueId(String uuid) {
			return THINGS.get(uuid);
		}

		@Override
		public Thing save(Thing thing) {
			THINGS.put(thing.getUuid(), thing);
			return thing;
		}

		@Override
		protected void delete(Thing thing, String reason, RequestContext context) {
			thing.setVoided(true);
			thing.setVoidReason(reason);
		}

		@Override
		public void purge(Thing thing, RequestContext context) {
			THINGS.remove(thing.getUuid());
		}

		@Override
		protected PageableResult doGetAll(RequestContext context) {
			return new NeedsPaging<>(new ArrayList<>(THINGS.values()), context);
		}

		@Override
		protected PageableResult doSearch(RequestContext context) {
			List<Thing> found = new ArrayList<>(THINGS.values());
			found.removeIf(thing -> !thing.getKind().equals(context.getParameter("kind")));
			return new AlreadyPaged<>(context, found, false, 41L);
		}
	}

	@SubResource(parent = Things.class, path = "note", supportedClass = Note.class, supportedOpenmrsVersions = "2.8 - 9.*")
	public static class Notes extends DelegatingSubResource<Note, Thing, Things> {

		@Override
		public DelegatingResourceDescription getRepresentationDescription(Representation rep) {
			if (!(rep instanceof DefaultRepresentation)) {
				return null;
			}
			DelegatingResourceDescription description = new DelegatingResourceDescription();
			description.addProperty("uuid");
			description.addProperty("text");
			return description.addSelfLink();
		}

		@Override
		public DelegatingResourceDescription getCreatableProperties() {
			DelegatingResourceDescription description = new DelegatingResourceDescription();
			description.addRequiredProperty("text");
			return description;
		}

		@PropertyGetter("display")
		public String getDisplay(Note note) {
			return note.getText();
		}

		@Override
		public Thing getParent(Note note) {
			return note.getThing();
		}

		@Override
		public void setParent(Note note, Thing thing) {
			note.setThing(thing);
		}

		@Override
		public PageableResult doGetAll(Thing thing, RequestContext context) {
			return new NeedsPaging<>(thing.getNotes(), context);
		}

		@Override
		public Note newDelegate() {
			return new Note();
		}

		@Override
		public Note getByUniqueId(String uuid) {
			return THINGS.values().stream().flatMap(thing -> thing.getNotes().stream())
				.filter(note -> note.getUuid().equals(uuid)).findFirst().orElse(null);
		}

		@Override
		public Note save(Note note) {
			note.getThing().getNotes().add(note);
			return note;
		}

		@Override
		protected void delete(Note note, String reason, RequestContext context) {
			note.setVoided(true);
		}

		@Override
		public void purge(Note note, RequestContext context) {
			note.getThing().getNotes().remove(note);
		}
	}
}
