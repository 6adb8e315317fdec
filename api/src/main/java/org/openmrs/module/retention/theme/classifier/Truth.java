/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import java.util.List;

/** What a labelled comment is about, by the numbers of the themes that a model learns; those it does not learn have the next. */
final class Truth {

	private final boolean[] has;

	/** -1: a person has found none. */
	private final int chief;

	private Truth(boolean[] has, int chief) {
		this.has = has;
		this.chief = chief;
	}

	static Truth of(LabelledComment comment, List<String> themes) {
		boolean[] has = new boolean[themes.size() + 1];
		int chief = -1;
		for (String theme : comment.getThemes()) {
			int number = themes.indexOf(theme);
			has[number < 0 ? themes.size() : number] = true;
			chief = chief >= 0 ? chief : number < 0 ? themes.size() : number;
		}
		return new Truth(has, chief);
	}

	boolean has(int theme) {
		return has[theme];
	}

	/** A choice is right when it is one of the comment's themes; a comment without any has nothing to choose. */
	void count(int choice, Confusion confusion) {
		if (chief >= 0) {
			confusion.add(has[choice] ? choice : chief, choice);
		}
	}
}
