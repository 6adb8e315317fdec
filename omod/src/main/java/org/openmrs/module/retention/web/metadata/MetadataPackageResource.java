/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.metadata.FileReport;
import org.openmrs.module.retention.metadata.PackageFile;
import org.openmrs.module.retention.metadata.PackageReport;
import org.openmrs.module.retention.metadata.PackageService;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.web.protocol.RehearsalView;
import org.openmrs.module.retention.web.rest.EntityResource;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.JsonTree;
import org.openmrs.module.retention.web.rest.Listing;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.QueryFilters;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** The files of the configuration folder: what came of each, and loading them or saying what that would do. */
@Resource(name = Namespace.V1
	+ "/metadatapackage", supportedClass = PackageFile.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class MetadataPackageResource extends EntityResource<PackageFile> {

	@Override
	public String getRequiredGetPrivilege() {
		return RetentionPrivileges.GET_PACKAGES;
	}

	@Override
	protected PackageFile find(String uuid) {
		return service().getPackageFileByUuid(uuid);
	}

	@Override
	protected Listing<PackageFile> list(QueryFilters filters) {
		return Listing.of(page -> service().findPackageFiles(page), () -> service().countPackageFiles());
	}

	@Override
	protected void describe(DelegatingResourceDescription description, boolean full) {
		for (String name : new String[]{ "name", "status", "loadedAt", "checksum", "problems" }) {
			description.addProperty(name);
		}
	}

	@PropertyGetter("display")
	public static String getDisplay(PackageFile file) {
		return file.getName();
	}

	@PropertyGetter("problems")
	public static Object getProblems(PackageFile file) {
		return file.getReport() == null ? new ArrayList<>() : JsonTree.read(file.getReport());
	}

	/**
	 * {@code {"dryRun":true}} says what loading would do, with {@code "rehearse":90} too what its protocols would have made of so
	 * many days; {@code false} loads.
	 */
	@Override
	public Object create(SimpleObject body, RequestContext context) {
		boolean dryRun = JsonBody.of(body, "dryRun", "rehearse").requiredFlag("dryRun");
		JsonBody request = dryRun ? JsonBody.of(body, "dryRun", "rehearse") : JsonBody.of(body, "dryRun");
		Integer days = request.number("rehearse", Integer.MIN_VALUE);
		PackageReport report = days == null ? service().loadPackages(dryRun) : service().rehearsePackages(days);
		SimpleObject shown = new SimpleObject();
		shown.put("dryRun", report.isDryRun());
		List<Object> files = new ArrayList<>();
		for (FileReport file : report.getFiles()) {
			files.add(shown(file));
		}
		shown.put("files", files);
		return shown;
	}

	private static Map<String, Object> shown(FileReport file) {
		Map<String, Object> shown = JsonTree.of(file);
		if (!file.getRehearsals().isEmpty()) {
			List<Object> rehearsals = new ArrayList<>();
			file.getRehearsals()
				.forEach(rehearsal -> rehearsals.add(new RehearsalView(rehearsal, Context.getLocale()).shown()));
			shown.put("rehearsals", rehearsals);
		}
		return shown;
	}

	private static PackageService service() {
		return Context.getService(PackageService.class);
	}
}
