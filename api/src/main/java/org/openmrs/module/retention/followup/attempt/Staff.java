/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.attempt;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.Provider;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.module.retention.followup.absence.AbsenceDao;
import org.openmrs.module.retention.followup.absence.Absences;
import org.openmrs.module.retention.followup.absence.Accounts;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.shared.Languages;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** Accounts in use: clinicians of an encounter, holders of a role, speakers of a language. */
@RequiredArgsConstructor
class Staff {

	private final SessionFactory sessionFactory;

	private final AbsenceDao absences;

	/** Accounts of the providers of the encounter that the task follows; empty: there is none. */
	List<User> cliniciansOf(FollowUpTask task) {
		if (task == null || task.getPlan() == null || task.getPlan().getEncounterId() == null) {
			return Collections.emptyList();
		}
		return session()
			.createQuery("select distinct u from User u, EncounterProvider ep where u.person = ep.provider.person"
				+ " and ep.encounter.encounterId = :encounter and ep.voided = false and ep.provider.retired = false"
				+ " and u.retired = false order by u.userId",
				User.class)
			.setParameter("encounter", task.getPlan().getEncounterId()).getResultList();
	}

	/** Who has the role, itself or by inheritance. */
	List<User> inRole(String name) {
		Role role = session().get(Role.class, name);
		if (role == null) {
			return Collections.emptyList();
		}
		Set<String> names = new LinkedHashSet<>();
		names.add(name);
		role.getAllChildRoles().forEach(r -> names.add(r.getRole()));
		return session().createQuery(
			"select distinct u from User u join u.roles r where u.retired = false and r.role in (:names) order by u.userId",
			User.class).setParameterList("names", names).getResultList();
	}

	/** The user, or while they are away the deputy; null: neither is there and may take escalations over. */
	User inPlaceOf(User user, Instant now) {
		Absences away = absences.at(now);
		if (away.isAway(user)) {
			return away.inPlaceOf(user, Staff::mayTakeOver).getUser();
		}
		return mayTakeOver(user) ? user : null;
	}

	/** Ids of users. */
	Set<Integer> away(Instant now) {
		return absences.at(now).away();
	}

	boolean isAwayThroughout(User user, Instant from, Instant by) {
		return absences.isAwayThroughout(user, from, by);
	}

	static boolean mayTakeOver(User user) {
		return Accounts.canWork(user) && user.hasPrivilege(RetentionPrivileges.MANAGE_ESCALATIONS);
	}

	/** The provider account in use of the user; null: none. */
	Provider providerOf(User user) {
		if (user == null || user.getPerson() == null) {
			return null;
		}
		List<Provider> found = session()
			.createQuery("from Provider p where p.person = :person and p.retired = false order by p.providerId",
				Provider.class)
			.setParameter("person", user.getPerson()).setMaxResults(1).getResultList();
		return found.isEmpty() ? null : found.get(0);
	}

	/** Of these, who has said in the own account that they speak it. */
	static List<User> speaking(List<User> users, String languageTag) {
		String language = Languages.of(languageTag);
		return users.stream().filter(u -> Languages.spokenBy(u).contains(language)).collect(Collectors.toList());
	}

	private Session session() {
		return sessionFactory.getCurrentSession();
	}
}
