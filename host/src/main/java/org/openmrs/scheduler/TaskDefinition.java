/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.scheduler;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;

import lombok.Getter;
import lombok.Setter;
import org.openmrs.BaseChangeableOpenmrsMetadata;

@Getter
@Setter
public class TaskDefinition extends BaseChangeableOpenmrsMetadata {

	private Integer id;
	private String taskClass;
	private Task taskInstance;
	private Date startTime;
	private Date lastExecutionTime;
	private Long repeatInterval = 0L;
	private String startTimePattern = "MM/dd/yyyy HH:mm:ss";
	private Boolean startOnStartup = false;
	private Boolean started = false;
	private Map<String, String> properties = new HashMap<>();

	/** The next multiple of the interval after now, counted from the start time. */
	public Date getNextExecutionTime() {
		long now = System.currentTimeMillis();
		if (startTime == null || startTime.getTime() >= now || repeatInterval == null || repeatInterval <= 0) {
			return startTime == null ? new Date() : startTime;
		}
		long period = repeatInterval * 1000;
		return new Date(startTime.getTime() + ((now - startTime.getTime()) / period + 1) * period);
	}
}
