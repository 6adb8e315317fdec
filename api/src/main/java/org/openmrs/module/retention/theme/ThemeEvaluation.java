/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.InvalidPathException;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.retention.theme.classifier.Classification;
import org.openmrs.module.retention.theme.classifier.Confusion;
import org.openmrs.module.retention.theme.classifier.LabelledComment;
import org.openmrs.module.retention.theme.classifier.Scores;
import org.openmrs.module.retention.theme.classifier.ThemeConfidence;
import org.openmrs.module.retention.theme.classifier.ThemeModel;
import org.openmrs.module.retention.theme.classifier.ThemeTrainer;
import org.openmrs.module.retention.theme.classifier.TrainingOptions;
import org.openmrs.module.retention.theme.classifier.Words;

/**
 * How good the classifier is on labelled comments of others: {@code ThemeEvaluation TRAIN TEST}, two CSV files. Learns from the
 * texts of one and chooses a theme for each text of the other; the kind of question is not used. See {@code docs/themes.md}.
 */
public final class ThemeEvaluation {

	private static final double NANOSECONDS = 1e9;

	private static final int BYTES_OF_A_KB = 1000;

	private static final double SECONDS_TO_MEASURE = 2;

	private ThemeEvaluation() {
	}

	/** Ends with 0, or with 2 and one line on the error stream when there is nothing to measure. */
	public static void main(String[] arguments) {
		int status = run(arguments, System.out, System.err, SECONDS_TO_MEASURE);
		if (status != 0) {
			System.exit(status);
		}
	}

	/** @param seconds so long is classified, again and again, until the speed is told */
	static int run(String[] arguments, PrintStream out, PrintStream errors, double seconds) {
		if (arguments.length != 2) {
			errors.println("Two files are needed, to learn from and to test with: ThemeEvaluation TRAIN TEST");
			return 2;
		}
		try {
			measure(CommentCsv.read(Paths.get(arguments[0])), CommentCsv.read(Paths.get(arguments[1])), out, seconds);
			return 0;
		}
		catch (CommentCsv.BadFileException | InvalidPathException e) {
			errors.println(e.getMessage());
			return 2;
		}
	}

	private static void measure(List<LabelledComment> train, List<LabelledComment> test, PrintStream out,
		double secondsOfSpeed) throws CommentCsv.BadFileException {
		long begin = System.nanoTime();
		long processor = processorTime();
		ThemeModel model = new ThemeTrainer(TrainingOptions.builder().build()).train(train)
			.orElseThrow(() -> new CommentCsv.BadFileException("No theme has enough comments to learn from")).getModel();
		double seconds = (System.nanoTime() - begin) / NANOSECONDS;
		double processorSeconds = (processorTime() - processor) / NANOSECONDS;
		List<Classification> classified = new ArrayList<>();
		test.forEach(comment -> classified.add(model.classify(comment.getComment())));
		Set<List<String>> known = new HashSet<>();
		train.forEach(comment -> known.add(Words.of(comment.getComment().getText()).toList()));
		out.println(scores(test, classified, Collections.emptySet()));
		out.println("not in training: " + scores(test, classified, known));
		out.println(proposals(test, classified, model.getPrecision()));
		out.println(String.format(Locale.ROOT,
			"trained %d comments in %.1f s (%.1f s of one core), classified %.0f per second of one core, model of %d kB",
			train.size(), seconds, processorSeconds, perSecond(model, test, secondsOfSpeed),
			model.toBytes().length / BYTES_OF_A_KB));
	}

	/** @param without words of texts that do not count */
	private static Scores scores(List<LabelledComment> test, List<Classification> classified, Set<List<String>> without) {
		List<String> themes = new ArrayList<>(new TreeSet<>(Stream.concat(test.stream().map(LabelledComment::chiefTheme),
			classified.get(0).getThemes().stream().map(ThemeConfidence::getTheme)).collect(Collectors.toList())));
		Confusion confusion = new Confusion(themes.size());
		for (int i = 0; i < test.size(); i++) {
			if (!without.contains(Words.of(test.get(i).getComment().getText()).toList())) {
				confusion.add(themes.indexOf(test.get(i).chiefTheme()), themes.indexOf(classified.get(i).getBest()));
			}
		}
		return confusion.scores();
	}

	private static String proposals(List<LabelledComment> test, List<Classification> classified, double precision) {
		int proposed = 0;
		int right = 0;
		int comments = 0;
		for (int i = 0; i < test.size(); i++) {
			List<ThemeConfidence> proposals = classified.get(i).getProposed();
			comments += proposals.isEmpty() ? 0 : 1;
			proposed += proposals.size();
			for (ThemeConfidence proposal : proposals) {
				right += proposal.getTheme().equals(test.get(i).chiefTheme()) ? 1 : 0;
			}
		}
		return String.format(Locale.ROOT, "proposals (precision to reach %.2f): precision=%.4f n=%d, for %d of %d comments",
			precision, proposed == 0 ? 0 : (double) right / proposed, proposed, comments, test.size());
	}

	private static double perSecond(ThemeModel model, List<LabelledComment> test, double enough) {
		long begin = processorTime();
		long classified = 0;
		double seconds;
		do {
			for (LabelledComment comment : test) {
				model.classify(comment.getComment());
			}
			classified += test.size();
			seconds = (processorTime() - begin) / NANOSECONDS;
		} while (seconds < enough);
		return classified / seconds;
	}

	/** What this thread has had of a core: what else runs on the machine does not count. */
	private static long processorTime() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}
}
