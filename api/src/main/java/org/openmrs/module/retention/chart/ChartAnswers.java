/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.chart;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.apache.commons.lang3.StringUtils;
import org.hibernate.SessionFactory;
import org.openmrs.Concept;
import org.openmrs.ConceptDatatype;
import org.openmrs.ConceptNumeric;
import org.openmrs.Obs;
import org.openmrs.api.ConceptService;
import org.openmrs.module.retention.question.Answers;
import org.openmrs.module.retention.question.Question;

/**
 * Answers to questions that name a concept, as observations. What does not fit its concept becomes none and is reported once;
 * nothing is ever refused because of it.
 */
@RequiredArgsConstructor
@Slf4j
public class ChartAnswers {

	private static final int TEXT_LENGTH = 60000;

	private final ConceptService concepts;

	private final SessionFactory sessionFactory;

	private final Set<String> reported = Collections.synchronizedSet(new HashSet<>());

	/** Whether answers of that type can be kept by a concept of that datatype. */
	public static boolean fits(Question.Type type, ConceptDatatype datatype) {
		switch (type) {
			case YES_NO:
				return isOne(datatype, ConceptDatatype.BOOLEAN_UUID, ConceptDatatype.CODED_UUID);
			case CHOICE:
			case MULTI_CHOICE:
				return isOne(datatype, ConceptDatatype.CODED_UUID, ConceptDatatype.TEXT_UUID);
			case DATE:
				return isOne(datatype, ConceptDatatype.DATE_UUID, ConceptDatatype.DATETIME_UUID);
			case TEXT:
				return isOne(datatype, ConceptDatatype.TEXT_UUID);
			default:
				return isOne(datatype, ConceptDatatype.NUMERIC_UUID);
		}
	}

	private static boolean isOne(ConceptDatatype datatype, String... uuids) {
		return datatype != null && Arrays.asList(uuids).contains(datatype.getUuid());
	}

	/** Of an answer as it is stored; empty for a question that names no concept. */
	public List<Obs> of(Question question, String answer) {
		List<Obs> all = new ArrayList<>();
		if (question.getConcept() == null) {
			return all;
		}
		Concept concept = concept(question.getConcept());
		for (String value : Answers.values(question, answer)) {
			Obs obs = obs(concept);
			if (concept != null) {
				setValue(obs, concept, question, value);
			}
			add(all, obs, question.getConcept() + " (" + question.getKey() + ")");
		}
		return all;
	}

	private void setValue(Obs obs, Concept concept, Question question, String value) {
		switch (question.getType()) {
			case YES_NO:
				setYesNo(obs, concept, "yes".equals(value));
				break;
			case CHOICE:
			case MULTI_CHOICE:
				setOption(obs, concept, question, value);
				break;
			case DATE:
				if (is(concept, ConceptDatatype.DATE_UUID) || is(concept, ConceptDatatype.DATETIME_UUID)) {
					obs.setValueDatetime(Timestamp.valueOf(LocalDate.parse(value).atStartOfDay()));
				}
				break;
			case TEXT:
				if (is(concept, ConceptDatatype.TEXT_UUID)) {
					setText(obs, StringUtils.left(value, TEXT_LENGTH));
				}
				break;
			default:
				setNumber(obs, concept, Double.parseDouble(value));
		}
	}

	private void setYesNo(Obs obs, Concept concept, boolean yes) {
		if (is(concept, ConceptDatatype.BOOLEAN_UUID) || is(concept, ConceptDatatype.CODED_UUID)) {
			setCoded(obs, yes ? concepts.getTrueConcept() : concepts.getFalseConcept());
		}
	}

	private void setOption(Obs obs, Concept concept, Question question, String value) {
		String reference = question.getOptions().stream().filter(o -> o.getKey().equals(value))
			.map(Question.Option::getConcept).filter(c -> c != null).findFirst().orElse(null);
		if (is(concept, ConceptDatatype.CODED_UUID) && reference != null) {
			setCoded(obs, concept(reference));
		} else if (is(concept, ConceptDatatype.TEXT_UUID)) {
			setText(obs, value);
		}
	}

	private void setNumber(Obs obs, Concept concept, double number) {
		if (!is(concept, ConceptDatatype.NUMERIC_UUID)) {
			return;
		}
		ConceptNumeric numeric = numeric(concept);
		boolean fits = numeric != null && (numeric.getLowAbsolute() == null || number >= numeric.getLowAbsolute())
			&& (numeric.getHiAbsolute() == null || number <= numeric.getHiAbsolute())
			&& (Boolean.TRUE.equals(numeric.getAllowDecimal()) || number == Math.rint(number));
		if (fits) {
			obs.setValueNumeric(number);
		}
	}

	private ConceptNumeric numeric(Concept concept) {
		return sessionFactory.getCurrentSession()
			.createQuery("from ConceptNumeric c where c.uuid = :uuid", ConceptNumeric.class)
			.setParameter("uuid", concept.getUuid()).uniqueResult();
	}

	private static void setText(Obs obs, String value) {
		obs.setValueText(value);
	}

	private static void setCoded(Obs obs, Concept value) {
		obs.setValueCoded(value);
	}

	private static Obs obs(Concept concept) {
		Obs obs = new Obs();
		obs.setConcept(concept);
		return obs;
	}

	/** Unless it has no concept or no value; what it is of is told once then. */
	public void add(List<Obs> all, Obs obs, String what) {
		boolean hasValue = obs.getValueCoded() != null || obs.getValueText() != null || obs.getValueNumeric() != null
			|| obs.getValueDatetime() != null;
		if (obs.getConcept() != null && hasValue) {
			all.add(obs);
		} else if (reported.add(what)) {
			log.warn("No observation for {}: no concept, one of another kind, or for yes and no the platform's settings"
				+ " concept.true and concept.false name none; further ones are not reported", what);
		}
	}

	public static boolean is(Concept concept, String datatype) {
		return concept.getDatatype() != null && datatype.equals(concept.getDatatype().getUuid());
	}

	/** By uuid, or by {@code source:code}; null: there is none. */
	public Concept concept(String reference) {
		int colon = reference.indexOf(':');
		Concept concept = colon < 0 ? concepts.getConceptByUuid(reference)
			: concepts.getConceptByMapping(reference.substring(colon + 1), reference.substring(0, colon));
		return concept == null || Boolean.TRUE.equals(concept.getRetired()) ? null : concept;
	}
}
