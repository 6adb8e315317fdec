/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.survey.result;

import org.openmrs.module.retention.survey.Privacy;
import org.openmrs.module.retention.theme.taxonomy.Theme;

/** Compares who spoke of a theme with who did not. */
final class Drivers {

	private Drivers() {
	}

	/** @param whole of all of the same mode whose words were read, those with the theme among them */
	static DriverRow compare(Theme theme, DriverDao.Sums with, DriverDao.Sums whole, boolean identified) {
		DriverRow.DriverRowBuilder row = DriverRow.builder().theme(theme).mode(with.getMode());
		long without = Math.max(0, whole.getScores() - with.getScores());
		if (isShown(with.getScores(), without, identified)) {
			double sum = whole.getSum() - with.getSum();
			row.with(with.getScores()).without(without).scoreWith(mean(with.getSum(), with.getScores()))
				.scoreWithout(mean(sum, without));
			if (with.getScores() > 1 && without > 1) {
				row.scoreDifference(Estimates.difference(with.getSum(), with.getSquares(), with.getScores(), sum,
					whole.getSquares() - with.getSquares(), without));
			}
		}
		if (identified) {
			long watched = Math.max(0, whole.getWatched() - with.getWatched());
			long returned = Math.max(0, whole.getReturned() - with.getReturned());
			row.returnedWith(with.getReturned()).watchedWith(with.getWatched()).returnedWithout(returned)
				.watchedWithout(watched);
			if (with.getWatched() > 0 && watched > 0) {
				row.returnDifference(Estimates.difference(with.getReturned(), with.getWatched(), returned, watched));
			}
		}
		return row.build();
	}

	private static boolean isShown(long one, long other, boolean identified) {
		return identified || one >= Privacy.FEWEST && other >= Privacy.FEWEST;
	}

	private static Double mean(double sum, long of) {
		return of == 0 ? null : sum / of;
	}
}
