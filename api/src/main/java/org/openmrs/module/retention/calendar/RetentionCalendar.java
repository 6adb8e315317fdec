/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.calendar;

import java.util.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.openmrs.BaseChangeableOpenmrsMetadata;
import org.openmrs.User;
import org.openmrs.module.retention.shared.DefinitionJson;

/**
 * When a site is open: weekly hours, holidays and exceptions. A location uses the calendar that its own or its nearest
 * ancestor's location attribute names, else the standard one.
 */
@Entity(name = "retention.Calendar")
@Table(name = "retention_calendar")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class RetentionCalendar extends BaseChangeableOpenmrsMetadata {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "calendar_id")
	@Setter
	private Integer id;

	/** JSON of a {@link CalendarDefinition}. */
	@Column(name = "definition", nullable = false, columnDefinition = "LONGTEXT")
	private String definition;

	RetentionCalendar(String uuid) {
		setUuid(uuid);
	}

	public CalendarDefinition toDefinition() {
		return DefinitionJson.read(definition, CalendarDefinition.class);
	}

	void adopt(CalendarDefinition newDefinition) {
		setName(newDefinition.getName());
		this.definition = DefinitionJson.write(newDefinition);
	}

	void retire(User actor, Date at, String reason) {
		setRetired(true);
		setRetiredBy(actor);
		setDateRetired(at);
		setRetireReason(reason);
	}

	void unretire() {
		setRetired(false);
		setRetiredBy(null);
		setDateRetired(null);
		setRetireReason(null);
	}
}
