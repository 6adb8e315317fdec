/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import lombok.Value;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.module.retention.theme.taxonomy.Theme;
import org.openmrs.module.retention.theme.taxonomy.Themes;

/** Who raised the theme of a measure, and in how many comments anybody did. */
@RequiredArgsConstructor
class Raisers {

	private final RaiserDao dao;

	private final Themes themes;

	/** What somebody said last. */
	@Value
	private static class Said {

		Integer patientId;

		LocalDate day;

		/** Null: no place is known. */
		Integer locationId;
	}

	/** A patient to be told. */
	@Value
	static class ToTell {

		Patient patient;

		LocalDate saidOn;

		Integer locationId;
	}

	long count(Measure measure, LocalDate today) {
		return said(measure, today).size();
	}

	long countToTell(Measure measure, LocalDate today) {
		Set<Integer> told = dao.told(measure);
		return said(measure, today).stream().filter(said -> !told.contains(said.getPatientId())).count();
	}

	/** The last to raise it first. */
	List<Raiser> find(Measure measure, LocalDate today, int start, int size) {
		Set<Integer> told = dao.told(measure);
		return withPatients(said(measure, today).stream().skip(start).limit(size).collect(Collectors.toList()),
			(patient, said) -> new Raiser(patient, said.getDay(), told.contains(said.getPatientId())));
	}

	/** Who waited longest first. */
	List<ToTell> toTell(Measure measure, LocalDate today, int most) {
		Set<Integer> told = dao.told(measure);
		return withPatients(said(measure, today).stream().filter(said -> !told.contains(said.getPatientId()))
			.sorted(Comparator.comparing(Said::getDay).thenComparing(Said::getPatientId)).limit(most)
			.collect(Collectors.toList()), (patient, said) -> new ToTell(patient, said.getDay(), said.getLocationId()));
	}

	/** Whose call is still to be made though nothing leads to them any more. */
	List<Patient> groundless(Measure measure, LocalDate today) {
		Set<Integer> waiting = dao.waiting(measure);
		said(measure, today).forEach(said -> waiting.remove(said.getPatientId()));
		return dao.patients(waiting);
	}

	/** Where it was said; null: no place is known. */
	Location locationOf(ToTell raiser) {
		return dao.location(raiser.getLocationId());
	}

	private interface Row<T> {

		T of(Patient patient, Said said);
	}

	private <T> List<T> withPatients(List<Said> rows, Row<T> row) {
		Map<Integer, Patient> patients = dao.patients(rows.stream().map(Said::getPatientId).collect(Collectors.toList()))
			.stream().collect(Collectors.toMap(patient -> patient.getPatientId(), Function.identity()));
		return rows.stream().filter(said -> patients.containsKey(said.getPatientId()))
			.map(said -> row.of(patients.get(said.getPatientId()), said)).collect(Collectors.toList());
	}

	/** One for each patient, the latest first. */
	private List<Said> said(Measure measure, LocalDate today) {
		Set<Theme> about = themes.withDescendants(measure.getTheme());
		LocalDate to = measure.getDoneOn() == null ? today : measure.getDoneOn();
		Map<Integer, Said> last = new LinkedHashMap<>();
		Stream.concat(dao.answered(about, measure.getRaisedFrom(), to).stream(),
			dao.spoken(about, measure.getRaisedFrom(), to).stream())
			.map(row -> new Said((Integer) row[0], (LocalDate) row[1], (Integer) row[2]))
			.forEach(said -> last.merge(said.getPatientId(), said, Raisers::later));
		return last.values().stream()
			.sorted(Comparator.comparing(Said::getDay).reversed().thenComparing(Said::getPatientId))
			.collect(Collectors.toList());
	}

	private static Said later(Said one, Said other) {
		return other.getDay().isAfter(one.getDay()) ? other : one;
	}

	/** In how many comments of each one's days its theme was raised, by whomever. */
	List<MeasureNotice> notices(List<Measure> measures) {
		if (measures.isEmpty()) {
			return new ArrayList<>();
		}
		List<Theme> tree = themes.inTreeOrder(true);
		Map<Measure, Set<Theme>> about = new LinkedHashMap<>();
		measures.forEach(measure -> about.put(measure, Themes.withDescendants(measure.getTheme(), tree)));
		Map<Integer, List<Object[]>> comments = comments(measures,
			about.values().stream().flatMap(Collection::stream).collect(Collectors.toSet()));
		return measures.stream().map(measure -> {
			long count = about.get(measure).stream()
				.flatMap(theme -> comments.getOrDefault(theme.getId(), new ArrayList<>()).stream())
				.filter(row -> isWithin((LocalDate) row[2], measure)).map(row -> row[1]).distinct().count();
			return new MeasureNotice(measure, count < MeasureNotice.FEWEST ? null : (Long) count);
		}).collect(Collectors.toList());
	}

	private Map<Integer, List<Object[]>> comments(List<Measure> measures, Set<Theme> about) {
		LocalDate from = measures.stream().map(Measure::getRaisedFrom).min(Comparator.naturalOrder()).get();
		LocalDate to = measures.stream().map(Measure::getDoneOn).max(Comparator.naturalOrder()).get();
		Map<Integer, List<Object[]>> byTheme = new HashMap<>();
		dao.comments(about, from, to)
			.forEach(row -> byTheme.computeIfAbsent((Integer) row[0], id -> new ArrayList<>()).add(row));
		return byTheme;
	}

	private static boolean isWithin(LocalDate day, Measure measure) {
		return !day.isBefore(measure.getRaisedFrom()) && !day.isAfter(measure.getDoneOn());
	}

	/** The theme, those below it, and what was merged into them. */
	Set<Theme> withMerged(Theme theme) {
		List<Theme> tree = themes.inTreeOrder(true);
		Set<Theme> about = Themes.withDescendants(theme, tree);
		Set<Theme> merged = new HashSet<>(about);
		tree.stream().filter(one -> about.contains(one.getSuccessor())).forEach(merged::add);
		return merged;
	}
}
