/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemeModelTest {

	private static final ThemeModel MODEL = ClinicComments.learnt(ClinicComments.inAllLanguages());

	private static final byte[] BYTES = MODEL.toBytes();

	@Property(tries = 300)
	void of_shouldBeTheModelThatWasWritten(@ForAll String text) {
		ThemeModel read = ThemeModel.of(BYTES);

		assertThat(read.classify(CommentText.of(text)).getThemes())
			.isEqualTo(MODEL.classify(CommentText.of(text)).getThemes());
	}

	@Property(tries = 20)
	void of_shouldKeepWhatIsKnownOfTheModel(@ForAll @IntRange(min = 10, max = 60) int ofEach, @ForAll long seed) {
		ThemeModel model = ClinicComments.learnt(ClinicComments.noisy(ofEach, 0, seed));

		ThemeModel read = ThemeModel.of(model.toBytes());

		assertThat(read.toBytes()).isEqualTo(model.toBytes());
		assertThat(read.getThemes()).containsExactly("staff", "waiting");
		assertThat(read.getTrainingSize()).isEqualTo(2 * ofEach);
		assertThat(read.getPrecision()).isEqualTo(0.8);
		assertThat(read.getScores()).isEqualTo(model.getScores());
		assertThat(read.getThemeScores()).isEqualTo(model.getThemeScores());
	}

	@Property(tries = 1000)
	void of_shouldRefuseDamage(@ForAll @IntRange(min = 0, max = 1_000_000) int place,
		@ForAll @IntRange(min = 1, max = 255) int by) {
		byte[] damaged = BYTES.clone();
		damaged[place % damaged.length] ^= (byte) by;

		assertThatThrownBy(() -> ThemeModel.of(damaged)).isInstanceOf(ModelFormatException.class);
	}

	/** Whoever can write a checksum can write anything: what comes out is an error or a model, never a crash. */
	@Property(tries = 2000)
	void of_shouldBearForgery(@ForAll @IntRange(min = ModelWriter.HEAD, max = 400) int place, @ForAll int value) {
		byte[] forged = BYTES.clone();
		ByteBuffer.wrap(forged).putInt(place, value);
		sign(forged);

		try {
			ThemeModel.of(forged).classify(CommentText.of("a long wait"));
		}
		catch (ModelFormatException e) {
			assertThat(e).hasMessageContaining("model");
		}
	}

	@Property(tries = 500)
	void of_shouldRefuseAnyOtherBytes(@ForAll byte[] bytes) {
		assertThatThrownBy(() -> ThemeModel.of(bytes)).isInstanceOf(ModelFormatException.class);
	}

	@ParameterizedTest
	@CsvSource({ "0", "3", "11", "12", "40", "500" })
	void of_shouldRefuseWhatIsCutOff(int length) {
		byte[] cut = Arrays.copyOf(BYTES, length);
		if (length >= ModelWriter.HEAD) {
			sign(cut);
		}

		assertThatThrownBy(() -> ThemeModel.of(cut)).isInstanceOf(ModelFormatException.class);
	}

	@Test
	void of_shouldRefuseMoreColumnsThanThereAreBytes() {
		byte[] forged = BYTES.clone();
		int columns = MODEL.getVocabulary().size();
		int place = forged.length - columns * (8 + 2 * MODEL.getThemes().size()) - 4;
		assertThat(ByteBuffer.wrap(forged).getInt(place)).isEqualTo(columns);
		ByteBuffer.wrap(forged).putInt(place, Integer.MAX_VALUE);
		sign(forged);

		assertThatThrownBy(() -> ThemeModel.of(forged)).isInstanceOf(ModelFormatException.class)
			.hasMessageContaining("more bytes");
	}

	@ParameterizedTest
	@CsvSource({ "4, format 9", "6, features of version 9" })
	void of_shouldRefuseAnotherVersion(int place, String message) {
		byte[] other = BYTES.clone();
		ByteBuffer.wrap(other).putShort(place, (short) 9);

		assertThatThrownBy(() -> ThemeModel.of(other)).isInstanceOf(ModelFormatException.class)
			.hasMessageContaining(message);
	}

	@Test
	void classify_shouldProposeNothing_whenNothingIsKnownOfTheText() {
		assertThat(MODEL.classify(CommentText.of("")).getProposed()).isEmpty();
		assertThat(MODEL.classify(CommentText.of("")).getThemes()).hasSameSizeAs(MODEL.getThemes());
	}

	private static void sign(byte[] model) {
		CRC32 checksum = new CRC32();
		checksum.update(model, ModelWriter.HEAD, model.length - ModelWriter.HEAD);
		ByteBuffer.wrap(model).putInt(8, (int) checksum.getValue());
	}
}
