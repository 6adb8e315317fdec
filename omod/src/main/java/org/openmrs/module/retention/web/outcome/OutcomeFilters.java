/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.outcome;

import java.time.DateTimeException;
import java.time.YearMonth;
import org.openmrs.Location;
import org.openmrs.Person;
import org.openmrs.Provider;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.outcome.OutcomeSearch;
import org.openmrs.module.retention.followup.protocol.FollowUpProtocol;
import org.openmrs.module.retention.followup.protocol.ProtocolService;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.Years;
import org.openmrs.module.retention.web.rest.QueryFilters;

/** The filters of outcomes. */
final class OutcomeFilters {

	private OutcomeFilters() {
	}

	static OutcomeSearch of(QueryFilters filters) {
		String location = filters.text("location");
		String protocol = filters.text("protocol");
		return OutcomeSearch.builder().clinician(clinician(filters.user("clinician")))
			.location(location == null ? null : known("location", location(location)))
			.protocol(protocol == null ? null : known("protocol", protocol(protocol))).from(month("from", filters))
			.to(month("to", filters)).build();
	}

	/** By the uuid of an account or, for those who have none, of a provider. */
	private static Person clinician(String uuid) {
		if (uuid == null) {
			return null;
		}
		User caller = Context.getAuthenticatedUser();
		if (caller != null && uuid.equals(caller.getUuid())) {
			return caller.getPerson();
		}
		User user = Context.getUserService().getUserByUuid(uuid);
		if (user != null) {
			return user.getPerson();
		}
		Provider provider = Context.getProviderService().getProviderByUuid(uuid);
		return known("clinician", provider == null ? null : provider.getPerson());
	}

	private static Location location(String uuid) {
		return Context.getLocationService().getLocationByUuid(uuid);
	}

	private static FollowUpProtocol protocol(String uuid) {
		return Context.getService(ProtocolService.class).getProtocolByUuid(uuid);
	}

	private static YearMonth month(String name, QueryFilters filters) {
		String text = filters.text(name);
		try {
			if (text == null) {
				return null;
			}
			YearMonth month = YearMonth.parse(text);
			Years.require(month.getYear());
			return month;
		}
		catch (DateTimeException e) {
			throw RetentionException.invalid("retention.web.error.wrong-type", name, name, "2026-11");
		}
	}

	private static <V> V known(String field, V found) {
		if (found == null) {
			throw RetentionException.invalid("retention.web.error.unknown-reference", field, field);
		}
		return found;
	}
}
