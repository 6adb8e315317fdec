/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * A model as bytes, big endian: {@code RTHM}, version of the format, version of the features, CRC-32 of what follows; then sizes
 * and scores, a record per theme, the blocks, and per column its hash, frequency and weights. Numbers only, besides the codes of
 * the themes.
 */
final class ModelWriter {

	static final int MAGIC = 0x5254484D;

	static final int FORMAT = 1;

	/** Magic, two versions, checksum. */
	static final int HEAD = 12;

	private ModelWriter() {
	}

	static byte[] write(ThemeModel model) {
		byte[] body = body(model);
		CRC32 checksum = new CRC32();
		checksum.update(body, 0, body.length);
		return ByteBuffer.allocate(HEAD + body.length).putInt(MAGIC).putShort((short) FORMAT)
			.putShort((short) TextFeatures.VERSION).putInt((int) checksum.getValue()).put(body).array();
	}

	private static byte[] body(ThemeModel model) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeInt(model.getTrainingSize());
			out.writeDouble(model.getPrecision());
			writeScores(model.getScores(), out);
			out.writeShort(model.getThemes().size());
			for (int theme = 0; theme < model.getThemes().size(); theme++) {
				writeTheme(model, theme, out);
			}
			for (int block = 1; block <= TextFeatures.BLOCKS; block++) {
				out.writeInt(model.getVocabulary().blocks()[block]);
			}
			writeColumns(model, out);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return bytes.toByteArray();
	}

	private static void writeScores(Scores scores, DataOutputStream out) throws IOException {
		out.writeDouble(scores.getAccuracy());
		out.writeDouble(scores.getMacroF1());
		out.writeDouble(scores.getBalancedAccuracy());
		out.writeDouble(scores.getCba());
		out.writeInt(scores.getCount());
	}

	private static void writeTheme(ThemeModel model, int theme, DataOutputStream out) throws IOException {
		ThemeScores scores = model.getThemeScores().get(theme);
		ThemeRule rule = model.getRules().get(theme);
		out.writeUTF(scores.getTheme());
		out.writeInt(scores.getExamples());
		out.writeInt(scores.getProposed());
		out.writeDouble(scores.getPrecision());
		out.writeDouble(scores.getRecall());
		out.writeDouble(rule.getCalibration().getSlope());
		out.writeDouble(rule.getCalibration().getOffset());
		out.writeDouble(rule.getThreshold());
		out.writeDouble(rule.getOffset());
		out.writeFloat(model.getWeights().constant(theme));
	}

	private static void writeColumns(ThemeModel model, DataOutputStream out) throws IOException {
		int themes = model.getThemes().size();
		for (int column = 0; column < model.getVocabulary().size(); column++) {
			out.writeInt(model.getVocabulary().hash(column));
			out.writeFloat(model.getVocabulary().frequency(column));
			for (int theme = 0; theme < themes; theme++) {
				out.writeShort(model.getWeights().half(column, theme));
			}
		}
	}
}
