/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.assignment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.question.TextKind;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.theme.taxonomy.Theme;

/** Says which comment is about which theme, each comment held by the transaction that speaks of it. */
@RequiredArgsConstructor
public class Readings {

	private final AssignmentDao dao;

	/** A comment as it stands, with what it has. */
	private final class Sheet {

		private final CommentReading reading;

		private final Map<Integer, ThemeAssignment> byTheme = new LinkedHashMap<>();

		Sheet(CommentReading reading, Collection<ThemeAssignment> assignments) {
			this.reading = reading;
			assignments.forEach(assignment -> byTheme.put(assignment.getTheme().getId(), assignment));
		}

		ThemeAssignment existing(Theme theme) {
			ThemeAssignment assignment = byTheme.get(theme.getId());
			if (assignment == null) {
				throw RetentionException.conflict("retention.theme.error.not-assigned", "theme", theme.getCode());
			}
			return assignment;
		}

		void confirm(Theme theme, Occasion occasion) {
			ThemeAssignment assignment = byTheme.get(theme.getId());
			if (assignment == null) {
				assignment = new ThemeAssignment(reading.getComment(), theme);
				byTheme.put(theme.getId(), assignment);
				AssignmentChange change = assignment.confirm(occasion);
				dao.add(assignment);
				dao.add(change);
			} else {
				dao.add(assignment.confirm(occasion));
			}
		}

		void propose(Proposal proposal, Occasion occasion) {
			ThemeAssignment assignment = byTheme.get(proposal.getTheme().getId());
			if (assignment == null) {
				assignment = new ThemeAssignment(reading.getComment(), proposal.getTheme());
				byTheme.put(proposal.getTheme().getId(), assignment);
				AssignmentChange change = assignment.propose(proposal, occasion);
				dao.add(assignment);
				dao.add(change);
			} else if (assignment.getStatus() == AssignmentStatus.PROPOSED) {
				assignment.refresh(proposal);
			} else if (AssignmentLifeCycle.after(assignment.getStatus()).contains(AssignmentStatus.PROPOSED)) {
				dao.add(assignment.propose(proposal, occasion));
			}
		}

		boolean isConfirmed() {
			return byTheme.values().stream().anyMatch(a -> a.getStatus() == AssignmentStatus.CONFIRMED);
		}

		/** After a person has spoken: with a theme it is read, without it is as good as unread. */
		void settle(Occasion occasion) {
			if (isConfirmed()) {
				reading.read(occasion.getActor(), occasion.getAt());
			} else {
				reading.unread();
			}
			count();
		}

		void count() {
			reading.explain(byTheme.values().stream().anyMatch(a -> a.getStatus().holds()));
		}
	}

	/** A person gives a comment a theme, whatever became of that before. */
	void assign(String comment, Theme theme, Integer version, Occasion occasion) {
		Sheet sheet = open(comment, version);
		refuseRetired(theme, "theme");
		sheet.confirm(theme, occasion);
		sheet.settle(occasion);
		dao.flush();
	}

	/** What was proposed is right. */
	void confirm(String comment, Theme theme, Integer version, Occasion occasion) {
		Sheet sheet = open(comment, version);
		ThemeAssignment assignment = sheet.existing(theme);
		if (assignment.getStatus() != AssignmentStatus.PROPOSED) {
			throw RetentionException.conflict("retention.theme.error.transition-not-allowed", "theme",
				assignment.getStatus(),
				AssignmentStatus.CONFIRMED);
		}
		sheet.confirm(theme, occasion);
		sheet.settle(occasion);
		dao.flush();
	}

	/** It is not that theme. */
	void reject(String comment, Theme theme, Integer version, Occasion occasion) {
		Sheet sheet = open(comment, version);
		dao.add(sheet.existing(theme).reject(occasion));
		sheet.settle(occasion);
		dao.flush();
	}

	/** It is not that theme but another. */
	void correct(String comment, Theme theme, Theme instead, Integer version, Occasion occasion) {
		Sheet sheet = open(comment, version);
		refuseRetired(instead, "instead");
		if (theme.equals(instead)) {
			throw RetentionException.invalid("retention.theme.error.correct-itself", "instead", theme.getCode());
		}
		dao.add(sheet.existing(theme).correct(instead, occasion));
		ThemeAssignment right = sheet.byTheme.get(instead.getId());
		if (right == null || right.getStatus() != AssignmentStatus.CONFIRMED) {
			sheet.confirm(instead, occasion);
		}
		sheet.settle(occasion);
		dao.flush();
	}

	/** A person has read it, and no theme fits: what was proposed is wrong. */
	void readWithoutTheme(String comment, Integer version, Occasion occasion) {
		Sheet sheet = open(comment, version);
		if (sheet.isConfirmed()) {
			throw RetentionException.conflict("retention.theme.error.has-theme", null);
		}
		sheet.byTheme.values().stream().filter(a -> a.getStatus() == AssignmentStatus.PROPOSED)
			.forEach(a -> dao.add(a.reject(occasion)));
		sheet.reading.read(occasion.getActor(), occasion.getAt());
		sheet.count();
		dao.flush();
	}

	/**
	 * What was found now for comments that the caller has locked; what was proposed before and is not any more is withdrawn.
	 *
	 * @param found by comment; margin and generation are the comment's from now on
	 */
	public void propose(Map<CommentReading, List<Proposal>> found, Map<CommentReading, Double> margins, int generation,
		Occasion occasion) {
		Map<String, List<ThemeAssignment>> assignments = new HashMap<>();
		List<String> uuids = new ArrayList<>();
		found.keySet().forEach(reading -> uuids.add(reading.getUuid()));
		dao.of(uuids).forEach(a -> assignments.computeIfAbsent(a.getComment().getUuid(), any -> new ArrayList<>()).add(a));
		found.forEach((reading, proposals) -> {
			Sheet sheet = new Sheet(reading, assignments.getOrDefault(reading.getUuid(), Collections.emptyList()));
			Map<Integer, Proposal> byTheme = new HashMap<>();
			proposals.forEach(proposal -> byTheme.put(proposal.getTheme().getId(), proposal));
			sheet.byTheme.values().stream()
				.filter(a -> a.getStatus() == AssignmentStatus.PROPOSED && !byTheme.containsKey(a.getTheme().getId()))
				.forEach(a -> dao.add(a.withdraw(occasion)));
			proposals.forEach(proposal -> sheet.propose(proposal, occasion));
			sheet.count();
			reading.lookedAt(margins.get(reading), generation);
		});
		dao.flush();
	}

	/** Of comments that can be read, for this transaction alone. */
	public List<CommentReading> lock(Collection<String> comments) {
		return dao.lock(comments);
	}

	/** Uuids of comments that nobody has read and that were looked at with older themes or an older model. */
	public List<String> stale(int generation, int most) {
		return dao.stale(generation, most);
	}

	/** How many comments people have read since then; null: ever. */
	public long countRead(Instant since) {
		return dao.countRead(since);
	}

	/**
	 * What people have said of comments, the latest first.
	 *
	 * @param before the last of the slice before; null: the first slice
	 * @return empty: there are no more
	 */
	public List<Label> labels(Label before, int most) {
		List<Object[]> rows = dao.readBefore(before == null ? Instant.ofEpochMilli(Long.MAX_VALUE) : before.getReadAt(),
			before == null ? "" : before.getComment(), most);
		if (rows.isEmpty()) {
			return Collections.emptyList();
		}
		Map<String, List<String>> themes = new HashMap<>();
		List<String> uuids = new ArrayList<>();
		rows.forEach(row -> uuids.add((String) row[0]));
		Set<String> retired = new HashSet<>();
		List<Label> labels = new ArrayList<>();
		dao.confirmed(uuids).forEach(row -> {
			List<String> codes = themes.computeIfAbsent((String) row[0], any -> new ArrayList<>());
			if ((Boolean) row[2]) {
				retired.add((String) row[0]);
			} else {
				codes.add((String) row[1]);
			}
		});
		rows.forEach(row -> labels.add(new Label((String) row[0], (String) row[1], (TextKind) row[2], (Instant) row[3],
			themes.getOrDefault(row[0], Collections.emptyList()), retired.contains(row[0]))));
		return labels;
	}

	private Sheet open(String comment, Integer version) {
		CommentReading reading = dao.lock(comment);
		if (reading == null) {
			throw RetentionException.notFound("retention.theme.error.comment-unknown", "comment", comment);
		}
		reading.expectVersion(version);
		return new Sheet(reading, dao.of(Collections.singleton(comment)));
	}

	private static void refuseRetired(Theme theme, String field) {
		if (theme.getRetired()) {
			throw RetentionException.conflict("retention.theme.error.theme-retired", field, theme.getCode());
		}
	}
}
