/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.taxonomy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.shared.Watermarks;

/** Themes for the module's own features: no privilege is asked, for their services have asked theirs. */
@RequiredArgsConstructor
public class Themes {

	/** Counts up whenever comments could be proposed other themes than before. */
	private static final String GENERATION = "theme-generation";

	private final ThemeDao dao;

	private final Watermarks watermarks;

	/** A retired one too; null: there is none. */
	public Theme byUuid(String uuid) {
		return dao.byUuid(uuid);
	}

	/** As a tree is read, each after the one above it; siblings in the order in which they were made. */
	public List<Theme> inTreeOrder(boolean includeRetired) {
		List<Theme> all = dao.all();
		Map<Integer, List<Theme>> below = new LinkedHashMap<>();
		all.forEach(theme -> below.computeIfAbsent(theme.getParent() == null ? null : theme.getParent().getId(),
			parent -> new ArrayList<>()).add(theme));
		List<Theme> ordered = new ArrayList<>();
		addBelow(null, below, ordered);
		if (!includeRetired) {
			ordered.removeIf(theme -> theme.getRetired());
		}
		return ordered;
	}

	private static void addBelow(Integer parent, Map<Integer, List<Theme>> below, List<Theme> ordered) {
		for (Theme theme : below.getOrDefault(parent, Collections.emptyList())) {
			ordered.add(theme);
			addBelow(theme.getId(), below, ordered);
		}
	}

	/** The theme and all below it, retired ones too. */
	public Set<Theme> withDescendants(Theme theme) {
		return withDescendants(theme, inTreeOrder(true));
	}

	/** The same, for several themes of a tree that was read once. */
	public static Set<Theme> withDescendants(Theme theme, List<Theme> inTreeOrder) {
		Set<Theme> found = new HashSet<>(Collections.singleton(theme));
		for (Theme one : inTreeOrder) {
			if (one.getParent() != null && found.contains(one.getParent())) {
				found.add(one);
			}
		}
		return found;
	}

	/** How often what is proposed may have changed, for the job to know what it has to look at again. */
	public int generation() {
		Watermarks.Mark mark = watermarks.get(GENERATION);
		return mark == null ? 1 : (int) mark.getPosition() + 1;
	}

	/** Comments nobody has read may be proposed other themes from now on. */
	public void renew() {
		watermarks.change(GENERATION, generation -> generation + 1);
	}

	/** By code; null: none of that code, or what it has become. A theme that was merged is the one that it was merged into. */
	public static Map<String, Theme> inUse(Collection<Theme> all) {
		Map<String, Theme> inUse = new LinkedHashMap<>();
		for (Theme theme : all) {
			Theme now = theme.getSuccessor();
			if (!now.getRetired()) {
				inUse.put(theme.getCode(), now);
			}
		}
		return inUse;
	}
}
