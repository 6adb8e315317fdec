/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openmrs.module.retention.followup.quality.QualityFigures;
import org.openmrs.module.retention.followup.quality.QualityMark;
import org.openmrs.module.retention.followup.quality.QualitySearch;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.retention.web.rest.RowResource;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** How each caller's contacts of a period were done, by what reviews say. */
@Resource(name = Namespace.V1
	+ "/qualityfigure", supportedClass = QualityFigures.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class QualityFigureResource extends RowResource<QualityFigures> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_CONTACTS;
	}

	@Override
	protected Listing<QualityFigures> list(QueryFilters filters) {
		return Listing.of(QualityViews.service()
			.getFigures(QualitySearch.builder().caller(QualityViews.user("caller", filters.user("caller")))
				.from(filters.instant("from")).before(filters.instant("before")).build()));
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("caller", Representation.REF);
		for (String name : new String[]{ "contacts", "drawn", "reviewed", "marks" }) {
			description.addProperty(name);
		}
	}

	@Override
	protected void describeRef(DelegatingResourceDescription description) {
		description.addProperty("contacts");
		description.addProperty("reviewed");
	}

	@PropertyGetter("display")
	public static String getDisplay(QualityFigures figures) {
		String name = figures.getCaller().getUsername();
		return name == null ? figures.getCaller().getSystemId() : name;
	}

	@PropertyGetter("drawn")
	public static Object getDrawn(QualityFigures figures) {
		return share(figures.getDrawn(), figures.getContacts());
	}

	@PropertyGetter("reviewed")
	public static Object getReviewed(QualityFigures figures) {
		return share(figures.getReviewed(), figures.getDrawn());
	}

	@PropertyGetter("marks")
	public static List<Object> getMarks(QualityFigures figures) {
		List<Object> views = new ArrayList<>();
		figures.getMarks().forEach((criterion, marks) -> {
			Map<String, Object> view = QualityViews.criterion(criterion);
			for (QualityMark mark : QualityMark.values()) {
				view.put(mark.name(), marks.getOrDefault(mark, 0L));
			}
			views.add(view);
		});
		return views;
	}
}
