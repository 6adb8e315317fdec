/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs;

public interface Address {

	String getAddress1();

	void setAddress1(String address1);

	String getAddress2();

	void setAddress2(String address2);

	String getCityVillage();

	void setCityVillage(String cityVillage);

	String getStateProvince();

	void setStateProvince(String stateProvince);

	String getCountyDistrict();

	void setCountyDistrict(String countyDistrict);

	String getPostalCode();

	void setPostalCode(String postalCode);

	String getCountry();

	void setCountry(String country);
}
