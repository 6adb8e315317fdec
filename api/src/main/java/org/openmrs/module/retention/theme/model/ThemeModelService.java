/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.model;

import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.theme.assignment.CommentReading;

/** Models of themes: which there were, learning another, and what the one in use proposes. */
public interface ThemeModelService extends OpenmrsService {

	/** Null when there is none. */
	@Authorized(RetentionPrivileges.GET_THEMES)
	StoredModel getModelByUuid(String uuid);

	/** The latest first. */
	@Authorized(RetentionPrivileges.GET_THEMES)
	List<StoredModel> findModels(Page page);

	@Authorized(RetentionPrivileges.GET_THEMES)
	long countModels();

	/**
	 * Learns now from what people have read. The old model stays in use where the new one is not at least as good.
	 *
	 * @throws org.openmrs.module.retention.shared.RetentionException a conflict, when there is nothing to learn yet, or another
	 *         learns at this moment
	 */
	@Authorized(RetentionPrivileges.MANAGE_THEMES)
	StoredModel retrain();

	/** Job: learns when people have read enough since the last time. Whether it has. */
	@Authorized(RetentionPrivileges.MANAGE_THEMES)
	boolean retrainWhenDue();

	/** Job: proposes themes for a slice of what nobody has read; how many comments it has looked at, 0: nothing is left. */
	@Authorized(RetentionPrivileges.MANAGE_COMMENTS)
	int proposeThemes();

	/** For one comment, now. */
	@Authorized(RetentionPrivileges.MANAGE_COMMENTS)
	CommentReading proposeFor(CommentReading comment);
}
