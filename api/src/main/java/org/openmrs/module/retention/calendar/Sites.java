/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.calendar;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lombok.extern.slf4j.Slf4j;
import org.openmrs.Location;
import org.openmrs.module.retention.shared.RetentionSettings;

/**
 * Finds the site of a location: zone and calendar each come from the nearest location up the hierarchy that names one,
 * then from the setting and the standard calendar, then from the server and from no calendar at all. For the module's own
 * features: no privilege is asked. What cannot be read (a zone that does not exist) is reported once and skipped.
 */
@Slf4j
public class Sites {

	private final SiteDao dao;

	private final RetentionSettings settings;

	private final Set<String> reported = ConcurrentHashMap.newKeySet();

	Sites(SiteDao dao, RetentionSettings settings) {
		this.dao = dao;
		this.settings = settings;
	}

	/** Null: the default site. Needs an open session. */
	public Site siteOf(Location location) {
		return forRun().siteOf(location == null ? null : location.getLocationId());
	}

	/** The same for many locations, each looked up once; as old as the run, so never kept beyond it. */
	public SitesOfRun forRun() {
		return new SitesOfRun(dao, settings, this::report);
	}

	private void report(String what) {
		if (reported.add(what)) {
			log.warn("{}; the next one up the hierarchy holds instead", what);
		}
	}
}
