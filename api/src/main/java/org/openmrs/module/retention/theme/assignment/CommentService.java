/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.assignment;

import java.util.Collection;
import java.util.List;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionPrivileges;
import org.openmrs.module.retention.theme.classifier.FrequentPhrases;
import org.openmrs.module.retention.theme.taxonomy.Theme;

/**
 * Comments as they are read, and which themes they are about. What a verb does not allow is a {@code RetentionException}: a
 * conflict when it does not fit the present state. A version is the reading's; null: not held against the present one.
 */
public interface CommentService extends OpenmrsService {

	/** Null when there is none that can be read. */
	@Authorized(RetentionPrivileges.GET_COMMENTS)
	CommentReading getCommentByUuid(String uuid);

	@Authorized(RetentionPrivileges.GET_COMMENTS)
	List<CommentReading> findComments(CommentSearch search, Page page);

	@Authorized(RetentionPrivileges.GET_COMMENTS)
	long countComments(CommentSearch search);

	/** Of any of the comments, by uuid, in no order that says anything; each with its theme. */
	@Authorized(RetentionPrivileges.GET_COMMENTS)
	List<ThemeAssignment> getAssignments(Collection<String> comments);

	/** What became of the themes of a comment, in order. */
	@Authorized(RetentionPrivileges.GET_COMMENTS)
	List<AssignmentChange> getHistory(String comment);

	/** Of the pile that no theme explains, what it says more often than the other comments do; at most so many. */
	@Authorized(RetentionPrivileges.GET_COMMENTS)
	List<FrequentPhrases.Frequent> findFrequentPhrases(int most);

	/** It is about the theme, whether that was proposed or not. */
	@Authorized(RetentionPrivileges.MANAGE_COMMENTS)
	CommentReading assignTheme(String comment, Theme theme, Integer version);

	/** Each of them is about the theme; those of which that was confirmed before stay as they are. All or none. */
	@Authorized(RetentionPrivileges.MANAGE_COMMENTS)
	void assignToAll(Collection<String> comments, Theme theme);

	/** What was proposed is right. */
	@Authorized(RetentionPrivileges.MANAGE_COMMENTS)
	CommentReading confirmTheme(String comment, Theme theme, Integer version);

	/** It is not about the theme, which is not proposed again. */
	@Authorized(RetentionPrivileges.MANAGE_COMMENTS)
	CommentReading rejectTheme(String comment, Theme theme, Integer version);

	/** It is not about the first, but about the second. */
	@Authorized(RetentionPrivileges.MANAGE_COMMENTS)
	CommentReading correctTheme(String comment, Theme theme, Theme instead, Integer version);

	/** It was read, and no theme fits; what was proposed is rejected. */
	@Authorized(RetentionPrivileges.MANAGE_COMMENTS)
	CommentReading readWithoutTheme(String comment, Integer version);

	/**
	 * Confirms what is proposed at least so surely, without anybody reading it: it counts, but nothing is learnt from it.
	 *
	 * @param confidence from 0.5 to 1
	 * @param theme null: all
	 * @return how many
	 */
	@Authorized(RetentionPrivileges.MANAGE_COMMENTS)
	int confirmProposals(double confidence, Theme theme);
}
