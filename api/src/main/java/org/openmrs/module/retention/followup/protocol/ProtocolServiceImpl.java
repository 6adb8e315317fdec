/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.question.DefinitionRules;
import org.openmrs.module.retention.shared.DefinitionJson;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.Problem;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.springframework.transaction.annotation.Transactional;

/** See {@link ProtocolService}. */
public class ProtocolServiceImpl extends BaseOpenmrsService implements ProtocolService {

	private final ProtocolDao dao;

	private final Protocols protocols;

	private final RetentionSettings settings;

	private final Clock clock;

	public ProtocolServiceImpl(ProtocolDao dao, Protocols protocols, RetentionSettings settings, Clock clock) {
		this.dao = dao;
		this.protocols = protocols;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public FollowUpProtocol getProtocolByUuid(String uuid) {
		return dao.getByUuid(uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<FollowUpProtocol> findProtocols(ProtocolSearch search, Page page) {
		return dao.find(search, page);
	}

	@Override
	@Transactional(readOnly = true)
	public long countProtocols(ProtocolSearch search) {
		return dao.count(search);
	}

	@Override
	@Transactional
	public FollowUpProtocol saveProtocol(ProtocolDefinition definition) {
		List<Problem> problems = new ProtocolValidator().validate(definition);
		if (!problems.isEmpty()) {
			throw RetentionException.invalid(problems);
		}
		ProtocolDefinition complete = definition.complete();
		String json = DefinitionJson.write(complete);
		String checksum = DefinitionJson.checksum(json);
		FollowUpProtocol protocol = dao.getByUuid(complete.getUuid());
		if (protocol == null) {
			protocol = new FollowUpProtocol(complete.getUuid(), today());
			protocol.adopt(complete, checksum);
			dao.add(protocol);
		} else if (checksum.equals(protocol.getChecksum())) {
			return protocol;
		} else {
			protocol.adopt(complete, checksum);
			dao.update(protocol);
		}
		dao.add(new FollowUpProtocolVersion(protocol, json, clock.instant()));
		protocols.forgetUnlessCommitted(protocol.getId(), protocol.getProtocolVersion());
		return protocol;
	}

	@Override
	@Transactional
	public void retireProtocol(FollowUpProtocol protocol, String reason) {
		if (StringUtils.isBlank(reason)) {
			throw RetentionException.invalid(DefinitionRules.REQUIRED, "reason", "reason");
		}
		User actor = Context.getAuthenticatedUser();
		protocol.retire(actor, Date.from(clock.instant()), reason.trim());
		dao.update(protocol);
	}

	@Override
	@Transactional
	public void unretireProtocol(FollowUpProtocol protocol) {
		protocol.unretire();
		dao.update(protocol);
	}

	@Override
	@Transactional(readOnly = true)
	public ProtocolDefinition getDefinition(FollowUpProtocol protocol, int version) {
		return protocols.definition(protocol.getId(), version);
	}

	@Override
	@Transactional(readOnly = true)
	public List<ActiveProtocol> getActiveProtocols(TriggerType trigger) {
		return protocols.active(trigger);
	}

	/** In the zone of sites that name none. */
	private LocalDate today() {
		return LocalDate.now(clock.withZone(settings.zone()));
	}
}
