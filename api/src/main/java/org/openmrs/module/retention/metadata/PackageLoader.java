/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.module.retention.followup.planning.RehearsalReport;
import org.openmrs.module.retention.metadata.source.PackageFolder;
import org.openmrs.module.retention.metadata.source.PackageItem;
import org.openmrs.module.retention.metadata.source.PackageParser;
import org.openmrs.module.retention.metadata.source.PackageProblem;
import org.openmrs.module.retention.metadata.source.ParsedFile;
import org.openmrs.module.retention.metadata.source.SourceFile;
import org.openmrs.module.retention.shared.DefinitionJson;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.shared.SystemActions;
import org.openmrs.util.OpenmrsUtil;
import org.openmrs.util.PrivilegeConstants;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Loads the files of the configuration folder: each in a transaction of its own, in the order of their kinds, and only
 * those that have changed since, or that were not loaded without a word the last time. Of a file that has not changed only
 * what could not be brought then is brought now; what it has brought is the administrator's.
 */
@Slf4j
public class PackageLoader {

	/** What loading does on the host for whoever may load packages. */
	private static final List<String> LENT = Collections.unmodifiableList(Arrays.asList(
		PrivilegeConstants.GET_ENCOUNTER_TYPES, PrivilegeConstants.MANAGE_ENCOUNTER_TYPES,
		PrivilegeConstants.GET_PERSON_ATTRIBUTE_TYPES, PrivilegeConstants.MANAGE_PERSON_ATTRIBUTE_TYPES,
		PrivilegeConstants.GET_LOCATION_ATTRIBUTE_TYPES, PrivilegeConstants.MANAGE_LOCATION_ATTRIBUTE_TYPES,
		PrivilegeConstants.GET_CONCEPTS, PrivilegeConstants.MANAGE_CONCEPTS, PrivilegeConstants.GET_CONCEPT_CLASSES,
		PrivilegeConstants.GET_CONCEPT_DATATYPES, PrivilegeConstants.GET_ROLES, PrivilegeConstants.MANAGE_ROLES,
		PrivilegeConstants.GET_PRIVILEGES, PrivilegeConstants.GET_GLOBAL_PROPERTIES,
		PrivilegeConstants.MANAGE_GLOBAL_PROPERTIES, RetentionPrivileges.GET_PROTOCOLS,
		RetentionPrivileges.MANAGE_PROTOCOLS, RetentionPrivileges.GET_CALENDARS, RetentionPrivileges.MANAGE_CALENDARS,
		RetentionPrivileges.GET_SURVEYS, RetentionPrivileges.MANAGE_SURVEYS, RetentionPrivileges.GET_THEMES,
		RetentionPrivileges.MANAGE_THEMES));

	private static final int LONGEST_REASON = 300;

	private final PackageFileDao files;

	private final PackageLease lease;

	private final Map<String, PackageKind> kinds;

	private final TransactionOperations transactions;

	private final Clock clock;

	private final Supplier<Path> folder;

	public PackageLoader(PackageFileDao files, PackageLease lease, List<PackageKind> kinds,
		TransactionOperations transactions, Clock clock) {
		this(files, lease, kinds, transactions, clock,
			() -> Paths.get(OpenmrsUtil.getApplicationDataDirectory(), "configuration", "retention"));
	}

	PackageLoader(PackageFileDao files, PackageLease lease, List<PackageKind> kinds, TransactionOperations transactions,
		Clock clock, Supplier<Path> folder) {
		this.files = files;
		this.lease = lease;
		this.kinds = kinds.stream().collect(Collectors.toMap(PackageKind::getKind, k -> k));
		this.transactions = transactions;
		this.clock = clock;
		this.folder = folder;
	}

	/** @throws RetentionException a conflict, when another load is under way, on this node or another */
	public PackageReport load(boolean dryRun) {
		return load(new Manner(dryRun, null));
	}

	/** A dry run, which tells too what the new and changed protocols would have made of the last days. */
	public PackageReport rehearse(int days) {
		return load(new Manner(true, days));
	}

	private PackageReport load(Manner manner) {
		List<SourceFile> sources = read();
		if (!manner.dryRun) {
			transactions.execute(status -> noteGone(sources));
		}
		Map<String, PackageFile> seen = transactions.execute(status -> seen(sources));
		if (sources.stream().allMatch(s -> isSettled(s, seen))) {
			return new PackageReport(manner.dryRun,
				sources.stream().map(PackageLoader::unchanged).collect(Collectors.toList()));
		}
		if (manner.dryRun) {
			return load(manner, sources, seen, null);
		}
		String owner = lease.acquire();
		if (owner == null) {
			throw RetentionException.conflict("retention.metadata.error.busy", null);
		}
		try {
			return load(manner, sources, transactions.execute(status -> seen(sources)), owner);
		}
		finally {
			lease.release(owner);
		}
	}

	private PackageReport load(Manner manner, List<SourceFile> sources, Map<String, PackageFile> seen, String owner) {
		List<ParsedFile> parsed = PackageParser.parse(sources);
		LoadContents contents = new LoadContents(parsed);
		List<FileReport> reports = new ArrayList<>();
		for (ParsedFile file : parsed) {
			if (isSettled(file.getSource(), seen) && !file.hasErrors()) {
				reports.add(unchanged(file.getSource()));
				continue;
			}
			if (!manner.dryRun && !lease.hold(owner)) {
				throw RetentionException.conflict("retention.metadata.error.busy", null);
			}
			reports.add(load(manner, file, seen.get(file.getSource().getPath()), contents));
		}
		return new PackageReport(manner.dryRun, reports);
	}

	private FileReport load(Manner manner, ParsedFile file, PackageFile last, LoadContents contents) {
		FileReport report;
		if (file.hasErrors()) {
			report = failed(file, file.getProblems());
		} else {
			try {
				report = SystemActions.asSystem(LENT,
					() -> transactions.execute(status -> change(manner, file, last, contents)));
			}
			catch (RetentionException e) {
				report = failed(file, Collections.singletonList(PackageProblem.error(0,
					e.getField() == null ? "" : e.getField(), e.getCode(), e.getArguments())));
			}
			catch (RuntimeException e) {
				log.error("The package file {} could not be loaded", file.getSource().getPath(), e);
				report = failed(file, Collections.singletonList(
					PackageProblem.error(0, "", "retention.metadata.error.not-stored",
						StringUtils.abbreviate(e.getClass().getSimpleName() + ": " + e.getMessage(), LONGEST_REASON))));
			}
		}
		if (!manner.dryRun && report.getOutcome() == FileReport.Outcome.FAILED) {
			FileReport failure = report;
			transactions.execute(status -> note(file, failure));
		}
		return report;
	}

	/** Runs in the file's transaction. */
	private FileReport change(Manner manner, ParsedFile file, PackageFile last, LoadContents contents) {
		boolean again = last != null && last.isLoaded(file.getSource().getChecksum());
		Set<Integer> missed = again ? last.linesWarnedOf() : Collections.emptySet();
		PackageKind kind = kinds.get(file.getSource().getKind());
		List<PackageProblem> warnings = new ArrayList<>(file.getProblems());
		List<PackageChange> changes = new ArrayList<>();
		List<RehearsalReport> rehearsals = new ArrayList<>();
		for (PackageItem item : file.getItems()) {
			PackageChange.Action action = kind.plan(item, contents, warnings);
			if (again && action == PackageChange.Action.UPDATE && !(kind.isAddition() && missed.contains(item.getLine()))) {
				action = PackageChange.Action.NONE;
			}
			changes.add(new PackageChange(action, kind.getKind(), item.getKey(), item.getName()));
			if (action == PackageChange.Action.NONE) {
				continue;
			}
			RehearsalReport rehearsal = manner.rehearsedDays == null ? null : kind.rehearse(item, manner.rehearsedDays);
			if (rehearsal != null) {
				rehearsals.add(rehearsal);
			}
			if (!manner.dryRun) {
				kind.apply(item);
			}
		}
		FileReport report = new FileReport(file.getSource().getPath(), FileReport.Outcome.LOADED, changes, warnings,
			rehearsals);
		if (!manner.dryRun) {
			note(file, report);
		}
		return report;
	}

	private PackageFile note(ParsedFile file, FileReport report) {
		PackageFile row = files.getByPath(report.getFile());
		if (row == null) {
			row = new PackageFile(report.getFile());
		}
		row.seen(file.getSource().getChecksum(), report.getOutcome() == FileReport.Outcome.LOADED,
			report.getProblems().isEmpty() ? null : DefinitionJson.write(report.getProblems()), clock.instant());
		files.save(row);
		return row;
	}

	private int noteGone(List<SourceFile> sources) {
		Set<String> there = sources.stream().map(SourceFile::getPath).collect(Collectors.toSet());
		int gone = 0;
		for (PackageFile file : files.present()) {
			if (!there.contains(file.getName())) {
				file.gone();
				files.save(file);
				gone++;
			}
		}
		return gone;
	}

	private List<SourceFile> read() {
		try {
			return new PackageFolder(folder.get()).read();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private Map<String, PackageFile> seen(List<SourceFile> sources) {
		Map<String, PackageFile> seen = new LinkedHashMap<>();
		for (SourceFile source : sources) {
			seen.put(source.getPath(), files.getByPath(source.getPath()));
		}
		return seen;
	}

	private static boolean isSettled(SourceFile source, Map<String, PackageFile> seen) {
		PackageFile row = seen.get(source.getPath());
		return row != null && row.isSettled(source.getChecksum());
	}

	private static FileReport unchanged(SourceFile source) {
		return new FileReport(source.getPath(), FileReport.Outcome.UNCHANGED, Collections.emptyList(),
			Collections.emptyList(), Collections.emptyList());
	}

	private static FileReport failed(ParsedFile file, List<PackageProblem> problems) {
		return new FileReport(file.getSource().getPath(), FileReport.Outcome.FAILED, Collections.emptyList(), problems,
			Collections.emptyList());
	}

	/** How files are loaded. */
	@RequiredArgsConstructor
	private static final class Manner {

		/** Only told, nothing written. */
		private final boolean dryRun;

		/** Days that new and changed protocols are rehearsed over; null: they are not. */
		private final Integer rehearsedDays;
	}
}
