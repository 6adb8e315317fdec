/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.capacity;

import java.util.List;
import java.util.Set;
import lombok.Value;
import lombok.With;

/** Locations of a desk whose sites have their time divided by the same roles. */
@Value
class DeskPlaces {

	/** Of the desk. */
	String role;

	/** Roles that have time of their own there. */
	List<String> limited;

	/** Ids; empty with {@link #elsewhere}: only tasks without a location. */
	Set<Integer> locations;

	/** Tasks without a location too. */
	@With
	boolean elsewhere;

	/** Ids of the users whose time counts for the role there, and whose own tasks take their part of the day. */
	@With
	Set<Integer> owners;
}
