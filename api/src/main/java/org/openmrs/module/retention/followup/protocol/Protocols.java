/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openmrs.module.retention.shared.DefinitionJson;
import org.openmrs.module.retention.shared.RetentionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What protocols say, for the module's own features: no privilege is asked, for their services have asked theirs. A version
 * never changes, so its definition is parsed once per node.
 */
public class Protocols {

	private final ProtocolDao dao;

	private final Map<String, ProtocolDefinition> definitions = new ConcurrentHashMap<>();

	public Protocols(ProtocolDao dao) {
		this.dao = dao;
	}

	/** What the version says; needs a transaction or an open session. */
	public ProtocolDefinition definition(Integer protocolId, int version) {
		return definitions.computeIfAbsent(key(protocolId, version), k -> read(protocolId, version));
	}

	/** Protocols that are not retired, the highest priority first. */
	public List<ActiveProtocol> active(TriggerType trigger) {
		List<ActiveProtocol> active = new ArrayList<>();
		for (FollowUpProtocol protocol : dao.findActive(trigger)) {
			active.add(new ActiveProtocol(protocol.getId(), protocol.getProtocolVersion(), protocol.getActiveFrom(),
				definition(protocol.getId(), protocol.getProtocolVersion())));
		}
		return active;
	}

	/** A version that is rolled back may be written again with another content: what was read of it goes with it. */
	void forgetUnlessCommitted(Integer protocolId, int version) {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCompletion(int status) {
				if (status != STATUS_COMMITTED) {
					definitions.remove(key(protocolId, version));
				}
			}
		});
	}

	private ProtocolDefinition read(Integer protocolId, int version) {
		String json = dao.getDefinition(protocolId, version);
		if (json == null) {
			throw RetentionException.notFound("retention.followup.error.protocol-version-unknown", "version", version);
		}
		return DefinitionJson.read(json, ProtocolDefinition.class).complete();
	}

	private static String key(Integer protocolId, int version) {
		return protocolId + "/" + version;
	}
}
