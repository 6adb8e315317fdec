/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.List;
import java.util.Random;

/**
 * One linear support vector machine per theme against all the others, by liblinear (squared hinge loss, in the dual), on rows
 * that are prepared once. The same rows and themes give the same weights.
 */
final class LinearTrainer {

	private static final double COST = 0.1;

	/** A theme a hundredth as frequent as the most frequent weighs 25 times as much. */
	private static final double WEIGHT_POWER = 0.7;

	/** Of the solver: ten times its standard, which takes a third less time and costs no accuracy. */
	private static final double TOLERANCE = 1;

	private static final long SEED = 20261122L;

	static {
		Linear.disableDebugOutput();
	}

	private final Feature[][] rows;

	private final int columns;

	LinearTrainer(List<SparseRow> rows, int columns) {
		this.columns = columns;
		this.rows = new Feature[rows.size()][];
		for (int i = 0; i < this.rows.length; i++) {
			this.rows[i] = features(rows.get(i), columns);
		}
	}

	/** As liblinear wants them: from 1 on, and last the constant that gives the machine its offset. */
	private static Feature[] features(SparseRow row, int columns) {
		Feature[] features = new Feature[row.columns.length + 1];
		for (int i = 0; i < row.columns.length; i++) {
			features[i] = new FeatureNode(row.columns[i] + 1, row.values[i]);
		}
		features[row.columns.length] = new FeatureNode(columns + 1, 1);
		return features;
	}

	/**
	 * @param chosen which rows to learn from
	 * @param has for each of all rows whether it has the theme
	 * @param mostFrequent how many of the chosen have the most frequent theme
	 * @return a weight per column, and last the offset
	 */
	double[] train(int[] chosen, boolean[] has, int mostFrequent) {
		Problem problem = new Problem();
		problem.l = chosen.length;
		problem.n = columns + 1;
		problem.bias = 1;
		problem.x = new Feature[chosen.length][];
		problem.y = new double[chosen.length];
		int positive = 0;
		for (int i = 0; i < chosen.length; i++) {
			problem.x[i] = rows[chosen[i]];
			problem.y[i] = has[chosen[i]] ? 1 : -1;
			positive += has[chosen[i]] ? 1 : 0;
		}
		double[] weights = new double[columns + 1];
		if (positive == 0 || positive == chosen.length) {
			weights[columns] = positive == 0 ? -1 : 1;
			return weights;
		}
		Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, COST, TOLERANCE);
		parameter.setWeights(new double[]{ Math.pow((double) mostFrequent / positive, WEIGHT_POWER) }, new int[]{ 1 });
		parameter.setRandom(new Random(SEED));
		Model model = Linear.train(problem, parameter);
		int sign = model.getLabels()[0] == 1 ? 1 : -1;
		double[] trained = model.getFeatureWeights();
		for (int i = 0; i < weights.length; i++) {
			weights[i] = sign * trained[i];
		}
		return weights;
	}
}
