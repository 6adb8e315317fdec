/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.openmrs.RelationshipType;
import org.openmrs.module.retention.shared.RetentionSettings;

/**
 * Who may be rung for a patient: those whom the profile names, and no others, when it names any; else those whom the
 * chart's relationships name. Many patients in a number of statements that does not grow with them. For the module's own
 * features: no privilege is asked.
 */
@RequiredArgsConstructor
public class ContactCircles {

	private final ContactPersonDao dao;

	private final RetentionSettings settings;

	/** By patient id, as it is at that moment; patients around whom nobody is known are left out. */
	public Map<Integer, ContactCircle> of(Collection<Integer> patientIds, Instant at) {
		Set<Integer> patients = new HashSet<>(patientIds);
		patients.remove(null);
		if (patients.isEmpty()) {
			return Collections.emptyMap();
		}
		List<RelationshipSides.Side> guardians = sides(RetentionSettings.GUARDIAN_RELATIONSHIPS);
		List<RelationshipSides.Side> others = sides(RetentionSettings.CONTACT_RELATIONSHIPS);
		Map<Integer, List<Related>> related = related(patients, guardians, others, at);
		Map<Integer, List<ContactCircle.Member>> members = new HashMap<>();
		related.forEach((patient, all) -> members.put(patient, derived(all, guardians, others)));
		chosen(patients, related).forEach(members::put);
		return circles(members);
	}

	/** One patient's, whoever is in it. */
	public ContactCircle of(Integer patientId, Instant at) {
		return ofAll(Collections.singleton(patientId), at).get(patientId);
	}

	/** One patient's, to be shown: the people in it are read together, so that each is found in the session. */
	public ContactCircle withPeople(Integer patientId, Instant at) {
		ContactCircle circle = of(patientId, at);
		dao.readPeople(circle.getMembers().stream().map(ContactCircle.Member::getPersonId).collect(Collectors.toList()));
		return circle;
	}

	/** Ids of the patients for whom the person may be rung. */
	public Set<Integer> patientsOf(Integer personId, Instant at) {
		return patientsOf(Collections.singleton(personId), at).getOrDefault(personId, Collections.emptySet());
	}

	/** By person id, the ids of the patients for whom each may be rung; those who are rung for nobody are left out. */
	public Map<Integer, Set<Integer>> patientsOf(Collection<Integer> persons, Instant at) {
		if (persons.isEmpty()) {
			return Collections.emptyMap();
		}
		LocalDate day = at.atZone(settings.zone()).toLocalDate();
		Map<Integer, Set<Integer>> around = dao.around(persons);
		Map<Integer, ContactCircle> circles = of(
			around.values().stream().flatMap(Set::stream).collect(Collectors.toSet()), at);
		Map<Integer, Set<Integer>> patients = new HashMap<>();
		around.forEach((person, all) -> all.stream().filter(circles::containsKey)
			.filter(patient -> circles.get(patient).inOrder(day).contains(person))
			.forEach(patient -> patients.computeIfAbsent(person, id -> new HashSet<>()).add(patient)));
		return patients;
	}

	/** As {@link #of(Collection, Instant)}, also of patients around whom nobody is known. */
	public Map<Integer, ContactCircle> ofAll(Collection<Integer> patientIds, Instant at) {
		Map<Integer, ContactCircle> all = new HashMap<>(of(patientIds, at));
		Set<Integer> alone = new HashSet<>(patientIds);
		alone.removeAll(all.keySet());
		alone.remove(null);
		if (!alone.isEmpty()) {
			Majority majority = Majority.of(settings);
			Map<Integer, Date> birthdates = dao.birthdates(alone);
			alone.forEach(id -> all.put(id, ContactCircle.alone(id, majority.on(birthdates.get(id)))));
		}
		return all;
	}

	private Map<Integer, ContactCircle> circles(Map<Integer, List<ContactCircle.Member>> members) {
		Map<Integer, ContactCircle> circles = new HashMap<>();
		if (!members.isEmpty()) {
			Majority majority = Majority.of(settings);
			Map<Integer, Date> birthdates = dao.birthdates(members.keySet());
			members.forEach((patient, all) -> circles.put(patient,
				new ContactCircle(patient, majority.on(birthdates.get(patient)), Collections.unmodifiableList(all))));
		}
		return circles;
	}

	private List<RelationshipSides.Side> sides(String setting) {
		return RelationshipSides.parse(settings.list(setting));
	}

	private Map<Integer, List<Related>> related(Set<Integer> patients, List<RelationshipSides.Side> guardians,
		List<RelationshipSides.Side> others, Instant at) {
		Map<Integer, List<Related>> related = new HashMap<>();
		for (boolean first : new boolean[]{ true, false }) {
			Set<String> types = new HashSet<>();
			guardians.stream().filter(side -> side.isFirst() == first).forEach(side -> types.add(side.getType()));
			others.stream().filter(side -> side.isFirst() == first).forEach(side -> types.add(side.getType()));
			if (!types.isEmpty()) {
				for (Object[] row : dao.related(patients, types, first, Date.from(at))) {
					related.computeIfAbsent((Integer) row[0], id -> new ArrayList<>())
						.add(new Related((Integer) row[1], (RelationshipType) row[2], first));
				}
			}
		}
		return related;
	}

	/** Guardians first; each by the order of the settings, then the oldest relationship; nobody twice. */
	private static List<ContactCircle.Member> derived(List<Related> all, List<RelationshipSides.Side> guardians,
		List<RelationshipSides.Side> others) {
		Set<Integer> forAdults = others.stream().flatMap(side -> all.stream().filter(one -> one.is(side)))
			.map(one -> one.person).collect(Collectors.toSet());
		Map<Integer, ContactCircle.Member> members = new LinkedHashMap<>();
		guardians.forEach(side -> all.stream().filter(one -> one.is(side)).forEach(one -> members.putIfAbsent(one.person,
			new ContactCircle.Member(one.person, true, one.relation(), false, forAdults.contains(one.person)))));
		others.forEach(side -> all.stream().filter(one -> one.is(side)).forEach(one -> members.putIfAbsent(one.person,
			new ContactCircle.Member(one.person, false, one.relation(), false, true))));
		return new ArrayList<>(members.values());
	}

	private Map<Integer, List<ContactCircle.Member>> chosen(Set<Integer> patients, Map<Integer, List<Related>> related) {
		Map<Integer, List<ContactCircle.Member>> chosen = new HashMap<>();
		for (Object[] row : dao.chosen(patients)) {
			ContactPerson named = (ContactPerson) row[1];
			Integer person = named.getPerson().getPersonId();
			String relation = named.getRelation() != null ? named.getRelation()
				: related.getOrDefault(row[0], Collections.emptyList()).stream().filter(one -> one.person.equals(person))
					.map(Related::relation).findFirst().orElse(null);
			chosen.computeIfAbsent((Integer) row[0], id -> new ArrayList<>())
				.add(new ContactCircle.Member(person, named.isGuardian(), relation, true, true));
		}
		return chosen;
	}

	/** Somebody whom the chart relates to a patient. */
	@RequiredArgsConstructor
	private static final class Related {

		private final Integer person;

		private final RelationshipType type;

		private final boolean first;

		private boolean is(RelationshipSides.Side side) {
			return side.isFirst() == first && side.getType().equals(type.getUuid());
		}

		private String relation() {
			return first ? type.getaIsToB() : type.getbIsToA();
		}
	}
}
