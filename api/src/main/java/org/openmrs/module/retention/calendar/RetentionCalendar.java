/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.calendar;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.BaseChangeableOpenmrsMetadata;

/**
 * When a site is open: weekly hours, holidays and exceptions. A location uses the calendar that its own or its nearest
 * ancestor's location attribute names, else the default one.
 */
@Entity(name = "retention.Calendar")
@Table(name = "retention_calendar")
@Getter
@Setter
public class RetentionCalendar extends BaseChangeableOpenmrsMetadata {
	
	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "calendar_id")
	private Integer id;
	
	/** JSON of a {@link CalendarDefinition}. */
	@Column(name = "definition", nullable = false, columnDefinition = "LONGTEXT")
	private String definition;
}
