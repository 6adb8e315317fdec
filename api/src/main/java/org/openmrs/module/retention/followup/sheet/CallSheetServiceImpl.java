/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.sheet;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.followup.attempt.AttemptRequest;
import org.openmrs.module.retention.followup.attempt.ContactAttempt;
import org.openmrs.module.retention.followup.attempt.ContactAttemptService;
import org.openmrs.module.retention.followup.task.FollowUpTask;
import org.openmrs.module.retention.followup.task.Worklist;
import org.openmrs.module.retention.followup.task.WorklistSearch;
import org.openmrs.module.retention.followup.task.WorklistService;
import org.openmrs.module.retention.shared.DefinitionJson;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.shared.RetentionSettings;
import org.springframework.transaction.annotation.Transactional;

/** See {@link CallSheetService}. */
@Transactional
@RequiredArgsConstructor
public class CallSheetServiceImpl extends BaseOpenmrsService implements CallSheetService {

	private static final int MOST_ROWS = 200;

	private static final int MOST_TRIES = 9;

	private static final int DAYS = 30;

	private static final int BATCH = 50;

	private final CallSheetDao dao;

	private final SheetPrinting printing;

	private final SheetReading reading;

	private final WorklistService worklist;

	private final ContactAttemptService attempts;

	private final Sites sites;

	private final RetentionSettings settings;

	private final Clock clock;

	@Override
	public PrintedSheet printSheet(WorklistSearch search, int most) {
		if (most < 1 || most > MOST_ROWS) {
			throw RetentionException.invalid("retention.followup.error.out-of-range", "rows", 1, MOST_ROWS);
		}
		Worklist list = worklist.getWorklist(search, new Page(0, most));
		return printing.of(list, worklist.countRows(search), worklist.getScripts(list.getRows()), search,
			sites.siteOf(null).dayOf(list.getAt()), caller());
	}

	@Override
	@Transactional(readOnly = true)
	public CallSheet getSheetByUuid(String uuid) {
		return dao.byUuid(uuid);
	}

	@Override
	@Transactional(readOnly = true)
	public List<CallSheet> findSheets(CallSheetSearch search, Page page) {
		return dao.find(search, page);
	}

	@Override
	@Transactional(readOnly = true)
	public long countSheets(CallSheetSearch search) {
		return dao.count(search);
	}

	@Override
	public SheetOutcome enterRow(SheetEntry entry) {
		if (entry.getTryNumber() < 1 || entry.getTryNumber() > MOST_TRIES) {
			throw RetentionException.invalid("retention.followup.error.out-of-range", "try", 1, MOST_TRIES);
		}
		CallSheetRow row = dao.lockedRow(RowCode.read(entry.getRow()));
		if (row == null) {
			throw RetentionException.invalid("retention.followup.error.sheet-row-unknown", "row");
		}
		AttemptRequest request = reading.of(row, entry);
		String content = DefinitionJson.checksum(request.toString());
		CallSheetEntry before = row.entry(entry.getTryNumber());
		if (before != null && before.getContent().equals(content)) {
			return outcome(row, before.getAttempt(), true);
		}
		if (before != null && !before.getAttempt().getVoided()) {
			throw RetentionException.conflict("retention.followup.error.sheet-entered-otherwise", "row", row.getCode());
		}
		ContactAttempt attempt = attempts.recordAttempt(request);
		CallSheetEntry written = before == null ? new CallSheetEntry(row, entry.getTryNumber()) : before;
		written.record(content, attempt, caller(), clock.instant());
		if (before == null) {
			row.add(written);
		}
		dao.save(written);
		return outcome(row, attempt, false);
	}

	private static SheetOutcome outcome(CallSheetRow row, ContactAttempt attempt, boolean repeated) {
		List<FollowUpTask> about = attempt.getTasks();
		return new SheetOutcome(attempt, repeated,
			row.getTasks().stream().filter(task -> !about.contains(task)).collect(Collectors.toList()));
	}

	@Override
	public int forgetOldSheets() {
		int days = settings.number(RetentionSettings.SHEET_DAYS, 1, DAYS);
		return dao.deletePrintedBefore(clock.instant().minus(Duration.ofDays(days)), BATCH);
	}

	private static User caller() {
		return Context.getAuthenticatedUser();
	}
}
