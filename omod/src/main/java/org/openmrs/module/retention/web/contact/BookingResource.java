/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.contact;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.booking.Booking;
import org.openmrs.module.retention.contact.booking.BookingDraft;
import org.openmrs.module.retention.contact.booking.BookingSearch;
import org.openmrs.module.retention.contact.booking.BookingService;
import org.openmrs.module.retention.contact.booking.BookingStatus;
import org.openmrs.module.retention.contact.booking.ExternalKey;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.LockRetry;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.retention.web.rest.TimeText;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** What patients have said they will come to, as schedulers post it. What becomes of them is the transition's. */
@Resource(name = Namespace.V1
	+ "/booking", supportedClass = Booking.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class BookingResource extends EntityResource<Booking> {

	private static final int LONGEST_REASON = 255;

	private static final int LONGEST_SYSTEM = 60;

	private static final int LONGEST_ID = 100;

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_BOOKINGS;
	}

	@Override
	protected Booking find(String uuid) {
		return service().getBookingByUuid(uuid);
	}

	@Override
	public ZoneId zoneOf(Booking booking) {
		return TimeText.zone(booking.getZone());
	}

	@Override
	protected Listing<Booking> list(QueryFilters filters) {
		BookingSearch search = BookingSearch.builder().includeVoided(filters.includeAll())
			.patient(filters.text("patient") == null ? null : patient(filters.text("patient")))
			.location(filters.text("location") == null ? null : location(filters.text("location")))
			.status(filters.choice("status", BookingStatus.class)).from(filters.date("from")).to(filters.date("to"))
			.externalKey(key(filters)).build();
		return Listing.of(page -> service().findBookings(search, page), () -> service().countBookings(search));
	}

	/** Null: the filter is not given; half of it is refused. */
	private static ExternalKey key(QueryFilters filters) {
		if (filters.text("externalSystem") == null && filters.text("externalId") == null) {
			return null;
		}
		return new ExternalKey(filters.required("externalSystem"), filters.required("externalId"));
	}

	@Override
	protected void describeRef(DelegatingResourceDescription description) {
		description.addProperty("status");
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		description.addProperty("status");
		description.addProperty("patient", Representation.REF);
		description.addProperty("day");
		description.addProperty("startsAt");
		description.addProperty("location", Representation.REF);
		for (String name : new String[]{ "reason", "externalSystem", "externalId", "agreedAt", "encounterUuid", "voided",
			"version" }) {
			description.addProperty(name);
		}
	}

	@PropertyGetter("display")
	public static String getDisplay(Booking booking) {
		String hour = booking.getStartsAt() == null ? ""
			: " " + DateTimeFormatter.ofPattern("HH:mm")
				.format(booking.getStartsAt().atZone(TimeText.zone(booking.getZone())));
		return booking.getDay() + hour + (booking.getLocation() == null ? "" : ", " + booking.getLocation().getName());
	}

	@Override
	public Object create(SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "patient", "startsAt", "day", "location", "reason", "externalSystem",
			"externalId");
		BookingDraft draft = BookingDraft.builder()
			.patient(patient(request.required("patient", request.uuid("patient")))).startsAt(request.instant("startsAt"))
			.day(request.date("day")).location(place(request)).reason(request.text("reason", LONGEST_REASON))
			.externalSystem(request.text("externalSystem", LONGEST_SYSTEM))
			.externalId(request.text("externalId", LONGEST_ID))
			.build();
		return rendered(LockRetry.of(() -> service().book(draft)), context);
	}

	/** What the body does not name stays as it is. */
	@Override
	public Object update(String uuid, SimpleObject body, RequestContext context) {
		JsonBody request = JsonBody.of(body, "version", "startsAt", "day", "location", "reason");
		Integer version = request.required("version", request.number("version", 0));
		Booking booking = existing(uuid);
		BookingDraft.BookingDraftBuilder draft = BookingDraft.builder()
			.location(request.names("location") ? place(request) : booking.getLocation())
			.reason(request.names("reason") ? request.text("reason", LONGEST_REASON) : booking.getReason());
		if (request.names("startsAt") || request.names("day")) {
			draft.startsAt(request.instant("startsAt")).day(request.date("day"));
		} else {
			draft.startsAt(booking.getStartsAt()).day(booking.getStartsAt() == null ? booking.getDay() : null);
		}
		return rendered(service().changeBooking(booking, version, draft.build()), context);
	}

	@Override
	public void delete(String uuid, String reason, RequestContext context) {
		service().annulBooking(existing(uuid), reason);
	}

	@Override
	public void purge(Booking booking, RequestContext context) {
		service().purgeBooking(booking);
	}

	private static Location place(JsonBody request) {
		String uuid = request.uuid("location");
		return uuid == null ? null : location(uuid);
	}

	private static Patient patient(String uuid) {
		return known("patient", Context.getPatientService().getPatientByUuid(uuid));
	}

	private static Location location(String uuid) {
		return known("location", Context.getLocationService().getLocationByUuid(uuid));
	}

	private static <V> V known(String field, V found) {
		if (found == null) {
			throw RetentionException.invalid("retention.web.error.unknown-reference", field, field);
		}
		return found;
	}

	static BookingService service() {
		return Context.getService(BookingService.class);
	}
}
