/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/** Reads what {@link ModelWriter} writes, and nothing else: every length is held against the bytes there are before it is believed. */
final class ModelReader {

	private static final int LONGEST_CODE = 2 + 3 * 255;

	private static final int BYTES_OF_A_COLUMN = Integer.BYTES + Float.BYTES;

	private final ByteBuffer in;

	private final List<ThemeScores> themes = new ArrayList<>();

	private final List<ThemeRule> rules = new ArrayList<>();

	ModelReader(byte[] bytes) {
		in = ByteBuffer.wrap(bytes);
	}

	ThemeModel read() {
		try {
			readHead();
			return readBody();
		}
		catch (BufferUnderflowException e) {
			throw new ModelFormatException("The model ends too early");
		}
	}

	private void readHead() {
		check(in.remaining() >= ModelWriter.HEAD && in.getInt() == ModelWriter.MAGIC, "This is not a model of themes");
		int format = in.getShort();
		check(format == ModelWriter.FORMAT, "The model has format " + format + "; read is " + ModelWriter.FORMAT);
		int features = in.getShort();
		check(features == TextFeatures.VERSION,
			"The model was trained on features of version " + features + "; known is " + TextFeatures.VERSION);
		int checksum = in.getInt();
		CRC32 actual = new CRC32();
		actual.update(in.array(), in.position(), in.remaining());
		check((int) actual.getValue() == checksum, "The model is damaged: its checksum is not that of its content");
	}

	private ThemeModel readBody() {
		int trainingSize = in.getInt();
		check(trainingSize >= 0, "The model has a training size below 0");
		double precision = share();
		Scores scores = new Scores(share(), share(), share(), share(), in.getInt());
		int count = in.getShort();
		check(count > 0, "The model has no themes");
		float[] constants = new float[Math.min(count, in.remaining())];
		for (int theme = 0; theme < count; theme++) {
			readTheme();
			constants[theme] = finite(in.getFloat());
		}
		Set<String> codes = new HashSet<>();
		check(themes.stream().allMatch(theme -> codes.add(theme.getTheme())), "The model has a theme twice");
		return readColumns(trainingSize, precision, scores, constants);
	}

	private void readTheme() {
		themes.add(new ThemeScores(code(), in.getInt(), in.getInt(), share(), share()));
		double slope = finite(in.getDouble());
		check(slope >= 0, "The model has a confidence that falls with the score");
		Calibration calibration = new Calibration(slope, finite(in.getDouble()));
		double threshold = in.getDouble();
		check(threshold == Abstention.NEVER || threshold >= 0 && threshold <= 1, "The model has a threshold that is none");
		rules.add(new ThemeRule(calibration, threshold, finite(in.getDouble())));
	}

	private String code() {
		int begin = in.position();
		int length = Short.BYTES + (in.getShort() & 0xFFFF);
		check(length <= LONGEST_CODE && length - Short.BYTES <= in.remaining(),
			"The model has a theme's code that is too long");
		in.position(begin + length);
		try {
			String code = new DataInputStream(new ByteArrayInputStream(in.array(), begin, length)).readUTF();
			check(!code.isEmpty(), "The model has a theme without a code");
			return code;
		}
		catch (IOException e) {
			throw new ModelFormatException("The model has a theme's code that cannot be read");
		}
	}

	private ThemeModel readColumns(int trainingSize, double precision, Scores scores, float[] constants) {
		int[] blocks = new int[TextFeatures.BLOCKS + 1];
		for (int block = 1; block <= TextFeatures.BLOCKS; block++) {
			blocks[block] = in.getInt();
			check(blocks[block] >= blocks[block - 1], "The model has a block of negative length");
		}
		int columns = blocks[TextFeatures.BLOCKS];
		long bytes = (long) columns * (BYTES_OF_A_COLUMN + (long) Short.BYTES * constants.length);
		check(bytes == in.remaining(), "The model says that it has " + bytes + " more bytes; it has " + in.remaining());
		int[] hashes = new int[columns];
		float[] frequencies = new float[columns];
		float[] weights = new float[columns * constants.length];
		int weight = 0;
		int block = 0;
		for (int column = 0; column < columns; column++) {
			hashes[column] = in.getInt();
			frequencies[column] = finite(in.getFloat());
			while (blocks[block + 1] <= column) {
				block++;
			}
			boolean first = column == blocks[block];
			check(first || hashes[column] > hashes[column - 1], "The model has columns in disorder");
			for (int theme = 0; theme < constants.length; theme++) {
				weights[weight++] = finite(Weights.weight(in.getShort()));
			}
		}
		return new ThemeModel(trainingSize, precision, scores, themes, new Vocabulary(blocks, hashes, frequencies),
			new Weights(weights, constants), rules);
	}

	private double share() {
		double share = in.getDouble();
		check(share >= 0 && share <= 1, "The model has a share that is not between 0 and 1");
		return share;
	}

	private static double finite(double number) {
		check(Double.isFinite(number), "The model has a number that is none");
		return number;
	}

	private static float finite(float number) {
		check(Float.isFinite(number), "The model has a number that is none");
		return number;
	}

	private static void check(boolean holds, String otherwise) {
		if (!holds) {
			throw new ModelFormatException(otherwise);
		}
	}
}
