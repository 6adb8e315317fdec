/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.contact;

import java.time.ZoneId;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.booking.Booking;
import org.openmrs.module.retention.contact.booking.BookingChange;
import org.openmrs.module.retention.contact.booking.BookingStatus;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.TimeText;
import org.openmrs.module.retention.web.rest.VerbResource;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.api.RestService;
import org.openmrs.module.webservices.rest.web.representation.Representation;

/**
 * {@code POST {"to":"CANCELLED","version":0,"reason":"..."}} says what has become of a booking; GET is what has happened so
 * far.
 */
@SubResource(parent = BookingResource.class, path = "transition", supportedClass = BookingTransitionResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class BookingTransitionResource extends VerbResource {

	@Override
	public Object create(String bookingUuid, SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "to", "version", "reason");
		BookingStatus to = request.requiredChoice("to", BookingStatus.class);
		Integer version = request.required("version", request.number("version", 0));
		String reason = request.text("reason", 255);
		Booking booking = BookingResource.service().transitionBooking(bookings().existing(bookingUuid), to, version,
			reason);
		SimpleObject shown = bookings().asRepresentation(booking, context.getRepresentation());
		shown.put("status", booking.getStatus().name());
		shown.put("version", booking.getVersion());
		return shown;
	}

	@Override
	public SimpleObject getAll(String bookingUuid, RequestContext context) {
		Booking booking = bookings().existing(bookingUuid);
		return Listing.of(BookingResource.service().getBookingHistory(booking)).page(context,
			change -> shown(change, bookings().zoneOf(booking)));
	}

	private static SimpleObject shown(BookingChange change, ZoneId zone) {
		SimpleObject shown = new SimpleObject();
		shown.put("uuid", change.getUuid());
		shown.put("from", TimeText.shown(change.getFromStatus(), zone));
		shown.put("to", TimeText.shown(change.getToStatus(), zone));
		shown.put("day", TimeText.shown(change.getDay(), zone));
		shown.put("startsAt", TimeText.shown(change.getStartsAt(), zone));
		shown.put("at", TimeText.shown(change.getChangedAt(), zone));
		Object actor = ConversionUtil.convertToRepresentation(change.getActor(), Representation.REF);
		if (actor != ConversionUtil.PRIVILEGE_DENIED) {
			shown.put("by", actor);
		}
		shown.put("reason", change.getReason());
		return shown;
	}

	private static BookingResource bookings() {
		return (BookingResource) Context.getService(RestService.class).getResourceByName(Namespace.V1 + "/booking");
	}
}
