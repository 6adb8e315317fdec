/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.comment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;

/** Keeps what was said, for the features where it is said: no privilege is asked, for their services have asked theirs. */
@RequiredArgsConstructor
public class Comments {

	private final CommentDao dao;

	private final List<CommentListener> listeners;

	public void add(CommentDraft draft) {
		Comment comment = new Comment(draft);
		dao.add(comment);
		if (comment.isReleased()) {
			listeners.forEach(listener -> listener.readable(comment));
		}
	}

	/** In the order of the questions' keys. */
	public List<Comment> of(Comment.Source source, String sourceUuid) {
		return dao.of(source, sourceUuid);
	}

	/** What it came from was written down in error. */
	public void annul(Comment.Source source, String sourceUuid) {
		dao.annul(source, sourceUuid);
	}

	/**
	 * What came from these can be read from now on.
	 *
	 * @param said of each source its language, day and place as they may be told now; the words stay what they were
	 */
	public void release(Comment.Source source, Collection<CommentDraft> said) {
		Map<String, CommentDraft> bySource = new HashMap<>();
		said.forEach(draft -> bySource.put(draft.getSourceUuid(), draft));
		dao.lock(source, bySource.keySet()).forEach(comment -> {
			boolean first = !comment.isReleased();
			comment.release(bySource.get(comment.getSourceUuid()));
			if (first) {
				listeners.forEach(listener -> listener.readable(comment));
			}
		});
	}
}
