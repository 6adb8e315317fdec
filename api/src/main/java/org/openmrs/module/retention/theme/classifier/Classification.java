/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What may be the themes of a comment. */
public final class Classification {

	/**
	 * The comments whose labels teach most come first: those where what would be taken is hardly more probable than what would
	 * be left (Joshi, Porikli and Papanikolopoulos, Multi-class Active Learning for Image Classification, 2009: best versus
	 * second best; with several themes per comment, least of the taken versus best of the left).
	 */
	public static final Comparator<Classification> TEACHING_MOST_FIRST = Comparator
		.comparingDouble(Classification::getMargin);

	private static final double MORE_LIKELY_THAN_NOT = 0.5;

	private final List<ThemeConfidence> themes;

	/** @param themes what would be chosen first, first */
	Classification(List<ThemeConfidence> themes) {
		this.themes = Collections.unmodifiableList(new ArrayList<>(themes));
	}

	/** All that are known, what would be chosen if it had to be one first. */
	public List<ThemeConfidence> getThemes() {
		return themes;
	}

	/** What is sure enough to be shown to a person; empty: none is. */
	public List<ThemeConfidence> getProposed() {
		return themes.stream().filter(ThemeConfidence::isProposed).collect(Collectors.toList());
	}

	/** The one theme, if it had to be one. */
	public String getBest() {
		return themes.get(0).getTheme();
	}

	/** Between 0 and 1: how much more probable what would be taken is than what would be left; 1 where there is nothing to weigh. */
	public double getMargin() {
		double[] confidences = themes.stream().mapToDouble(ThemeConfidence::getConfidence).sorted().toArray();
		int left = confidences.length - 1;
		while (left > 0 && confidences[left - 1] >= MORE_LIKELY_THAN_NOT) {
			left--;
		}
		if (confidences.length == 0) {
			return 1;
		}
		return left == 0 ? Math.abs(2 * confidences[0] - 1) : confidences[left] - confidences[left - 1];
	}
}
