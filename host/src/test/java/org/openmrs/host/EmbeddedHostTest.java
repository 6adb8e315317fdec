/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Date;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import javax.persistence.metamodel.EntityType;
import javax.persistence.metamodel.PluralAttribute;

import org.apache.commons.io.IOUtils;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmrs.Location;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.HostDaemon;
import org.openmrs.module.ModuleFactory;
import org.openmrs.scheduler.TaskDefinition;
import org.openmrs.util.OpenmrsClassLoader;

/** Loads a module file as the platform does: its life cycle, settings, privileges, tables, beans, advice and messages. */
class EmbeddedHostTest {

	private static final String CLASSES = "org/openmrs/module/hosttest/";

	@TempDir
	static File directory;

	private static EmbeddedHost host;

	@BeforeAll
	static void start() throws IOException {
		System.clearProperty("hosttest.life");
		host = EmbeddedHost.start(HostOptions.builder().port(-1).dataDirectory(new File(directory, "data"))
			.modules(Collections.singletonList(aModule())).build());
	}

	@AfterAll
	static void stop() throws IOException {
		if (host == null) {
			return;
		}
		host.close();
		assertThat(System.getProperty("hosttest.life")).endsWith(" willStop stopped");
	}

	@Test
	void activator_shouldBeCalledInThePlatformsOrder() {
		assertThat(System.getProperty("hosttest.life")).isEqualTo(" willStart:7 willRefreshContext token contextRefreshed"
			+ " started:clinic daemon:daemon:true");
	}

	@Test
	void module_shouldHaveItsSettingsPrivilegesAndTable() throws Exception {
		assertThat(ModuleFactory.isModuleStarted("hosttest")).isTrue();
		Object things = HostDaemon.run(() -> {
			assertThat(Context.getAdministrationService().getGlobalProperty("hosttest.started")).isEqualTo("true");
			assertThat(Context.getAdministrationService().getGlobalProperty("hosttest.mandatory")).isEqualTo("false");
			assertThat(Context.getUserService().getPrivilege("Get Host Tests")).isNotNull();
			assertThat(Context.getMessageSourceService().getMessage("hosttest.hello")).isEqualTo("Hello");
			return host.getApplicationContext().getBean(SessionFactory.class).getCurrentSession()
				.createNativeQuery("select count(*) from hosttest_thing").uniqueResult();
		});
		assertThat(things).hasToString("0");
	}

	@Test
	void advice_shouldRunInsideTheTransaction() throws Exception {
		HostDaemon.run(() -> {
			Location location = new Location();
			location.setName("Advised");
			return Context.getLocationService().saveLocation(location);
		});
		assertThat(System.getProperty("hosttest.advice")).isEqualTo("in transaction: true");
	}

	@Test
	void task_shouldRunInADaemonThread_whenItIsScheduled() throws Exception {
		HostDaemon.run(() -> {
			TaskDefinition task = new TaskDefinition();
			task.setName("hosttest");
			task.setTaskClass("org.openmrs.module.hosttest.LifeTask");
			task.setStartTime(new Date(System.currentTimeMillis() + 3000));
			task.setRepeatInterval(3600L);
			task.getProperties().put("word", "clinic");
			return Context.getSchedulerService().scheduleTask(task);
		});
		for (int i = 0; i < 100 && System.getProperty("hosttest.task") == null; i++) {
			Thread.sleep(100);
		}
		assertThat(System.getProperty("hosttest.task")).isEqualTo("clinic daemon");
		HostDaemon.run(() -> {
			TaskDefinition task = Context.getSchedulerService().getTaskByName("hosttest");
			assertThat(task.getStarted()).isTrue();
			Context.getSchedulerService().shutdownTask(task);
			return null;
		});
	}

	@Test
	void message_shouldFallBackToTheLanguageOfTheJvm() {
		Locale before = Locale.getDefault();
		Locale.setDefault(new Locale("es", "ES"));
		try {
			assertThat(Context.getMessageSourceService().getMessage("hosttest.bye", null, Locale.ENGLISH))
				.isEqualTo("Adiós");
			assertThat(Context.getMessageSourceService().getMessage("hosttest.hello", null, Locale.ENGLISH))
				.isEqualTo("Hello");
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void moduleClass_shouldComeFromTheModule() throws Exception {
		Class<?> activator = OpenmrsClassLoader.getInstance().loadClass("org.openmrs.module.hosttest.LifeActivator");
		assertThat(activator.getClassLoader()).isInstanceOf(org.openmrs.module.ModuleClassLoader.class);
	}

	@Test
	void everyMapping_shouldFitTheCoreTables() throws Exception {
		SessionFactory sessionFactory = host.getApplicationContext().getBean(SessionFactory.class);
		try (Session session = sessionFactory.openSession()) {
			for (EntityType<?> type : sessionFactory.getMetamodel().getEntities()) {
				session.createQuery("from " + type.getName()).setMaxResults(1).list();
				for (PluralAttribute<?, ?, ?> collection : type.getDeclaredPluralAttributes()) {
					session
						.createQuery("select count(*) from " + type.getName() + " e join e." + collection.getName() + " c")
						.uniqueResult();
				}
			}
		}
	}

	private static File aModule() throws IOException {
		File file = new File(directory, "hosttest-1.0.omod");
		try (JarOutputStream jar = new JarOutputStream(new FileOutputStream(file))) {
			add(jar, "config.xml",
				"<?xml version=\"1.0\"?><!DOCTYPE module PUBLIC \"-//OpenMRS//DTD OpenMRS Config 1.6//EN\""
					+ " \"http://resources.openmrs.org/doctype/config-1.6.dtd\"><module configVersion=\"1.6\"><id>hosttest</id>"
					+ "<name>T</name><version>1.0</version><package>org.openmrs.module.hosttest</package><author>x</author>"
					+ "<description>d</description><activator>org.openmrs.module.hosttest.LifeActivator</activator>"
					+ "<require_version>2.8.0 - 2.8.*</require_version><require_modules><require_module version=\"3.0.0\">"
					+ "org.openmrs.module.webservices.rest</require_module></require_modules><advice><point>"
					+ "org.openmrs.api.LocationService</point><class>org.openmrs.module.hosttest.LifeAdvice</class></advice>"
					+ "<privilege><name>Get Host Tests</name><description>x</description></privilege><globalProperty><property>"
					+ "hosttest.days</property><defaultValue>7</defaultValue><description>x</description></globalProperty>"
					+ "</module>");
			add(jar, "liquibase.xml", "<databaseChangeLog xmlns=\"http://www.liquibase.org/xml/ns/dbchangelog\" xmlns:xsi=\""
				+ "http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://www.liquibase.org/xml/ns/"
				+ "dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd\"><changeSet id=\"1\""
				+ " author=\"t\"><createTable tableName=\"hosttest_thing\"><column name=\"thing_id\" type=\"int\"/>"
				+ "</createTable></changeSet></databaseChangeLog>");
			add(jar, "moduleApplicationContext.xml",
				"<beans xmlns=\"http://www.springframework.org/schema/beans\" xmlns:xsi=\""
					+ "http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://www.springframework.org/schema/"
					+ "beans http://www.springframework.org/schema/beans/spring-beans.xsd\"><bean id=\"hosttest.word\" class=\""
					+ "java.lang.String\"><constructor-arg value=\"clinic\"/></bean></beans>");
			add(jar, "messages.properties", "hosttest.hello=Hello\nhosttest.bye=Bye\n");
			add(jar, "messages_es.properties", "hosttest.bye=Adiós\n");
			for (String name : new String[]{ "LifeActivator", "LifeAdvice", "LifeTask" }) {
				try (InputStream content = EmbeddedHostTest.class.getResourceAsStream("/" + CLASSES + name + ".class")) {
					jar.putNextEntry(new JarEntry(CLASSES + name + ".class"));
					IOUtils.copy(content, jar);
				}
			}
		}
		return file;
	}

	private static void add(JarOutputStream jar, String name, String content) throws IOException {
		jar.putNextEntry(new JarEntry(name));
		jar.write(content.getBytes(StandardCharsets.UTF_8));
	}
}
