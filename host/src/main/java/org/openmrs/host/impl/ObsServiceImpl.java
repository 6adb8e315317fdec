/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.impl;

import java.util.ArrayList;

import org.openmrs.Obs;
import org.openmrs.aop.RequiredDataAdvice;
import org.openmrs.api.APIException;
import org.openmrs.api.ObsService;
import org.openmrs.api.context.Context;
import org.openmrs.api.handler.SaveHandler;
import org.openmrs.util.PrivilegeConstants;

public abstract class ObsServiceImpl extends HostService implements ObsService {

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

}
