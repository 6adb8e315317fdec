/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.quality;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.User;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.springframework.transaction.annotation.Transactional;

/** See {@link QualityService}. */
@Transactional
@RequiredArgsConstructor
public class QualityServiceImpl extends BaseOpenmrsService implements QualityService {

	private static final String CORRECTED = "corrected";

	private final QualityDao dao;

	private final Criteria criteria;

	private final Clock clock;

	@Override
	@Transactional(readOnly = true)
	public List<String> getCriteria() {
		return criteria.inForce();
	}

	@Override
	public QualitySample drawSample(SampleRequest request) {
		QualityRules.check(request);
		Map<Integer, List<Integer>> candidates = dao.candidates(request, caller());
		long seed = ThreadLocalRandom.current().nextLong();
		List<Integer> drawn = Lot.draw(candidates, request.getPerCaller(), request.getShare(), seed);
		if (drawn.isEmpty()) {
			throw RetentionException.conflict("retention.followup.error.quality-nothing-to-draw", null);
		}
		QualitySample sample = new QualitySample(request, seed, candidates.values().stream().mapToInt(List::size).sum());
		drawn.forEach(contact -> sample.add(dao.reference(contact)));
		dao.save(sample);
		return sample;
	}

	@Override
	@Transactional(readOnly = true)
	public QualitySample getSampleByUuid(String uuid) {
		return dao.sample(uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<QualitySample> findSamples(boolean includeVoided, Page page) {
		return dao.samples(includeVoided, page);
	}

	@Override
	@Transactional(readOnly = true)
	public long countSamples(boolean includeVoided) {
		return dao.countSamples(includeVoided);
	}

	@Override
	public void withdrawSample(QualitySample sample, String reason) {
		String why = reason(reason);
		if (!dao.reviewed(sample).isEmpty()) {
			throw RetentionException.conflict("retention.followup.error.quality-sample-reviewed", "voided");
		}
		sample.withdraw(caller(), now(), why);
		dao.save(sample);
	}

	@Override
	public QualityReview recordReview(QualityItem item, Map<String, QualityMark> marks, String note) {
		QualityRules.require("contact", item);
		if (Boolean.TRUE.equals(item.getSample().getVoided()) || Boolean.TRUE.equals(item.getAttempt().getVoided())) {
			throw RetentionException.conflict("retention.followup.error.quality-contact-voided", "contact");
		}
		if (QualityRules.isOwn(item.getAttempt(), caller())) {
			throw RetentionException.conflict("retention.followup.error.quality-own-contact", "contact");
		}
		if (dao.standing(item, caller()) != null) {
			throw RetentionException.conflict("retention.followup.error.quality-reviewed-already", "contact");
		}
		return review(item, marks, note);
	}

	private QualityReview review(QualityItem item, Map<String, QualityMark> marks, String note) {
		QualityRules.note(note);
		QualityReview review = new QualityReview(item, caller(), Instant.ofEpochMilli(clock.instant().toEpochMilli()),
			QualityRules.marks(marks, criteria.inForce()), note);
		dao.save(review);
		return review;
	}

	@Override
	public QualityReview correctReview(QualityReview review, Map<String, QualityMark> marks, String note) {
		QualityRules.require("review", review);
		if (!review.getReviewer().equals(caller())) {
			throw RetentionException.conflict("retention.followup.error.quality-review-of-another", "reviewer");
		}
		refuseVoided(review);
		QualityRules.marks(marks, criteria.inForce());
		QualityRules.note(note);
		review.withdraw(caller(), now(), CORRECTED);
		dao.save(review);
		return review(review.getItem(), marks, note);
	}

	@Override
	public void withdrawReview(QualityReview review, String reason) {
		String why = reason(reason);
		refuseVoided(review);
		review.withdraw(caller(), now(), why);
		dao.save(review);
	}

	private static void refuseVoided(QualityReview review) {
		if (Boolean.TRUE.equals(review.getVoided())) {
			throw RetentionException.conflict("retention.followup.error.quality-review-voided", "voided");
		}
	}

	private static String reason(String reason) {
		if (StringUtils.isBlank(reason)) {
			throw RetentionException.invalid("retention.followup.error.required", "reason");
		}
		return reason.trim();
	}

	@Override
	@Transactional(readOnly = true)
	public QualityReview getReviewByUuid(String uuid) {
		QualityReview review = dao.review(uuid);
		if (review != null) {
			requireOwn(review.getItem().getAttempt().getCalledBy());
		}
		return review;
	}

	@Override
	@Transactional(readOnly = true)
	public List<QualityReview> findReviews(QualitySearch search, Page page) {
		requireOwn(search.getCaller());
		return dao.reviews(search, page);
	}

	@Override
	@Transactional(readOnly = true)
	public long countReviews(QualitySearch search) {
		requireOwn(search.getCaller());
		return dao.countReviews(search);
	}

	@Override
	@Transactional(readOnly = true)
	public List<QualityFigures> getFigures(QualitySearch search) {
		QualityRules.period(search.getFrom(), search.getBefore());
		requireOwn(search.getCaller());
		Map<Integer, Long> contacts = dao.contacts(search, "");
		Map<Integer, Long> drawn = dao.drawn(search);
		Map<Integer, Long> reviewed = dao.reviewed(search);
		Map<Integer, Map<String, Map<QualityMark, Long>>> marks = marks(search);
		return dao.users(contacts.keySet()).values().stream()
			.sorted(Comparator.comparing(QualityServiceImpl::name).thenComparing(User::getUserId))
			.map(user -> new QualityFigures(user, contacts.get(user.getUserId()), drawn.getOrDefault(user.getUserId(), 0L),
				reviewed.getOrDefault(user.getUserId(), 0L),
				marks.getOrDefault(user.getUserId(), Collections.emptyMap())))
			.collect(Collectors.toList());
	}

	private static String name(User user) {
		return StringUtils.defaultString(user.getUsername(), StringUtils.defaultString(user.getSystemId()));
	}

	/** By caller, then by criterion: those in force in their order, then others of before. */
	private Map<Integer, Map<String, Map<QualityMark, Long>>> marks(QualitySearch search) {
		List<String> inForce = criteria.inForce();
		Map<Integer, Map<String, Map<QualityMark, Long>>> marks = new LinkedHashMap<>();
		dao.marks(search).stream()
			.sorted(
				Comparator.comparing((Object[] row) -> inForce.contains(row[1]) ? inForce.indexOf(row[1]) : inForce.size())
					.thenComparing(row -> (String) row[1]))
			.forEach(row -> marks.computeIfAbsent((Integer) row[0], caller -> new LinkedHashMap<>())
				.computeIfAbsent((String) row[1], criterion -> new EnumMap<>(QualityMark.class))
				.put((QualityMark) row[2], (Long) row[3]));
		return marks;
	}

	private static void requireOwn(User of) {
		boolean own = of != null && of.equals(Context.getAuthenticatedUser());
		if (!own && !Context.hasPrivilege(RetentionPrivileges.SUPERVISE_FOLLOW_UPS)) {
			throw new APIAuthenticationException("Privilege required: " + RetentionPrivileges.SUPERVISE_FOLLOW_UPS);
		}
	}

	private Date now() {
		return Date.from(clock.instant());
	}

	private static User caller() {
		return Context.getAuthenticatedUser();
	}
}
