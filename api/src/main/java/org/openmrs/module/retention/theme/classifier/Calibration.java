/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import lombok.Value;

/**
 * From a score of the machine to a probability, by a sigmoid fitted to scores of comments that it was not trained on: Platt,
 * Probabilistic Outputs for Support Vector Machines, 1999, by the method of Lin, Lin and Weng, A Note on Platt's Probabilistic
 * Outputs, 2007. A higher score is never a lower probability.
 */
@Value
class Calibration {

	private static final int MOST_STEPS = 100;

	private static final double RIDGE = 1e-12;

	private static final double SMALLEST_STEP = 1e-10;

	private static final double GRADIENT = 1e-5;

	/** Not below 0. */
	double slope;

	double offset;

	double probability(double score) {
		double exponent = slope * score + offset;
		return exponent >= 0 ? 1 / (1 + Math.exp(-exponent)) : Math.exp(exponent) / (1 + Math.exp(exponent));
	}

	/** The logarithm of the probability, which is finite however low that is. */
	double logarithm(double score) {
		return -softplus(-(slope * score + offset));
	}

	static Calibration of(double[] scores, boolean[] has) {
		double positive = 0;
		for (boolean one : has) {
			positive += one ? 1 : 0;
		}
		double negative = has.length - positive;
		double[] targets = new double[has.length];
		for (int i = 0; i < has.length; i++) {
			targets[i] = has[i] ? (positive + 1) / (positive + 2) : 1 / (negative + 2);
		}
		double prior = Math.log((positive + 1) / (negative + 1));
		Calibration fitted = newton(scores, targets, prior);
		return fitted.slope >= 0 ? fitted : new Calibration(0, prior);
	}

	private static Calibration newton(double[] scores, double[] targets, double prior) {
		Calibration now = new Calibration(0, prior);
		double loss = now.loss(scores, targets);
		for (int step = 0; step < MOST_STEPS; step++) {
			double hessianSlope = RIDGE;
			double hessianOffset = RIDGE;
			double hessianBoth = 0;
			double gradientSlope = 0;
			double gradientOffset = 0;
			for (int i = 0; i < scores.length; i++) {
				double p = now.probability(scores[i]);
				double curvature = p * (1 - p);
				hessianSlope += scores[i] * scores[i] * curvature;
				hessianOffset += curvature;
				hessianBoth += scores[i] * curvature;
				gradientSlope += scores[i] * (p - targets[i]);
				gradientOffset += p - targets[i];
			}
			if (Math.abs(gradientSlope) < GRADIENT && Math.abs(gradientOffset) < GRADIENT) {
				return now;
			}
			double determinant = hessianSlope * hessianOffset - hessianBoth * hessianBoth;
			double towardsSlope = -(hessianOffset * gradientSlope - hessianBoth * gradientOffset) / determinant;
			double towardsOffset = -(hessianSlope * gradientOffset - hessianBoth * gradientSlope) / determinant;
			double slope = gradientSlope * towardsSlope + gradientOffset * towardsOffset;
			double size = 1;
			while (size >= SMALLEST_STEP) {
				Calibration next = new Calibration(now.slope + size * towardsSlope, now.offset + size * towardsOffset);
				double nextLoss = next.loss(scores, targets);
				if (nextLoss < loss + 1e-4 * size * slope) {
					now = next;
					loss = nextLoss;
					break;
				}
				size /= 2;
			}
			if (size < SMALLEST_STEP) {
				return now;
			}
		}
		return now;
	}

	private double loss(double[] scores, double[] targets) {
		double loss = 0;
		for (int i = 0; i < scores.length; i++) {
			double exponent = slope * scores[i] + offset;
			loss += softplus(exponent) - targets[i] * exponent;
		}
		return loss;
	}

	private static double softplus(double x) {
		return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
	}
}
