/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.api.context;

import lombok.AllArgsConstructor;
import lombok.Getter;

@Getter
@AllArgsConstructor
public class UsernamePasswordCredentials implements Credentials {

	public static final String SCHEME = "USERNAME_PASSWORD_AUTH_SCHEME";
	protected String username;
	protected String password;

	@Override
	public String getAuthenticationScheme() {
		return SCHEME;
	}
}
