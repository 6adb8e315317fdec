/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.api.context;

import java.text.SimpleDateFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

import org.aopalliance.aop.Advice;
import org.openmrs.User;
import org.openmrs.api.APIException;
import org.openmrs.api.AdministrationService;
import org.openmrs.api.ConceptService;
import org.openmrs.api.EncounterService;
import org.openmrs.api.LocationService;
import org.openmrs.api.ObsService;
import org.openmrs.api.PatientService;
import org.openmrs.api.PersonService;
import org.openmrs.api.ProviderService;
import org.openmrs.api.UserService;
import org.openmrs.api.VisitService;
import org.openmrs.host.HostDao;
import org.openmrs.messagesource.MessageSourceService;
import org.openmrs.notification.AlertService;
import org.openmrs.scheduler.SchedulerService;
import org.openmrs.util.LocaleUtility;
import org.openmrs.util.OpenmrsUtil;

/** The way to the services, to the session and to who is logged in, all bound to the thread. */
public class Context {

	private static final ThreadLocal<UserContext> USER_CONTEXT = new ThreadLocal<>();
	private static Properties runtimeProperties = new Properties();

	static HostDao host() {
		return getServiceContext().getApplicationContext().getBean(HostDao.class);
	}

	static ServiceContext getServiceContext() {
		return ServiceContext.getInstance();
	}

	public static AuthenticationScheme getAuthenticationScheme() {
		return credentials -> {
			UsernamePasswordCredentials login = (UsernamePasswordCredentials) credentials;
			return new BasicAuthenticated(host().authenticate(login.getUsername(), login.getPassword()),
				login.getAuthenticationScheme());
		};
	}

	public static void setUserContext(UserContext userContext) {
		USER_CONTEXT.set(userContext);
	}

	public static void clearUserContext() {
		USER_CONTEXT.remove();
	}

	public static UserContext getUserContext() {
		UserContext userContext = USER_CONTEXT.get();
		if (userContext == null) {
			throw new APIException("A user context must first be passed to setUserContext()...use Context.openSession() "
				+ "(and closeSession() to prevent memory leaks!) before using the API");
		}
		return userContext;
	}

	public static void authenticate(String username, String password) {
		authenticate(new UsernamePasswordCredentials(username, password));
	}

	public static Authenticated authenticate(Credentials credentials) {
		if (Daemon.isDaemonThread()) {
			return new BasicAuthenticated(null, credentials.getAuthenticationScheme());
		}
		return getUserContext().authenticate(credentials);
	}

	public static User getAuthenticatedUser() {
		return Daemon.isDaemonThread() ? Daemon.getDaemonThreadUser() : getUserContext().getAuthenticatedUser();
	}

	public static boolean isAuthenticated() {
		return Daemon.isDaemonThread() || getAuthenticatedUser() != null;
	}

	public static void logout() {
		if (isSessionOpen() && !Daemon.isDaemonThread()) {
			getUserContext().logout();
			getUserContext().setLocale(LocaleUtility.getDefaultLocale());
		}
	}

	public static boolean hasPrivilege(String privilege) {
		return Daemon.isDaemonThread() || getUserContext().hasPrivilege(privilege);
	}

	public static void requirePrivilege(String privilege) {
		if (!hasPrivilege(privilege)) {
			throw new ContextAuthenticationException("Privilege required: " + privilege);
		}
	}

	public static void addProxyPrivilege(String privilege) {
		getUserContext().addProxyPrivilege(privilege);
	}

	public static void addProxyPrivilege(String... privileges) {
		getUserContext().addProxyPrivilege(privileges);
	}

	public static void removeProxyPrivilege(String privilege) {
		getUserContext().removeProxyPrivilege(privilege);
	}

	public static void removeProxyPrivilege(String... privileges) {
		getUserContext().removeProxyPrivilege(privileges);
	}

	public static Locale getLocale() {
		return USER_CONTEXT.get() == null ? LocaleUtility.getDefaultLocale() : getUserContext().getLocale();
	}

	public static SimpleDateFormat getDateFormat() {
		return OpenmrsUtil.getDateFormat(getLocale());
	}

	public static void openSession() {
		setUserContext(new UserContext(getAuthenticationScheme()));
		host().openSession();
	}

	public static void closeSession() {
		clearUserContext();
		host().closeSession();
	}

	public static boolean isSessionOpen() {
		return USER_CONTEXT.get() != null;
	}

	public static void clearSession() {
		host().session().clear();
	}

	public static Properties getRuntimeProperties() {
		return (Properties) runtimeProperties.clone();
	}

	public static void setRuntimeProperties(Properties properties) {
		runtimeProperties = (Properties) properties.clone();
	}

	public static <T> T getService(Class<? extends T> type) {
		return getServiceContext().getService(type);
	}

	public static void addAdvice(Class type, Advice advice) {
		getServiceContext().addAdvice(type, advice);
	}

	public static void removeAdvice(Class type, Advice advice) {
		getServiceContext().removeAdvice(type, advice);
	}

	public static <T> List<T> getRegisteredComponents(Class<T> type) {
		return getServiceContext().getApplicationContext() == null ? Collections.emptyList()
			: getServiceContext().getRegisteredComponents(type);
	}

	public static <T> T getRegisteredComponent(String beanName, Class<T> type) {
		return getServiceContext().getRegisteredComponent(beanName, type);
	}

	public static PatientService getPatientService() {
		return getService(PatientService.class);
	}

	public static PersonService getPersonService() {
		return getService(PersonService.class);
	}

	public static EncounterService getEncounterService() {
		return getService(EncounterService.class);
	}

	public static VisitService getVisitService() {
		return getService(VisitService.class);
	}

	public static ObsService getObsService() {
		return getService(ObsService.class);
	}

	public static ConceptService getConceptService() {
		return getService(ConceptService.class);
	}

	public static LocationService getLocationService() {
		return getService(LocationService.class);
	}

	public static ProviderService getProviderService() {
		return getService(ProviderService.class);
	}

	public static UserService getUserService() {
		return getService(UserService.class);
	}

	public static AdministrationService getAdministrationService() {
		return getService(AdministrationService.class);
	}

	public static SchedulerService getSchedulerService() {
		return getService(SchedulerService.class);
	}

	public static AlertService getAlertService() {
		return getService(AlertService.class);
	}

	public static MessageSourceService getMessageSourceService() {
		return getService(MessageSourceService.class);
	}
}
