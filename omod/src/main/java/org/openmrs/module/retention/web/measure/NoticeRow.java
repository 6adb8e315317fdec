/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.measure;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.measure.MeasureNotice;
import org.openmrs.module.retention.shared.Messages;

/** A measure as it is read by patients, in one language. */
@RequiredArgsConstructor
public class NoticeRow {

	private final MeasureNotice notice;

	private final Locale locale;

	static List<NoticeRow> of(LocalDate from, LocalDate to, Locale locale) {
		return MeasureResource.service().getNotices(from, to).stream().map(notice -> new NoticeRow(notice, locale))
			.collect(Collectors.toList());
	}

	public String getSaid() {
		return notice.getMeasure().saidIn(locale);
	}

	public String getDid() {
		return notice.getMeasure().getDid().in(locale);
	}

	/** Null: too few to be told. */
	public Long getComments() {
		return notice.getComments();
	}

	public LocalDate getSince() {
		return notice.getSince();
	}

	/** The heading of what was said. */
	public String getSaidLine() {
		return getComments() == null ? text("retention.measure.notice.said")
			: text("retention.measure.notice.said-often", getComments());
	}

	/** The heading of what was done. */
	public String getDidLine() {
		return text("retention.measure.notice.did",
			getSince().format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale)));
	}

	/** Two lines, to be published as they are. */
	public String getText() {
		return getSaidLine() + " " + getSaid() + "\n" + getDidLine() + " " + getDid();
	}

	private String text(String code, Object... arguments) {
		return Messages.text(code, locale, arguments);
	}
}
