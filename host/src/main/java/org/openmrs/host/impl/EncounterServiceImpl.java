/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.impl;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import org.apache.commons.lang3.StringUtils;
import org.hibernate.FlushMode;
import org.openmrs.Encounter;
import org.openmrs.Location;
import org.openmrs.Obs;
import org.openmrs.Patient;
import org.openmrs.Privilege;
import org.openmrs.User;
import org.openmrs.api.APIException;
import org.openmrs.api.EncounterService;
import org.openmrs.api.context.Context;
import org.openmrs.api.handler.EncounterVisitHandler;
import org.openmrs.parameter.EncounterSearchCriteria;
import org.openmrs.parameter.EncounterSearchCriteriaBuilder;
import org.openmrs.util.OpenmrsClassLoader;
import org.openmrs.util.OpenmrsConstants;
import org.openmrs.util.OpenmrsUtil;
import org.openmrs.util.PrivilegeConstants;

public abstract class EncounterServiceImpl extends HostService implements EncounterService {

	@Override
	public Encounter saveEncounter(Encounter encounter) {
		failIfDeniedToEdit(encounter, "edit");
		boolean isNew = encounter.getEncounterId() == null;
		if (isNew) {
			assignVisit(encounter);
		}
		Context.requirePrivilege(isNew ? PrivilegeConstants.ADD_ENCOUNTERS : PrivilegeConstants.EDIT_ENCOUNTERS);
		if (!isNew) {
			propagateToObs(encounter);
		}
		dao.save(encounter);
		List<Obs> replaced = new ArrayList<>();
		List<Obs> replacing = new ArrayList<>();
		for (Obs obs : new ArrayList<>(encounter.getObsAtTopLevel(true))) {
			if (obs.getId() == null) {
				Context.getObsService().saveObs(obs, null);
			} else {
				Obs saved = Context.getObsService().saveObs(obs,
					Context.getMessageSourceService().getMessage("Obs.void.reason.default"));
				replaced.add(obs);
				replacing.add(Context.getObsService().getObs(obs.getId()));
				replacing.add(saved);
			}
		}
		replaced.forEach(encounter::removeObs);
		replacing.forEach(encounter::addObs);
		return encounter;
	}

	private void assignVisit(Encounter encounter) {
		EncounterVisitHandler handler = Context.getEncounterService().getActiveEncounterVisitHandler();
		if (handler != null) {
			handler.beforeCreateEncounter(encounter);
			if (encounter.getVisit() != null && encounter.getVisit().getVisitId() == null) {
				Context.getVisitService().saveVisit(encounter.getVisit());
			}
		}
	}

	/** Observations that had the encounter's time or place follow it; all follow its patient. */
	private void propagateToObs(Encounter encounter) {
		Object[] before = saved(encounter);
		Date newDate = encounter.getEncounterDatetime();
		Location newLocation = encounter.getLocation();
		for (Obs obs : encounter.getAllObs(true)) {
			if (before[0] != null && OpenmrsUtil.compare((Date) before[0], newDate) != 0
				&& OpenmrsUtil.compare(obs.getObsDatetime(), (Date) before[0]) == 0) {
				obs.setObsDatetime(newDate);
			}
			if (newLocation != null && !newLocation.equals(before[1]) && obs.getLocation() != null
				&& obs.getLocation().equals(before[1])) {
				obs.setLocation(newLocation);
			}
			if (!obs.getPerson().getPersonId().equals(encounter.getPatient().getPatientId())) {
				obs.setPerson(encounter.getPatient());
			}
		}
	}

	private Object[] saved(Encounter encounter) {
		FlushMode mode = dao.session().getHibernateFlushMode();
		dao.session().setHibernateFlushMode(FlushMode.MANUAL);
		try {
			Object[] row = (Object[]) dao.session().createNativeQuery(
				"select encounter_datetime, location_id from encounter where encounter_id = ?1")
				.setParameter(1, encounter.getEncounterId()).uniqueResult();
			return row == null ? new Object[2]
				: new Object[]{ row[0], dao.get(Location.class, (Integer) row[1]) };
		}
		finally {
			dao.session().setHibernateFlushMode(mode);
		}
	}

	@Override
	public Encounter getEncounter(Integer encounterId) {
		return visible(dao.get(Encounter.class, encounterId));
	}

	@Override
	public Encounter getEncounterByUuid(String uuid) {
		return visible(dao.byUuid(Encounter.class, uuid));
	}

	private Encounter visible(Encounter encounter) {
		if (encounter != null && !canViewEncounter(encounter, null)) {
			throw new APIException("Encounter.error.privilege.required.view",
				new Object[]{ encounter.getEncounterType().getViewPrivilege() });
		}
		return encounter;
	}

	@Override
	public List<Encounter> getEncountersByPatient(Patient patient) {
		return getEncounters(new EncounterSearchCriteriaBuilder().setPatient(patient).createEncounterSearchCriteria());
	}

	@Override
	public List<Encounter> getEncounters(EncounterSearchCriteria criteria) {
		List<Encounter> found = dao.list(Encounter.class,
			"e.patient = ?1 and (?2 = true or e.voided = false) order by e.encounterDatetime", criteria.getPatient(),
			criteria.getIncludeVoided());
		found.removeIf(e -> !canViewEncounter(e, null));
		return found;
	}

	/** Ends in the proxied save: whoever advises that sees a voided encounter. */
	@Override
	public Encounter voidEncounter(Encounter encounter, String reason) {
		failIfDeniedToEdit(encounter, "void");
		if (reason == null) {
			throw new IllegalArgumentException("The argument 'reason' is required and so cannot be null");
		}
		for (Obs obs : encounter.getObsAtTopLevel(false)) {
			Context.getObsService().voidObs(obs, reason);
		}
		encounter.setVoided(true);
		encounter.setVoidedBy(Context.getAuthenticatedUser());
		if (encounter.getDateVoided() == null) {
			encounter.setDateVoided(new Date());
		}
		encounter.setVoidReason(reason);
		Context.getEncounterService().saveEncounter(encounter);
		return encounter;
	}

	@Override
	public Encounter unvoidEncounter(Encounter encounter) {
		failIfDeniedToEdit(encounter, "unvoid");
		for (Obs obs : encounter.getObsAtTopLevel(true)) {
			if (obs.getVoided() && StringUtils.equals(obs.getVoidReason(), encounter.getVoidReason())) {
				Context.getObsService().unvoidObs(obs);
			}
		}
		encounter.setVoided(false);
		encounter.setVoidedBy(null);
		encounter.setDateVoided(null);
		encounter.setVoidReason(null);
		Context.getEncounterService().saveEncounter(encounter);
		return encounter;
	}

	@Override
	public void purgeEncounter(Encounter encounter) {
		failIfDeniedToEdit(encounter, "purge");
		dao.delete(encounter);
	}

	@Override
	public EncounterVisitHandler getActiveEncounterVisitHandler() {
		String setting = Context.getAdministrationService()
			.getGlobalProperty(OpenmrsConstants.GP_VISIT_ASSIGNMENT_HANDLER, null);
		if (StringUtils.isBlank(setting)) {
			return null;
		}
		try {
			return (EncounterVisitHandler) OpenmrsClassLoader.getInstance().loadClass(setting).getDeclaredConstructor()
				.newInstance();
		}
		catch (ReflectiveOperationException e) {
			throw new APIException("failed.instantiate.assignment.handler", new Object[]{ setting }, e);
		}
	}

	@Override
	public boolean canEditEncounter(Encounter encounter, User subject) {
		return allows(encounter == null || encounter.getEncounterType() == null ? null
			: encounter.getEncounterType().getEditPrivilege(), subject);
	}

	@Override
	public boolean canViewEncounter(Encounter encounter, User subject) {
		return allows(encounter == null || encounter.getEncounterType() == null ? null
			: encounter.getEncounterType().getViewPrivilege(), subject);
	}

	/** Asked of the user itself: what is lent by proxy does not count. */
	private static boolean allows(Privilege privilege, User subject) {
		User user = subject == null ? Context.getAuthenticatedUser() : subject;
		return privilege == null || user == null || user.hasPrivilege(privilege.getPrivilege());
	}

	private void failIfDeniedToEdit(Encounter encounter, String action) {
		if (!canEditEncounter(encounter, null)) {
			throw new APIException("Encounter.error.privilege.required." + action,
				new Object[]{ encounter.getEncounterType().getEditPrivilege() });
		}
	}
}
