/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.measure;

import java.time.LocalDate;
import java.util.Locale;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.Languages;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.retention.web.rest.RowResource;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** What was said and what was done, to print or publish: without patient data. */
@Resource(name = Namespace.V1
	+ "/measurenotice", supportedClass = NoticeRow.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class MeasureNoticeResource extends RowResource<NoticeRow> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_THEMES;
	}

	@Override
	protected Listing<NoticeRow> list(QueryFilters filters) {
		LocalDate from = required("from", filters);
		return Listing.of(NoticeRow.of(from, required("to", filters), language(filters.text("language"))));
	}

	private static LocalDate required(String name, QueryFilters filters) {
		filters.required(name);
		return filters.date(name);
	}

	/** @param tag null: the caller's */
	static Locale language(String tag) {
		if (tag == null) {
			return Context.getLocale();
		}
		if (!Languages.isKnown(tag)) {
			throw RetentionException.invalid("retention.measure.error.language-unknown", "language", tag);
		}
		return Locale.forLanguageTag(tag);
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("said");
		description.addProperty("comments");
		description.addProperty("did");
		description.addProperty("since");
		description.addProperty("text");
	}

	@PropertyGetter("display")
	public static String getDisplay(NoticeRow row) {
		return row.getDid();
	}
}
