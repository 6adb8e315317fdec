/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.openmrs.Person;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.retention.calendar.Sites;
import org.openmrs.module.retention.calendar.SitesOfRun;
import org.openmrs.module.retention.contact.ChartNumbers;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.springframework.transaction.annotation.Transactional;

/** See {@link WorklistService}. Reading brings contact points in step with the chart, so nothing here is read-only. */
@Transactional
public class WorklistServiceImpl extends BaseOpenmrsService implements WorklistService {

	private final WorklistDao dao;

	private final WorklistFilters filters;

	private final WorklistRows rows;

	private final CallScripts scripts;

	private final Sites sites;

	private final Lease lease;

	private final ChartNumbers numbers;

	WorklistServiceImpl(WorklistDao dao, WorklistFilters filters, WorklistRows rows, CallScripts scripts, Sites sites,
		Lease lease, ChartNumbers numbers) {
		this.dao = dao;
		this.filters = filters;
		this.rows = rows;
		this.scripts = scripts;
		this.sites = sites;
		this.lease = lease;
		this.numbers = numbers;
	}

	@Override
	public Worklist getWorklist(WorklistSearch search, Page page) {
		numbers.readNewest(caller().getUserId());
		return dao.reading(() -> read(search, page));
	}

	private Worklist read(WorklistSearch search, Page page) {
		SitesOfRun run = sites.forRun();
		WorklistFilter filter = filters.of(search, caller(), lease.now(), run);
		WorklistPredicate predicate = new WorklistPredicate(filter);
		long[] callable = dao.callableTotals(predicate);
		List<Integer> read = persons(predicate, filter, page.getStart(), page.getSize() + 1, (int) callable[0]);
		boolean more = read.size() > page.getSize();
		List<Integer> persons = more ? read.subList(0, page.getSize()) : read;
		List<WorklistRow> made = rows.of(persons, moment(filter, run).askedFor(dao.askedFor(predicate, persons)).build());
		List<WorklistRow> ranked = new ArrayList<>();
		for (WorklistRow row : made) {
			ranked.add(row.toBuilder().rank(page.getStart() + ranked.size() + 1).build());
		}
		return Worklist.builder().at(filter.getNow()).rows(ranked).more(more).callableRows(callable[0])
			.expectedSeconds(callable[1] - tooLong(predicate, filter, run))
			.capacitySeconds(filter.getCapacitySeconds()).build();
	}

	/** Seconds that are counted but not worked today: of calls that would not end before the quiet hours. */
	private long tooLong(WorklistPredicate predicate, WorklistFilter filter, SitesOfRun run) {
		Long left = filter.secondsLeft();
		if (left == null) {
			return 0;
		}
		Map<Integer, Long> counted = dao.longCalls(predicate, left);
		List<Integer> persons = new ArrayList<>(counted.keySet());
		long seconds = counted.values().stream().mapToLong(Long::longValue).sum();
		for (WorklistRow row : rows.of(persons, moment(filter, run).askedFor(dao.askedFor(predicate, persons)).build())) {
			seconds -= row.getExpectedSeconds();
		}
		return seconds;
	}

	/** First those who may be called, then the others. */
	private List<Integer> persons(WorklistPredicate predicate, WorklistFilter filter, int start, int size, int callable) {
		List<Integer> persons = new ArrayList<>();
		if (start < callable) {
			persons.addAll(dao.callable(predicate, start, Math.min(size, callable - start)));
		}
		if (!filter.isCallableOnly() && persons.size() < size) {
			persons.addAll(dao.waiting(predicate, Math.max(0, start - callable), size - persons.size()));
		}
		return persons;
	}

	@Override
	public long countRows(WorklistSearch search) {
		numbers.readNewest(caller().getUserId());
		return dao.reading(() -> {
			WorklistFilter filter = filters.of(search, caller(), lease.now(), sites.forRun());
			WorklistPredicate predicate = new WorklistPredicate(filter);
			return filter.isCallableOnly() ? dao.callableTotals(predicate)[0] : dao.listedPersons(predicate);
		});
	}

	@Override
	public WorklistRow openRow(String personUuid) {
		WorklistRow row = row(personUuid);
		List<Integer> tasks = row.getTasks().stream().map(FollowUpTask::getId).collect(Collectors.toList());
		Instant now = lease.now();
		if (!dao.claimAll(tasks, caller(), now, lease.until(now))) {
			throw RetentionException.conflict("retention.followup.error.claimed-by-another", "claim");
		}
		dao.refresh(row.getTasks());
		return row(personUuid);
	}

	@Override
	public CallScript getScript(String personUuid) {
		Person person = person(personUuid);
		WorklistRow row = rungAbout(Collections.singletonList(person.getPersonId())).get(person.getPersonId());
		return row == null ? scripts.withoutTasks(person, caller(), Context.getLocale(), lease.now())
			: scripts.of(row, caller(), Context.getLocale(), lease.now(), Context::hasPrivilege);
	}

	@Override
	public List<CallScript> getScriptsOf(List<Person> people) {
		if (people.isEmpty()) {
			return Collections.emptyList();
		}
		Map<Integer, WorklistRow> found = rungAbout(people.stream().map(Person::getPersonId).collect(Collectors.toList()));
		return scripts.ofRinging(people, found, caller(), Context.getLocale(), lease.now());
	}

	/** By person id: what is due until the day's end, else what was promised for later; those with neither are left out. */
	private Map<Integer, WorklistRow> rungAbout(List<Integer> persons) {
		WorklistRows.Moment moment = moment();
		Map<Integer, WorklistRow> found = new HashMap<>();
		rows.of(persons, moment).forEach(row -> found.put(row.getPerson().getPersonId(), row));
		// what is done in person is not what they ring about
		List<Integer> others = persons.stream().filter(person -> !found.containsKey(person)
			|| StringUtils.endsWith(found.get(person).getNotCallableReason(), WorklistRows.NOT_HERE))
			.collect(Collectors.toList());
		if (!others.isEmpty()) {
			rows.promisedTo(others, moment).forEach(row -> found.put(row.getPerson().getPersonId(), row));
		}
		return found;
	}

	@Override
	public List<CallScript> getScripts(List<WorklistRow> read) {
		return scripts.of(read, Context.getLocale(), lease.now());
	}

	private WorklistRow row(String personUuid) {
		List<WorklistRow> found = rowsOf(person(personUuid));
		if (found.isEmpty()) {
			throw RetentionException.notFound("retention.followup.error.nothing-to-do", "person", personUuid);
		}
		return found.get(0);
	}

	private Person person(String personUuid) {
		Person person = personUuid == null ? null : dao.person(personUuid);
		if (person == null) {
			throw RetentionException.notFound("retention.followup.error.person-not-found", "person", personUuid);
		}
		return person;
	}

	/** One, or none when there is nothing to do with the person. */
	private List<WorklistRow> rowsOf(Person person) {
		return rows.of(Collections.singletonList(person.getPersonId()), moment());
	}

	/** Now, with nothing asked for. */
	private WorklistRows.Moment moment() {
		SitesOfRun run = sites.forRun();
		return moment(filters.of(WorklistSearch.builder().build(), caller(), lease.now(), run), run).build();
	}

	private static WorklistRows.Moment.MomentBuilder moment(WorklistFilter filter, SitesOfRun run) {
		return WorklistRows.Moment.builder().now(filter.getNow()).days(filter.getDays())
			.treatedSince(filter.getTreatedSince())
			.conversations(filter.getConversations()).caller(filter.getCaller())
			.recent(filter.getRecent())
			.locale(Context.getLocale()).sites(run);
	}

	private static User caller() {
		return Context.getAuthenticatedUser();
	}
}
