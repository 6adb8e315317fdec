/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.metadata;

import lombok.extern.slf4j.Slf4j;
import org.openmrs.module.retention.shared.RetentionException;

/** The load when the module starts, in its daemon thread: whatever is wrong with a package, the module starts. */
@Slf4j
public class PackageLoading {

	private final PackageLoader loader;

	public PackageLoading(PackageLoader loader) {
		this.loader = loader;
	}

	/** Loads what is new and says so in the log. Never throws. */
	public void loadAtStart() {
		try {
			PackageReport report = loader.load(false);
			log.info("Packages: {} files loaded, {} unchanged, {} refused", report.count(FileReport.Outcome.LOADED),
				report.count(FileReport.Outcome.UNCHANGED), report.count(FileReport.Outcome.FAILED));
			for (FileReport file : report.getFiles()) {
				if (file.getOutcome() == FileReport.Outcome.FAILED) {
					log.warn("Package file {} changed nothing: {} problems, see the packages' report", file.getFile(),
						file.getProblems().size());
				}
			}
		}
		catch (RetentionException e) {
			log.info("Packages are being loaded by another node ({})", e.getCode());
		}
		catch (RuntimeException e) {
			log.error("Packages could not be loaded; what was loaded before stays in force", e);
		}
	}
}
