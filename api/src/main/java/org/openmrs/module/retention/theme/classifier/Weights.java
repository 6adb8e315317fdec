/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

/**
 * What each column says for or against each theme. Rounded to two bytes each, the upper half of a float: as wide a range, and
 * three digits, which the scores do not feel.
 */
final class Weights {

	private static final int HALF = 16;

	private final int themes;

	/** By column, then by theme. */
	private final float[] weights;

	private final float[] constants;

	/** @param weights that are rounded */
	Weights(float[] weights, float[] constants) {
		this.themes = constants.length;
		this.weights = weights;
		this.constants = constants;
	}

	/** @param byTheme a weight per column, and last the constant */
	static Weights of(double[][] byTheme) {
		int columns = byTheme[0].length - 1;
		float[] weights = new float[columns * byTheme.length];
		float[] constants = new float[byTheme.length];
		for (int theme = 0; theme < byTheme.length; theme++) {
			for (int column = 0; column < columns; column++) {
				weights[column * byTheme.length + theme] = weight(half((float) byTheme[theme][column]));
			}
			constants[theme] = (float) byTheme[theme][columns];
		}
		return new Weights(weights, constants);
	}

	static short half(float weight) {
		return (short) (Float.floatToIntBits(weight) + (1 << HALF - 1) >> HALF);
	}

	static float weight(short half) {
		return Float.intBitsToFloat(half << HALF);
	}

	double[] scores(SparseRow row) {
		float[] sums = constants.clone();
		for (int i = 0; i < row.columns.length; i++) {
			float value = row.values[i];
			int at = row.columns[i] * themes;
			for (int theme = 0; theme < sums.length; theme++) {
				sums[theme] += value * weights[at++];
			}
		}
		double[] scores = new double[themes];
		for (int theme = 0; theme < themes; theme++) {
			scores[theme] = sums[theme];
		}
		return scores;
	}

	/** As it is written. */
	short half(int column, int theme) {
		return half(weights[column * themes + theme]);
	}

	float constant(int theme) {
		return constants[theme];
	}
}
