-- The core tables of the platform 2.8.9 that are mapped here, with its names of columns, keys and indexes, in words that
-- H2 and MariaDB both understand. A foreign key brings the index of its name.

CREATE TABLE person (person_id INT AUTO_INCREMENT PRIMARY KEY, gender VARCHAR(50) DEFAULT '', birthdate DATE,
	birthdate_estimated BOOLEAN DEFAULT FALSE NOT NULL, dead BOOLEAN DEFAULT FALSE NOT NULL, death_date DATETIME,
	cause_of_death INT, creator INT, date_created DATETIME NOT NULL, changed_by INT, date_changed DATETIME, voided
	BOOLEAN DEFAULT FALSE NOT NULL, voided_by INT, date_voided DATETIME, void_reason VARCHAR(255), uuid CHAR(38) NOT NULL
	UNIQUE, deathdate_estimated BOOLEAN DEFAULT FALSE NOT NULL, birthtime TIME, cause_of_death_non_coded VARCHAR(255));
CREATE TABLE person_name (person_name_id INT AUTO_INCREMENT PRIMARY KEY, preferred BOOLEAN DEFAULT FALSE NOT NULL,
	person_id INT NOT NULL, prefix VARCHAR(50), given_name VARCHAR(50), middle_name VARCHAR(50), family_name_prefix
	VARCHAR(50), family_name VARCHAR(50), family_name2 VARCHAR(50), family_name_suffix VARCHAR(50), degree VARCHAR(50),
	creator INT DEFAULT 0 NOT NULL, date_created DATETIME NOT NULL, voided BOOLEAN DEFAULT FALSE NOT NULL, voided_by INT,
	date_voided DATETIME, void_reason VARCHAR(255), changed_by INT, date_changed DATETIME, uuid CHAR(38) NOT NULL UNIQUE);
CREATE TABLE person_address (person_address_id INT AUTO_INCREMENT PRIMARY KEY, person_id INT, preferred BOOLEAN
	DEFAULT FALSE NOT NULL, address1 VARCHAR(255), address2 VARCHAR(255), city_village VARCHAR(255), state_province
	VARCHAR(255), postal_code VARCHAR(50), country VARCHAR(50), latitude VARCHAR(50), longitude VARCHAR(50), start_date
	DATETIME, end_date DATETIME, creator INT DEFAULT 0 NOT NULL, date_created DATETIME NOT NULL, voided BOOLEAN DEFAULT
	FALSE NOT NULL, voided_by INT, date_voided DATETIME, void_reason VARCHAR(255), county_district VARCHAR(255), address3
	VARCHAR(255), address4 VARCHAR(255), address5 VARCHAR(255), address6 VARCHAR(255), date_changed DATETIME, changed_by
	INT, uuid CHAR(38) NOT NULL UNIQUE, address7 VARCHAR(255), address8 VARCHAR(255), address9 VARCHAR(255), address10
	VARCHAR(255), address11 VARCHAR(255), address12 VARCHAR(255), address13 VARCHAR(255), address14 VARCHAR(255),
	address15 VARCHAR(255));
CREATE TABLE person_attribute (person_attribute_id INT AUTO_INCREMENT PRIMARY KEY, person_id INT DEFAULT 0 NOT NULL,
	value VARCHAR(50) DEFAULT '' NOT NULL, person_attribute_type_id INT DEFAULT 0 NOT NULL, creator INT DEFAULT 0 NOT
	NULL, date_created DATETIME NOT NULL, changed_by INT, date_changed DATETIME, voided BOOLEAN DEFAULT FALSE NOT NULL,
	voided_by INT, date_voided DATETIME, void_reason VARCHAR(255), uuid CHAR(38) NOT NULL UNIQUE);
CREATE TABLE person_attribute_type (person_attribute_type_id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50) DEFAULT
	'' NOT NULL, description TEXT, format VARCHAR(50), foreign_key INT, searchable BOOLEAN DEFAULT FALSE NOT NULL,
	creator INT DEFAULT 0 NOT NULL, date_created DATETIME NOT NULL, changed_by INT, date_changed DATETIME, retired
	BOOLEAN DEFAULT FALSE NOT NULL, retired_by INT, date_retired DATETIME, retire_reason VARCHAR(255), edit_privilege
	VARCHAR(255), sort_weight DOUBLE, uuid CHAR(38) NOT NULL UNIQUE);
CREATE TABLE patient (patient_id INT NOT NULL PRIMARY KEY, creator INT DEFAULT 0 NOT NULL, date_created DATETIME NOT
	NULL, changed_by INT, date_changed DATETIME, voided BOOLEAN DEFAULT FALSE NOT NULL, voided_by INT, date_voided
	DATETIME, void_reason VARCHAR(255), allergy_status VARCHAR(50) DEFAULT 'Unknown' NOT NULL);
CREATE TABLE patient_identifier (patient_identifier_id INT AUTO_INCREMENT PRIMARY KEY, patient_id INT DEFAULT 0 NOT
	NULL, identifier VARCHAR(50) DEFAULT '' NOT NULL, identifier_type INT DEFAULT 0 NOT NULL, preferred BOOLEAN DEFAULT
	FALSE NOT NULL, location_id INT DEFAULT 0, creator INT DEFAULT 0 NOT NULL, date_created DATETIME NOT NULL,
	date_changed DATETIME, changed_by INT, voided BOOLEAN DEFAULT FALSE NOT NULL, voided_by INT, date_voided DATETIME,
	void_reason VARCHAR(255), uuid CHAR(38) NOT NULL UNIQUE, patient_program_id INT);
CREATE TABLE patient_identifier_type (patient_identifier_type_id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50)
	DEFAULT '' NOT NULL, description TEXT, format VARCHAR(255), check_digit BOOLEAN DEFAULT FALSE NOT NULL, creator INT
	DEFAULT 0 NOT NULL, date_created DATETIME NOT NULL, required BOOLEAN DEFAULT FALSE NOT NULL, format_description
	VARCHAR(255), validator VARCHAR(200), location_behavior VARCHAR(50), retired BOOLEAN DEFAULT FALSE NOT NULL,
	retired_by INT, date_retired DATETIME, retire_reason VARCHAR(255), uuid CHAR(38) NOT NULL UNIQUE, uniqueness_behavior
	VARCHAR(50), date_changed DATETIME, changed_by INT);
CREATE TABLE users (user_id INT AUTO_INCREMENT PRIMARY KEY, system_id VARCHAR(50) DEFAULT '' NOT NULL, username
	VARCHAR(50), password VARCHAR(128), salt VARCHAR(128), secret_question VARCHAR(255), secret_answer VARCHAR(255),
	creator INT DEFAULT 0 NOT NULL, date_created DATETIME NOT NULL, changed_by INT, date_changed DATETIME, person_id INT
	NOT NULL, retired BOOLEAN DEFAULT FALSE NOT NULL, retired_by INT, date_retired DATETIME, retire_reason VARCHAR(255),
	uuid CHAR(38) NOT NULL, activation_key VARCHAR(255), email VARCHAR(255) UNIQUE);
CREATE TABLE user_property (user_id INT DEFAULT 0 NOT NULL, property VARCHAR(255) NOT NULL, property_value LONGTEXT,
	PRIMARY KEY (user_id, property));
CREATE TABLE user_role (user_id INT DEFAULT 0 NOT NULL, role VARCHAR(50) DEFAULT '' NOT NULL, PRIMARY KEY (user_id,
	role));
CREATE TABLE role (role VARCHAR(50) DEFAULT '' NOT NULL PRIMARY KEY, description VARCHAR(255), uuid CHAR(38) NOT NULL
	UNIQUE);
CREATE TABLE role_role (parent_role VARCHAR(50) DEFAULT '' NOT NULL, child_role VARCHAR(50) DEFAULT '' NOT NULL,
	PRIMARY KEY (parent_role, child_role));
CREATE TABLE role_privilege (role VARCHAR(50) DEFAULT '' NOT NULL, privilege VARCHAR(255) NOT NULL, PRIMARY KEY (role,
	privilege));
CREATE TABLE privilege (privilege VARCHAR(255) NOT NULL PRIMARY KEY, description TEXT, uuid CHAR(38) NOT NULL UNIQUE);
CREATE TABLE provider (provider_id INT AUTO_INCREMENT PRIMARY KEY, person_id INT, name VARCHAR(255), identifier
	VARCHAR(255), creator INT NOT NULL, date_created DATETIME NOT NULL, changed_by INT, date_changed DATETIME, retired
	BOOLEAN DEFAULT FALSE NOT NULL, retired_by INT, date_retired DATETIME, retire_reason VARCHAR(255), uuid CHAR(38) NOT
	NULL UNIQUE, role_id INT, speciality_id INT, provider_role_id INT);
CREATE TABLE encounter (encounter_id INT AUTO_INCREMENT PRIMARY KEY, encounter_type INT NOT NULL, patient_id INT
	DEFAULT 0 NOT NULL, location_id INT, form_id INT, encounter_datetime DATETIME NOT NULL, creator INT DEFAULT 0 NOT
	NULL, date_created DATETIME NOT NULL, voided BOOLEAN DEFAULT FALSE NOT NULL, voided_by INT, date_voided DATETIME,
	void_reason VARCHAR(255), changed_by INT, date_changed DATETIME, visit_id INT, uuid CHAR(38) NOT NULL UNIQUE);
CREATE TABLE encounter_type (encounter_type_id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50) DEFAULT '' NOT NULL
	UNIQUE, description TEXT, creator INT DEFAULT 0 NOT NULL, date_created DATETIME NOT NULL, retired BOOLEAN DEFAULT
	FALSE NOT NULL, retired_by INT, date_retired DATETIME, retire_reason VARCHAR(255), uuid CHAR(38) NOT NULL UNIQUE,
	edit_privilege VARCHAR(255), view_privilege VARCHAR(255), changed_by INT, date_changed DATETIME);
CREATE TABLE encounter_role (encounter_role_id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(255) NOT NULL UNIQUE,
	description VARCHAR(1024), creator INT NOT NULL, date_created DATETIME NOT NULL, changed_by INT, date_changed
	DATETIME, retired BOOLEAN DEFAULT FALSE NOT NULL, retired_by INT, date_retired DATETIME, retire_reason VARCHAR(255),
	uuid CHAR(38) NOT NULL UNIQUE);
CREATE TABLE encounter_provider (encounter_provider_id INT AUTO_INCREMENT PRIMARY KEY, encounter_id INT NOT NULL,
	provider_id INT NOT NULL, encounter_role_id INT NOT NULL, creator INT DEFAULT 0 NOT NULL, date_created DATETIME NOT
	NULL, changed_by INT, date_changed DATETIME, voided BOOLEAN DEFAULT FALSE NOT NULL, date_voided DATETIME, voided_by
	INT, void_reason VARCHAR(255), uuid CHAR(38) NOT NULL UNIQUE);
CREATE TABLE visit (visit_id INT AUTO_INCREMENT PRIMARY KEY, patient_id INT NOT NULL, visit_type_id INT NOT NULL,
	date_started DATETIME NOT NULL, date_stopped DATETIME, indication_concept_id INT, location_id INT, creator INT NOT
	NULL, date_created DATETIME NOT NULL, changed_by INT, date_changed DATETIME, voided BOOLEAN DEFAULT FALSE NOT NULL,
	voided_by INT, date_voided DATETIME, void_reason VARCHAR(255), uuid CHAR(38) NOT NULL UNIQUE);
CREATE TABLE visit_type (visit_type_id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(255) NOT NULL, description
	VARCHAR(1024), creator INT NOT NULL, date_created DATETIME NOT NULL, changed_by INT, date_changed DATETIME, retired
	BOOLEAN DEFAULT FALSE NOT NULL, retired_by INT, date_retired DATETIME, retire_reason VARCHAR(255), uuid CHAR(38) NOT
	NULL UNIQUE);
CREATE TABLE location (location_id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(255) DEFAULT '' NOT NULL, description
	VARCHAR(255), address1 VARCHAR(255), address2 VARCHAR(255), city_village VARCHAR(255), state_province VARCHAR(255),
	postal_code VARCHAR(50), country VARCHAR(50), latitude VARCHAR(50), longitude VARCHAR(50), creator INT DEFAULT 0 NOT
	NULL, date_created DATETIME NOT NULL, county_district VARCHAR(255), address3 VARCHAR(255), address4 VARCHAR(255),
	address5 VARCHAR(255), address6 VARCHAR(255), retired BOOLEAN DEFAULT FALSE NOT NULL, retired_by INT, date_retired
	DATETIME, retire_reason VARCHAR(255), parent_location INT, uuid CHAR(38) NOT NULL UNIQUE, changed_by INT,
	date_changed DATETIME, address7 VARCHAR(255), address8 VARCHAR(255), address9 VARCHAR(255), address10 VARCHAR(255),
	address11 VARCHAR(255), address12 VARCHAR(255), address13 VARCHAR(255), address14 VARCHAR(255), address15
	VARCHAR(255), location_type_concept_id INT);
CREATE TABLE location_tag (location_tag_id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50) NOT NULL UNIQUE,
	description VARCHAR(255), creator INT NOT NULL, date_created DATETIME NOT NULL, retired BOOLEAN DEFAULT FALSE NOT
	NULL, retired_by INT, date_retired DATETIME, retire_reason VARCHAR(255), uuid CHAR(38) NOT NULL UNIQUE, changed_by
	INT, date_changed DATETIME);
CREATE TABLE location_tag_map (location_id INT NOT NULL, location_tag_id INT NOT NULL, PRIMARY KEY (location_id,
	location_tag_id));
CREATE TABLE concept (concept_id INT AUTO_INCREMENT PRIMARY KEY, retired BOOLEAN DEFAULT FALSE NOT NULL, short_name
	VARCHAR(255), description TEXT, form_text TEXT, datatype_id INT DEFAULT 0 NOT NULL, class_id INT DEFAULT 0 NOT NULL,
	is_set BOOLEAN DEFAULT FALSE NOT NULL, creator INT DEFAULT 0 NOT NULL, date_created DATETIME NOT NULL, version
	VARCHAR(50), changed_by INT, date_changed DATETIME, retired_by INT, date_retired DATETIME, retire_reason
	VARCHAR(255), uuid CHAR(38) NOT NULL UNIQUE);
CREATE TABLE concept_name (concept_name_id INT AUTO_INCREMENT PRIMARY KEY, concept_id INT, name VARCHAR(255) DEFAULT
	'' NOT NULL, locale VARCHAR(50) DEFAULT '' NOT NULL, locale_preferred BOOLEAN DEFAULT FALSE, creator INT DEFAULT 0
	NOT NULL, date_created DATETIME NOT NULL, concept_name_type VARCHAR(50), voided BOOLEAN DEFAULT FALSE NOT NULL,
	voided_by INT, date_voided DATETIME, void_reason VARCHAR(255), uuid CHAR(38) NOT NULL UNIQUE, date_changed DATETIME,
	changed_by INT);
CREATE TABLE concept_class (concept_class_id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(255) DEFAULT '' NOT NULL,
	description VARCHAR(255), creator INT DEFAULT 0 NOT NULL, date_created DATETIME NOT NULL, retired BOOLEAN DEFAULT
	FALSE NOT NULL, retired_by INT, date_retired DATETIME, retire_reason VARCHAR(255), uuid CHAR(38) NOT NULL UNIQUE,
	date_changed DATETIME, changed_by INT);
CREATE TABLE concept_datatype (concept_datatype_id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(255) DEFAULT '' NOT
	NULL, hl7_abbreviation VARCHAR(3), description VARCHAR(255), creator INT DEFAULT 0 NOT NULL, date_created DATETIME
	NOT NULL, retired BOOLEAN DEFAULT FALSE NOT NULL, retired_by INT, date_retired DATETIME, retire_reason VARCHAR(255),
	uuid CHAR(38) NOT NULL UNIQUE);
CREATE TABLE concept_answer (concept_answer_id INT AUTO_INCREMENT PRIMARY KEY, concept_id INT DEFAULT 0 NOT NULL,
	answer_concept INT, answer_drug INT, creator INT DEFAULT 0 NOT NULL, date_created DATETIME NOT NULL, sort_weight
	DOUBLE, uuid CHAR(38) NOT NULL UNIQUE);
CREATE TABLE obs (obs_id INT AUTO_INCREMENT PRIMARY KEY, person_id INT NOT NULL, concept_id INT DEFAULT 0 NOT NULL,
	encounter_id INT, order_id INT, obs_datetime DATETIME NOT NULL, location_id INT, obs_group_id INT, accession_number
	VARCHAR(255), value_group_id INT, value_coded INT, value_coded_name_id INT, value_drug INT, value_datetime DATETIME,
	value_numeric DOUBLE, value_modifier VARCHAR(2), value_text TEXT, value_complex VARCHAR(1000), comments VARCHAR(255),
	creator INT DEFAULT 0 NOT NULL, date_created DATETIME NOT NULL, voided BOOLEAN DEFAULT FALSE NOT NULL, voided_by INT,
	date_voided DATETIME, void_reason VARCHAR(255), uuid CHAR(38) NOT NULL UNIQUE, previous_version INT,
	form_namespace_and_path VARCHAR(255), status VARCHAR(16) DEFAULT 'FINAL' NOT NULL, interpretation VARCHAR(32));
CREATE TABLE form (form_id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(255) DEFAULT '' NOT NULL, version VARCHAR(50)
	DEFAULT '' NOT NULL, build INT, published BOOLEAN DEFAULT FALSE NOT NULL, xslt TEXT, template TEXT, description TEXT,
	encounter_type INT, creator INT DEFAULT 0 NOT NULL, date_created DATETIME NOT NULL, changed_by INT, date_changed
	DATETIME, retired BOOLEAN DEFAULT FALSE NOT NULL, retired_by INT, date_retired DATETIME, retired_reason VARCHAR(255),
	uuid CHAR(38) NOT NULL UNIQUE);
CREATE TABLE global_property (property VARCHAR(255) DEFAULT '' NOT NULL PRIMARY KEY, property_value TEXT, description
	TEXT, uuid CHAR(38) NOT NULL UNIQUE, datatype VARCHAR(255), datatype_config TEXT, preferred_handler VARCHAR(255),
	handler_config TEXT, date_changed DATETIME, changed_by INT, view_privilege VARCHAR(255), edit_privilege VARCHAR(255),
	delete_privilege VARCHAR(255));
CREATE TABLE scheduler_task_config (task_config_id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(255) NOT NULL,
	description VARCHAR(1024), schedulable_class TEXT, start_time DATETIME, start_time_pattern VARCHAR(50),
	repeat_interval INT DEFAULT 0 NOT NULL, start_on_startup BOOLEAN DEFAULT FALSE NOT NULL, started BOOLEAN DEFAULT
	FALSE NOT NULL, created_by INT DEFAULT 0, date_created DATETIME, changed_by INT, date_changed DATETIME,
	last_execution_time DATETIME, uuid CHAR(38) NOT NULL UNIQUE);
CREATE TABLE scheduler_task_config_property (task_config_property_id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(255)
	NOT NULL, value TEXT, task_config_id INT);
CREATE TABLE notification_alert (alert_id INT AUTO_INCREMENT PRIMARY KEY, text VARCHAR(512) NOT NULL, satisfied_by_any
	BOOLEAN DEFAULT FALSE NOT NULL, alert_read BOOLEAN DEFAULT FALSE NOT NULL, date_to_expire DATETIME, creator INT NOT
	NULL, date_created DATETIME NOT NULL, changed_by INT, date_changed DATETIME, uuid CHAR(38) NOT NULL UNIQUE);
CREATE TABLE notification_alert_recipient (alert_id INT NOT NULL, user_id INT NOT NULL, alert_read BOOLEAN DEFAULT
	FALSE NOT NULL, date_changed TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL, uuid CHAR(38) NOT NULL, PRIMARY KEY
	(alert_id, user_id));
CREATE TABLE relationship (relationship_id INT AUTO_INCREMENT PRIMARY KEY, person_a INT NOT NULL, relationship INT
	DEFAULT 0 NOT NULL, person_b INT NOT NULL, start_date DATETIME, end_date DATETIME, creator INT DEFAULT 0 NOT NULL,
	date_created DATETIME NOT NULL, date_changed DATETIME, changed_by INT, voided BOOLEAN DEFAULT FALSE NOT NULL,
	voided_by INT, date_voided DATETIME, void_reason VARCHAR(255), uuid CHAR(38) NOT NULL UNIQUE);
CREATE TABLE relationship_type (relationship_type_id INT AUTO_INCREMENT PRIMARY KEY, a_is_to_b VARCHAR(50) NOT NULL,
	b_is_to_a VARCHAR(50) NOT NULL, preferred BOOLEAN DEFAULT FALSE NOT NULL, weight INT DEFAULT 0 NOT NULL, description
	VARCHAR(255), creator INT DEFAULT 0 NOT NULL, date_created DATETIME NOT NULL, retired BOOLEAN DEFAULT FALSE NOT NULL,
	retired_by INT, date_retired DATETIME, retire_reason VARCHAR(255), uuid CHAR(38) NOT NULL UNIQUE, date_changed
	DATETIME, changed_by INT);
CREATE TABLE cohort (cohort_id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(255) NOT NULL, description VARCHAR(1000),
	creator INT NOT NULL, date_created DATETIME NOT NULL, voided BOOLEAN DEFAULT FALSE NOT NULL, voided_by INT, date_voided
	DATETIME, void_reason VARCHAR(255), changed_by INT, date_changed DATETIME, uuid CHAR(38) NOT NULL UNIQUE);
CREATE TABLE cohort_member (cohort_id INT NOT NULL, patient_id INT NOT NULL, cohort_member_id INT AUTO_INCREMENT PRIMARY
	KEY, start_date DATETIME, end_date DATETIME, creator INT NOT NULL, date_created DATETIME NOT NULL, voided BOOLEAN
	DEFAULT FALSE NOT NULL, voided_by INT, date_voided DATETIME, void_reason VARCHAR(255), uuid CHAR(38) NOT NULL UNIQUE);
CREATE TABLE person_merge_log (person_merge_log_id INT AUTO_INCREMENT PRIMARY KEY, winner_person_id INT NOT NULL,
	loser_person_id INT NOT NULL, creator INT NOT NULL, date_created DATETIME NOT NULL, merged_data TEXT NOT NULL, uuid
	CHAR(38) NOT NULL UNIQUE, changed_by INT, date_changed DATETIME, voided BOOLEAN DEFAULT FALSE NOT NULL, voided_by
	INT, date_voided DATETIME, void_reason VARCHAR(255));
CREATE TABLE location_attribute (location_attribute_id INT AUTO_INCREMENT PRIMARY KEY, location_id INT NOT NULL,
	attribute_type_id INT NOT NULL, value_reference TEXT NOT NULL, uuid CHAR(38) NOT NULL UNIQUE, creator INT NOT NULL,
	date_created DATETIME NOT NULL, changed_by INT, date_changed DATETIME, voided BOOLEAN DEFAULT FALSE NOT NULL,
	voided_by INT, date_voided DATETIME, void_reason VARCHAR(255));
CREATE TABLE location_attribute_type (location_attribute_type_id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(255) NOT
	NULL UNIQUE, description VARCHAR(1024), datatype VARCHAR(255), datatype_config TEXT, preferred_handler VARCHAR(255),
	handler_config TEXT, min_occurs INT NOT NULL, max_occurs INT, creator INT NOT NULL, date_created DATETIME NOT NULL,
	changed_by INT, date_changed DATETIME, retired BOOLEAN DEFAULT FALSE NOT NULL, retired_by INT, date_retired DATETIME,
	retire_reason VARCHAR(255), uuid CHAR(38) NOT NULL UNIQUE);
CREATE TABLE concept_reference_source (concept_source_id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50) NOT NULL,
	description TEXT, hl7_code VARCHAR(50), creator INT NOT NULL, date_created DATETIME NOT NULL, retired BOOLEAN DEFAULT
	FALSE NOT NULL, retired_by INT, date_retired DATETIME, retire_reason VARCHAR(255), uuid CHAR(38) NOT NULL UNIQUE,
	unique_id VARCHAR(250), date_changed DATETIME, changed_by INT);
CREATE TABLE concept_reference_term (concept_reference_term_id INT AUTO_INCREMENT PRIMARY KEY, concept_source_id INT
	NOT NULL, name VARCHAR(255), code VARCHAR(255) NOT NULL, version VARCHAR(255), description VARCHAR(255), creator INT
	NOT NULL, date_created DATETIME NOT NULL, date_changed DATETIME, changed_by INT, retired BOOLEAN DEFAULT FALSE NOT
	NULL, retired_by INT, date_retired DATETIME, retire_reason VARCHAR(255), uuid CHAR(38) NOT NULL UNIQUE);
CREATE TABLE concept_map_type (concept_map_type_id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(255) NOT NULL,
	description VARCHAR(255), creator INT NOT NULL, date_created DATETIME NOT NULL, changed_by INT, date_changed
	DATETIME, is_hidden BOOLEAN DEFAULT FALSE NOT NULL, retired BOOLEAN DEFAULT FALSE NOT NULL, retired_by INT,
	date_retired DATETIME, retire_reason VARCHAR(255), uuid CHAR(38) NOT NULL UNIQUE);
CREATE TABLE concept_reference_map (concept_map_id INT AUTO_INCREMENT PRIMARY KEY, concept_reference_term_id INT NOT
	NULL, concept_map_type_id INT NOT NULL, creator INT NOT NULL, date_created DATETIME NOT NULL, concept_id INT NOT
	NULL, changed_by INT, date_changed DATETIME, uuid CHAR(38) NOT NULL UNIQUE);
CREATE TABLE concept_set (concept_set_id INT AUTO_INCREMENT PRIMARY KEY, concept_id INT NOT NULL, concept_set INT NOT
	NULL, sort_weight DOUBLE, creator INT NOT NULL, date_created DATETIME NOT NULL, uuid CHAR(38) NOT NULL UNIQUE);
CREATE TABLE concept_description (concept_description_id INT AUTO_INCREMENT PRIMARY KEY, concept_id INT NOT NULL,
	description TEXT NOT NULL, locale VARCHAR(50) NOT NULL, creator INT NOT NULL, date_created DATETIME NOT NULL,
	changed_by INT, date_changed DATETIME, uuid CHAR(38) NOT NULL UNIQUE);
CREATE TABLE concept_numeric (concept_id INT PRIMARY KEY, hi_absolute DOUBLE, hi_critical DOUBLE, hi_normal DOUBLE,
	low_absolute DOUBLE, low_critical DOUBLE, low_normal DOUBLE, units VARCHAR(50), allow_decimal BOOLEAN,
	display_precision INT);
CREATE TABLE provider_role (provider_role_id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(255) NOT NULL, description
	VARCHAR(1000), creator INT NOT NULL, date_created DATETIME NOT NULL, changed_by INT, date_changed DATETIME, retired
	BOOLEAN DEFAULT FALSE NOT NULL, retired_by INT, date_retired DATETIME, retire_reason VARCHAR(255), uuid CHAR(38) NOT
	NULL UNIQUE);
CREATE INDEX person_birthdate ON person (birthdate);
CREATE INDEX person_death_date ON person (death_date);
CREATE INDEX family_name2 ON person_name (family_name2);
CREATE INDEX first_name ON person_name (given_name);
CREATE INDEX last_name ON person_name (family_name);
CREATE INDEX middle_name ON person_name (middle_name);
CREATE INDEX attribute_is_searchable ON person_attribute_type (searchable);
CREATE INDEX name_of_attribute ON person_attribute_type (name);
CREATE INDEX person_attribute_type_retired_status ON person_attribute_type (retired);
CREATE INDEX identifier_name ON patient_identifier (identifier);
CREATE INDEX idx_patient_identifier_patient ON patient_identifier (patient_id);
CREATE INDEX patient_identifier_type_retired_status ON patient_identifier_type (retired);
CREATE INDEX encounter_datetime_idx ON encounter (encounter_datetime);
CREATE INDEX encounter_type_retired_status ON encounter_type (retired);
CREATE INDEX visit_patient_index ON visit (patient_id);
CREATE INDEX location_retired_status ON location (retired);
CREATE INDEX name_of_location ON location (name);
CREATE INDEX name_of_concept ON concept_name (name);
CREATE INDEX concept_class_name_index ON concept_class (name);
CREATE INDEX concept_class_retired_status ON concept_class (retired);
CREATE INDEX concept_datatype_name_index ON concept_datatype (name);
CREATE INDEX concept_datatype_retired_status ON concept_datatype (retired);
CREATE INDEX obs_datetime_idx ON obs (obs_datetime);
CREATE INDEX form_published_and_retired_index ON form (published, retired);
CREATE INDEX form_published_index ON form (published);
CREATE INDEX form_retired_index ON form (retired);
CREATE INDEX alert_date_to_expire_idx ON notification_alert (date_to_expire);
ALTER TABLE person ADD CONSTRAINT person_died_because FOREIGN KEY (cause_of_death) REFERENCES concept (concept_id);
ALTER TABLE person ADD CONSTRAINT user_who_changed_person FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE person ADD CONSTRAINT user_who_created_person FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE person ADD CONSTRAINT user_who_voided_person FOREIGN KEY (voided_by) REFERENCES users (user_id);
ALTER TABLE person_name ADD CONSTRAINT name_for_person FOREIGN KEY (person_id) REFERENCES person (person_id) ON UPDATE CASCADE;
ALTER TABLE person_name ADD CONSTRAINT user_who_made_name FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE person_name ADD CONSTRAINT user_who_voided_name FOREIGN KEY (voided_by) REFERENCES users (user_id);
ALTER TABLE person_address ADD CONSTRAINT address_for_person FOREIGN KEY (person_id) REFERENCES person (person_id) ON UPDATE CASCADE;
ALTER TABLE person_address ADD CONSTRAINT patient_address_creator FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE person_address ADD CONSTRAINT patient_address_void FOREIGN KEY (voided_by) REFERENCES users (user_id);
ALTER TABLE person_address ADD CONSTRAINT person_address_changed_by FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE person_attribute ADD CONSTRAINT attribute_changer FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE person_attribute ADD CONSTRAINT attribute_creator FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE person_attribute ADD CONSTRAINT attribute_voider FOREIGN KEY (voided_by) REFERENCES users (user_id);
ALTER TABLE person_attribute ADD CONSTRAINT defines_attribute_type FOREIGN KEY (person_attribute_type_id) REFERENCES person_attribute_type (person_attribute_type_id);
ALTER TABLE person_attribute ADD CONSTRAINT identifies_person FOREIGN KEY (person_id) REFERENCES person (person_id);
ALTER TABLE person_attribute_type ADD CONSTRAINT attribute_type_changer FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE person_attribute_type ADD CONSTRAINT attribute_type_creator FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE person_attribute_type ADD CONSTRAINT privilege_which_can_edit FOREIGN KEY (edit_privilege) REFERENCES privilege (privilege);
ALTER TABLE person_attribute_type ADD CONSTRAINT user_who_retired_person_attribute_type FOREIGN KEY (retired_by) REFERENCES users (user_id);
ALTER TABLE patient ADD CONSTRAINT person_id_for_patient FOREIGN KEY (patient_id) REFERENCES person (person_id) ON UPDATE CASCADE;
ALTER TABLE patient ADD CONSTRAINT user_who_changed_pat FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE patient ADD CONSTRAINT user_who_created_patient FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE patient ADD CONSTRAINT user_who_voided_patient FOREIGN KEY (voided_by) REFERENCES users (user_id);
ALTER TABLE patient_identifier ADD CONSTRAINT defines_identifier_type FOREIGN KEY (identifier_type) REFERENCES patient_identifier_type (patient_identifier_type_id);
ALTER TABLE patient_identifier ADD CONSTRAINT fk_patient_id_patient_identifier FOREIGN KEY (patient_id) REFERENCES patient (patient_id);
ALTER TABLE patient_identifier ADD CONSTRAINT identifier_creator FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE patient_identifier ADD CONSTRAINT identifier_voider FOREIGN KEY (voided_by) REFERENCES users (user_id);
ALTER TABLE patient_identifier ADD CONSTRAINT patient_identifier_changed_by FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE patient_identifier ADD CONSTRAINT patient_identifier_ibfk_2 FOREIGN KEY (location_id) REFERENCES location (location_id);
ALTER TABLE patient_identifier_type ADD CONSTRAINT patient_identifier_type_changed_by FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE patient_identifier_type ADD CONSTRAINT type_creator FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE patient_identifier_type ADD CONSTRAINT user_who_retired_patient_identifier_type FOREIGN KEY (retired_by) REFERENCES users (user_id);
ALTER TABLE users ADD CONSTRAINT person_id_for_user FOREIGN KEY (person_id) REFERENCES person (person_id);
ALTER TABLE users ADD CONSTRAINT user_creator FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE users ADD CONSTRAINT user_who_changed_user FOREIGN KEY (changed_by) REFERENCES users (user_id) ON DELETE CASCADE;
ALTER TABLE users ADD CONSTRAINT user_who_retired_this_user FOREIGN KEY (retired_by) REFERENCES users (user_id);
ALTER TABLE user_property ADD CONSTRAINT user_property_to_users FOREIGN KEY (user_id) REFERENCES users (user_id);
ALTER TABLE user_role ADD CONSTRAINT role_definitions FOREIGN KEY (role) REFERENCES role (role);
ALTER TABLE user_role ADD CONSTRAINT user_role_to_users FOREIGN KEY (user_id) REFERENCES users (user_id);
ALTER TABLE role_role ADD CONSTRAINT inherited_role FOREIGN KEY (child_role) REFERENCES role (role);
ALTER TABLE role_role ADD CONSTRAINT parent_role FOREIGN KEY (parent_role) REFERENCES role (role);
ALTER TABLE role_privilege ADD CONSTRAINT privilege_definitions FOREIGN KEY (privilege) REFERENCES privilege (privilege);
ALTER TABLE role_privilege ADD CONSTRAINT role_privilege_to_role FOREIGN KEY (role) REFERENCES role (role);
ALTER TABLE provider ADD CONSTRAINT fk_provider_provider_role_id FOREIGN KEY (provider_role_id) REFERENCES provider_role (provider_role_id);
ALTER TABLE provider ADD CONSTRAINT provider_changed_by_fk FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE provider ADD CONSTRAINT provider_creator_fk FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE provider ADD CONSTRAINT provider_person_id_fk FOREIGN KEY (person_id) REFERENCES person (person_id);
ALTER TABLE provider ADD CONSTRAINT provider_retired_by_fk FOREIGN KEY (retired_by) REFERENCES users (user_id);
ALTER TABLE provider ADD CONSTRAINT provider_role_id_fk FOREIGN KEY (role_id) REFERENCES concept (concept_id);
ALTER TABLE provider ADD CONSTRAINT provider_speciality_id_fk FOREIGN KEY (speciality_id) REFERENCES concept (concept_id);
ALTER TABLE encounter ADD CONSTRAINT encounter_changed_by FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE encounter ADD CONSTRAINT encounter_form FOREIGN KEY (form_id) REFERENCES form (form_id);
ALTER TABLE encounter ADD CONSTRAINT encounter_ibfk_1 FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE encounter ADD CONSTRAINT encounter_location FOREIGN KEY (location_id) REFERENCES location (location_id);
ALTER TABLE encounter ADD CONSTRAINT encounter_patient FOREIGN KEY (patient_id) REFERENCES patient (patient_id) ON UPDATE CASCADE;
ALTER TABLE encounter ADD CONSTRAINT encounter_type_id FOREIGN KEY (encounter_type) REFERENCES encounter_type (encounter_type_id);
ALTER TABLE encounter ADD CONSTRAINT encounter_visit_id_fk FOREIGN KEY (visit_id) REFERENCES visit (visit_id);
ALTER TABLE encounter ADD CONSTRAINT user_who_voided_encounter FOREIGN KEY (voided_by) REFERENCES users (user_id);
ALTER TABLE encounter_type ADD CONSTRAINT encounter_type_changed_by FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE encounter_type ADD CONSTRAINT privilege_which_can_edit_encounter_type FOREIGN KEY (edit_privilege) REFERENCES privilege (privilege);
ALTER TABLE encounter_type ADD CONSTRAINT privilege_which_can_view_encounter_type FOREIGN KEY (view_privilege) REFERENCES privilege (privilege);
ALTER TABLE encounter_type ADD CONSTRAINT user_who_created_type FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE encounter_type ADD CONSTRAINT user_who_retired_encounter_type FOREIGN KEY (retired_by) REFERENCES users (user_id);
ALTER TABLE encounter_role ADD CONSTRAINT encounter_role_changed_by_fk FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE encounter_role ADD CONSTRAINT encounter_role_creator_fk FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE encounter_role ADD CONSTRAINT encounter_role_retired_by_fk FOREIGN KEY (retired_by) REFERENCES users (user_id);
ALTER TABLE encounter_provider ADD CONSTRAINT encounter_id_fk FOREIGN KEY (encounter_id) REFERENCES encounter (encounter_id);
ALTER TABLE encounter_provider ADD CONSTRAINT encounter_provider_changed_by FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE encounter_provider ADD CONSTRAINT encounter_provider_creator FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE encounter_provider ADD CONSTRAINT encounter_provider_voided_by FOREIGN KEY (voided_by) REFERENCES users (user_id);
ALTER TABLE encounter_provider ADD CONSTRAINT encounter_role_id_fk FOREIGN KEY (encounter_role_id) REFERENCES encounter_role (encounter_role_id);
ALTER TABLE encounter_provider ADD CONSTRAINT provider_id_fk FOREIGN KEY (provider_id) REFERENCES provider (provider_id);
ALTER TABLE visit ADD CONSTRAINT visit_changed_by_fk FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE visit ADD CONSTRAINT visit_creator_fk FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE visit ADD CONSTRAINT visit_indication_concept_fk FOREIGN KEY (indication_concept_id) REFERENCES concept (concept_id);
ALTER TABLE visit ADD CONSTRAINT visit_location_fk FOREIGN KEY (location_id) REFERENCES location (location_id);
ALTER TABLE visit ADD CONSTRAINT visit_patient_fk FOREIGN KEY (patient_id) REFERENCES patient (patient_id);
ALTER TABLE visit ADD CONSTRAINT visit_type_fk FOREIGN KEY (visit_type_id) REFERENCES visit_type (visit_type_id);
ALTER TABLE visit ADD CONSTRAINT visit_voided_by_fk FOREIGN KEY (voided_by) REFERENCES users (user_id);
ALTER TABLE visit_type ADD CONSTRAINT visit_type_changed_by FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE visit_type ADD CONSTRAINT visit_type_creator FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE visit_type ADD CONSTRAINT visit_type_retired_by FOREIGN KEY (retired_by) REFERENCES users (user_id);
ALTER TABLE location ADD CONSTRAINT location_changed_by FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE location ADD CONSTRAINT location_type_fk FOREIGN KEY (location_type_concept_id) REFERENCES concept (concept_id);
ALTER TABLE location ADD CONSTRAINT parent_location FOREIGN KEY (parent_location) REFERENCES location (location_id);
ALTER TABLE location ADD CONSTRAINT user_who_created_location FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE location ADD CONSTRAINT user_who_retired_location FOREIGN KEY (retired_by) REFERENCES users (user_id);
ALTER TABLE location_tag ADD CONSTRAINT location_tag_changed_by FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE location_tag ADD CONSTRAINT location_tag_creator FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE location_tag ADD CONSTRAINT location_tag_retired_by FOREIGN KEY (retired_by) REFERENCES users (user_id);
ALTER TABLE location_tag_map ADD CONSTRAINT location_tag_map_location FOREIGN KEY (location_id) REFERENCES location (location_id);
ALTER TABLE location_tag_map ADD CONSTRAINT location_tag_map_tag FOREIGN KEY (location_tag_id) REFERENCES location_tag (location_tag_id);
ALTER TABLE concept ADD CONSTRAINT concept_classes FOREIGN KEY (class_id) REFERENCES concept_class (concept_class_id);
ALTER TABLE concept ADD CONSTRAINT concept_creator FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE concept ADD CONSTRAINT concept_datatypes FOREIGN KEY (datatype_id) REFERENCES concept_datatype (concept_datatype_id);
ALTER TABLE concept ADD CONSTRAINT user_who_changed_concept FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE concept ADD CONSTRAINT user_who_retired_concept FOREIGN KEY (retired_by) REFERENCES users (user_id);
ALTER TABLE concept_name ADD CONSTRAINT concept_name_changed_by FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE concept_name ADD CONSTRAINT name_for_concept FOREIGN KEY (concept_id) REFERENCES concept (concept_id);
ALTER TABLE concept_name ADD CONSTRAINT user_who_created_name FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE concept_name ADD CONSTRAINT user_who_voided_this_name FOREIGN KEY (voided_by) REFERENCES users (user_id);
ALTER TABLE concept_class ADD CONSTRAINT concept_class_changed_by FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE concept_class ADD CONSTRAINT concept_class_creator FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE concept_class ADD CONSTRAINT user_who_retired_concept_class FOREIGN KEY (retired_by) REFERENCES users (user_id);
ALTER TABLE concept_datatype ADD CONSTRAINT concept_datatype_creator FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE concept_datatype ADD CONSTRAINT user_who_retired_concept_datatype FOREIGN KEY (retired_by) REFERENCES users (user_id);
ALTER TABLE concept_answer ADD CONSTRAINT answer FOREIGN KEY (answer_concept) REFERENCES concept (concept_id);
ALTER TABLE concept_answer ADD CONSTRAINT answer_creator FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE concept_answer ADD CONSTRAINT answers_for_concept FOREIGN KEY (concept_id) REFERENCES concept (concept_id);
ALTER TABLE obs ADD CONSTRAINT answer_concept FOREIGN KEY (value_coded) REFERENCES concept (concept_id);
ALTER TABLE obs ADD CONSTRAINT encounter_observations FOREIGN KEY (encounter_id) REFERENCES encounter (encounter_id);
ALTER TABLE obs ADD CONSTRAINT obs_concept FOREIGN KEY (concept_id) REFERENCES concept (concept_id);
ALTER TABLE obs ADD CONSTRAINT obs_enterer FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE obs ADD CONSTRAINT obs_grouping_id FOREIGN KEY (obs_group_id) REFERENCES obs (obs_id);
ALTER TABLE obs ADD CONSTRAINT obs_location FOREIGN KEY (location_id) REFERENCES location (location_id);
ALTER TABLE obs ADD CONSTRAINT obs_name_of_coded_value FOREIGN KEY (value_coded_name_id) REFERENCES concept_name (concept_name_id);
ALTER TABLE obs ADD CONSTRAINT person_obs FOREIGN KEY (person_id) REFERENCES person (person_id) ON UPDATE CASCADE;
ALTER TABLE obs ADD CONSTRAINT previous_version FOREIGN KEY (previous_version) REFERENCES obs (obs_id);
ALTER TABLE obs ADD CONSTRAINT user_who_voided_obs FOREIGN KEY (voided_by) REFERENCES users (user_id);
ALTER TABLE form ADD CONSTRAINT form_encounter_type FOREIGN KEY (encounter_type) REFERENCES encounter_type (encounter_type_id);
ALTER TABLE form ADD CONSTRAINT user_who_created_form FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE form ADD CONSTRAINT user_who_last_changed_form FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE form ADD CONSTRAINT user_who_retired_form FOREIGN KEY (retired_by) REFERENCES users (user_id);
ALTER TABLE global_property ADD CONSTRAINT global_property_changed_by FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE global_property ADD CONSTRAINT global_property_delete_privilege_fk FOREIGN KEY (delete_privilege) REFERENCES privilege (privilege);
ALTER TABLE global_property ADD CONSTRAINT global_property_edit_privilege_fk FOREIGN KEY (edit_privilege) REFERENCES privilege (privilege);
ALTER TABLE global_property ADD CONSTRAINT global_property_view_privilege_fk FOREIGN KEY (view_privilege) REFERENCES privilege (privilege);
ALTER TABLE scheduler_task_config ADD CONSTRAINT scheduler_changer FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE scheduler_task_config ADD CONSTRAINT scheduler_creator FOREIGN KEY (created_by) REFERENCES users (user_id);
ALTER TABLE scheduler_task_config_property ADD CONSTRAINT task_config_for_property FOREIGN KEY (task_config_id) REFERENCES scheduler_task_config (task_config_id);
ALTER TABLE notification_alert ADD CONSTRAINT alert_creator FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE notification_alert ADD CONSTRAINT user_who_changed_alert FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE notification_alert_recipient ADD CONSTRAINT alert_read_by_user FOREIGN KEY (user_id) REFERENCES users (user_id);
ALTER TABLE notification_alert_recipient ADD CONSTRAINT id_of_alert FOREIGN KEY (alert_id) REFERENCES notification_alert (alert_id);
ALTER TABLE relationship ADD CONSTRAINT person_a_is_person FOREIGN KEY (person_a) REFERENCES person (person_id);
ALTER TABLE relationship ADD CONSTRAINT person_b_is_person FOREIGN KEY (person_b) REFERENCES person (person_id);
ALTER TABLE relationship ADD CONSTRAINT relation_creator FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE relationship ADD CONSTRAINT relation_voider FOREIGN KEY (voided_by) REFERENCES users (user_id);
ALTER TABLE relationship ADD CONSTRAINT relationship_changed_by FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE relationship ADD CONSTRAINT relationship_type_id FOREIGN KEY (relationship) REFERENCES relationship_type (relationship_type_id);
ALTER TABLE relationship_type ADD CONSTRAINT relationship_type_changed_by FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE relationship_type ADD CONSTRAINT user_who_created_rel FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE relationship_type ADD CONSTRAINT user_who_retired_relationship_type FOREIGN KEY (retired_by) REFERENCES users (user_id);
ALTER TABLE cohort ADD CONSTRAINT cohort_creator FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE cohort ADD CONSTRAINT user_who_changed_cohort FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE cohort ADD CONSTRAINT user_who_voided_cohort FOREIGN KEY (voided_by) REFERENCES users (user_id);
ALTER TABLE cohort_member ADD CONSTRAINT cohort_member_creator FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE cohort_member ADD CONSTRAINT member_patient FOREIGN KEY (patient_id) REFERENCES patient (patient_id);
ALTER TABLE cohort_member ADD CONSTRAINT parent_cohort FOREIGN KEY (cohort_id) REFERENCES cohort (cohort_id);
ALTER TABLE person_merge_log ADD CONSTRAINT person_merge_log_changed_by_fk FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE person_merge_log ADD CONSTRAINT person_merge_log_creator FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE person_merge_log ADD CONSTRAINT person_merge_log_loser FOREIGN KEY (loser_person_id) REFERENCES person (person_id);
ALTER TABLE person_merge_log ADD CONSTRAINT person_merge_log_voided_by_fk FOREIGN KEY (voided_by) REFERENCES users (user_id);
ALTER TABLE person_merge_log ADD CONSTRAINT person_merge_log_winner FOREIGN KEY (winner_person_id) REFERENCES person (person_id);
ALTER TABLE location_attribute ADD CONSTRAINT location_attribute_attribute_type_id_fk FOREIGN KEY (attribute_type_id) REFERENCES location_attribute_type (location_attribute_type_id);
ALTER TABLE location_attribute ADD CONSTRAINT location_attribute_changed_by_fk FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE location_attribute ADD CONSTRAINT location_attribute_creator_fk FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE location_attribute ADD CONSTRAINT location_attribute_location_fk FOREIGN KEY (location_id) REFERENCES location (location_id);
ALTER TABLE location_attribute ADD CONSTRAINT location_attribute_voided_by_fk FOREIGN KEY (voided_by) REFERENCES users (user_id);
ALTER TABLE location_attribute_type ADD CONSTRAINT location_attribute_type_changed_by_fk FOREIGN KEY (changed_by) REFERENCES users (user_id);
ALTER TABLE location_attribute_type ADD CONSTRAINT location_attribute_type_creator_fk FOREIGN KEY (creator) REFERENCES users (user_id);
ALTER TABLE location_attribute_type ADD CONSTRAINT location_attribute_type_retired_by_fk FOREIGN KEY (retired_by) REFERENCES users (user_id);
ALTER TABLE concept_reference_term ADD CONSTRAINT mapped_concept_source FOREIGN KEY (concept_source_id) REFERENCES concept_reference_source (concept_source_id);
ALTER TABLE concept_reference_map ADD CONSTRAINT mapped_concept_ref_term FOREIGN KEY (concept_reference_term_id) REFERENCES concept_reference_term (concept_reference_term_id);
ALTER TABLE concept_reference_map ADD CONSTRAINT mapped_concept_map_type FOREIGN KEY (concept_map_type_id) REFERENCES concept_map_type (concept_map_type_id);
ALTER TABLE concept_reference_map ADD CONSTRAINT map_for_concept FOREIGN KEY (concept_id) REFERENCES concept (concept_id);
ALTER TABLE concept_set ADD CONSTRAINT has_a FOREIGN KEY (concept_set) REFERENCES concept (concept_id);
ALTER TABLE concept_description ADD CONSTRAINT description_for_concept FOREIGN KEY (concept_id) REFERENCES concept (concept_id);
ALTER TABLE concept_numeric ADD CONSTRAINT numeric_attributes FOREIGN KEY (concept_id) REFERENCES concept (concept_id);
ALTER TABLE provider ADD CONSTRAINT provider_fk_provider_provider_role_id FOREIGN KEY (provider_role_id) REFERENCES provider_role (provider_role_id);
