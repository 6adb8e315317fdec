/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.shared;

import java.time.Instant;
import javax.persistence.AttributeConverter;
import javax.persistence.Converter;

/**
 * Stores an instant as epoch milliseconds in a BIGINT. The platform's DATETIME columns hold JVM-local time, lose the
 * milliseconds and repeat an hour each autumn, so no instant of ours is stored in one.
 */
@Converter
public class InstantConverter implements AttributeConverter<Instant, Long> {

	@Override
	public Long convertToDatabaseColumn(Instant instant) {
		return instant == null ? null : instant.toEpochMilli();
	}

	@Override
	public Instant convertToEntityAttribute(Long epochMillis) {
		return epochMillis == null ? null : Instant.ofEpochMilli(epochMillis);
	}
}
