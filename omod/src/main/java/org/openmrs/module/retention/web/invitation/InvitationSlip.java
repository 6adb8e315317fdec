/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.invitation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.shared.Messages;
import org.openmrs.module.retention.survey.SurveyDefinition;
import org.openmrs.module.retention.survey.invitation.SurveyInvitation;
import org.openmrs.module.retention.web.page.PageSettings;

/** The words of a slip, in the language of whom it is for: nothing of who that is. In templates {@code $slip}. */
public final class InvitationSlip {

	private final Locale locale;

	private final SurveyDefinition survey;

	private final LocalDate lastDay;

	InvitationSlip(SurveyInvitation invitation) {
		locale = invitation.getLanguage() == null ? Context.getLocale() : Locale.forLanguageTag(invitation.getLanguage());
		survey = InvitationPages.definition(invitation);
		lastDay = invitation.getExpiresAt().minusMillis(1).atZone(PageSettings.zone()).toLocalDate();
	}

	/** Tag of the language. */
	public String getLanguage() {
		return locale.getLanguage();
	}

	/** Who asks, what for, how long it takes. */
	public String getIntroduction() {
		return survey.getIntroduction().in(locale);
	}

	public String getHow() {
		return Messages.text("retention.page.slip.how", locale);
	}

	/** A date that ends in a stop ends its sentence. */
	public String getUntil() {
		String date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(lastDay);
		String until = Messages.text("retention.page.slip.until", locale, date);
		return date.endsWith(".") ? until.replace(date + ".", date) : until;
	}

	public String getPrivacy() {
		return Messages.text("retention.page.answer.privacy." + survey.getPrivacy(), locale);
	}
}
