/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.theme;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.openmrs.module.retention.theme.classifier.LabelledComment;

/**
 * Labelled comments in a file: CSV as RFC 4180 has it, UTF-8, gzipped where the name ends in {@code .gz}, with a header. Needs the
 * columns {@code comment} and {@code theme}, wherever they are; all others are passed over.
 */
final class CommentCsv {

	/** The file is not there or not what it has to be; says which, where and why. */
	static final class BadFileException extends Exception {

		BadFileException(String message) {
			super(message);
		}

		BadFileException(Path file, long line, String reason) {
			this(file + (line > 0 ? ":" + line : "") + ": " + reason);
		}
	}

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final Path file;

	private CommentCsv(Path file) {
		this.file = file;
	}

	static List<LabelledComment> read(Path file) throws BadFileException {
		if (!Files.isRegularFile(file)) {
			throw new BadFileException(file, 0, "there is no such file");
		}
		CommentCsv csv = new CommentCsv(file);
		try (Reader reader = csv.open()) {
			return csv.read(reader);
		}
		catch (ZipException e) {
			throw new BadFileException(file, 0, "is not gzipped, as its name says, or is damaged");
		}
		catch (MalformedInputException e) {
			throw new BadFileException(file, 0, "is not UTF-8");
		}
		catch (IOException | CsvValidationException e) {
			throw new BadFileException(file, 0, "cannot be read: " + e.getMessage());
		}
	}

	private Reader open() throws IOException {
		InputStream bytes = Files.newInputStream(file);
		try {
			InputStream in = file.getFileName().toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
			BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
			reader.mark(1);
			if (reader.read() != BYTE_ORDER_MARK) {
				reader.reset();
			}
			return reader;
		}
		catch (IOException e) {
			bytes.close();
			throw e;
		}
	}

	private List<LabelledComment> read(Reader reader) throws IOException, CsvValidationException, BadFileException {
		CSVReader rows = new CSVReaderBuilder(reader).withCSVParser(new RFC4180ParserBuilder().build()).build();
		String[] header = rows.readNext();
		if (header == null) {
			throw new BadFileException(file, 0, "is empty");
		}
		int comment = column(header, "comment");
		int theme = column(header, "theme");
		List<LabelledComment> comments = new ArrayList<>();
		for (String[] row = rows.readNext(); row != null; row = rows.readNext()) {
			if (row.length == 1 && row[0].isEmpty()) {
				continue;
			}
			if (row.length != header.length) {
				throw new BadFileException(file, rows.getLinesRead(),
					row.length + " cells where the header has " + header.length);
			}
			String code = row[theme].trim();
			if (code.isEmpty()) {
				throw new BadFileException(file, rows.getLinesRead(), "the theme is empty");
			}
			comments.add(LabelledComment.of(row[comment], code));
		}
		if (comments.isEmpty()) {
			throw new BadFileException(file, 0, "has a header, and no comments");
		}
		return comments;
	}

	private int column(String[] header, String name) throws BadFileException {
		for (int i = 0; i < header.length; i++) {
			if (header[i].trim().equalsIgnoreCase(name)) {
				return i;
			}
		}
		throw new BadFileException(file, 1, "has no column " + name + ", only " + Arrays.toString(header));
	}
}
