/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.task;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.contact.BestWindows;
import org.openmrs.module.retention.followup.task.CallScript;
import org.openmrs.module.retention.followup.task.CallVisit;
import org.openmrs.module.retention.followup.task.TaskInterview;
import org.openmrs.module.retention.followup.task.ComingCall;
import org.openmrs.module.retention.followup.task.LastContact;
import org.openmrs.module.retention.followup.task.OpenPromise;
import org.openmrs.module.retention.followup.task.WorklistRow;
import org.openmrs.module.retention.shared.Messages;
import org.openmrs.module.retention.web.rest.JsonBody;
import org.openmrs.module.retention.web.rest.Namespace;
import org.openmrs.module.retention.web.rest.TimeText;
import org.openmrs.module.retention.web.rest.VerbResource;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.SubResource;
import org.openmrs.module.webservices.rest.web.api.RestService;

/** {@code POST {}} takes a row for some minutes and answers with it and the script of the call. */
@SubResource(parent = WorklistResource.class, path = "open", supportedClass = WorklistOpenResource.class, supportedOpenmrsVersions = Namespace.PLATFORM)
public class WorklistOpenResource extends VerbResource {

	@Override
	public Object create(String personUuid, SimpleObject body, RequestContext context) {
		JsonBody.of(body);
		WorklistRow row = WorklistResource.service().openRow(personUuid);
		WorklistResource rows = (WorklistResource) Context.getService(RestService.class)
			.getResourceByName(Namespace.V1 + "/worklist");
		SimpleObject shown = rows.asRepresentation(row, context.getRepresentation());
		shown.put("script", script(WorklistResource.service().getScript(personUuid), rows.zoneOf(row)));
		return shown;
	}

	private static SimpleObject script(CallScript script, ZoneId zone) {
		SimpleObject view = new SimpleObject();
		view.put("askFor", script.getAskFor());
		view.put("askForText",
			script.getAskFor() == null ? null : Messages.text(script.getAskFor(), Context.getLocale()));
		view.put("relation", script.getRelation());
		view.put("salutation", script.getSalutation());
		view.put("bestWindows", bestWindows(script));
		view.put("language", script.getLanguage());
		view.put("callerLanguage", script.getCallerLanguage());
		view.put("emergencyNumber", script.getEmergencyNumber());
		view.put("lastContacts", lastContacts(script.getLastContacts(), zone));
		view.put("promises", promises(script.getPromises(), zone));
		view.put("comingCalls", comingCalls(script.getComingCalls(), zone));
		ScriptView scripts = new ScriptView(script.getLanguage(), script.getCallerLanguage());
		List<SimpleObject> parts = new ArrayList<>();
		for (CallScript.Part part : script.getParts()) {
			SimpleObject shown = new SimpleObject();
			shown.put("task", part.getTask().getUuid());
			shown.put("version", part.getTask().getVersion());
			shown.put("title", part.getTitle());
			shown.put("why", part.getWhy());
			shown.put("context", part.getContext());
			shown.put("visit", visit(part.getVisit(), zone));
			shown.put("script", scripts.of(part.getScript()));
			shown.put("survey", survey(part.getInterview(), scripts));
			parts.add(shown);
		}
		view.put("parts", parts);
		return view;
	}

	/** Null: none is asked. */
	private static SimpleObject survey(TaskInterview interview, ScriptView scripts) {
		if (interview == null) {
			return null;
		}
		SimpleObject view = new SimpleObject();
		view.put("name", interview.getName());
		view.put("script", scripts.of(interview.getScript()));
		return view;
	}

	/** Null: there is none, or the caller may not read it. */
	private static SimpleObject visit(CallVisit visit, ZoneId zone) {
		if (visit == null) {
			return null;
		}
		SimpleObject view = new SimpleObject();
		view.put("encounter", visit.getUuid());
		view.put("type", visit.getType());
		view.put("at", TimeText.shown(visit.getAt(), zone));
		view.put("places", visit.getPlaces());
		view.put("clinicians", visit.getClinicians());
		return view;
	}

	private static List<SimpleObject> bestWindows(CallScript script) {
		List<SimpleObject> views = new ArrayList<>();
		for (BestWindows.Window window : script.getBestWindows()) {
			SimpleObject view = new SimpleObject();
			view.put("day", window.getDay().name());
			view.put("from", window.getFrom().toString());
			view.put("to", window.getTo().toString());
			views.add(view);
		}
		return views;
	}

	private static List<SimpleObject> lastContacts(List<LastContact> contacts, ZoneId zone) {
		List<SimpleObject> views = new ArrayList<>();
		for (LastContact contact : contacts) {
			SimpleObject view = new SimpleObject();
			view.put("uuid", contact.getUuid());
			view.put("patient", contact.getPatient().getUuid());
			view.put("startedAt", TimeText.shown(contact.getStartedAt(), zone));
			view.put("direction", contact.getDirection());
			view.put("result", contact.getResult());
			view.put("disposition", contact.getDisposition());
			view.put("toldNext", contact.getToldNext());
			view.put("toldCannot", contact.getToldCannot());
			view.put("unresolved", contact.getUnresolved());
			views.add(view);
		}
		return views;
	}

	private static List<SimpleObject> comingCalls(List<ComingCall> calls, ZoneId zone) {
		List<SimpleObject> views = new ArrayList<>();
		for (ComingCall call : calls) {
			SimpleObject view = new SimpleObject();
			view.put("task", call.getTask());
			view.put("title", call.getTitle());
			view.put("dueFrom", TimeText.shown(call.getDueFrom(), zone));
			view.put("dueBy", TimeText.shown(call.getDueBy(), zone));
			views.add(view);
		}
		return views;
	}

	private static List<SimpleObject> promises(List<OpenPromise> promises, ZoneId zone) {
		List<SimpleObject> views = new ArrayList<>();
		for (OpenPromise promise : promises) {
			SimpleObject view = new SimpleObject();
			view.put("uuid", promise.getUuid());
			view.put("promised", promise.getPromised());
			view.put("dueBy", TimeText.shown(promise.getDueBy(), zone));
			view.put("owner", promise.getOwner() == null ? null : promise.getOwner().getUuid());
			view.put("ownerRole", promise.getOwnerRole());
			view.put("broken", promise.isBroken());
			view.put("callBack", promise.isCallBack());
			views.add(view);
		}
		return views;
	}
}
