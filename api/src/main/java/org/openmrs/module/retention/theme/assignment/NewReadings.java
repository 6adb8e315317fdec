/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.assignment;

import lombok.RequiredArgsConstructor;
import org.openmrs.module.retention.comment.Comment;
import org.openmrs.module.retention.comment.CommentListener;

/** Whatever can be read is there to be read. */
@RequiredArgsConstructor
class NewReadings implements CommentListener {

	private final AssignmentDao dao;

	@Override
	public void readable(Comment comment) {
		dao.add(new CommentReading(comment));
	}
}
