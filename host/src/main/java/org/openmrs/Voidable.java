/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import java.util.Date;

public interface Voidable extends OpenmrsObject {

	@Deprecated
	Boolean isVoided();

	Boolean getVoided();

	void setVoided(Boolean voided);

	User getVoidedBy();

	void setVoidedBy(User voidedBy);

	Date getDateVoided();

	void setDateVoided(Date dateVoided);

	String getVoidReason();

	void setVoidReason(String voidReason);
}
