/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import io.nayuki.qrcodegen.QrCode;
import lombok.Getter;

/** A text as a QR code, drawn by one path of an SVG; in templates {@code $qr}. */
public final class QrImage {

	/** Without it a camera does not find the code. */
	private static final int MARGIN = 4;

	/** In squares, the margin included. */
	@Getter
	private final int size;

	/** The dark squares; letters, digits, commas and dashes alone. */
	@Getter
	private final String path;

	public QrImage(String text) {
		QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
		StringBuilder dark = new StringBuilder();
		for (int y = 0; y < code.size; y++) {
			for (int x = 0; x < code.size; x++) {
				if (code.getModule(x, y)) {
					dark.append('M').append(x + MARGIN).append(',').append(y + MARGIN).append("h1v1h-1z");
				}
			}
		}
		size = code.size + 2 * MARGIN;
		path = dark.toString();
	}
}
