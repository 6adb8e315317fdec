/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.apache.commons.lang3.StringUtils;

/** Its audit and void columns are the person* properties: the inherited ones belong to the subclass Patient. */
@Getter
@Setter
@NoArgsConstructor
public class Person extends BaseChangeableOpenmrsData {

	protected Integer personId;
	private Set<PersonAddress> addresses;
	private Set<PersonName> names;
	private Set<PersonAttribute> attributes;
	private String gender;
	private Date birthdate;
	private Date birthtime;
	private Boolean birthdateEstimated = false;
	private Boolean deathdateEstimated = false;
	private Boolean dead = false;
	private Date deathDate;
	private Concept causeOfDeath;
	private String causeOfDeathNonCoded;
	private User personCreator;
	private Date personDateCreated;
	private User personChangedBy;
	private Date personDateChanged;
	private Boolean personVoided = false;
	private User personVoidedBy;
	private Date personDateVoided;
	private String personVoidReason;

	@Getter(AccessLevel.NONE)
	@Setter(AccessLevel.NONE)
	private boolean patient;

	public Person(Integer personId) {
		this.personId = personId;
	}

	public Person(Person other) {
		if (other == null) {
			return;
		}
		personId = other.getPersonId();
		setUuid(other.getUuid());
		addresses = other.getAddresses();
		names = other.getNames();
		attributes = other.getAttributes();
		gender = other.getGender();
		birthdate = other.getBirthdate();
		birthtime = other.getBirthtime();
		birthdateEstimated = other.getBirthdateEstimated();
		deathdateEstimated = other.getDeathdateEstimated();
		dead = other.getDead();
		deathDate = other.getDeathDate();
		causeOfDeath = other.getCauseOfDeath();
		causeOfDeathNonCoded = other.getCauseOfDeathNonCoded();
		setPersonCreator(other.getPersonCreator());
		setPersonDateCreated(other.getPersonDateCreated());
		setPersonChangedBy(other.getPersonChangedBy());
		setPersonDateChanged(other.getPersonDateChanged());
		setPersonVoided(other.getPersonVoided());
		setPersonVoidedBy(other.getPersonVoidedBy());
		setPersonDateVoided(other.getPersonDateVoided());
		setPersonVoidReason(other.getPersonVoidReason());
		patient = other.getIsPatient();
	}

	// As on the platform, what is set for the person shows in the inherited properties too, until a patient's own are loaded.

	public void setPersonCreator(User value) {
		personCreator = value;
		setCreator(value);
	}

	public void setPersonDateCreated(Date value) {
		personDateCreated = value;
		setDateCreated(value);
	}

	public void setPersonChangedBy(User value) {
		personChangedBy = value;
		setChangedBy(value);
	}

	public void setPersonDateChanged(Date value) {
		personDateChanged = value;
		setDateChanged(value);
	}

	public void setPersonVoided(Boolean value) {
		personVoided = value;
		setVoided(value);
	}

	public void setPersonVoidedBy(User value) {
		personVoidedBy = value;
		setVoidedBy(value);
	}

	public void setPersonDateVoided(Date value) {
		personDateVoided = value;
		setDateVoided(value);
	}

	public void setPersonVoidReason(String value) {
		personVoidReason = value;
		setVoidReason(value);
	}

	public boolean getIsPatient() {
		return patient;
	}

	protected void setPatient(boolean patient) {
		this.patient = patient;
	}

	public void setDeathDate(Date deathDate) {
		this.deathDate = deathDate;
		if (deathDate != null) {
			setDead(true);
		}
	}

	public Set<PersonAddress> getAddresses() {
		if (addresses == null) {
			addresses = new TreeSet<>();
		}
		return addresses;
	}

	public Set<PersonName> getNames() {
		if (names == null) {
			names = new TreeSet<>();
		}
		return names;
	}

	public Set<PersonAttribute> getAttributes() {
		if (attributes == null) {
			attributes = new TreeSet<>();
		}
		return attributes;
	}

	public void addName(PersonName name) {
		if (name != null) {
			name.setPerson(this);
			getNames().add(name);
		}
	}

	/** A person has one value of a type: another one takes its place. */
	public void addAttribute(PersonAttribute attribute) {
		attribute.setPerson(this);
		for (PersonAttribute current : activeAttributes(a -> a.getAttributeType().equals(attribute.getAttributeType()))) {
			if (current.equals(attribute) || current.getValue().equals(attribute.getValue())) {
				return;
			}
			if (current.getCreator() == null) {
				getAttributes().remove(current);
			} else {
				current.voidAttribute("New value: " + attribute.getValue());
			}
		}
		if (StringUtils.isNotBlank(attribute.getValue())) {
			getAttributes().add(attribute);
		}
	}

	public List<PersonAttribute> getActiveAttributes() {
		return activeAttributes(a -> true);
	}

	public PersonAttribute getAttribute(PersonAttributeType type) {
		return first(activeAttributes(a -> a.getAttributeType().equals(type)));
	}

	private List<PersonAttribute> activeAttributes(Predicate<PersonAttribute> filter) {
		return getAttributes().stream().filter(a -> !a.getVoided()).filter(filter).collect(Collectors.toList());
	}

	private static PersonAttribute first(List<PersonAttribute> attributes) {
		return attributes.isEmpty() ? null : attributes.get(0);
	}

	public PersonName getPersonName() {
		PersonName best = null;
		for (PersonName name : getNames()) {
			if (!name.getVoided() && (best == null || name.getPreferred() && !best.getPreferred())) {
				best = name;
			}
		}
		return best == null && getVoided() && !getNames().isEmpty() ? getNames().iterator().next() : best;
	}

	public PersonAddress getPersonAddress() {
		return getAddresses().stream().filter(a -> !a.getVoided())
			.max(Comparator.comparing(PersonAddress::getPreferred)).orElse(null);
	}

	public String getGivenName() {
		return getPersonName() == null ? "" : getPersonName().getGivenName();
	}

	public Integer getAge() {
		return getAge(null);
	}

	/** In whole years on the day, or on the day of death if that was earlier. */
	public Integer getAge(Date onDate) {
		if (birthdate == null) {
			return null;
		}
		Date day = onDate == null ? new Date() : onDate;
		if (deathDate != null && day.after(deathDate)) {
			day = deathDate;
		}
		return (int) ChronoUnit.YEARS.between(localDate(birthdate), localDate(day));
	}

	private static LocalDate localDate(Date date) {
		return new Date(date.getTime()).toInstant().atZone(ZoneId.systemDefault()).toLocalDate();
	}

	@Override
	public Integer getId() {
		return getPersonId();
	}

	@Override
	public void setId(Integer id) {
		setPersonId(id);
	}
}
