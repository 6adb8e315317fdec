/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.api.context;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.aopalliance.aop.Advice;
import org.openmrs.api.APIException;
import org.openmrs.api.OpenmrsService;
import org.openmrs.api.ServiceNotFoundException;
import org.openmrs.util.OpenmrsClassLoader;
import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;

/** The services by their interface, with the advice that modules added to them. */
public class ServiceContext implements ApplicationContextAware {

	private static ServiceContext instance;
	private final Map<Class<?>, Object> services = new ConcurrentHashMap<>();
	private final Map<Class<?>, Set<Advice>> addedAdvice = new HashMap<>();
	private final Map<String, OpenmrsService> moduleServices = new ConcurrentHashMap<>();
	private ApplicationContext applicationContext;
	private Thread refreshing;

	private ServiceContext() {
	}

	public static synchronized ServiceContext getInstance() {
		if (instance == null) {
			instance = new ServiceContext();
		}
		return instance;
	}

	public static synchronized void destroyInstance() {
		instance = null;
	}

	@SuppressWarnings("unchecked")
	public <T> T getService(Class<? extends T> type) {
		awaitRefresh();
		Object service = services.get(type);
		if (service == null) {
			throw new ServiceNotFoundException(type);
		}
		return (T) service;
	}

	public void setService(Class<?> type, Object service) {
		Advised advised = (Advised) service;
		services.put(type, advised);
		advice(addedAdvice, type).forEach(advised::addAdvice);
	}

	/** The name of an interface, then its bean. */
	public void setModuleService(List<Object> params) {
		try {
			Class<?> type = Class.forName((String) params.get(0), true, OpenmrsClassLoader.getInstance());
			setService(type, params.get(1));
			if (params.get(1) instanceof OpenmrsService) {
				moduleServices.put(type.getName(), (OpenmrsService) params.get(1));
			}
		}
		catch (ClassNotFoundException e) {
			throw new APIException("Unable to find service as class not found: " + params.get(0), e);
		}
	}

	public void addAdvice(Class type, Advice advice) {
		if (advised(type).indexOf(advice) < 0) {
			advised(type).addAdvice(advice);
		}
		addedAdvice.computeIfAbsent(type, t -> new LinkedHashSet<>()).add(advice);
	}

	public void removeAdvice(Class type, Advice advice) {
		advised(type).removeAdvice(advice);
		advice(addedAdvice, type).remove(advice);
	}

	private Advised advised(Class<?> type) {
		return (Advised) getService(type);
	}

	private static <T> Set<T> advice(Map<Class<?>, Set<T>> of, Class<?> type) {
		return of.getOrDefault(type, new LinkedHashSet<>());
	}

	public <T> List<T> getRegisteredComponents(Class<T> type) {
		return applicationContext == null ? Collections.emptyList()
			: new ArrayList<>(applicationContext.getBeansOfType(type).values());
	}

	public <T> T getRegisteredComponent(String beanName, Class<T> type) {
		try {
			return applicationContext.getBean(beanName, type);
		}
		catch (NoSuchBeanDefinitionException e) {
			throw new APIException("Error during getting registered component: " + beanName, e);
		}
	}

	public synchronized void startRefreshingContext() {
		refreshing = Thread.currentThread();
	}

	public synchronized void doneRefreshingContext() {
		refreshing = null;
		notifyAll();
	}

	private synchronized void awaitRefresh() {
		try {
			while (refreshing != null) {
				if (refreshing == Thread.currentThread()) {
					throw new APIException(
						"Asked for a service while the context is made: the platform waits here for ever");
				}
				wait();
			}
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void setApplicationContext(ApplicationContext applicationContext) {
		this.applicationContext = applicationContext;
	}

	public ApplicationContext getApplicationContext() {
		return applicationContext;
	}
}
