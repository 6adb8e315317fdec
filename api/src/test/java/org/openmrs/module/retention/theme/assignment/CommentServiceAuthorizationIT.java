/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.assignment;

import static org.openmrs.module.retention.shared.RetentionPrivileges.GET_COMMENTS;
import static org.openmrs.module.retention.shared.RetentionPrivileges.MANAGE_COMMENTS;

import java.util.Collections;
import java.util.stream.Stream;
import org.openmrs.module.retention.ServiceAuthorizationIT;
import org.openmrs.module.retention.shared.Page;

class CommentServiceAuthorizationIT extends ServiceAuthorizationIT {

	CommentServiceAuthorizationIT() {
		super(CommentService.class);
	}

	static Stream<Call> calls() {
		Class<CommentService> service = CommentService.class;
		CommentSearch all = CommentSearch.builder().build();
		return Stream.of(call(service, "getCommentByUuid", s -> s.getCommentByUuid("x"), GET_COMMENTS),
			call(service, "findComments", s -> s.findComments(all, new Page(0, 1)), GET_COMMENTS),
			call(service, "countComments", s -> s.countComments(all), GET_COMMENTS),
			call(service, "getAssignments", s -> s.getAssignments(Collections.emptyList()), GET_COMMENTS),
			call(service, "getHistory", s -> s.getHistory("x"), GET_COMMENTS),
			call(service, "findFrequentPhrases", s -> s.findFrequentPhrases(1), GET_COMMENTS),
			call(service, "assignTheme", s -> s.assignTheme("x", null, null), MANAGE_COMMENTS),
			call(service, "assignToAll", s -> s.assignToAll(Collections.emptyList(), null), MANAGE_COMMENTS),
			call(service, "confirmTheme", s -> s.confirmTheme("x", null, null), MANAGE_COMMENTS),
			call(service, "rejectTheme", s -> s.rejectTheme("x", null, null), MANAGE_COMMENTS),
			call(service, "correctTheme", s -> s.correctTheme("x", null, null, null), MANAGE_COMMENTS),
			call(service, "readWithoutTheme", s -> s.readWithoutTheme("x", null), MANAGE_COMMENTS),
			call(service, "confirmProposals", s -> s.confirmProposals(2, null), MANAGE_COMMENTS));
	}
}
