/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import java.time.LocalDate;
import java.util.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.openmrs.BaseChangeableOpenmrsMetadata;
import org.openmrs.User;
import org.openmrs.module.retention.shared.DefinitionJson;

/**
 * A follow-up protocol: the current version of what a package says, with what lists and the sweep need in columns. Its
 * past versions are {@link FollowUpProtocolVersion} rows. A retired protocol plans nothing; its open plans run on.
 */
@Entity(name = "retention.FollowUpProtocol")
@Table(name = "retention_protocol")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class FollowUpProtocol extends BaseChangeableOpenmrsMetadata {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "protocol_id")
	@Setter
	private Integer id;

	@Enumerated(EnumType.STRING)
	@Column(name = "trigger_type", nullable = false, length = 20)
	private TriggerType triggerType;

	@Enumerated(EnumType.STRING)
	@Column(name = "purpose", nullable = false, length = 20)
	private Purpose purpose;

	@Column(name = "priority", nullable = false)
	private int priority;

	/** From the definition, else the local day on which the protocol was first loaded. */
	@Column(name = "active_from", nullable = false)
	private LocalDate activeFrom;

	/** From 1; counts up whenever the definition's content changes. */
	@Column(name = "protocol_version", nullable = false)
	private int protocolVersion;

	/** SHA-256 (hex) of the definition's JSON. */
	@Column(name = "checksum", nullable = false, length = 64)
	private String checksum;

	@Version
	@Column(name = "version", nullable = false)
	private int version;

	FollowUpProtocol(String uuid, LocalDate loadedOn) {
		setUuid(uuid);
		activeFrom = loadedOn;
	}

	/** Takes over what the definition says, as the next version. */
	void adopt(ProtocolDefinition definition, String definitionChecksum) {
		setName(definition.getName());
		setDescription(definition.getDescription());
		triggerType = definition.getTrigger().getType();
		purpose = definition.getPurpose();
		priority = definition.getPriority();
		if (definition.getActiveFrom() != null) {
			activeFrom = definition.activeFromDate();
		}
		checksum = definitionChecksum;
		protocolVersion++;
	}

	/** Whether the current version says what the definition says. */
	public boolean saysTheSameAs(ProtocolDefinition definition) {
		return checksum.equals(DefinitionJson.checksum(DefinitionJson.write(definition.complete())));
	}

	void retire(User actor, Date when, String reason) {
		setRetired(true);
		setRetiredBy(actor);
		setDateRetired(when);
		setRetireReason(reason);
	}

	void unretire() {
		setRetired(false);
		setRetiredBy(null);
		setDateRetired(null);
		setRetireReason(null);
	}
}
