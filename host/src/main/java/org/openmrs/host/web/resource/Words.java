/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web.resource;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import org.openmrs.module.webservices.rest.web.RestConstants;

/** What a resource of the core tells of itself, beside what is {@link Shown} and {@link Settable}. */
@Retention(RetentionPolicy.RUNTIME)
@interface Words {

	/** Of an address: the host carries six of the platform's fifteen. */
	String MORE_LINES = "address7 address8 address9 address10 address11 address12 address13 address14 address15";

	Class<?> service();

	/** Whoever lacks it does not see the object where it is nested in others. */
	String privilege() default "";

	String version() default RestConstants.PROPERTY_FOR_RESOURCE_VERSION_DEFAULT_VALUE;

	/** The property that stands for the object, or a path of properties. */
	String display() default "name";

	/** What the platform shows and the host does not carry. */
	String absent() default "";
}
