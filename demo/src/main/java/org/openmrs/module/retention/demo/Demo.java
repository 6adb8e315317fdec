/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.LogManager;
import java.util.stream.Collectors;

/** The README's first command: a clinic to look at, with its follow-up planned. */
public final class Demo {

	private static final int WEEKS_AT_WORK = 3;

	private static final int SHOWN_ROWS = 10;

	private static final String CALLER = "nurse1";

	private final DemoOptions options;

	private final PrintStream out;

	private Instant phase;

	Demo(DemoOptions options, PrintStream out) {
		this.options = options;
		this.out = out;
	}

	public static void main(String[] arguments) {
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		quieten();
		DemoOptions options;
		try {
			options = DemoOptions.parse(arguments);
		}
		catch (IllegalArgumentException e) {
			out.println(e.getMessage());
			out.println("--help lists the options.");
			System.exit(2);
			return;
		}
		if (options.help) {
			out.println(DemoOptions.HELP);
			return;
		}
		try (DemoServer server = new Demo(options, out).show()) {
			if (!options.once) {
				out.println("Ctrl-C ends it.");
				untilEnded(server);
			}
		}
		catch (Exception e) {
			out.println("The demo ended: " + e);
			e.printStackTrace(out);
			System.exit(1);
		}
		System.exit(0);
	}

	/** Libraries that write to standard output or to the JDK's log would drown the progress; warnings go to standard error. */
	static void quieten() {
		System.setOut(new PrintStream(OutputStream.nullOutputStream()));
		LogManager.getLogManager().reset();
	}

	private static void untilEnded(DemoServer server) throws InterruptedException {
		Runtime.getRuntime().addShutdownHook(new Thread(server::close));
		new CountDownLatch(1).await();
	}

	/** Starts it, fills it and tells of it. */
	DemoServer show() throws Exception {
		begin("Starting the host on " + options.database + " with the module");
		DemoServer server = DemoServer.start(options, LocalDate.now().minusWeeks(WEEKS_AT_WORK));
		end("host start");
		try (Connection connection = server.database().connect()) {
			boolean fresh = new Sql(connection)
				.number("SELECT location_id FROM location WHERE name = 'North Clinic'") == null;
			if (fresh) {
				hire(server);
			} else {
				out.println("The clinic of an earlier run is there.");
			}
			begin("Loading the packages, which began with the module");
			server.awaitPackages();
			end("packages");
			ModuleJobs.Sweep sweep = ModuleJobs.Sweep.NOTHING;
			if (fresh) {
				sweep = fill(connection);
				ask(server, connection);
			}
			begin("Telling patients what was done about what they have said");
			int told = new DemoMeasures(server).take();
			end(told + " patients are to be told");
			begin("Planning what is left");
			sweep = sweep.plus(ModuleJobs.sweep());
			ModuleJobs.resolveAssignees();
			ModuleJobs.inviteToSurveys();
			end("planning");
			out.printf("Ready after %.1f s.%n", ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
			tell(server, sweep, new Sql(connection));
			if (options.rehearse > 0) {
				begin("Rehearsing every protocol over " + options.rehearse + " days");
				new RehearsalTable(server.admin(), out).print(options.rehearse);
				end("rehearsal");
			}
			invite(server);
		}
		return server;
	}

	private void hire(DemoServer server) {
		begin("Hiring " + DemoStaff.ALL.size() + " people");
		DemoStaff.create(server.admin());
		DemoStaff.sendOnLeave(server.admin(),
			LocalDate.now().atStartOfDay().atOffset(ZoneId.systemDefault().getRules().getOffset(Instant.now())));
		end("staff");
	}

	/** Writes the patients, while the follow-up of those already written is planned. */
	private ModuleJobs.Sweep fill(Connection connection) throws Exception {
		AtomicBoolean written = new AtomicBoolean();
		CompletableFuture<ModuleJobs.Sweep> planned = CompletableFuture.supplyAsync(() -> {
			ModuleJobs.Sweep sum = ModuleJobs.Sweep.NOTHING;
			while (!written.get()) {
				sum = sum.plus(ModuleJobs.sweep());
			}
			return sum;
		}, work -> new Thread(work, "planning").start());
		try {
			write(connection);
		}
		finally {
			written.set(true);
		}
		return planned.get();
	}

	private void write(Connection connection) throws Exception {
		begin("Writing three years of " + options.patients + " patients");
		DemoClinic.Summary clinic = new DemoClinic(connection, options.seed, Instant.now(), options.patients,
			done -> out.print("\r  " + done + " of " + options.patients + " patients")).generate();
		connection.setAutoCommit(true);
		out.println();
		end(clinic.patients() + " patients, " + clinic.encounters() + " encounters, " + clinic.observations()
			+ " observations, " + clinic.bookings() + " bookings");
	}

	/** Surveys that were answered, and themes for what was written: learnt from what people have read, and proposed. */
	private void ask(DemoServer server, Connection connection) throws Exception {
		begin("Writing what patients have answered");
		ClinicSurveys.Summary surveys = new ClinicSurveys(connection, options.seed, Instant.now()).generate();
		new DemoSurveys(server).answerToday(surveys.unasked());
		ModuleJobs.learnThemes();
		while (ModuleJobs.proposeThemes() > 0) {
			// slice by slice
		}
		end(surveys.invitations() + " invitations, " + surveys.responses() + " answered, " + surveys.comments()
			+ " comments");
	}

	private void begin(String what) {
		out.println(what + " ...");
		phase = Instant.now();
	}

	private void end(String what) {
		out.printf("  %s: %.1f s%n", what, Duration.between(phase, Instant.now()).toMillis() / 1000.0);
	}

	private void tell(DemoServer server, ModuleJobs.Sweep sweep, Sql sql) throws Exception {
		out.println();
		out.println("Encounters read " + sweep.encountersRead() + ", plans made " + sweep.plansMade() + ", tasks "
			+ sweep.tasksMade() + "; too late for any call: " + sweep.pastGrace() + "; failures: " + sweep.failures());
		sweep.tasksByProtocol().forEach((uuid, tasks) -> out.printf("  %5d  %s%n", tasks,
			server.admin().get("retention/followupprotocol/" + uuid + "?v=ref").ok().path("display").asText(uuid)));
		out.println("Open tasks: " + sql.number("SELECT COUNT(*) FROM retention_task WHERE status = 'OPEN'"));
		out.println();
		today(new Rest(server.url(), CALLER, DemoStaff.PASSWORD));
		out.println();
		out.println("REST: " + server.url() + "/ws/rest/v1/retention/worklist, followuptask and others (docs/rest.md)");
		out.println("The scenario on it: java -cp demo/target/retention-demo.jar " + Scenario.class.getName() + " "
			+ server.url() + " " + DemoServer.ADMIN + " " + DemoServer.ADMIN_PASSWORD);
	}

	/** Last, where it is seen: the pages, and somebody of each role to sign in as. */
	private void invite(DemoServer server) {
		out.println();
		out.println("The pages: " + server.url() + "/ws/retention/");
		out.println("Log in with the password " + DemoStaff.PASSWORD + " as");
		List<DemoStaff.Member> one = DemoStaff.oneOfEachRole();
		one.forEach(member -> out.printf("  %-12s %-24s %s%n", member.username(), member.role(), member.does()));
		out.println("or as " + DemoStaff.ALL.stream()
			.filter(member -> !one.contains(member) && !member.username().equals(DemoStaff.LEFT))
			.map(DemoStaff.Member::username).collect(Collectors.joining(", ")) + "; administrator: " + DemoServer.ADMIN
			+ " / " + DemoServer.ADMIN_PASSWORD);
	}

	/** A nurse's list as she sees it. */
	private void today(Rest nurse) {
		JsonNode list = nurse.get("retention/worklist?assignee=me&v=default&limit=50&totalCount=true").ok();
		List<JsonNode> rows = new ArrayList<>();
		list.path("results").forEach(rows::add);
		long seconds = rows.stream().mapToLong(row -> row.path("expectedSeconds").asLong()).sum();
		out.println("Today's list of " + CALLER + ": " + list.path("totalCount").asText(rows.size() + "") + " persons, "
			+ minutes(seconds) + " minutes; " + list.path("callableRows").asText("?") + " of them may be called now, "
			+ minutes(list.path("expectedSeconds").asLong()) + " minutes");
		for (JsonNode row : rows.subList(0, Math.min(SHOWN_ROWS, rows.size()))) {
			out.printf("  %3d. %-28s %-34s %s%n", row.path("rank").asInt(), row.at("/person/display").asText(),
				row.path("why").asText(), row.path("callableNow").asBoolean()
					? "now"
					: "from " + row.path("wakeAt").asText("") + " " + row.path("notCallableText").asText(""));
		}
	}

	private static long minutes(long seconds) {
		return (seconds + 59) / 60;
	}
}
