/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host;

import java.io.IOException;
import java.util.Properties;

import org.openmrs.api.context.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.orm.hibernate5.LocalSessionFactoryBean;

/** All annotated entities below org.openmrs, on the database that the runtime properties name. */
public class HostSessionFactory extends LocalSessionFactoryBean {

	@Override
	public void afterPropertiesSet() throws IOException {
		Properties properties = new Properties();
		properties.setProperty("hibernate.connection.provider_class",
			"org.hibernate.c3p0.internal.C3P0ConnectionProvider");
		properties.setProperty("hibernate.c3p0.min_size", "1");
		properties.setProperty("hibernate.c3p0.max_size", "50");
		properties.setProperty("hibernate.c3p0.timeout", "0");
		properties.setProperty("hibernate.jdbc.batch_size", "25");
		properties.setProperty("hibernate.order_inserts", "false");
		properties.setProperty("hibernate.id.new_generator_mappings", "false");
		Properties runtime = Context.getRuntimeProperties();
		for (String name : runtime.stringPropertyNames()) {
			String key = name.startsWith("connection.") ? "hibernate." + name : name;
			if (key.startsWith("hibernate.")) {
				properties.setProperty(key, runtime.getProperty(name));
			}
		}
		setHibernateProperties(properties);
		setPackagesToScan("org.openmrs");
		setMappingLocations(new ClassPathResource("org/openmrs/host/core.hbm.xml"));
		setEntityInterceptor(new HostInterceptor());
		super.afterPropertiesSet();
	}
}
