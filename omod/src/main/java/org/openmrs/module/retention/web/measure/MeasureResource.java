/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.measure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.measure.Measure;
import org.openmrs.module.retention.measure.MeasureProgress;
import org.openmrs.module.retention.measure.MeasureRequest;
import org.openmrs.module.retention.measure.MeasureSearch;
import org.openmrs.module.retention.measure.MeasureService;
import org.openmrs.module.retention.measure.MeasureStatus;
import org.openmrs.module.retention.question.LocalizedText;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.theme.taxonomy.Theme;
import org.openmrs.module.retention.theme.taxonomy.ThemeService;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** What the clinic does about themes, in words for patients. */
@Resource(name = Namespace.V1
	+ "/measure", supportedClass = Measure.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class MeasureResource extends EntityResource<Measure> {

	private static final int LONGEST_SAID = 300;

	private static final int LONGEST_DID = 500;

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_THEMES;
	}

	@Override
	protected Measure find(String uuid) {
		return service().getMeasureByUuid(uuid);
	}

	@Override
	protected Listing<Measure> list(QueryFilters filters) {
		MeasureSearch search = MeasureSearch.builder().status(filters.choice("status", MeasureStatus.class))
			.theme(filters.text("theme") == null ? null : theme(filters.text("theme"))).build();
		return Listing.of(page -> service().findMeasures(search, page), () -> service().countMeasures(search));
	}

	@Override
	protected void describeRef(DelegatingResourceDescription description) {
		description.addProperty("status");
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("theme", Representation.REF);
		description.addProperty("said");
		description.addProperty("did");
		description.addProperty("status");
		description.addProperty("raisedFrom");
		description.addProperty("doneOn");
		description.addProperty("progress");
		description.addProperty("recordedBy", Representation.REF);
		description.addProperty("recordedAt");
		description.addProperty("version");
		if (full) {
			description.addProperty("words");
		}
	}

	/** It has no audit columns beside who recorded it and its history. */
	@Override
	public DelegatingResourceDescription getRepresentationDescription(Representation representation) {
		DelegatingResourceDescription description = super.getRepresentationDescription(representation);
		if (description != null) {
			description.getProperties().remove("auditInfo");
		}
		return description;
	}

	@PropertyGetter("display")
	public static String getDisplay(Measure measure) {
		return getDid(measure);
	}

	/** In the caller's language, else another; the theme's name where nothing else was worded. */
	@PropertyGetter("said")
	public static String getSaid(Measure measure) {
		return measure.saidIn(Context.getLocale());
	}

	/** In the caller's language, else another. */
	@PropertyGetter("did")
	public static String getDid(Measure measure) {
		return measure.getDid().in(Context.getLocale());
	}

	/** In every language. */
	@PropertyGetter("words")
	public static Map<String, Object> getWords(Measure measure) {
		Map<String, Object> words = new LinkedHashMap<>();
		words.put("said", measure.getSaid() == null ? null : measure.getSaid().getByTag());
		words.put("did", measure.getDid().getByTag());
		return words;
	}

	@PropertyGetter("progress")
	public static Map<String, Object> getProgress(Measure measure) {
		MeasureProgress progress = measure.getProgress();
		Map<String, Object> shown = new LinkedHashMap<>();
		shown.put("told", progress.getTold());
		shown.put("waiting", progress.getWaiting());
		shown.put("missed", progress.getMissed());
		return shown;
	}

	@Override
	public Object create(SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "theme", "said", "did", "raisedFrom");
		Theme theme = theme(request.required("theme", request.uuid("theme")));
		return rendered(service().recordMeasure(MeasureRequest.builder().theme(theme)
			.said(words(request, "said", LONGEST_SAID)).did(request.required("did", words(request, "did", LONGEST_DID)))
			.raisedFrom(request.date("raisedFrom")).build()), context);
	}

	private static LocalizedText words(JsonBody request, String name, int longest) {
		Map<String, Object> given = request.map(name);
		if (given == null) {
			return null;
		}
		JsonBody texts = request.object(name, given.keySet().toArray(new String[0]));
		Map<String, String> words = new LinkedHashMap<>();
		given.keySet().forEach(language -> words.put(language, texts.requiredText(language, longest)));
		return new LocalizedText(words);
	}

	static Theme theme(String uuid) {
		Theme theme = Context.getService(ThemeService.class).getThemeByUuid(uuid);
		if (theme == null) {
			throw RetentionException.invalid("retention.web.error.unknown-reference", "theme", "theme");
		}
		return theme;
	}

	static MeasureService service() {
		return Context.getService(MeasureService.class);
	}
}
