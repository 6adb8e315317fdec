/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.shared;

/** The module's privileges; {@code config.xml} declares the same and a test keeps the two in step. */
public final class RetentionPrivileges {

	/** See protocols, steps and scripts. */
	public static final String GET_PROTOCOLS = "Get Retention Protocols";

	/** Change or retire protocols. */
	public static final String MANAGE_PROTOCOLS = "Manage Retention Protocols";

	/** See what protocols would have made of the past, before they are let loose on the future. */
	public static final String REHEARSE_PROTOCOLS = "Rehearse Retention Protocols";

	/** See plans, tasks and the work list. */
	public static final String GET_FOLLOW_UPS = "Get Retention Follow-ups";

	/** Work tasks: claim, create by hand, cancel, run planning for a patient. */
	public static final String MANAGE_FOLLOW_UPS = "Manage Retention Follow-ups";

	/** Reassign other people's tasks, run the sweep. */
	public static final String SUPERVISE_FOLLOW_UPS = "Supervise Retention Follow-ups";

	/** See attempts, promises, contact points and contact profiles. */
	public static final String GET_CONTACTS = "Get Retention Contacts";

	/** Record and void attempts, change contact profiles and the state of contact points. */
	public static final String MANAGE_CONTACTS = "Manage Retention Contacts";

	/** See what patients have booked. */
	public static final String GET_BOOKINGS = "Get Retention Bookings";

	/** Write down, move, call off, void and purge bookings; what a scheduler's integration needs. */
	public static final String MANAGE_BOOKINGS = "Manage Retention Bookings";

	/** See escalations. */
	public static final String GET_ESCALATIONS = "Get Retention Escalations";

	/** Acknowledge and close escalations. */
	public static final String MANAGE_ESCALATIONS = "Manage Retention Escalations";

	/** See calendars. */
	public static final String GET_CALENDARS = "Get Retention Calendars";

	/** Change calendars. */
	public static final String MANAGE_CALENDARS = "Manage Retention Calendars";

	/** See surveys and what they ask. */
	public static final String GET_SURVEYS = "Get Retention Surveys";

	/** Change or retire surveys. */
	public static final String MANAGE_SURVEYS = "Manage Retention Surveys";

	/** See who was invited to which survey, and how far it has come. */
	public static final String GET_SURVEY_INVITATIONS = "Get Retention Survey Invitations";

	/** Invite, hand over and withdraw. */
	public static final String MANAGE_SURVEY_INVITATIONS = "Manage Retention Survey Invitations";

	/** See what was answered, but for words. */
	public static final String GET_SURVEY_RESPONSES = "Get Retention Survey Responses";

	/** Write answers down for patients, annul what was written down in error. */
	public static final String MANAGE_SURVEY_RESPONSES = "Manage Retention Survey Responses";

	/** Put ideas of patients to others, and decide on them. */
	public static final String MANAGE_IDEAS = "Manage Retention Ideas";

	/** Take answers to surveys as a file, and see who did. */
	public static final String EXPORT_SURVEY_RESPONSES = "Export Retention Survey Responses";

	/** See figures of surveys, and no single answer. */
	public static final String GET_SURVEY_RESULTS = "Get Retention Survey Results";

	/** Read what patients have written. */
	public static final String GET_COMMENTS = "Get Retention Comments";

	/** Say which themes comments are about, and what was done about them. */
	public static final String MANAGE_COMMENTS = "Manage Retention Comments";

	/** See themes, and how well they are found. */
	public static final String GET_THEMES = "Get Retention Themes";

	/** Name, reword, merge, split and retire themes; have them learnt. */
	public static final String MANAGE_THEMES = "Manage Retention Themes";

	/** See loaded metadata packages and their reports. */
	public static final String GET_PACKAGES = "Get Retention Packages";

	/** Load metadata packages. */
	public static final String MANAGE_PACKAGES = "Manage Retention Packages";

	private RetentionPrivileges() {
	}
}
