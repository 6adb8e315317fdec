/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import com.opencsv.CSVReader;
import com.opencsv.exceptions.CsvValidationException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Comments of dental and optical clinics in four languages, and labelled comments made of a few words. */
final class ClinicComments {

	private static final String FILE = "/retention/theme/comments.csv";

	private ClinicComments() {
	}

	static List<LabelledComment> in(String language) {
		List<LabelledComment> comments = new ArrayList<>();
		try (CSVReader rows = new CSVReader(
			new InputStreamReader(ClinicComments.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
			for (String[] row = rows.readNext(); row != null; row = rows.readNext()) {
				if (row[0].equals(language)) {
					comments.add(LabelledComment.of(row[2], row[1]));
				}
			}
		}
		catch (IOException | CsvValidationException e) {
			throw new IllegalStateException(e);
		}
		return comments;
	}

	static List<LabelledComment> inAllLanguages() {
		List<LabelledComment> comments = new ArrayList<>();
		for (String language : new String[]{ "ru", "zh", "nb", "en" }) {
			comments.addAll(in(language));
		}
		return comments;
	}

	/** So many comments of each of two themes; a share of them carries the other's label, as people's labels do. */
	static List<LabelledComment> noisy(int ofEach, double wrong, long seed) {
		String[] waiting = { "wait", "queue", "late", "hour", "slow" };
		String[] staff = { "kind", "smile", "friendly", "rude", "nurse" };
		String[] any = { "the", "clinic", "today", "was", "and", "again", "we" };
		Random random = new Random(seed);
		List<LabelledComment> comments = new ArrayList<>();
		for (int i = 0; i < 2 * ofEach; i++) {
			boolean about = i % 2 == 0;
			String[] words = about ? waiting : staff;
			String text = words[random.nextInt(words.length)] + " " + any[random.nextInt(any.length)] + " "
				+ any[random.nextInt(any.length)] + " " + words[random.nextInt(words.length)];
			comments.add(LabelledComment.of(text, about ^ random.nextDouble() < wrong ? "waiting" : "staff"));
		}
		Collections.shuffle(comments, random);
		return comments;
	}

	static ThemeModel learnt(List<LabelledComment> comments) {
		return new ThemeTrainer(TrainingOptions.builder().build()).train(comments).get().getModel();
	}
}
