/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.notification;

import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;

import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.OneToMany;
import javax.persistence.Table;

import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.openmrs.User;
import org.openmrs.host.AuditedObject;

/** A short message to some users, until read or expired. */
@Entity
@Table(name = "notification_alert")
@Getter
@Setter
@NoArgsConstructor
public class Alert extends AuditedObject {

	public static final int TEXT_MAX_LENGTH = 512;
	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "alert_id")
	private Integer alertId;
	@Column(nullable = false, length = TEXT_MAX_LENGTH)
	private String text;
	@Column(name = "satisfied_by_any", nullable = false)
	private Boolean satisfiedByAny = false;
	@Column(name = "alert_read", nullable = false)
	private Boolean alertRead = false;
	@Column(name = "date_to_expire")
	private Date dateToExpire;
	@OneToMany(mappedBy = "alert", cascade = CascadeType.ALL, fetch = FetchType.EAGER, orphanRemoval = true)
	private Set<AlertRecipient> recipients;

	public Alert(String text, Collection<User> users) {
		this.text = text;
		users.forEach(this::addRecipient);
	}

	public void addRecipient(User user) {
		addRecipient(new AlertRecipient(user, false));
	}

	public void addRecipient(AlertRecipient recipient) {
		if (recipients == null) {
			recipients = new HashSet<>();
		}
		recipient.setAlert(this);
		recipients.add(recipient);
	}
}
