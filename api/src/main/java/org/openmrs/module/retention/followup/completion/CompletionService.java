/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.completion;

import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.RetentionPrivileges;

/** See the package. */
public interface CompletionService extends OpenmrsService {

	/**
	 * Of each member of staff who had anything to do or did anything, by name, then of each queue; nobody is ranked. Of
	 * others than oneself only for who supervises.
	 */
	@Authorized(RetentionPrivileges.GET_FOLLOW_UPS)
	List<CompletionFigures> getFigures(CompletionSearch search);
}
