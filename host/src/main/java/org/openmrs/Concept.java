/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Inheritance;
import javax.persistence.InheritanceType;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;

import lombok.Getter;
import lombok.Setter;
import org.hibernate.annotations.BatchSize;
import org.openmrs.annotation.AllowDirectAccess;
import org.openmrs.api.ConceptNameType;
import org.openmrs.host.RetirableObject;
import org.openmrs.util.LocaleUtility;

@Entity
@Table(name = "concept")
@Inheritance(strategy = InheritanceType.JOINED)
@BatchSize(size = 25)
@Getter
@Setter
public class Concept extends RetirableObject {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "concept_id")
	private Integer conceptId;
	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	@JoinColumn(name = "datatype_id")
	private ConceptDatatype datatype;
	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	@JoinColumn(name = "class_id")
	private ConceptClass conceptClass;
	@Column(name = "is_set", nullable = false)
	private Boolean set = false;
	@Column(length = 50)
	private String version;
	@AllowDirectAccess
	@OneToMany(mappedBy = "concept", cascade = CascadeType.ALL, orphanRemoval = true, targetEntity = ConceptName.class)
	@BatchSize(size = 25)
	private Collection<ConceptName> names = new LinkedHashSet<>();
	@AllowDirectAccess
	@OneToMany(mappedBy = "concept", cascade = CascadeType.ALL, orphanRemoval = true, targetEntity = ConceptAnswer.class)
	@OrderBy("sortWeight asc, conceptAnswerId asc")
	@BatchSize(size = 25)
	private Collection<ConceptAnswer> answers = new LinkedHashSet<>();
	@OneToMany(mappedBy = "concept", cascade = CascadeType.ALL, orphanRemoval = true)
	private Collection<ConceptDescription> descriptions = new LinkedHashSet<>();
	@OneToMany(mappedBy = "concept", cascade = CascadeType.ALL, orphanRemoval = true)
	@BatchSize(size = 25)
	private Collection<ConceptMap> conceptMappings = new LinkedHashSet<>();

	public Collection<ConceptName> getNames() {
		return getNames(false);
	}

	public Collection<ConceptName> getNames(boolean includeVoided) {
		return names.stream().filter(n -> includeVoided || !n.getVoided())
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	public Collection<ConceptName> getNames(Locale locale) {
		return getNames().stream().filter(n -> locale.equals(n.getLocale())).collect(Collectors.toList());
	}

	/** The first name of a locale becomes its preferred one, as the first fully specified name does. */
	public void addName(ConceptName name) {
		if (name != null) {
			name.setConcept(this);
			boolean first = getNames(name.getLocale()).isEmpty();
			if (first && name.getConceptNameType() == null) {
				name.setConceptNameType(ConceptNameType.FULLY_SPECIFIED);
				name.setLocalePreferred(true);
			}
			names.add(name);
		}
	}

	public void setFullySpecifiedName(ConceptName name) {
		for (ConceptName other : getNames(name.getLocale())) {
			if (other != name && other.isFullySpecifiedName()) {
				other.setConceptNameType(null);
			}
		}
		name.setConceptNameType(ConceptNameType.FULLY_SPECIFIED);
		addName(name);
		if (getNames(name.getLocale()).stream().noneMatch(n -> Boolean.TRUE.equals(n.getLocalePreferred()))) {
			name.setLocalePreferred(true);
		}
	}

	public void setShortName(ConceptName name) {
		name.setConceptNameType(ConceptNameType.SHORT);
		addName(name);
	}

	public ConceptName getName() {
		for (Locale locale : LocaleUtility.getLocalesInOrder()) {
			ConceptName name = best(locale);
			if (name == null && !locale.getCountry().isEmpty()) {
				name = best(new Locale(locale.getLanguage()));
			}
			if (name != null) {
				return name;
			}
		}
		return first(n -> n.isFullySpecifiedName()) != null ? first(n -> n.isFullySpecifiedName()) : first(n -> true);
	}

	public ConceptName getName(Locale locale) {
		return getName(locale, false);
	}

	public ConceptName getName(Locale locale, boolean exact) {
		ConceptName name = best(locale);
		if (name == null && !exact) {
			name = best(new Locale(locale.getLanguage()));
		}
		return name != null || exact ? name : getName();
	}

	private ConceptName best(Locale locale) {
		ConceptName name = getPreferredName(locale);
		return name != null ? name : first(n -> locale.equals(n.getLocale()) && n.getConceptNameType() == null);
	}

	public ConceptName getPreferredName(Locale locale) {
		ConceptName name = first(n -> locale.equals(n.getLocale()) && Boolean.TRUE.equals(n.getLocalePreferred()));
		return name != null ? name : getFullySpecifiedName(locale);
	}

	public ConceptName getFullySpecifiedName(Locale locale) {
		return first(n -> locale.equals(n.getLocale()) && n.isFullySpecifiedName());
	}

	private ConceptName first(Predicate<ConceptName> filter) {
		return getNames().stream().filter(filter).findFirst().orElse(null);
	}

	public Collection<ConceptAnswer> getAnswers() {
		return getAnswers(false);
	}

	public Collection<ConceptAnswer> getAnswers(boolean includeRetired) {
		return answers.stream().filter(a -> includeRetired || !a.getAnswerConcept().getRetired())
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	public void addAnswer(ConceptAnswer answer) {
		if (answer != null && answers.stream().noneMatch(a -> a.getAnswerConcept().equals(answer.getAnswerConcept()))) {
			answer.setConcept(this);
			if (answer.getSortWeight() == null || answer.getSortWeight() <= 0) {
				answer.setSortWeight(answers.stream().mapToDouble(ConceptAnswer::getSortWeight).max().orElse(0) + 1);
			}
			answers.add(answer);
		}
	}

	public Collection<ConceptDescription> getDescriptions() {
		return descriptions;
	}

	public void addDescription(ConceptDescription description) {
		if (description != null) {
			description.setConcept(this);
			descriptions.add(description);
		}
	}

	public Collection<ConceptMap> getConceptMappings() {
		return conceptMappings;
	}

	@Override
	public String toString() {
		return "Concept #" + conceptId;
	}
}
