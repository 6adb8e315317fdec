/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import java.util.List;
import java.util.stream.Collectors;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.followup.planning.RehearsalService;
import org.openmrs.module.retention.metadata.source.PackageProblem;
import org.openmrs.module.retention.shared.Messages;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** See {@link PackageService}. */
public class PackageServiceImpl extends BaseOpenmrsService implements PackageService {

	private final PackageLoader loader;

	private final PackageFileDao files;

	public PackageServiceImpl(PackageLoader loader, PackageFileDao files) {
		this.loader = loader;
		this.files = files;
	}

	/** Each file has a transaction of its own; none of them waits for one of the caller's. */
	@Override
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public PackageReport loadPackages(boolean dryRun) {
		return inTheCallersLanguage(loader.load(dryRun));
	}

	@Override
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public PackageReport rehearsePackages(int days) {
		if (days < 1 || days > RehearsalService.MOST_DAYS) {
			throw RetentionException.invalid("retention.followup.error.rehearsal-days-out-of-range", "rehearse",
				RehearsalService.MOST_DAYS);
		}
		return inTheCallersLanguage(loader.rehearse(days));
	}

	@Override
	@Transactional(readOnly = true)
	public PackageFile getPackageFileByUuid(String uuid) {
		return files.getByUuid(uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<PackageFile> findPackageFiles(Page page) {
		return files.find(page);
	}

	@Override
	@Transactional(readOnly = true)
	public long countPackageFiles() {
		return files.count();
	}

	private static PackageReport inTheCallersLanguage(PackageReport report) {
		return new PackageReport(report.isDryRun(),
			report.getFiles().stream()
				.map(f -> new FileReport(f.getFile(), f.getOutcome(), f.getChanges(),
					f.getProblems().stream().map(PackageServiceImpl::translated).collect(Collectors.toList()),
					f.getRehearsals()))
				.collect(Collectors.toList()));
	}

	private static PackageProblem translated(PackageProblem problem) {
		return problem
			.withText(Messages.text(problem.getCode(), Context.getLocale(), problem.getArguments().toArray()));
	}
}
