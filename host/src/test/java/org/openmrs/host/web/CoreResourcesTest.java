/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.host.EmbeddedHost;
import org.openmrs.host.HostOptions;

/**
 * What a client sets up and records in a clinic, beyond the recorded exchanges. {@code -Dopenmrs.url} asks a running
 * server instead: the same has to hold there.
 */
class CoreResourcesTest {

	private static final String UNKNOWN_LOCATION = "8d6c993e-c2cc-11de-8d13-0010c6dffd0f";

	private static EmbeddedHost host;

	private static String server;

	private static int made;

	private String patient;

	private String encounterType;

	@BeforeAll
	static void start() {
		server = System.getProperty("openmrs.url");
		if (server == null) {
			host = EmbeddedHost.start(HostOptions.builder().port(0).build());
			server = host.getUrl();
		}
	}

	@AfterAll
	static void stop() throws IOException {
		if (host != null) {
			host.close();
		}
	}

	@BeforeEach
	void aPatient() throws IOException {
		patient = create("patient", "{'identifiers':[{'identifier':'" + unique("CR") + "','identifierType':"
			+ "'8d79403a-c2cc-11de-8d13-0010c6dffd0f','location':'" + UNKNOWN_LOCATION + "'}],'person':{'gender':'F',"
			+ "'birthdate':'1980-02-29','names':[{'givenName':'Åse','familyName':'Østby'}]}}");
		encounterType = create("encountertype", "{'name':'" + unique("Extraction") + "','description':'d'}");
	}

	@Test
	void location_shouldHaveTypedAttributesAndAParent() throws IOException {
		String type = create("locationattributetype", "{'name':'" + unique("Time zone")
			+ "','datatypeClassname':'org.openmrs.customdatatype.datatype.FreeTextDatatype','minOccurs':0}");
		String clinic = create("location", "{'name':'" + unique("Clinic") + "'}");
		String room = create("location", "{'name':'" + unique("Room") + "','parentLocation':'" + clinic + "'}");
		create("location/" + clinic + "/attribute", "{'attributeType':'" + type + "','value':'Europe/Oslo'}");
		Answer read = get("location/" + clinic + "?v=full");
		assertThat(read.at("/attributes/0/value")).isEqualTo("Europe/Oslo");
		assertThat(read.at("/childLocations/0/uuid")).isEqualTo(room);
	}

	@Test
	void encounter_shouldHaveProviders_andGoWithItsPatient() throws IOException {
		String provider = create("provider", "{'person':'" + patient + "','identifier':'" + unique("P") + "'}");
		String encounter = create("encounter", "{'patient':'" + patient + "','encounterType':'" + encounterType
			+ "','encounterProviders':[{'provider':'" + provider + "','encounterRole':"
			+ "'a0b03050-c99b-11e0-9572-0800200c9a66'}]}");
		assertThat(get("encounter/" + encounter + "?v=full").at("/encounterProviders/0/provider/uuid")).isEqualTo(provider);
		assertThat(send("DELETE", "patient/" + patient + "?reason=twice", null).status).isEqualTo(204);
		assertThat(get("encounter/" + encounter + "?v=custom:(voided)").at("/voided")).isEqualTo("true");
	}

	@Test
	void visit_shouldHoldTheEncountersOfItsTime() throws IOException {
		String type = create("visittype", "{'name':'" + unique("Clinic visit") + "','description':'d'}");
		String visit = create("visit", "{'patient':'" + patient + "','visitType':'" + type + "','location':'"
			+ UNKNOWN_LOCATION + "','startDatetime':'2020-01-01T08:00:00.000+0000'}");
		String encounter = create("encounter", "{'patient':'" + patient + "','encounterType':'" + encounterType
			+ "','visit':'" + visit + "','encounterDatetime':'2020-01-01T10:00:00.000+0000'}");
		assertThat(get("visit/" + visit).at("/encounters/0/uuid")).isEqualTo(encounter);
		assertThat(send("POST", "visit/" + visit, "{'stopDatetime':'2020-01-01T12:00:00.000+0000'}").status).isEqualTo(200);
	}

	@Test
	void user_shouldSeeOnlyWhatItsRoleAllows() throws IOException {
		String role = create("role",
			"{'name':'" + unique("Reader") + "','description':'d','privileges':['" + privilege("Get Encounters") + "']}");
		String name = unique("reader").toLowerCase();
		create("user",
			"{'username':'" + name + "','password':'Reader123','person':'" + patient + "','roles':['" + role + "']}");
		String encounter = create("encounter",
			"{'patient':'" + patient + "','encounterType':'" + encounterType + "'}");
		Answer read = Answer.to("GET", server + "/ws/rest/v1/encounter/" + encounter, name + ":Reader123", null, null);
		assertThat(read.status).as(read.text).isEqualTo(200);
		assertThat(read.json().has("patient")).isFalse();
		assertThat(read.json().has("encounterType")).isTrue();
		Answer refused = Answer.to("GET", server + "/ws/rest/v1/patient/" + patient, name + ":Reader123", null, null);
		assertThat(refused.status).isEqualTo(403);
	}

	@Test
	void setting_shouldBeReadAndWrittenByItsName() throws IOException {
		String path = "systemsetting/webservices.rest.maxResultsDefault";
		assertThat(get(path).at("/value")).isEqualTo("50");
		assertThat(send("POST", path, "{'value':'51'}").at("/value")).isEqualTo("51");
		assertThat(send("POST", path, "{'value':'50'}").status).isEqualTo(200);
	}

	private static String privilege(String name) throws IOException {
		return get("privilege/" + name.replace(" ", "%20")).at("/uuid");
	}

	private static String create(String path, String json) throws IOException {
		Answer answer = send("POST", path, json);
		assertThat(answer.status).as(answer.text).isEqualTo(201);
		return answer.at("/uuid");
	}

	private static Answer get(String path) throws IOException {
		Answer answer = send("GET", path, null);
		assertThat(answer.status).as(answer.text).isEqualTo(200);
		return answer;
	}

	private static Answer send(String method, String path, String json) throws IOException {
		return Answer.to(method, server + "/ws/rest/v1/" + path, "admin:Admin123",
			json == null ? null : json.replace('\'', '"'), "application/json");
	}

	private static synchronized String unique(String word) {
		return word + Long.toString(System.nanoTime(), 36) + made++;
	}
}
