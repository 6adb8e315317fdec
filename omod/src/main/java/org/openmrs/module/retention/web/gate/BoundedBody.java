/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.gate;

import java.io.IOException;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/** A request whose body breaks off past a size; for bodies that come in chunks and announce no length. */
class BoundedBody extends HttpServletRequestWrapper {

	private final long maxBytes;

	BoundedBody(HttpServletRequest request, long maxBytes) {
		super(request);
		this.maxBytes = maxBytes;
	}

	@Override
	public ServletInputStream getInputStream() throws IOException {
		return new BoundedStream(super.getInputStream(), maxBytes);
	}

	private static class BoundedStream extends ServletInputStream {

		private final ServletInputStream stream;

		private long left;

		BoundedStream(ServletInputStream stream, long left) {
			this.stream = stream;
			this.left = left;
		}

		@Override
		public int read() throws IOException {
			int value = stream.read();
			count(value < 0 ? 0 : 1);
			return value;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int count = stream.read(bytes, offset, length);
			count(Math.max(0, count));
			return count;
		}

		private void count(int bytes) throws IOException {
			left -= bytes;
			if (left < 0) {
				throw new IOException("body too long");
			}
		}

		@Override
		public boolean isFinished() {
			return stream.isFinished();
		}

		@Override
		public boolean isReady() {
			return stream.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			stream.setReadListener(listener);
		}
	}
}
