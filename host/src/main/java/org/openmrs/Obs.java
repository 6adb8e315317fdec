/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import java.text.DateFormat;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.openmrs.annotation.AllowDirectAccess;

/** Never edited in place: a saved one that became dirty is voided, and a new row takes its place. */
@Getter
@NoArgsConstructor
public class Obs extends BaseFormRecordableOpenmrsData {

	public enum Status {
		PRELIMINARY, FINAL, AMENDED
	}

	@Setter
	protected Integer obsId;
	protected Concept concept;
	protected Date obsDatetime;
	protected String accessionNumber;
	protected Obs obsGroup;

	@AllowDirectAccess
	@Setter
	protected Set<Obs> groupMembers;
	protected Concept valueCoded;
	protected ConceptName valueCodedName;
	protected Date valueDatetime;
	protected Double valueNumeric;
	protected String valueModifier;
	protected String valueText;
	protected String comment;
	protected Integer personId;
	protected Person person;
	protected Location location;
	protected Encounter encounter;
	private Obs previousVersion;
	private Status status = Status.FINAL;
	private boolean dirty;

	public Obs(Person person, Concept question, Date obsDatetime, Location location) {
		this.person = person;
		this.personId = person == null ? null : person.getPersonId();
		this.concept = question;
		this.obsDatetime = obsDatetime;
		this.location = location;
	}

	/** A copy with a uuid of its own. */
	public static Obs newInstance(Obs original) {
		Obs copy = new Obs(original.person, original.concept, original.obsDatetime, original.location);
		copy.obsGroup = original.obsGroup;
		copy.accessionNumber = original.accessionNumber;
		copy.valueCoded = original.valueCoded;
		copy.valueCodedName = original.valueCodedName;
		copy.valueDatetime = original.valueDatetime;
		copy.valueNumeric = original.valueNumeric;
		copy.valueModifier = original.valueModifier;
		copy.valueText = original.valueText;
		copy.comment = original.comment;
		copy.encounter = original.encounter;
		copy.status = original.status;
		copy.formNamespaceAndPath = original.formNamespaceAndPath;
		copy.setCreator(original.getCreator());
		copy.setDateCreated(original.getDateCreated());
		copy.setVoided(original.getVoided());
		copy.setVoidedBy(original.getVoidedBy());
		copy.setDateVoided(original.getDateVoided());
		copy.setVoidReason(original.getVoidReason());
		return copy;
	}

	/** Only what is saved can become dirty. */
	protected void markAsDirty(Object oldValue, Object newValue) {
		if (obsId != null && !Objects.equals(oldValue, newValue)) {
			dirty = true;
		}
	}

	public void setConcept(Concept concept) {
		markAsDirty(this.concept, concept);
		this.concept = concept;
	}

	public void setObsDatetime(Date obsDatetime) {
		markAsDirty(this.obsDatetime, obsDatetime);
		this.obsDatetime = obsDatetime;
	}

	public void setValueCoded(Concept valueCoded) {
		markAsDirty(this.valueCoded, valueCoded);
		this.valueCoded = valueCoded;
	}

	public void setValueDatetime(Date valueDatetime) {
		markAsDirty(this.valueDatetime, valueDatetime);
		this.valueDatetime = valueDatetime;
	}

	public void setValueNumeric(Double valueNumeric) {
		markAsDirty(this.valueNumeric, valueNumeric);
		this.valueNumeric = valueNumeric;
	}

	public void setValueText(String valueText) {
		markAsDirty(this.valueText, valueText);
		this.valueText = valueText;
	}

	protected void setPersonId(Integer personId) {
		markAsDirty(this.personId, personId);
		this.personId = personId;
	}

	public void setPerson(Person person) {
		markAsDirty(this.person, person);
		this.person = person;
		if (person != null) {
			setPersonId(person.getPersonId());
		}
	}

	public void setLocation(Location location) {
		markAsDirty(this.location, location);
		this.location = location;
	}

	public void setEncounter(Encounter encounter) {
		markAsDirty(this.encounter, encounter);
		this.encounter = encounter;
	}

	public void setPreviousVersion(Obs previousVersion) {
		markAsDirty(this.previousVersion, previousVersion);
		this.previousVersion = previousVersion;
	}

	public void setStatus(Status status) {
		markAsDirty(this.status, status);
		this.status = status;
	}

	public boolean isObsGrouping() {
		return hasGroupMembers(true);
	}

	public boolean hasGroupMembers() {
		return hasGroupMembers(false);
	}

	public boolean hasGroupMembers(boolean includeVoided) {
		Set<Obs> members = getGroupMembers(includeVoided);
		return members != null && !members.isEmpty();
	}

	public Set<Obs> getGroupMembers(boolean includeVoided) {
		return includeVoided || groupMembers == null ? groupMembers : groupMembers.stream().filter(o -> !o.getVoided())
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	public String getValueAsString(Locale locale) {
		if (valueNumeric != null) {
			DecimalFormat format = (DecimalFormat) NumberFormat.getNumberInstance(locale);
			format.applyPattern("#0.0#####");
			return format.format(valueNumeric);
		}
		if (valueCoded != null) {
			ConceptName name = valueCodedName != null ? valueCodedName : valueCoded.getName(locale, false);
			return name == null ? "" : name.getName();
		}
		if (valueDatetime != null) {
			boolean dateOnly = concept != null && concept.getDatatype() != null && concept.getDatatype().isDate();
			return dateOnly ? new SimpleDateFormat("yyyy-MM-dd").format(valueDatetime)
				: DateFormat.getDateTimeInstance(DateFormat.SHORT, DateFormat.SHORT, locale).format(valueDatetime);
		}
		if (valueText != null) {
			return valueText;
		}
		return hasGroupMembers() ? getGroupMembers().stream().map(o -> o.getValueAsString(locale))
			.collect(Collectors.joining(", ")) : "";
	}

	@Override
	public String toString() {
		return obsId == null ? "obs id is null" : "Obs #" + obsId;
	}
}
