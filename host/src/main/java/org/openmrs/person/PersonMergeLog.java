/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.person;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import javax.persistence.Transient;

import lombok.Getter;
import lombok.Setter;
import org.openmrs.BaseChangeableOpenmrsData;
import org.openmrs.Person;

@Entity
@Table(name = "person_merge_log")
@Getter
@Setter
public class PersonMergeLog extends BaseChangeableOpenmrsData {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "person_merge_log_id")
	private Integer personMergeLogId;
	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	@JoinColumn(name = "winner_person_id")
	private Person winner;
	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	@JoinColumn(name = "loser_person_id")
	private Person loser;
	@Column(name = "merged_data", nullable = false, length = 65535)
	private String serializedMergedData;

	@Transient
	private PersonMergeLogData personMergeLogData;
}
