/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.util.Collections;
import java.util.List;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.survey.idea.Idea;
import org.openmrs.module.retention.survey.idea.IdeaService;

/** Ideas of other patients that somebody may be asked about. */
public final class IdeasToAsk {

	/** Nobody is asked about more at once. */
	private static final Page MOST = new Page(0, 3);

	private IdeasToAsk() {
	}

	/** None for who may not count what is said. @param patient uuid; null: nobody */
	public static List<Idea> of(String patient) {
		boolean asks = Context.hasPrivilege(RetentionPrivileges.GET_SURVEYS)
			&& Context.hasPrivilege(RetentionPrivileges.MANAGE_SURVEY_RESPONSES);
		return patient == null || !asks ? Collections.emptyList()
			: Context.getService(IdeaService.class).findIdeasToAsk(patient, MOST);
	}
}
