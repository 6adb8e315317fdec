/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import java.util.List;
import org.openmrs.module.retention.calendar.CalendarDefinition;
import org.openmrs.module.retention.calendar.CalendarSearch;
import org.openmrs.module.retention.calendar.CalendarService;
import org.openmrs.module.retention.calendar.RetentionCalendar;
import org.openmrs.module.retention.metadata.source.PackageFormats;
import org.openmrs.module.retention.metadata.source.PackageItem;
import org.openmrs.module.retention.metadata.source.PackageProblem;
import org.openmrs.module.retention.shared.DefinitionJson;
import org.openmrs.module.retention.shared.Page;

/**
 * Opening hours. Where another calendar is the standard one already, a second that says so is stored without, for a clinic
 * may use several packages and only one calendar can be everybody's.
 */
class CalendarKind implements PackageKind {

	private static final Page MANY = new Page(0, 1000);

	private final CalendarService calendars;

	private final HostReferences host;

	CalendarKind(CalendarService calendars, HostReferences host) {
		this.calendars = calendars;
		this.host = host;
	}

	@Override
	public String getKind() {
		return PackageFormats.CALENDARS;
	}

	@Override
	public PackageChange.Action plan(PackageItem item, LoadContents contents, List<PackageProblem> warnings) {
		CalendarDefinition wanted = (CalendarDefinition) item.getDefinition();
		CalendarDefinition possible = possible(wanted);
		if (possible != wanted) {
			warnings.add(PackageProblem.warning(item.lineOf("standard"), "standard",
				"retention.metadata.warning.standard-calendar-taken", wanted.getName()));
		}
		sites(item, wanted, warnings);
		RetentionCalendar stored = calendars.getCalendarByUuid(wanted.getUuid());
		if (stored == null) {
			return PackageChange.Action.CREATE;
		}
		return DefinitionJson.write(stored.toDefinition()).equals(DefinitionJson.write(possible)) ? PackageChange.Action.NONE
			: PackageChange.Action.UPDATE;
	}

	private void sites(PackageItem item, CalendarDefinition wanted, List<PackageProblem> warnings) {
		for (int i = 0; wanted.getSites() != null && i < wanted.getSites().size(); i++) {
			String location = wanted.getSites().get(i).getLocation();
			if (!host.hasLocation(location)) {
				String path = "sites[" + i + "].location";
				warnings.add(PackageProblem.warning(item.lineOf(path), path, "retention.metadata.warning.reference-unknown",
					location));
			}
		}
	}

	@Override
	public void apply(PackageItem item) {
		calendars.saveCalendar(possible((CalendarDefinition) item.getDefinition()));
	}

	private CalendarDefinition possible(CalendarDefinition wanted) {
		if (!wanted.isStandard()) {
			return wanted;
		}
		for (RetentionCalendar other : calendars.findCalendars(CalendarSearch.builder().build(), MANY)) {
			if (!other.getUuid().equals(wanted.getUuid()) && other.toDefinition().isStandard()) {
				return wanted.toBuilder().standard(false).build();
			}
		}
		return wanted;
	}
}
