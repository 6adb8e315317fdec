/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.gate;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Everything that the module answers under {@code /ws/rest/v1/retention/}; {@code docs/rest.md} says it in words. */
final class Routes {

	static final List<Route> ALL = Collections.unmodifiableList(Arrays.asList(
		new Route("followupprotocol").list("includeAll", "q", "purpose", "trigger").post(),
		new Route("followupprotocol/{uuid}").read().post().delete(),
		new Route("followupprotocol/{uuid}/flood").list().post(),
		new Route("followupprotocol/{uuid}/rehearsal").list("days", "capacity").post(),
		new Route("followupplan").list("patient", "protocol", "status", "encounter").post(),
		new Route("followupplan/{uuid}").read(),
		new Route("followupplan/{uuid}/transition").post(),
		new Route("followupplan/{uuid}/verification").post(),
		new Route("recalloverride").list("patient", "protocol", "includeAll").post(),
		new Route("recalloverride/{uuid}").read().delete(),
		new Route("absence").list("user", "deputy", "at", "from", "to", "includeAll").post(),
		new Route("absence/{uuid}").read().post().purge(),
		new Route("reassignment").post(),
		new Route("followuptask").list("status", "callable", "dueOnOrBefore", "assignee", "role", "location", "patient",
			"protocol", "purpose", "hold", "sort").post(),
		new Route("followuptask/{uuid}").read(),
		new Route("followuptask/{uuid}/transition").list().post(),
		new Route("followuptask/{uuid}/claim").post().delete(),
		new Route("followuptask/{uuid}/assignment").post(),
		new Route("followuptask/{uuid}/attempt").list().post(),
		new Route("contactattempt")
			.list("patient", "task", "recordedBy", "calledBy", "result", "disposition", "from", "before", "toldCannot",
				"includeAll")
			.post(),
		new Route("contactattempt/{uuid}").read().delete(),
		new Route("worklist").list("callable", "assignee", "role", "location", "purpose", "language"),
		new Route("worklist/{uuid}/open").post(),
		new Route("qualitysample").list("includeAll").post(),
		new Route("qualitysample/{uuid}").read().delete(),
		new Route("qualityreview").list("sample", "caller", "reviewer", "from", "before", "includeAll").post(),
		new Route("qualityreview/{uuid}").read().post().delete(),
		new Route("qualityfigure").list("caller", "from", "before"),
		new Route("completionfigure").list("user", "location", "from", "before"),
		new Route("outcome").list("clinician", "location", "protocol", "from", "to"),
		new Route("earlyreturn").list("clinician", "location", "protocol", "from", "to").post(),
		new Route("callsheet").list("printedBy", "from", "before").post(),
		new Route("callsheet/{uuid}").read(),
		new Route("callsheetentry").post(),
		new Route("promise").list("patient", "task", "status", "owner", "role", "broken", "dueBy"),
		new Route("promise/{uuid}").read(),
		new Route("promise/{uuid}/transition").post(),
		new Route("escalation").list("patient", "status", "kind", "severity", "owner", "role", "late"),
		new Route("escalation/{uuid}").read(),
		new Route("escalation/{uuid}/transition").post(),
		new Route("contactpoint").list("patient", "person", "number"),
		new Route("contactpoint/{uuid}").read(),
		new Route("contactpoint/{uuid}/transition").post(),
		new Route("contactpreference").list("patient").post(),
		new Route("contactpreference/{uuid}").read().post(),
		new Route("booking")
			.list("patient", "status", "from", "to", "location", "externalSystem", "externalId", "includeAll")
			.post(),
		new Route("booking/{uuid}").read().post().purge(), new Route("booking/{uuid}/transition").list().post(),
		new Route("survey").list("includeAll", "q", "kind", "privacy").post(),
		new Route("survey/{uuid}").read().post().delete(),
		new Route("surveyinvitation").list("survey", "patient", "status", "open", "from", "before").post(),
		new Route("surveyinvitation/{uuid}").read(),
		new Route("surveyinvitation/{uuid}/transition").list().post(),
		new Route("surveyinvitation/{uuid}/link").post(),
		new Route("surveykiosk").list().post(), new Route("surveykiosk/{uuid}").read().delete(),
		new Route("surveyresponse").list("survey", "patient", "mode", "from", "to", "includeAll").post(),
		new Route("surveyresponse/{uuid}").read().delete(),
		new Route("surveyfigure").list("survey", "patient", "from", "before"),
		new Route("surveyresult").list("survey", "version", "mode", "from", "to", "location", "provider", "encounterType",
			"by"),
		new Route("surveydriver").list("survey", "version", "mode", "from", "to", "location", "provider", "encounterType"),
		new Route("idea").list("status", "toAsk").post(), new Route("idea/{uuid}").read(),
		new Route("idea/{uuid}/transition").list().post(), new Route("idea/{uuid}/answer").post(),
		new Route("surveyexport").list().post(), new Route("surveyexport/{uuid}").read(),
		new Route("comment").list("order", "theme", "themeStatus", "reading", "unexplained", "source", "textKind",
			"language",
			"questionnaire", "location", "from", "to", "contains"),
		new Route("comment/{uuid}").read(), new Route("comment/{uuid}/theme").list().post(),
		new Route("commentconfirmation").post(), new Route("commentphrase").list(),
		new Route("theme").list("includeAll", "q").post(), new Route("theme/{uuid}").read().post().delete(),
		new Route("theme/{uuid}/merge").post(), new Route("theme/{uuid}/split").post(),
		new Route("measure").list("status", "theme").post(), new Route("measure/{uuid}").read(),
		new Route("measure/{uuid}/transition").list().post(), new Route("measure/{uuid}/raiser").list(),
		new Route("measure/{uuid}/tell").list().post(), new Route("measurenotice").list("from", "to", "language"),
		new Route("thememodel").list().post(), new Route("thememodel/{uuid}").read(),
		new Route("metadatapackage").list().post(),
		new Route("metadatapackage/{uuid}").read(),
		new Route("calendar").list("includeAll", "q").post(),
		new Route("calendar/{uuid}").read().post().delete()));

	private Routes() {
	}

	/** The route that a path (without leading slash) is on; null: none. */
	static Route find(String path) {
		String[] segments = path.split("/", -1);
		return ALL.stream().filter(route -> route.matches(segments)).findFirst().orElse(null);
	}
}
