/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.aop;

import java.lang.reflect.Method;

import org.apache.commons.lang3.StringUtils;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.Daemon;
import org.springframework.aop.MethodBeforeAdvice;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Asked outside the transaction, of the interface's method; a daemon thread is not asked. */
public class AuthorizationAdvice implements MethodBeforeAdvice {

	@Override
	public void before(Method method, Object[] args, Object target) {
		Authorized authorized = AnnotatedElementUtils.findMergedAnnotation(method, Authorized.class);
		if (authorized == null || Daemon.isDaemonThread()) {
			return;
		}
		String[] privileges = authorized.value();
		if (privileges.length == 0) {
			if (!Context.isAuthenticated()) {
				throw new APIAuthenticationException(
					Context.getMessageSourceService().getMessage("error.aunthenticationRequired"));
			}
			return;
		}
		int held = 0;
		for (String privilege : privileges) {
			if (privilege.isEmpty() || Context.hasPrivilege(privilege)) {
				held++;
			}
		}
		if (held == 0 || authorized.requireAll() && held < privileges.length) {
			throw new APIAuthenticationException(Context.getMessageSourceService().getMessage("error.privilegesRequired",
				new Object[]{ StringUtils.join(privileges, ",") }, null));
		}
	}
}
