-- What a fresh platform has; the columns are those that both the change set and Hibernate's own schema have.

INSERT INTO person (person_id, gender, birthdate_estimated, dead, deathdate_estimated, creator, date_created, voided, uuid) VALUES
	(1, 'M', FALSE, FALSE, FALSE, NULL, '2005-01-01 00:00:00', FALSE, '5f87c042-6814-11e8-923f-e9a88dcb533f');
INSERT INTO users (user_id, system_id, username, creator, date_created, person_id, retired, uuid) VALUES
	(1, 'admin', '', 1, '2005-01-01 00:00:00', 1, FALSE, '82f18b44-6814-11e8-923f-e9a88dcb533f'),
	(2, 'daemon', 'daemon', 1, '2005-01-01 00:00:00', 1, FALSE, 'A4F30A1B-5EB9-11DF-A648-37A07F9C90FB');
UPDATE person SET creator = 1 WHERE person_id = 1;
INSERT INTO person_name (person_name_id, preferred, person_id, given_name, family_name, creator, date_created, voided, uuid) VALUES
	(1, TRUE, 1, 'Super', 'User', 1, '2005-01-01 00:00:00', FALSE, '5f897a68-6814-11e8-923f-e9a88dcb533f');
INSERT INTO role (role, description, uuid) VALUES
	('Anonymous', 'Privileges for non-authenticated users.', '774b2af3-6437-4e5a-a310-547554c7c65c'),
	('Authenticated', 'Privileges gained once authentication has been established.', 'f7fd42ef-880e-40c5-972d-e4ae7c990de2'),
	('Provider', 'People who give care and appear as providers.', '8d94f280-c2cc-11de-8d13-0010c6dffd0f'),
	('System Developer', 'May do everything, the structure of the database included.', '8d94f852-c2cc-11de-8d13-0010c6dffd0f');
INSERT INTO user_property (user_id, property, property_value) VALUES
	(1, 'defaultLocale', 'en');
INSERT INTO user_role (user_id, role) VALUES
	(1, 'System Developer'),
	(1, 'Provider');
INSERT INTO location (location_id, address1, address2, city_village, state_province, country, postal_code, name, description, creator, date_created, retired, uuid) VALUES
	(1, '', '', '', '', '', '', 'Unknown Location', NULL, 1, '2005-01-01 00:00:00', FALSE, '8d6c993e-c2cc-11de-8d13-0010c6dffd0f');
INSERT INTO patient_identifier_type (patient_identifier_type_id, required, validator, name, description, creator, date_created, retired, uuid) VALUES
	(1, FALSE, 'org.openmrs.patient.impl.LuhnIdentifierValidator', 'OpenMRS Identification Number', 'Unique number used in OpenMRS', 1, '2005-01-01 00:00:00', FALSE, '8d793bee-c2cc-11de-8d13-0010c6dffd0f'),
	(2, FALSE, NULL, 'Old Identification Number', 'Number given out prior to the OpenMRS system (No check digit)', 1, '2005-01-01 00:00:00', FALSE, '8d79403a-c2cc-11de-8d13-0010c6dffd0f');
INSERT INTO encounter_role (encounter_role_id, name, description, creator, date_created, retired, uuid) VALUES
	(1, 'Unknown', 'Unknown encounter role for legacy providers with no encounter role set', 1, '2005-01-01 00:00:00', FALSE, 'a0b03050-c99b-11e0-9572-0800200c9a66');
INSERT INTO person_attribute_type (person_attribute_type_id, format, foreign_key, sort_weight, searchable, name, description, creator, date_created, retired, uuid) VALUES
	(1, 'java.lang.String', 0, 6.0, FALSE, 'Race', 'Group of persons related by common descent or heredity', 1, '2005-01-01 00:00:00', FALSE, '8d871386-c2cc-11de-8d13-0010c6dffd0f'),
	(2, 'java.lang.String', 0, 0.0, FALSE, 'Birthplace', 'Location of persons birth', 1, '2005-01-01 00:00:00', FALSE, '8d8718c2-c2cc-11de-8d13-0010c6dffd0f'),
	(3, 'java.lang.String', 0, 1.0, FALSE, 'Citizenship', 'Country of which this person is a member', 1, '2005-01-01 00:00:00', FALSE, '8d871afc-c2cc-11de-8d13-0010c6dffd0f'),
	(4, 'java.lang.String', 0, 5.0, FALSE, 'Mother''s Name', 'First or last name of this person''s mother', 1, '2005-01-01 00:00:00', FALSE, '8d871d18-c2cc-11de-8d13-0010c6dffd0f'),
	(5, 'org.openmrs.Concept', 1054, 2.0, FALSE, 'Civil Status', 'Marriage status of this person', 1, '2005-01-01 00:00:00', FALSE, '8d871f2a-c2cc-11de-8d13-0010c6dffd0f'),
	(6, 'java.lang.String', 0, 4.0, FALSE, 'Health District', 'District/region in which this patient'' home health center resides', 1, '2005-01-01 00:00:00', FALSE, '8d872150-c2cc-11de-8d13-0010c6dffd0f'),
	(7, 'org.openmrs.Location', 0, 3.0, FALSE, 'Health Center', 'Specific Location of this person''s home health center.', 1, '2005-01-01 00:00:00', FALSE, '8d87236c-c2cc-11de-8d13-0010c6dffd0f');
INSERT INTO relationship_type (relationship_type_id, a_is_to_b, b_is_to_a, preferred, weight, description, creator, date_created, retired, uuid) VALUES
	(1, 'Doctor', 'Patient', FALSE, 0, 'Relationship from a primary care provider to the patient', 1, '2005-01-01 00:00:00', FALSE, '8d919b58-c2cc-11de-8d13-0010c6dffd0f'),
	(2, 'Sibling', 'Sibling', FALSE, 0, 'Relationship between brother/sister, brother/brother, and sister/sister', 1, '2005-01-01 00:00:00', FALSE, '8d91a01c-c2cc-11de-8d13-0010c6dffd0f'),
	(3, 'Parent', 'Child', FALSE, 0, 'Relationship from a mother/father to the child', 1, '2005-01-01 00:00:00', FALSE, '8d91a210-c2cc-11de-8d13-0010c6dffd0f'),
	(4, 'Aunt/Uncle', 'Niece/Nephew', FALSE, 0, 'Relationship from a parent''s sibling to a child of that parent', 1, '2005-01-01 00:00:00', FALSE, '8d91a3dc-c2cc-11de-8d13-0010c6dffd0f');
INSERT INTO concept_class (concept_class_id, name, description, creator, date_created, retired, uuid) VALUES
	(1, 'Test', 'Test', 1, '2005-01-01 00:00:00', FALSE, '8d4907b2-c2cc-11de-8d13-0010c6dffd0f'),
	(2, 'Procedure', 'Procedure', 1, '2005-01-01 00:00:00', FALSE, '8d490bf4-c2cc-11de-8d13-0010c6dffd0f'),
	(3, 'Drug', 'Drug', 1, '2005-01-01 00:00:00', FALSE, '8d490dfc-c2cc-11de-8d13-0010c6dffd0f'),
	(4, 'Diagnosis', 'Diagnosis', 1, '2005-01-01 00:00:00', FALSE, '8d4918b0-c2cc-11de-8d13-0010c6dffd0f'),
	(5, 'Finding', 'Finding', 1, '2005-01-01 00:00:00', FALSE, '8d491a9a-c2cc-11de-8d13-0010c6dffd0f'),
	(6, 'Anatomy', 'Anatomy', 1, '2005-01-01 00:00:00', FALSE, '8d491c7a-c2cc-11de-8d13-0010c6dffd0f'),
	(7, 'Question', 'Question', 1, '2005-01-01 00:00:00', FALSE, '8d491e50-c2cc-11de-8d13-0010c6dffd0f'),
	(8, 'LabSet', 'LabSet', 1, '2005-01-01 00:00:00', FALSE, '8d492026-c2cc-11de-8d13-0010c6dffd0f'),
	(9, 'MedSet', 'MedSet', 1, '2005-01-01 00:00:00', FALSE, '8d4923b4-c2cc-11de-8d13-0010c6dffd0f'),
	(10, 'ConvSet', 'ConvSet', 1, '2005-01-01 00:00:00', FALSE, '8d492594-c2cc-11de-8d13-0010c6dffd0f'),
	(11, 'Misc', 'Misc', 1, '2005-01-01 00:00:00', FALSE, '8d492774-c2cc-11de-8d13-0010c6dffd0f'),
	(12, 'Symptom', 'Symptom', 1, '2005-01-01 00:00:00', FALSE, '8d492954-c2cc-11de-8d13-0010c6dffd0f'),
	(13, 'Symptom/Finding', 'Symptom/Finding', 1, '2005-01-01 00:00:00', FALSE, '8d492b2a-c2cc-11de-8d13-0010c6dffd0f'),
	(14, 'Specimen', 'Specimen', 1, '2005-01-01 00:00:00', FALSE, '8d492d0a-c2cc-11de-8d13-0010c6dffd0f'),
	(15, 'Misc Order', 'Misc Order', 1, '2005-01-01 00:00:00', FALSE, '8d492ee0-c2cc-11de-8d13-0010c6dffd0f');
INSERT INTO concept_datatype (concept_datatype_id, hl7_abbreviation, name, description, creator, date_created, retired, uuid) VALUES
	(1, 'NM', 'Numeric', 'Numeric', 1, '2005-01-01 00:00:00', FALSE, '8d4a4488-c2cc-11de-8d13-0010c6dffd0f'),
	(2, 'CWE', 'Coded', 'Coded', 1, '2005-01-01 00:00:00', FALSE, '8d4a48b6-c2cc-11de-8d13-0010c6dffd0f'),
	(3, 'ST', 'Text', 'Text', 1, '2005-01-01 00:00:00', FALSE, '8d4a4ab4-c2cc-11de-8d13-0010c6dffd0f'),
	(4, 'ZZ', 'N/A', 'N/A', 1, '2005-01-01 00:00:00', FALSE, '8d4a4c94-c2cc-11de-8d13-0010c6dffd0f'),
	(5, 'RP', 'Document', 'Document', 1, '2005-01-01 00:00:00', FALSE, '8d4a4e74-c2cc-11de-8d13-0010c6dffd0f'),
	(6, 'DT', 'Date', 'Date', 1, '2005-01-01 00:00:00', FALSE, '8d4a505e-c2cc-11de-8d13-0010c6dffd0f'),
	(7, 'TM', 'Time', 'Time', 1, '2005-01-01 00:00:00', FALSE, '8d4a591e-c2cc-11de-8d13-0010c6dffd0f'),
	(8, 'TS', 'Datetime', 'Datetime', 1, '2005-01-01 00:00:00', FALSE, '8d4a5af4-c2cc-11de-8d13-0010c6dffd0f'),
	(10, 'BIT', 'Boolean', 'Boolean', 1, '2005-01-01 00:00:00', FALSE, '8d4a5cca-c2cc-11de-8d13-0010c6dffd0f'),
	(11, 'ZZ', 'Rule', 'Rule', 1, '2005-01-01 00:00:00', FALSE, '8d4a5e96-c2cc-11de-8d13-0010c6dffd0f'),
	(12, 'SN', 'Structured Numeric', 'Structured Numeric', 1, '2005-01-01 00:00:00', FALSE, '8d4a606c-c2cc-11de-8d13-0010c6dffd0f'),
	(13, 'ED', 'Complex', 'Complex', 1, '2005-01-01 00:00:00', FALSE, '8d4a6242-c2cc-11de-8d13-0010c6dffd0f');
INSERT INTO concept (concept_id, datatype_id, class_id, is_set, retired, creator, date_created, uuid) VALUES
	(1, 4, 11, FALSE, FALSE, 1, '2005-01-01 00:00:00', 'cf82933b-3f3f-45e7-a5ab-5d31aaee3da3'),
	(2, 4, 11, FALSE, FALSE, 1, '2005-01-01 00:00:00', '488b58ff-64f5-4f8a-8979-fa79940b1594');
INSERT INTO concept_name (concept_name_id, concept_id, name, locale, locale_preferred, concept_name_type, creator, date_created, voided, uuid) VALUES
	(3, 1, 'True', 'en', TRUE, 'FULLY_SPECIFIED', 1, '2005-01-01 00:00:00', FALSE, '111eb000-3113-4d74-9d9b-98ae5d566a98'),
	(4, 1, 'Yes', 'en', FALSE, NULL, 1, '2005-01-01 00:00:00', FALSE, 'a31778d2-53ab-4c4b-a333-a0149d1c25c6'),
	(13, 2, 'False', 'en', TRUE, 'FULLY_SPECIFIED', 1, '2005-01-01 00:00:00', FALSE, '4a9e0a4d-3ccb-4e1b-9b7c-3f0a2c1f6d21'),
	(14, 2, 'No', 'en', FALSE, NULL, 1, '2005-01-01 00:00:00', FALSE, '1d6a3c54-2f7e-4a55-8a3d-6f6a9c0b5e42');
INSERT INTO concept_map_type (concept_map_type_id, is_hidden, name, description, creator, date_created, retired, uuid) VALUES
	(1, FALSE, 'SAME-AS', NULL, 1, '2005-01-01 00:00:00', FALSE, '35543629-7d8c-11e1-909d-c80aa9edcf4e'),
	(2, FALSE, 'NARROWER-THAN', NULL, 1, '2005-01-01 00:00:00', FALSE, '43ac5109-7d8c-11e1-909d-c80aa9edcf4e'),
	(3, FALSE, 'BROADER-THAN', NULL, 1, '2005-01-01 00:00:00', FALSE, '4b9d9421-7d8c-11e1-909d-c80aa9edcf4e');
INSERT INTO global_property (property, property_value, uuid) VALUES
	('concept.true', '1', '43418b1a-524b-5fee-96f2-e3f662edf85b'),
	('concept.false', '2', '54fb6ac5-5c58-5c01-990f-56894644b0af'),
	('concepts.locked', 'false', '5b7c7c14-c6b5-5d8a-904e-4897f0f59b22'),
	('default_locale', 'en_GB', '8723a277-d691-5dc4-90e6-757ec147e978'),
	('default_location', 'Unknown Location', '3df33153-aa21-5b69-baee-df2946e34eab'),
	('locale.allowed.list', 'en, en_GB, es, fr, it, pt', '2821039b-9e30-534b-8d20-daeef7ecc661'),
	('security.passwordMinimumLength', '8', '0a1f8cfb-3a4d-5b21-aa63-df6773aa437b'),
	('visits.assignmentHandler', 'org.openmrs.api.handler.ExistingVisitAssignmentHandler', '4eb85df6-c293-5181-bc6b-45be99f88de6'),
	('visits.enabled', 'true', '39b9ddb6-81b1-500b-acdf-eb3ff17ef3f2');
