/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.rest;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.resource.api.Converter;
import org.openmrs.module.webservices.rest.web.resource.impl.AlreadyPaged;

/** A list that is asked for one page of itself, and for its length only when the caller wants to know it. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class Listing<T> {

	private static final int MAX_SIZE = 100;

	private final Function<Page, List<T>> rows;

	private final LongSupplier count;

	public static <T> Listing<T> of(Function<Page, List<T>> rows, LongSupplier count) {
		return new Listing<>(rows, count);
	}

	/** Of what is short by nature and was read whole. */
	public static <T> Listing<T> of(List<T> all) {
		return new Listing<>(page -> all.subList(Math.min(page.getStart(), all.size()),
			Math.min(page.getStart() + page.getSize(), all.size())), all::size);
	}

	/** Of what is no resource of its own. */
	public SimpleObject page(RequestContext context, Function<T, SimpleObject> shown) {
		Listing<SimpleObject> objects = of(page -> rows.apply(page).stream().map(shown).collect(Collectors.toList()), count);
		return objects.page(context, (Converter<SimpleObject>) null);
	}

	/** A page that was read already, of a list of known length. */
	public static <T> SimpleObject page(RequestContext context, List<T> rows, long total, Converter<T> converter) {
		return new AlreadyPaged<>(context, rows, context.getStartIndex() + rows.size() < total, total)
			.toSimpleObject(converter);
	}

	/** A page that was read already; the list is counted only when the caller wants to know its length. */
	public static <T> SimpleObject page(RequestContext context, List<T> rows, boolean more, LongSupplier count,
		Converter<T> converter) {
		return new AlreadyPaged<>(context, rows, more, isCounted(context) ? count.getAsLong() : null)
			.toSimpleObject(converter);
	}

	private static boolean isCounted(RequestContext context) {
		return Boolean.parseBoolean(context.getParameter(RestConstants.REQUEST_PROPERTY_FOR_TOTAL_COUNT));
	}

	/** How many rows a page holds. */
	public static int size(RequestContext context) {
		return Math.max(1, Math.min(context.getLimit(), MAX_SIZE));
	}

	/** One row more than the page holds is read, which tells whether another page follows. */
	public SimpleObject page(RequestContext context, Converter<T> converter) {
		int size = size(context);
		List<T> read = rows.apply(new Page(context.getStartIndex(), size + 1));
		boolean more = read.size() > size;
		return page(context, more ? read.subList(0, size) : read, more, count, converter);
	}
}
