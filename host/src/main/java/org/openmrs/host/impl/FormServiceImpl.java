/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.host.impl;

import java.util.List;

import org.openmrs.Form;
import org.openmrs.api.FormService;
import org.springframework.transaction.annotation.Transactional;

@Transactional
public class FormServiceImpl extends HostService implements FormService {

	@Override
	public Form saveForm(Form form) {
		return dao.save(form);
	}

	@Override
	@Transactional(readOnly = true)
	public Form getForm(Integer id) {
		return dao.get(Form.class, id);
	}

	@Override
	@Transactional(readOnly = true)
	public Form getForm(String name) {
		return dao.first(Form.class, "e.name = ?1 order by e.version desc", name);
	}

	@Override
	@Transactional(readOnly = true)
	public Form getFormByUuid(String uuid) {
		return dao.byUuid(Form.class, uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Form> getAllForms() {
		return getAllForms(true);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Form> getAllForms(boolean includeRetired) {
		return dao.list(Form.class, "?1 = true or e.retired = false order by e.name, e.formId", includeRetired);
	}
}
