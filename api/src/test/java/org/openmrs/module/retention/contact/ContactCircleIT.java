/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import org.assertj.core.groups.Tuple;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.Relationship;
import org.openmrs.RelationshipType;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.Clinic;
import org.openmrs.module.retention.RetentionIT;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may be rung for a patient. */
class ContactCircleIT extends RetentionIT {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

	@Autowired
	private ContactCircles circles;

	private Clinic clinic;

	private Patient child;

	private Person mother;

	private RelationshipType parent;

	@BeforeEach
	void aFamily() {
		clinic = new Clinic(sessionFactory);
		parent = clinic.aRelationshipType("Parent", "Child");
		clinic.setting(RetentionSettings.GUARDIAN_RELATIONSHIPS, parent.getUuid());
		child = clinic.aPatient("Child", LocalDate.of(2014, 1, 1));
		mother = clinic.aPerson("Mother");
		clinic.relate(mother, parent, child);
		flush();
	}

	@Test
	void circle_shouldPutGuardiansFirst_thenThePatient_thenOthers() {
		RelationshipType sibling = clinic.aRelationshipType("Sibling", "Sibling");
		RelationshipType ward = clinic.aRelationshipType("Ward", "Foster parent");
		clinic.setting(RetentionSettings.GUARDIAN_RELATIONSHIPS, ward.getUuid() + ":B, " + parent.getUuid());
		clinic.setting(RetentionSettings.CONTACT_RELATIONSHIPS, sibling.getUuid() + ":AB");
		Person sister = clinic.aPerson("Sister");
		Person brother = clinic.aPerson("Brother");
		Person foster = clinic.aPerson("Foster");
		clinic.relate(sister, sibling, child);
		clinic.relate(child, sibling, brother);
		clinic.relate(child, ward, foster);
		flush();

		ContactCircle circle = circle(child);

		assertThat(circle.inOrder(TODAY)).containsExactly(foster.getPersonId(), mother.getPersonId(), child.getPersonId(),
			sister.getPersonId(), brother.getPersonId());
		assertThat(circle.member(foster.getPersonId()).getRelation()).isEqualTo("Foster parent");
		assertThat(circle.inOrder(LocalDate.of(2032, 1, 1))).as("parents are not rung for their grown children")
			.containsExactly(child.getPersonId(), sister.getPersonId(), brother.getPersonId());
	}

	@Test
	void circle_shouldLeaveOutTheDeadAndWhatIsOverOrHasNotBegun() {
		Person father = clinic.aPerson("Father");
		Relationship over = clinic.relate(father, parent, child);
		over.setEndDate(Date.from(NOW.minus(1, ChronoUnit.DAYS)));
		Person later = clinic.aPerson("Later");
		clinic.relate(later, parent, child).setStartDate(Date.from(NOW.plus(1, ChronoUnit.DAYS)));
		Person gone = clinic.aPerson("Gone");
		gone.setDead(true);
		gone.setDeathDate(Date.from(NOW.minus(9, ChronoUnit.DAYS)));
		clinic.relate(gone, parent, child);
		flush();
		assertThat(circle(child).getMembers()).extracting(ContactCircle.Member::getPersonId)
			.containsExactly(mother.getPersonId());
	}

	@Test
	void chosen_shouldStandInPlaceOfTheRelationships_untilNobodyIs() {
		Person aunt = clinic.aPerson("Aunt");
		Person father = clinic.aPerson("Father");
		choose(new ContactPerson(aunt, true, "Aunt"), new ContactPerson(father, false, null));
		assertThat(circle(child).getMembers()).extracting(ContactCircle.Member::getPersonId, ContactCircle.Member::isChosen)
			.containsExactly(tuple(aunt), tuple(father));
		choose(new ContactPerson(father, true, null), new ContactPerson(aunt, false, "Aunt"));
		assertThat(circle(child).inOrder(TODAY)).containsExactly(father.getPersonId(), child.getPersonId(),
			aunt.getPersonId());
		choose();
		assertThat(circle(child).inOrder(TODAY)).containsExactly(mother.getPersonId(), child.getPersonId());
	}

	@Test
	void chosen_shouldRefuseThePatientAndWhoIsNamedTwice() {
		Person aunt = clinic.aPerson("Aunt");
		assertThatExceptionOfType(RetentionException.class)
			.isThrownBy(() -> choose(new ContactPerson(aunt, true, null), new ContactPerson(aunt, false, null)))
			.matches(e -> e.getCode().equals("retention.contact.error.contact-person-twice"));
		assertThatExceptionOfType(RetentionException.class)
			.isThrownBy(() -> choose(new ContactPerson(child.getPerson(), true, null)))
			.matches(e -> e.getCode().equals("retention.contact.error.contact-person-is-patient"));
	}

	@Test
	void getContactCircle_shouldReadItsPeopleTogether() {
		long few = statements(1);
		for (int i = 0; i < 6; i++) {
			clinic.relate(clinic.aPerson("Relative" + i), parent, child);
		}
		assertThat(statements(7)).isEqualTo(few);
	}

	/** Of showing whom a circle names. */
	private long statements(int people) {
		flushAndClear();
		sessionFactory.getCache().evictAllRegions();
		assertThat(Context.getAuthenticatedUser().getAllRoles()).isNotNull();
		Statistics statistics = sessionFactory.getStatistics();
		statistics.setStatisticsEnabled(true);
		long before = statistics.getPrepareStatementCount();
		ContactCircle circle = Context.getService(ContactService.class).getContactCircle(child);
		assertThat(circle.getMembers()).hasSize(people).extracting(
			member -> Context.getPersonService().getPerson(member.getPersonId()).getPersonName().getGivenName())
			.doesNotContainNull();
		return statistics.getPrepareStatementCount() - before;
	}

	private static Tuple tuple(Person person) {
		return Tuple.tuple(person.getPersonId(), true);
	}

	private void choose(ContactPerson... persons) {
		ContactService service = Context.getService(ContactService.class);
		ContactProfile profile = service.getProfile(child);
		profile.chooseContactPersons(Arrays.asList(persons));
		service.saveContactProfile(profile);
		flush();
	}

	private ContactCircle circle(Patient patient) {
		Instant now = NOW;
		return circles.of(Collections.singleton(patient.getPersonId()), now).get(patient.getPersonId());
	}
}
