/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.impl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;

import org.openmrs.Concept;
import org.openmrs.Encounter;
import org.openmrs.Location;
import org.openmrs.Obs;
import org.openmrs.Person;
import org.openmrs.aop.RequiredDataAdvice;
import org.openmrs.api.APIException;
import org.openmrs.api.ObsService;
import org.openmrs.api.context.Context;
import org.openmrs.api.handler.SaveHandler;
import org.openmrs.util.OpenmrsConstants.PERSON_TYPE;
import org.openmrs.util.PrivilegeConstants;
import org.hibernate.query.Query;
import org.springframework.transaction.annotation.Transactional;

@Transactional
public class ObsServiceImpl extends HostService implements ObsService {

	@Override
	@Transactional(readOnly = true)
	public Obs getObs(Integer obsId) {
		return dao.get(Obs.class, obsId);
	}

	@Override
	@Transactional(readOnly = true)
	public Obs getObsByUuid(String uuid) {
		return dao.byUuid(Obs.class, uuid);
	}

	@Override
	public Obs saveObs(Obs obs, String changeMessage) {
		if (obs.getId() != null && changeMessage == null) {
			throw new APIException("Obs.error.ChangeMessage.required", new Object[0]);
		}
		Context.requirePrivilege(obs.getId() == null ? PrivilegeConstants.ADD_OBS : PrivilegeConstants.EDIT_OBS);
		if (obs.getId() == null || obs.getVoided()) {
			return withMembers(dao.save(obs), changeMessage);
		}
		if (obs.getEncounter() != null) {
			obs.setPerson(obs.getEncounter().getPatient());
		}
		return obs.isDirty() ? replace(obs, changeMessage) : withMembers(obs, changeMessage);
	}

	private static Obs withMembers(Obs obs, String changeMessage) {
		if (obs.isObsGrouping()) {
			for (Obs member : new ArrayList<>(obs.getGroupMembers(true))) {
				Context.getObsService().saveObs(member, member.getId() == null ? null : changeMessage);
			}
		}
		return obs;
	}

	/** The edited values go into a new row; the row they came from is read again and voided. */
	private Obs replace(Obs obs, String changeMessage) {
		Obs replacement = Obs.newInstance(obs);
		replacement.setVoided(false);
		replacement.setVoidReason(null);
		replacement.setDateVoided(null);
		replacement.setVoidedBy(null);
		replacement.setCreator(null);
		replacement.setDateCreated(null);
		replacement.setPreviousVersion(obs);
		if (obs.getStatus() == Obs.Status.FINAL) {
			replacement.setStatus(Obs.Status.AMENDED);
		}
		RequiredDataAdvice.recursivelyHandle(SaveHandler.class, replacement, changeMessage);
		dao.session().evict(obs);
		Obs original = dao.get(Obs.class, obs.getObsId());
		replacement.setPreviousVersion(original);
		dao.save(replacement);
		withMembers(replacement, changeMessage);
		Context.getObsService().voidObs(original, changeMessage);
		return replacement;
	}

	@Override
	public Obs voidObs(Obs obs, String reason) {
		return dao.save(obs);
	}

	@Override
	public Obs unvoidObs(Obs obs) {
		return Context.getObsService().saveObs(obs, "unvoid obs");
	}

	@Override
	public void purgeObs(Obs obs) {
		dao.delete(obs);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Obs> getObservationsByPerson(Person who) {
		return dao.list(Obs.class, "e.person = ?1 and e.voided = false order by e.obsDatetime desc, e.obsId", who);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Obs> getObservationsByPersonAndConcept(Person who, Concept question) {
		return dao.list(Obs.class,
			"e.person = ?1 and e.concept = ?2 and e.voided = false order by e.obsDatetime desc, e.obsId",
			who, question);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Obs> getObservations(List<Person> whom, List<Encounter> encounters, List<Concept> questions,
		List<Concept> answers, List<PERSON_TYPE> personTypes, List<Location> locations, List<String> sort,
		Integer mostRecentN, Integer obsGroupId, Date fromDate, Date toDate, boolean includeVoidedObs) {
		StringBuilder where = new StringBuilder("(?1 = true or e.voided = false)");
		List<Object> parameters = new ArrayList<>();
		parameters.add(includeVoidedObs);
		add(where, parameters, " and e.person in ", whom);
		add(where, parameters, " and e.encounter in ", encounters);
		add(where, parameters, " and e.concept in ", questions);
		add(where, parameters, " and e.valueCoded in ", answers);
		add(where, parameters, " and e.location in ", locations);
		add(where, parameters, " and e.obsGroup.obsId = ", obsGroupId);
		add(where, parameters, " and e.obsDatetime >= ", fromDate);
		add(where, parameters, " and e.obsDatetime <= ", toDate);
		Query<Obs> query = dao.query(Obs.class, where + " order by e.obsDatetime desc, e.obsId", parameters.toArray());
		return (mostRecentN == null ? query : query.setMaxResults(mostRecentN)).list();
	}

	private static void add(StringBuilder where, List<Object> parameters, String clause, Object value) {
		if (value != null && !(value instanceof Collection && ((Collection<?>) value).isEmpty())) {
			parameters.add(value);
			where.append(clause).append("?").append(parameters.size());
		}
	}
}
