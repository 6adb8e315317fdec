/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.invitation;

import org.openmrs.module.retention.shared.Occasion;

/**
 * Another feature, or a module that requires this one, that goes by invitations. Every bean of this type is told, in the
 * transaction that makes the invitation: what it throws leaves none behind. What can be done only when the invitation
 * stands, such as sending it, is for after the commit.
 */
public interface InvitationListener {

	/**
	 * An invitation was made: by staff, over REST or by a step of a protocol.
	 *
	 * @param issued with its link, which is told here and to whoever made it, and never again; it belongs into no log. Without
	 *        one where the survey cannot be answered by link
	 * @param occasion who made it, and when
	 */
	void made(IssuedInvitation issued, Occasion occasion);
}
