/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.hosttest;

import java.lang.reflect.Method;

import org.springframework.aop.AfterReturningAdvice;
import org.springframework.transaction.support.TransactionSynchronizationManager;

public class LifeAdvice implements AfterReturningAdvice {

	@Override
	public void afterReturning(Object result, Method method, Object[] args, Object target) {
		if (method.getName().equals("saveLocation")) {
			System.setProperty("hosttest.advice",
				"in transaction: " + TransactionSynchronizationManager.isActualTransactionActive());
		}
	}
}
