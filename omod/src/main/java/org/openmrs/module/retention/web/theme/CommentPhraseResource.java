/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.theme;

import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.theme.classifier.FrequentPhrases;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.retention.web.rest.RowResource;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** What the pile that no theme explains says more often than the other comments do. */
@Resource(name = Namespace.V1
	+ "/commentphrase", supportedClass = FrequentPhrases.Frequent.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class CommentPhraseResource extends RowResource<FrequentPhrases.Frequent> {

	private static final int MOST = 100;

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_COMMENTS;
	}

	@Override
	protected Listing<FrequentPhrases.Frequent> list(QueryFilters filters) {
		return Listing.of(CommentResource.service().findFrequentPhrases(MOST));
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("phrase");
		description.addProperty("comments");
		description.addProperty("score");
	}

	@PropertyGetter("display")
	public static String getDisplay(FrequentPhrases.Frequent phrase) {
		return phrase.getPhrase();
	}
}
