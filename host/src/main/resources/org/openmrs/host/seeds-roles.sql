INSERT INTO role_privilege (role, privilege) VALUES
	('Authenticated', 'Get Concept Classes'),
	('Authenticated', 'Get Concept Datatypes'),
	('Authenticated', 'Get Encounter Types'),
	('Authenticated', 'Get Global Properties'),
	('Authenticated', 'Get Identifier Types'),
	('Authenticated', 'Get Locations'),
	('Authenticated', 'Get Person Attribute Types'),
	('Authenticated', 'Get Privileges'),
	('Authenticated', 'Get Relationship Types'),
	('Authenticated', 'Get Relationships'),
	('Authenticated', 'Get Roles');
