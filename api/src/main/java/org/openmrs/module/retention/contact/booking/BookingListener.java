/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact.booking;

import org.openmrs.module.retention.shared.Occasion;
/** Another feature that goes by bookings; told in the transaction of the change. */
public interface BookingListener {

	/** @param occasion who changed it, when and why */
	void changed(Booking booking, Occasion occasion);
}
