/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.page;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.openmrs.module.retention.shared.Messages;
import org.openmrs.module.retention.web.rest.RestError;

/**
 * A page for people who do not work at the clinic: in a language of their own, without session, cookie or anything of who may
 * be signed in, and without a way to other pages.
 */
public final class PublicPage {

	private static final Map<String, String> FILES = new HashMap<>();

	static {
		FILES.put("retention.css", "text/css;charset=UTF-8");
		FILES.put("retention.js", "text/javascript;charset=UTF-8");
		FILES.put("retention.svg", "image/svg+xml");
	}

	private PublicPage() {
	}

	/** Those of the pages' own texts, by tag. */
	public static List<String> languages() {
		return Frame.LANGUAGES;
	}

	/** What the browser prefers among the languages; the first of them where it says nothing. */
	public static Locale preferred(HttpServletRequest request, List<String> languages) {
		List<Locale> known = languages.stream().map(Locale::forLanguageTag).collect(Collectors.toList());
		for (Locale wanted : Collections.list(request.getLocales())) {
			String language = Arrays.asList("no", "nn").contains(wanted.getLanguage()) ? "nb" : wanted.getLanguage();
			for (Locale one : known) {
				if (request.getHeader("Accept-Language") != null && one.getLanguage().equals(language)) {
					return one;
				}
			}
		}
		return known.get(0);
	}

	/** @param content template within the frame */
	public static void write(String content, int status, Locale locale, Map<String, Object> model,
		HttpServletRequest request, HttpServletResponse response) throws IOException {
		Map<String, Object> whole = new HashMap<>(model);
		whole.put("words", new Words(locale));
		whole.put("content", content + ".vm");
		whole.put("style", address("retention.css", request));
		whole.put("script", address("retention.js", request));
		whole.put("icon", address("retention.svg", request));
		HtmlPage page = new HtmlPage("public", whole);
		response.setHeader("X-Robots-Tag", "noindex");
		page.send(status, response);
	}

	/** The page's own files have addresses beside it: the platform's would open a session and set its cookie. */
	private static String address(String file, HttpServletRequest request) {
		return request.getContextPath() + Paths.ROOT + "/s/" + file + StaticFiles.version(file);
	}

	/** One of the files that the pages name. */
	public static void writeFile(String name, HttpServletResponse response) throws IOException {
		StaticFiles.write(name, FILES.get(name), response);
	}

	/** Says why there is nothing else. */
	public static void refuse(RestError error, HttpServletRequest request, HttpServletResponse response)
		throws IOException {
		Locale locale = preferred(request, Frame.LANGUAGES);
		error.getHeaders().forEach(response::setHeader);
		write("public-closed", error.getStatus(), locale,
			Collections.singletonMap("message", Messages.text(error.getCode(), locale, error.getArguments())), request,
			response);
	}
}
