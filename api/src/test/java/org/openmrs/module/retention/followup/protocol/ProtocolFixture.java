/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import java.util.Collections;
import org.openmrs.module.retention.question.LocalizedText;
import org.openmrs.module.retention.question.Question;

/** A valid protocol to start from: two calls after an encounter of one type. */
public final class ProtocolFixture {

	public static final String UUID = "5d1d2f7e-7a34-4d8c-9f0b-6c1f9a3b1e01";

	public static final String ENCOUNTER_TYPE = "0b7c1c3e-2d60-4a3f-8d17-5b6e7f8a9b02";

	private ProtocolFixture() {
	}

	public static ProtocolDefinition.ProtocolDefinitionBuilder aProtocol() {
		return ProtocolDefinition.builder().uuid(UUID).name("After an extraction").why(text("Tooth extracted on {date}"))
			.purpose(Purpose.CARE).priority(70)
			.trigger(Trigger.builder().type(TriggerType.ENCOUNTER)
				.filter(EncounterFilter.builder().encounterType(ENCOUNTER_TYPE).build()).build())
			.step(aStep("day-1").offset("P1D").build()).step(aStep("day-7").offset("P7D").build());
	}

	public static StepDefinition.StepDefinitionBuilder aStep(String key) {
		return StepDefinition.builder().key(key).title(text("Call")).offset("P1D").script(aScript().build());
	}

	public static Script.ScriptBuilder aScript() {
		return Script.builder().opening(text("Good afternoon")).closing(text("Thank you"))
			.question(Question.builder().key("bleeding").type(Question.Type.YES_NO).text(text("Does it bleed?")).build())
			.question(Question.builder().key("pain").type(Question.Type.NUMBER).text(text("How bad is the pain?")).min(0)
				.max(10).build())
			.redFlag(RedFlag.builder().question("bleeding").answer("yes").severity(RedFlag.Severity.URGENT)
				.tell(text("Bite on gauze")).build());
	}

	public static LocalizedText text(String english) {
		return new LocalizedText(Collections.singletonMap("en", english));
	}
}
