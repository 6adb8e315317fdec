/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Date;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.PersonAttributeType;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.followup.protocol.Channel;
import org.openmrs.module.retention.followup.protocol.Purpose;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionSettings;

/** What a patient says on being contacted counts from then on, and what was written in error does not. */
class ConsentServiceIT extends RetentionIT {

	private static final Instant LATER = Instant.now().plus(Duration.ofMinutes(1));

	private Clinic clinic;

	private Patient ada;

	private ConsentService consents;

	private ContactService contacts;

	@BeforeEach
	void openTheClinic() {
		clinic = new Clinic(sessionFactory);
		clinic.setting(RetentionSettings.CALLING_HOURS, "00:00-24:00");
		ada = clinic.aPatient("Ada");
		consents = Context.getService(ConsentService.class);
		contacts = Context.getService(ContactService.class);
		flushAndClear();
	}

	private boolean isRefused(Purpose purpose) {
		flushAndClear();
		return "retention.contact.reason.refused"
			.equals(contacts.mayContact(ada, purpose, Channel.PHONE, null, LATER).getReason());
	}

	@Test
	void recordConsent_shouldCount_untilTheNextWord() {
		consents.recordConsent(ada, Purpose.RECALL, false, false);
		assertThat(isRefused(Purpose.RECALL)).isTrue();
		assertThat(isRefused(Purpose.SURVEY)).isFalse();

		ConsentEntry allowed = consents.recordConsent(ada, Purpose.RECALL, true, false);
		assertThat(isRefused(Purpose.RECALL)).isFalse();
		assertThat(consents.getConsents(ada)).hasSize(2).first().satisfies(entry -> {
			assertThat(entry.isGranted()).isTrue();
			assertThat(entry.getSource()).isEqualTo("by-hand");
			assertThat(entry.getActor()).isEqualTo(Context.getAuthenticatedUser());
		});

		consents.withdrawConsent(consents.getConsentByUuid(allowed.getUuid()));
		assertThat(isRefused(Purpose.RECALL)).isTrue();
		assertThat(consents.getConsents(ada)).singleElement().matches(entry -> !entry.isGranted());
		assertThatExceptionOfType(RetentionException.class)
			.isThrownBy(() -> consents.withdrawConsent(consents.getConsentByUuid(allowed.getUuid())))
			.satisfies(e -> assertThat(e.getCode()).isEqualTo("retention.contact.error.consent-withdrawn"));
	}

	@Test
	void recordConsent_shouldTakeBackWhatTheSameCallSaidOfTheNumber() {
		PersonAttributeType type = clinic.anAttributeType("Mobile of Ada");
		clinic.setting(RetentionSettings.PHONE_ATTRIBUTE_TYPES, type.getUuid());
		clinic.setting(RetentionSettings.DEFAULT_REGION, "NO");
		clinic.give(ada, type, "+47 912 34 567");
		flushAndClear();
		String key = contacts.getContactDetails(ada).get(0).getKey();
		Set<Purpose> both = EnumSet.of(Purpose.RECALL, Purpose.SURVEY);
		contacts.recordRefusalAt(key, both, "attempt:one", Instant.now());
		contacts.recordRefusal(ada, both, false, "attempt:one", Instant.now());
		contacts.recordRefusalAt(key, Collections.singleton(Purpose.MARKETING), "attempt:of somebody else", Instant.now());
		flushAndClear();
		consents.recordConsent(ada, Purpose.RECALL, true, false);
		consents.recordConsent(ada, Purpose.MARKETING, true, false);
		assertThat(String.valueOf(reason(Purpose.RECALL))).doesNotContain("refused");
		assertThat(reason(Purpose.SURVEY)).startsWith("retention.contact.reason.refused");
		assertThat(reason(Purpose.MARKETING)).isEqualTo("retention.contact.reason.refused-at-number");
	}

	private String reason(Purpose purpose) {
		flushAndClear();
		return contacts.mayContact(ada, purpose, Channel.PHONE, null, LATER).getReason();
	}

	@Test
	void recordConsent_shouldBeAGuardiansWord_forAMinorAlone() {
		Patient child = clinic.aPatient("Bo");
		child.setBirthdate(Date.from(LocalDate.now().minusYears(7).atStartOfDay().toInstant(ZoneOffset.UTC)));
		flushAndClear();
		assertThat(consents.recordConsent(child, Purpose.SURVEY, false, true).isByGuardian()).isTrue();
		assertThat(consents.recordConsent(child, Purpose.SURVEY, false, false).isByGuardian()).isFalse();
		assertThat(consents.recordConsent(ada, Purpose.SURVEY, false, true).isByGuardian()).isFalse();
	}

	@Test
	void recordConsent_shouldBeRefused_withoutAPurpose() {
		assertThatExceptionOfType(RetentionException.class)
			.isThrownBy(() -> consents.recordConsent(ada, null, false, false))
			.satisfies(e -> assertThat(e.getCode()).isEqualTo("retention.contact.error.purpose-missing"));
	}

	@Test
	void getConsents_shouldHoldWhatWasSaidAtTheNumber_forEveryoneThere() {
		PersonAttributeType type = clinic.anAttributeType("Mobile of Ada");
		clinic.setting(RetentionSettings.PHONE_ATTRIBUTE_TYPES, type.getUuid());
		clinic.setting(RetentionSettings.DEFAULT_REGION, "NO");
		clinic.give(ada, type, "+47 912 34 567");
		flushAndClear();
		String key = contacts.getContactDetails(ada).get(0).getKey();
		contacts.recordRefusalAt(key, Collections.singleton(Purpose.MARKETING), "test", Instant.now());
		flushAndClear();
		assertThat(consents.getConsents(ada)).singleElement()
			.satisfies(entry -> assertThat(entry.getPointKey()).isEqualTo(key));
		assertThat(consents.getConsents(clinic.aPatient("Somebody else"))).isEmpty();
		consents.withdrawConsent(consents.getConsents(ada).get(0));
		flushAndClear();
		assertThat(consents.getConsents(ada)).isEmpty();
		assertThat(consents.getConsentByUuid("none")).isNull();
	}
}
