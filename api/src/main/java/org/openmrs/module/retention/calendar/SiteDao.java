/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.calendar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** What the hierarchy of locations says on zones and calendars. */
class SiteDao {

	private static final int LEVELS_A_QUERY = 6;

	private final SessionFactory sessionFactory;

	private final CalendarDao calendars;

	SiteDao(SessionFactory sessionFactory, CalendarDao calendars) {
		this.sessionFactory = sessionFactory;
		this.calendars = calendars;
	}

	/** The location and those above it, nearest first; one statement for six levels. A circle is left where it closes. */
	List<Integer> chainOf(Integer locationId) {
		List<Integer> chain = new ArrayList<>();
		Integer next = locationId;
		while (next != null) {
			Object[] levels = session().createQuery(
				"select l1.locationId, l2.locationId, l3.locationId, l4.locationId, l5.locationId, l6.locationId,"
					+ " l6.parentLocation.locationId from Location l1 left join l1.parentLocation l2"
					+ " left join l2.parentLocation l3 left join l3.parentLocation l4"
					+ " left join l4.parentLocation l5 left join l5.parentLocation l6 where l1.locationId = :id",
				Object[].class).setParameter("id", next).uniqueResult();
			for (int i = 0; levels != null && i < LEVELS_A_QUERY && levels[i] != null; i++) {
				if (chain.contains(levels[i])) {
					return chain;
				}
				chain.add((Integer) levels[i]);
			}
			next = levels == null ? null : (Integer) levels[LEVELS_A_QUERY];
		}
		return chain;
	}

	/** By location and attribute type (uuid): the text of the attribute. */
	Map<Integer, Map<String, String>> attributesOf(List<Integer> locations, String... types) {
		Map<Integer, Map<String, String>> found = new HashMap<>();
		List<Object[]> rows = session()
			.createQuery("select a.location.locationId, a.attributeType.uuid, a.valueReference from LocationAttribute a"
				+ " where a.location.locationId in (:locations) and a.attributeType.uuid in (:types)"
				+ " and a.voided = false order by a.locationAttributeId",
				Object[].class)
			.setParameterList("locations", locations).setParameterList("types", types).list();
		for (Object[] row : rows) {
			found.computeIfAbsent((Integer) row[0], id -> new HashMap<>()).put((String) row[1], (String) row[2]);
		}
		return found;
	}

	/** By id, of the locations with these uuids. */
	Map<Integer, String> uuidsOf(Collection<String> uuids) {
		Map<Integer, String> found = new HashMap<>();
		if (!uuids.isEmpty()) {
			session().createQuery("select l.locationId, l.uuid from Location l where l.uuid in (:uuids)", Object[].class)
				.setParameterList("uuids", uuids).list().forEach(row -> found.put((Integer) row[0], (String) row[1]));
		}
		return found;
	}

	/** By location: the one above it, null at the top. */
	Map<Integer, Integer> parents() {
		Map<Integer, Integer> parents = new HashMap<>();
		session()
			.createQuery("select l.locationId, p.locationId from Location l left join l.parentLocation p", Object[].class)
			.list().forEach(row -> parents.put((Integer) row[0], (Integer) row[1]));
		return parents;
	}

	/** As {@link #attributesOf}, of all locations. */
	Map<Integer, Map<String, String>> attributesOfAll(String... types) {
		Map<Integer, Map<String, String>> found = new HashMap<>();
		session()
			.createQuery("select a.location.locationId, a.attributeType.uuid, a.valueReference from LocationAttribute a"
				+ " where a.attributeType.uuid in (:types) and a.voided = false order by a.locationAttributeId",
				Object[].class)
			.setParameterList("types", types).list()
			.forEach(row -> found.computeIfAbsent((Integer) row[0], id -> new HashMap<>()).put((String) row[1],
				(String) row[2]));
		return found;
	}

	/** By uuid. */
	Map<String, CalendarDefinition> calendarsInUse() {
		Map<String, CalendarDefinition> definitions = new LinkedHashMap<>();
		for (RetentionCalendar calendar : calendars.findInUse()) {
			definitions.put(calendar.getUuid(), calendar.toDefinition());
		}
		return definitions;
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
