/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.openmrs.User;
import org.openmrs.module.retention.contact.ContactDetail;
import org.openmrs.module.retention.contact.ContactPoint;
import org.openmrs.module.retention.followup.task.CallScript;
import org.openmrs.module.retention.followup.task.Worklist;
import org.openmrs.module.retention.followup.task.WorklistRow;
import org.openmrs.module.retention.followup.task.WorklistSearch;
import org.openmrs.module.retention.shared.DefinitionJson;

/** Makes a sheet of the day's list: a code for each row, and what is kept of it. */
class SheetPrinting {

	private final CallSheetDao dao;

	SheetPrinting(CallSheetDao dao) {
		this.dao = dao;
	}

	PrintedSheet of(Worklist list, long rowsOnList, List<CallScript> scripts, WorklistSearch search, LocalDate day,
		User printer) {
		CallSheet sheet = new CallSheet(millis(list.getAt()), printer, day, filters(search));
		Iterator<String> codes = codes(list.getRows().size(), ThreadLocalRandom.current()).iterator();
		List<PrintedSheet.Row> rows = new ArrayList<>();
		for (int i = 0; i < list.getRows().size(); i++) {
			WorklistRow listed = list.getRows().get(i);
			List<ContactDetail> numbers = listed.getContactDetails().stream()
				.filter(detail -> detail.getKind() == ContactPoint.Kind.PHONE && detail.isUsable())
				.limit(CallSheetRow.MOST_NUMBERS).collect(Collectors.toList());
			CallSheetRow row = new CallSheetRow(sheet, codes.next(), listed.getTasks().get(0).getZone(),
				numbers.stream().map(ContactDetail::getKey).collect(Collectors.toList()));
			listed.getTasks().forEach(row::add);
			sheet.add(row);
			rows.add(PrintedSheet.Row.builder().row(row).listed(listed).script(scripts.get(i)).numbers(numbers)
				.questions(questions(scripts.get(i))).build());
		}
		dao.save(sheet);
		return new PrintedSheet(sheet, list, rowsOnList, rows);
	}

	private static Instant millis(Instant at) {
		return Instant.ofEpochMilli(at.toEpochMilli());
	}

	private static List<SheetQuestion> questions(CallScript script) {
		List<SheetQuestion> questions = new ArrayList<>();
		script.getParts().forEach(part -> questions
			.addAll(SheetQuestion.of(part.getTask().getUuid(), part.getScript(), questions.size())));
		return questions;
	}

	private static String filters(WorklistSearch search) {
		Map<String, String> filters = new TreeMap<>();
		put(filters, "assignee", search.getAssignee());
		put(filters, "role", search.getRole());
		put(filters, "location", search.getLocation());
		put(filters, "purpose", search.getPurpose());
		put(filters, "callable", search.getCallable());
		put(filters, "language", search.getLanguage());
		return DefinitionJson.write(filters);
	}

	private static void put(Map<String, String> filters, String name, String value) {
		if (value != null) {
			filters.put(name, value);
		}
	}

	/** Drawn by lot, none of which stands on another sheet that is kept. */
	private Set<String> codes(int number, Random lot) {
		Set<String> codes = new LinkedHashSet<>();
		while (codes.size() < number) {
			Set<String> drawn = new HashSet<>();
			while (codes.size() + drawn.size() < number) {
				String code = RowCode.draw(lot);
				if (!codes.contains(code)) {
					drawn.add(code);
				}
			}
			drawn.removeAll(dao.taken(drawn));
			codes.addAll(drawn);
		}
		return codes;
	}
}
