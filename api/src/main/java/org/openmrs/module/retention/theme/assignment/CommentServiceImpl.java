/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.assignment;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.question.DefinitionRules;
import org.openmrs.module.retention.shared.Occasion;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.theme.classifier.FrequentPhrases;
import org.openmrs.module.retention.theme.taxonomy.Theme;
import org.springframework.transaction.annotation.Transactional;

/** See {@link CommentService}. */
public class CommentServiceImpl extends BaseOpenmrsService implements CommentService {

	/** Of the pile, and as many others; more of them say nothing else. */
	private static final int MOST_TEXTS = 2000;

	private static final int FEWEST_COMMENTS = 2;

	private static final double LEAST_CONFIDENCE = 0.5;

	private final AssignmentDao dao;

	private final CommentQueries queries;

	private final Readings readings;

	private final Clock clock;

	CommentServiceImpl(AssignmentDao dao, CommentQueries queries, Readings readings, Clock clock) {
		this.dao = dao;
		this.queries = queries;
		this.readings = readings;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public CommentReading getCommentByUuid(String uuid) {
		return queries.byUuid(uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<CommentReading> findComments(CommentSearch search, Page page) {
		return queries.find(search, page);
	}

	@Override
	@Transactional(readOnly = true)
	public long countComments(CommentSearch search) {
		return queries.count(search);
	}

	@Override
	@Transactional(readOnly = true)
	public List<ThemeAssignment> getAssignments(Collection<String> comments) {
		return dao.of(comments);
	}

	@Override
	@Transactional(readOnly = true)
	public List<AssignmentChange> getHistory(String comment) {
		return dao.changes(comment);
	}

	@Override
	@Transactional(readOnly = true)
	public List<FrequentPhrases.Frequent> findFrequentPhrases(int most) {
		return FrequentPhrases.of(queries.texts(false, MOST_TEXTS), queries.texts(true, MOST_TEXTS), FEWEST_COMMENTS, most);
	}

	@Override
	@Transactional
	public CommentReading assignTheme(String comment, Theme theme, Integer version) {
		readings.assign(comment, theme, version, occasion(null));
		return queries.byUuid(comment);
	}

	@Override
	@Transactional
	public void assignToAll(Collection<String> comments, Theme theme) {
		Set<String> have = dao.of(comments).stream()
			.filter(a -> a.getTheme().equals(theme) && a.getStatus() == AssignmentStatus.CONFIRMED)
			.map(a -> a.getComment().getUuid()).collect(Collectors.toSet());
		Occasion occasion = occasion(null);
		new TreeSet<>(comments).stream().filter(comment -> !have.contains(comment))
			.forEach(comment -> readings.assign(comment, theme, null, occasion));
	}

	@Override
	@Transactional
	public CommentReading confirmTheme(String comment, Theme theme, Integer version) {
		readings.confirm(comment, theme, version, occasion(null));
		return queries.byUuid(comment);
	}

	@Override
	@Transactional
	public CommentReading rejectTheme(String comment, Theme theme, Integer version) {
		readings.reject(comment, theme, version, occasion(null));
		return queries.byUuid(comment);
	}

	@Override
	@Transactional
	public CommentReading correctTheme(String comment, Theme theme, Theme instead, Integer version) {
		readings.correct(comment, theme, instead, version, occasion(null));
		return queries.byUuid(comment);
	}

	@Override
	@Transactional
	public CommentReading readWithoutTheme(String comment, Integer version) {
		readings.readWithoutTheme(comment, version, occasion(null));
		return queries.byUuid(comment);
	}

	@Override
	@Transactional
	public int confirmProposals(double confidence, Theme theme) {
		if (!(confidence >= LEAST_CONFIDENCE && confidence <= 1)) {
			throw RetentionException.invalid(DefinitionRules.OUT_OF_RANGE, "confidence", confidence, LEAST_CONFIDENCE, 1);
		}
		dao.forget();
		return dao.confirmAll(confidence, theme, UUID.randomUUID().toString(), occasion("bulk"));
	}

	private Occasion occasion(String reason) {
		return new Occasion(Context.getAuthenticatedUser(), clock.instant(), reason);
	}
}
