/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.today;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.followup.attempt.ContactAttemptService;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.web.page.LastForms;
import org.openmrs.module.retention.web.page.PageController;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** Takes back a contact that was written down by mistake, and goes back to its call. */
@RequestMapping("/retention/attempt/{uuid}")
public class AttemptController extends PageController {

	@RequestMapping(value = "/undo", method = RequestMethod.POST)
	public ModelAndView undo(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		ContactAttemptService attempts = Context.getService(ContactAttemptService.class);
		ContactAttempt attempt = attempts.getAttemptByUuid(uuid);
		if (attempt == null || attempt.getVoided()) {
			throw RetentionException.notFound("retention.web.error.not-found", null);
		}
		attempts.voidAttempt(attempt, text("retention.page.call.undone-reason"));
		tell(request, "done", text("retention.page.call.undone"));
		Map<String, String[]> kept = LastForms.get(request, uuid);
		if (RecordedCall.next(kept) != null) {
			CallController.release(RecordedCall.next(kept));
		}
		String person = RecordedCall.person(kept);
		if (person == null) {
			return go("today");
		}
		CallController.isTaken(person);
		return go(CallController.again(person, ListFilters.of(kept), uuid));
	}
}
