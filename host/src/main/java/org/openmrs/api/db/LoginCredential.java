/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.api.db;

import java.util.Date;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

import lombok.Getter;
import lombok.Setter;

/** The other half of the table of users. */
@Entity
@Table(name = "users")
@Getter
@Setter
public class LoginCredential {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "user_id")
	private Integer userId;
	@Column(name = "password", length = 128)
	private String hashedPassword;
	@Column(length = 128)
	private String salt;
	@Column(name = "uuid", insertable = false, updatable = false)
	private String uuid;
	@Column(name = "date_changed")
	private Date dateChanged;
}
