/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.notification;

import java.util.Date;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;

import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.openmrs.BaseOpenmrsObject;
import org.openmrs.User;

@Entity
@Table(name = "notification_alert_recipient")
@Getter
@Setter
@NoArgsConstructor
public class AlertRecipient extends BaseOpenmrsObject {

	@Id
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "alert_id")
	private Alert alert;
	@Id
	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "user_id")
	private User recipient;
	@Column(name = "alert_read", nullable = false)
	private Boolean alertRead = false;
	@Column(name = "date_changed")
	private Date dateChanged = new Date();

	public AlertRecipient(User recipient, Boolean alertRead) {
		this.recipient = recipient;
		this.alertRead = alertRead;
		this.dateChanged = new Date();
	}
}
