/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.task;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.openmrs.module.retention.contact.ContactDetail;
import org.openmrs.module.retention.web.rest.TimeText;
import org.openmrs.module.webservices.rest.SimpleObject;

/** The numbers of a person to ring, within a row of the list. */
final class ContactPointView {

	private ContactPointView() {
	}

	static List<SimpleObject> of(List<ContactDetail> details) {
		List<SimpleObject> views = new ArrayList<>();
		for (ContactDetail detail : details) {
			SimpleObject view = new SimpleObject();
			view.put("uuid", detail.getUuid());
			view.put("kind", detail.getKind().name());
			view.put("value", detail.getValue());
			view.put("state", detail.getState().name());
			view.put("stateReason", detail.getStateReason());
			view.put("stateAt", TimeText.shown(detail.getStateAt(), ZoneId.systemDefault()));
			view.put("confirm", detail.isConfirm());
			view.put("sharedWith", detail.getSharedWith());
			view.put("version", detail.getVersion());
			views.add(view);
		}
		return views;
	}
}
