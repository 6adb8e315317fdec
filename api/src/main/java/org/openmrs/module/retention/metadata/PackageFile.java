/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.openmrs.BaseChangeableOpenmrsMetadata;
import org.openmrs.module.retention.shared.DefinitionJson;
import org.openmrs.module.retention.shared.InstantConverter;

/** A file of a metadata package as it was last loaded: its checksum, and what came of it. Its name is its path. */
@Entity(name = "retention.PackageFile")
@Table(name = "retention_package_file")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class PackageFile extends BaseChangeableOpenmrsMetadata {

	/** What came of the last load; GONE: the file is not there any more, and what it brought stays. */
	public enum Status {
		LOADED, FAILED, GONE
	}

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(name = "package_file_id")
	@Setter
	private Integer id;

	/** SHA-256 (hex) of the content last seen. */
	@Column(name = "checksum", nullable = false, length = 64)
	private String checksum;

	@Enumerated(EnumType.STRING)
	@Column(name = "status", nullable = false, length = 10)
	private Status status;

	/** JSON list of problems, each with severity, line, path, code, arguments and text; null when there was none. */
	@Column(name = "report", columnDefinition = "LONGTEXT")
	private String report;

	@Convert(converter = InstantConverter.class)
	@Column(name = "loaded_at", nullable = false)
	private Instant loadedAt;

	PackageFile(String path) {
		setUuid(UUID.randomUUID().toString());
		setName(path);
	}

	/** Whether this content was loaded, all or some of it. */
	boolean isLoaded(String contentChecksum) {
		return status == Status.LOADED && checksum.equals(contentChecksum);
	}

	/** Lines of the file that the last load had something to say of. */
	Set<Integer> linesWarnedOf() {
		Set<Integer> lines = new HashSet<>();
		if (report != null) {
			for (JsonNode problem : DefinitionJson.read(report, JsonNode[].class)) {
				lines.add(problem.path("line").asInt());
			}
		}
		return lines;
	}

	/** Notes what came of a load. */
	void seen(String contentChecksum, boolean loaded, String problems, Instant when) {
		checksum = contentChecksum;
		status = loaded ? Status.LOADED : Status.FAILED;
		report = problems;
		loadedAt = when;
	}

	/** Notes that the file is not there any more; the report of its last load is kept. */
	void gone() {
		status = Status.GONE;
	}

	/** Whether a file with this content needs no second look. */
	boolean isSettled(String contentChecksum) {
		return report == null && isLoaded(contentChecksum);
	}
}
