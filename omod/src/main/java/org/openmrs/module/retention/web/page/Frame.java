/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.attempt.Escalation;
import org.openmrs.module.retention.followup.attempt.EscalationSearch;
import org.openmrs.module.retention.followup.attempt.EscalationService;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.shared.SystemActions;
import org.openmrs.module.retention.survey.idea.Idea;
import org.openmrs.util.PrivilegeConstants;

/** What is around every page's own content: who is signed in, where one can go, addresses; in templates {@code $frame}. */
public final class Frame {

	/** Those of our message files, by language tag. */
	static final List<String> LANGUAGES = Collections.unmodifiableList(Arrays.asList("en", "nb", "ru", "zh", "es", "fr"));

	private final HttpServletRequest request;

	private final Map<String, String> notice;

	private boolean raised;

	Frame(HttpServletRequest request) {
		this.request = request;
		this.notice = PageSession.takeNotice(request);
	}

	/** Address of a page of ours. */
	public String page(String path) {
		return request.getContextPath() + Paths.ROOT + "/" + path;
	}

	/** Address of a static file. */
	public String file(String name) {
		return request.getContextPath() + StaticFiles.address(name);
	}

	/** Address of a patient's chart; null: nobody has said where charts are. */
	public String chart(String patient) {
		return PageSettings.chart(patient);
	}

	/** Of this page, with its query; null: it answers a form, and cannot be asked for again. */
	public String getHere() {
		return "POST".equals(request.getMethod()) ? null : Paths.here(request);
	}

	/** To be sent with each form. */
	public String getToken() {
		return PageSession.token(request);
	}

	/** To be sent with each form of a user. */
	public String proof(String path) {
		return FormProof.of(path);
	}

	public boolean isSignedIn() {
		return Context.isAuthenticated();
	}

	/** By name; read anew, because the session's copy of the account may not be able to. */
	public String getUser() {
		String uuid = Context.getAuthenticatedUser().getUuid();
		User user = SystemActions.asSystem(Collections.singleton(PrivilegeConstants.GET_USERS),
			() -> Context.getUserService().getUserByUuid(uuid));
		return Names.of(user);
	}

	public String getUserUuid() {
		return Context.getAuthenticatedUser().getUuid();
	}

	/** May see the list and whom to call. */
	public boolean isWorker() {
		return Context.hasPrivilege(RetentionPrivileges.GET_FOLLOW_UPS)
			&& Context.hasPrivilege(RetentionPrivileges.GET_CONTACTS);
	}

	public boolean isSupervisor() {
		return Context.hasPrivilege(RetentionPrivileges.SUPERVISE_FOLLOW_UPS);
	}

	/** May take over what contacts have raised. */
	public boolean isEscalations() {
		return Context.hasPrivilege(RetentionPrivileges.GET_ESCALATIONS)
			&& Context.hasPrivilege(RetentionPrivileges.MANAGE_ESCALATIONS);
	}

	/** Escalations with the reader, or with one of the reader's roles, that nobody has acknowledged. */
	public long getWaiting() {
		return Context.getService(EscalationService.class)
			.countEscalations(EscalationSearch.builder().status(Escalation.Status.OPEN).mine(true).build());
	}

	/** May see what came of follow-up: as who treats, or who supervises. */
	public boolean isOutcomes() {
		return Context.hasPrivilege(RetentionPrivileges.GET_FOLLOW_UPS)
			&& Context.hasPrivilege(RetentionPrivileges.GET_PROTOCOLS);
	}

	/** May see which surveys there are; what their pages tell has privileges of its own. */
	public boolean isSurveys() {
		return Context.hasPrivilege(RetentionPrivileges.GET_SURVEYS);
	}

	public boolean isSurveyResults() {
		return isSurveys() && Context.hasPrivilege(RetentionPrivileges.GET_SURVEY_RESULTS);
	}

	/** Ideas of other patients that this one may be asked about; none for who may not count what is said. */
	public List<Idea> ideasToAsk(String patient) {
		return IdeasToAsk.of(patient);
	}

	/** May take answers as a file. */
	public boolean isSurveyExport() {
		return Context.hasPrivilege(RetentionPrivileges.EXPORT_SURVEY_RESPONSES);
	}

	/** May read what patients have written, and what it is about. */
	public boolean isComments() {
		return Context.hasPrivilege(RetentionPrivileges.GET_COMMENTS)
			&& Context.hasPrivilege(RetentionPrivileges.GET_THEMES);
	}

	/** May see what a protocol would have made of the past. */
	public boolean isRehearser() {
		return Context.hasPrivilege(RetentionPrivileges.REHEARSE_PROTOCOLS)
			&& Context.hasPrivilege(RetentionPrivileges.GET_PROTOCOLS);
	}

	/** May write down what others answer. */
	public boolean isKiosks() {
		return Context.hasPrivilege(RetentionPrivileges.MANAGE_SURVEY_RESPONSES) && isSurveys();
	}

	/** May see who is invited to surveys. */
	public boolean isInviter() {
		return Context.hasPrivilege(RetentionPrivileges.GET_SURVEY_INVITATIONS)
			&& Context.hasPrivilege(RetentionPrivileges.GET_SURVEYS);
	}

	/** Whether the page's own buttons would be refused. */
	public boolean isMayRecord() {
		return Context.hasPrivilege(RetentionPrivileges.MANAGE_CONTACTS)
			&& Context.hasPrivilege(RetentionPrivileges.MANAGE_FOLLOW_UPS);
	}

	public List<String> getLanguages() {
		return LANGUAGES;
	}

	/** By its own name. */
	public String languageName(String tag) {
		Locale locale = Locale.forLanguageTag(tag);
		String name = locale.getDisplayLanguage(locale);
		return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
	}

	/** The form that is sent there: as it begins, or as it was refused. */
	public TypedForm form(String path) {
		return RefusedForm.of(request, path, Collections.emptyMap());
	}

	/** The same, of several on one page that differ in a hidden field. */
	public TypedForm form(String path, String field, String value) {
		return RefusedForm.of(request, path, Collections.singletonMap(field, value));
	}

	/** Why a form was refused that is on the page no more; null: it has said it by itself. */
	public String getRefusal() {
		return isRefusalUnsaid() && raised ? RefusedForm.of(request).getMessage() : null;
	}

	boolean isRefusalUnsaid() {
		return RefusedForm.of(request) != null && !RefusedForm.of(request).isShown();
	}

	/** No form of the page has said it: the page itself does. */
	void raiseRefusal() {
		raised = true;
	}

	/** What the page before has to say: {@code text}, {@code kind} (done, problem), perhaps {@code undo}; null: nothing. */
	public Map<String, String> getNotice() {
		return notice;
	}
}
