/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.shared;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.hibernate.SessionFactory;
import org.openmrs.GlobalProperty;

/**
 * The module's settings: names and typed reads. Read from the database each time they are needed, by primary key:
 * listeners on settings fire only on the node that saved one. A value that cannot be read as what it should be counts as
 * absent.
 */
public class RetentionSettings {

	/** Zone id of sites that name none; empty: the server's. */
	public static final String TIMEZONE = "retention.timezone";

	/** Location attribute type (uuid) that names a location's zone. */
	public static final String TIMEZONE_ATTRIBUTE_TYPE = "retention.timezone.locationAttributeType";

	/** Location attribute type (uuid) that names a location's calendar (uuid). */
	public static final String CALENDAR_ATTRIBUTE_TYPE = "retention.calendar.locationAttributeType";

	/** Encounter types (uuids) that are a visit of the patient; empty: all but the module's own. */
	public static final String VISIT_ENCOUNTER_TYPES = "retention.visit.encounterTypes";

	/** Uuids of encounter types that are no visits while {@link #VISIT_ENCOUNTER_TYPES} is empty: registration, laboratory. */
	public static final String ADMINISTRATIVE_ENCOUNTER_TYPES = "retention.visit.administrativeEncounterTypes";

	/** Person attribute types (uuids) that hold telephone numbers, the preferred first. */
	public static final String PHONE_ATTRIBUTE_TYPES = "retention.contact.phoneAttributeTypes";

	/** Person attribute types (uuids) that hold e-mail addresses. */
	public static final String EMAIL_ATTRIBUTE_TYPES = "retention.contact.emailAttributeTypes";

	/** Person attribute type (uuid) that holds the language tag of a person. */
	public static final String LANGUAGE_ATTRIBUTE_TYPE = "retention.contact.languageAttributeType";

	/** Country (ISO 3166) of numbers that are written without a country code. */
	public static final String DEFAULT_REGION = "retention.contact.defaultRegion";

	/** Local hours in which people may be called, {@code 08:00-20:00}. */
	public static final String CALLING_HOURS = "retention.contact.callingHours";

	/** The number a caller gives in an emergency. */
	public static final String EMERGENCY_NUMBER = "retention.contact.emergencyNumber";

	/** Days of rest after a conversation, for all but care. */
	public static final String REST_DAYS = "retention.contact.restDays";

	/** Contacts begun by the clinic that one person gets within a week at most, for all but care; 0: any number. */
	public static final String WEEKLY_CAP = "retention.contact.weeklyCap";

	/** Relationship types (uuids, each with its side) whose people speak for a minor. */
	public static final String GUARDIAN_RELATIONSHIPS = "retention.contact.guardianRelationshipTypes";

	/** Relationship types (uuids, each with its side) whose people are rung when no number of the patient works. */
	public static final String CONTACT_RELATIONSHIPS = "retention.contact.relationshipTypes";

	/** Age from which people speak for themselves. */
	public static final String MAJORITY_AGE = "retention.contact.majorityAge";

	/** Role whose queue gets what no assignment rule places. */
	public static final String DEFAULT_ROLE = "retention.followup.defaultRole";

	/** Role on duty: critical steps on closed days, escalations that nobody acknowledged. */
	public static final String DUTY_ROLE = "retention.followup.dutyRole";

	/** Role of the managers: service escalations, and the end of the escalation chain. */
	public static final String MANAGER_ROLE = "retention.followup.managerRole";

	/** Minutes that an opened row is claimed. */
	public static final String CLAIM_MINUTES = "retention.followup.claimMinutes";

	/** Days a patient gets to think something over when none are named. */
	public static final String THINKING_DAYS = "retention.followup.thinkingDays";

	/** Minutes in which an escalation must be acknowledged before it goes up. */
	public static final String ACKNOWLEDGE_MINUTES = "retention.followup.acknowledgeMinutes";

	/** Whether a conversation is also written to the patient's chart. */
	public static final String CHART_ENCOUNTER = "retention.followup.chartEncounter";

	/** Encounter type (uuid) of conversations in the chart. */
	public static final String CHART_ENCOUNTER_TYPE = "retention.followup.chartEncounterType";

	/** Encounter role (uuid) of the caller in the chart. */
	public static final String CHART_ENCOUNTER_ROLE = "retention.followup.chartEncounterRole";

	/** Concepts of a contact's findings, {@code result=<uuid or source:code>,disposition=...}. */
	public static final String CHART_CONCEPTS = "retention.followup.chartConcepts";

	/** Tasks that one sweep may make for a protocol that names no limit and has worked for too few days to have its own. */
	public static final String FLOOD_LIMIT = "retention.followup.floodLimit";

	/** Days after which a printed sheet is forgotten. */
	public static final String SHEET_DAYS = "retention.followup.sheetDays";

	/** Days after an anchor in which another visit is a return soon after it. */
	public static final String RETURN_DAYS = "retention.followup.returnDays";

	/** What is looked at in a contact that was drawn, keys in their order; empty: the shipped ones. */
	public static final String QUALITY_CRITERIA = "retention.followup.qualityCriteria";

	/** Where a patient's chart is, with <code>{uuid}</code>; empty: the pages lead to none. */
	public static final String CHART_ADDRESS = "retention.page.chartAddress";

	/** What links of survey invitations begin with; blank: only their path is told. */
	public static final String SURVEY_ADDRESS = "retention.survey.publicAddress";

	/** Comments that people have read since themes were learnt last, after which they are learnt anew. */
	public static final String RETRAIN_AFTER = "retention.theme.retrainAfter";

	private final SessionFactory sessionFactory;

	public RetentionSettings(SessionFactory sessionFactory) {
		this.sessionFactory = sessionFactory;
	}

	/** The trimmed value; the default when it is absent or blank. Needs a session, no privilege. */
	public String text(String setting, String otherwise) {
		GlobalProperty property = sessionFactory.getCurrentSession().get(GlobalProperty.class, setting);
		String value = property == null ? null : property.getPropertyValue();
		return value == null || value.trim().isEmpty() ? otherwise : value.trim();
	}

	/** A whole number of at least {@code least}; the default when it is absent or not one. */
	public int number(String setting, int least, int otherwise) {
		try {
			int value = Integer.parseInt(text(setting, ""));
			return value < least ? otherwise : value;
		}
		catch (NumberFormatException e) {
			return otherwise;
		}
	}

	/** {@code true} or {@code false}; the default for anything else. */
	public boolean flag(String setting, boolean otherwise) {
		String value = text(setting, "").toLowerCase(Locale.ROOT);
		return "true".equals(value) || (!"false".equals(value) && otherwise);
	}

	/** Of sites that name none, and of days that belong to no site; the server's when the setting names none. */
	public ZoneId zone() {
		try {
			return ZoneId.of(text(TIMEZONE, ZoneId.systemDefault().getId()));
		}
		catch (DateTimeException e) {
			return ZoneId.systemDefault();
		}
	}

	/** The comma-separated values in their order; empty when absent. */
	public List<String> list(String setting) {
		String value = text(setting, "");
		if (value.isEmpty()) {
			return Collections.emptyList();
		}
		List<String> values = new ArrayList<>();
		for (String part : value.split(",")) {
			if (!part.trim().isEmpty()) {
				values.add(part.trim());
			}
		}
		return values;
	}
}
