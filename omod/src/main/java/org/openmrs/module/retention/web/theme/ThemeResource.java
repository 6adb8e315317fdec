/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.theme;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.theme.taxonomy.Theme;
import org.openmrs.module.retention.theme.taxonomy.ThemeDefinition;
import org.openmrs.module.retention.theme.taxonomy.ThemeService;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.JsonTree;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** What comments can be about: a list as a tree is read, each theme after the one above it. */
@Resource(name = Namespace.V1
	+ "/theme", supportedClass = Theme.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class ThemeResource extends EntityResource<Theme> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_THEMES;
	}

	@Override
	protected Theme find(String uuid) {
		return service().getThemeByUuid(uuid);
	}

	@Override
	protected Listing<Theme> list(QueryFilters filters) {
		String part = filters.text("q") == null ? "" : filters.text("q").toLowerCase(Locale.ROOT);
		List<Theme> found = service().getThemes(filters.includeAll()).stream()
			.filter(theme -> theme.getCode().contains(part)
				|| theme.getDefinition().getName().getByTag().values().stream()
					.anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(part)))
			.collect(Collectors.toList());
		return Listing.of(found);
	}

	@Override
	protected void describeRef(DelegatingResourceDescription description) {
		description.addProperty("code");
		description.addProperty("retired");
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("code");
		description.addProperty("name");
		description.addProperty("parent", Representation.REF);
		description.addProperty("mergedInto", Representation.REF);
		description.addProperty("retired");
		description.addProperty("version");
		if (full) {
			description.addProperty("definition");
		}
	}

	@PropertyGetter("display")
	public static String getDisplay(Theme theme) {
		return theme.nameIn(Context.getLocale());
	}

	/** In the caller's language, else another. */
	@PropertyGetter("name")
	public static String getName(Theme theme) {
		return theme.nameIn(Context.getLocale());
	}

	@PropertyGetter("definition")
	public static Map<String, Object> getDefinition(Theme theme) {
		return JsonTree.of(theme.getDefinition());
	}

	/** The body is a theme as in a metadata package; without uuid and code it gets both. One with a uuid that exists is worded anew. */
	@Override
	public Object create(SimpleObject body, RequestContext context) {
		ThemeDefinition definition = JsonBody.bind(body, ThemeDefinition.class);
		if (definition.isRetired()) {
			throw RetentionException.invalid("retention.web.error.wrong-value", "retired", "retired");
		}
		return rendered(service().saveTheme(definition), context);
	}

	/** Some of its words, or whether it is retired. */
	@Override
	public Object update(String uuid, SimpleObject body, RequestContext context) {
		Theme theme = existing(uuid);
		if (body.containsKey("retired")) {
			JsonBody request = JsonBody.of(body, "retired", "reason", "version");
			theme.expectVersion(request.number("version", 0));
			if (request.requiredFlag("retired")) {
				service().closeTheme(theme, request.requiredText("reason", 255));
			} else {
				service().reopenTheme(theme);
			}
		} else {
			JsonBody request = JsonBody.of(body, "name", "description", "parent", "phrases", "mappings", "version");
			theme.expectVersion(request.number("version", 0));
			Map<String, Object> words = JsonTree.of(theme.getDefinition());
			words.putAll(body);
			words.remove("version");
			service().saveTheme(JsonBody.bind(words, ThemeDefinition.class));
		}
		return rendered(existing(uuid), context);
	}

	@Override
	public void delete(String uuid, String reason, RequestContext context) {
		service().closeTheme(existing(uuid), reason);
	}

	static ThemeService service() {
		return Context.getService(ThemeService.class);
	}
}
