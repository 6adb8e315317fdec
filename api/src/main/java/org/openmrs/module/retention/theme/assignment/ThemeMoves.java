/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.assignment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.theme.taxonomy.Theme;
import org.openmrs.module.retention.theme.taxonomy.ThemeUse;

/** What becomes of comments when their themes are merged, split or retired. */
@RequiredArgsConstructor
class ThemeMoves implements ThemeUse {

	private static final int SLICE = 500;

	private final AssignmentDao dao;

	private final Readings readings;

	/** A comment that has both keeps the second, as sure as the surer of the two was. */
	@Override
	public void merge(Theme from, Theme into, Occasion occasion) {
		String after = "";
		List<String> both = dao.withBoth(from, into, after, SLICE);
		while (!both.isEmpty()) {
			dao.lock(both);
			assignments(both).values().forEach(ofComment -> {
				ThemeAssignment loser = ofComment.get(from.getId());
				ThemeAssignment keeper = ofComment.get(into.getId());
				if (loser.getStatus() == AssignmentStatus.CONFIRMED && keeper.getStatus() != AssignmentStatus.CONFIRMED) {
					dao.add(keeper.confirm(occasion));
				}
				if (loser.getStatus().holds()) {
					dao.add(loser.correct(into, occasion));
				}
			});
			dao.flush();
			after = both.get(both.size() - 1);
			both = dao.withBoth(from, into, after, SLICE);
		}
		dao.moveAll(from, into, occasion);
	}

	@Override
	public void split(Theme from, Theme to, Collection<String> comments, Occasion occasion) {
		TreeSet<String> wanted = new TreeSet<>(comments);
		List<String> uuids = new ArrayList<>();
		dao.lock(wanted).forEach(reading -> uuids.add(reading.getUuid()));
		Map<String, Map<Integer, ThemeAssignment>> assignments = assignments(uuids);
		for (String comment : wanted) {
			Map<Integer, ThemeAssignment> ofComment = assignments.get(comment);
			ThemeAssignment assignment = ofComment == null ? null : ofComment.get(from.getId());
			if (assignment == null || !assignment.getStatus().holds()) {
				throw RetentionException.invalid("retention.theme.error.comment-without-theme", "comments", comment,
					from.getCode());
			}
			dao.add(assignment.move(to, occasion));
		}
		dao.flush();
	}

	@Override
	public void give(Theme theme, Collection<String> comments, Occasion occasion) {
		new TreeSet<>(comments).forEach(comment -> readings.assign(comment, theme, null, occasion));
	}

	@Override
	public void withdraw(Theme theme, Occasion occasion) {
		dao.flush();
		dao.withdrawAll(theme, occasion);
	}

	/** By comment, then by theme. */
	private Map<String, Map<Integer, ThemeAssignment>> assignments(Collection<String> comments) {
		Map<String, Map<Integer, ThemeAssignment>> byComment = new HashMap<>();
		dao.of(comments).forEach(a -> byComment.computeIfAbsent(a.getComment().getUuid(), any -> new HashMap<>())
			.put(a.getTheme().getId(), a));
		return byComment;
	}
}
