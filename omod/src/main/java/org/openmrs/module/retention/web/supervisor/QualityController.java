/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.web.supervisor;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.api.context.Context;
import org.openmrs.module.retention.followup.quality.QualityItem;
import org.openmrs.module.retention.followup.quality.QualityMark;
import org.openmrs.module.retention.followup.quality.QualityReview;
import org.openmrs.module.retention.followup.quality.QualitySample;
import org.openmrs.module.retention.followup.quality.QualitySearch;
import org.openmrs.module.retention.followup.quality.QualityService;
import org.openmrs.module.retention.followup.quality.SampleRequest;
import org.openmrs.module.retention.shared.Page;
import org.openmrs.module.retention.shared.RetentionException;
import org.openmrs.module.retention.web.page.Form;
import org.openmrs.module.retention.web.page.PageController;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** Contacts drawn by lot, and how each was done. */
@RequestMapping("/retention/quality")
public class QualityController extends PageController {

	private static final Page SAMPLES = new Page(0, 20);

	private static final Page REVIEWS = new Page(0, 400);

	private static final int EACH = 3;

	/** In {@code /retention/quality/<uuid>/review}. */
	private static final int SAMPLE_IN_PATH = 3;

	@RequestMapping(method = RequestMethod.GET)
	public ModelAndView samples() {
		Map<String, Object> model = model();
		model.put("samples", service().findSamples(false, SAMPLES));
		model.put("staff", new StaffChoices());
		model.put("each", EACH);
		return page("quality", model);
	}

	/** Of a review the sample, of what was to be drawn the samples. */
	@Override
	protected ModelAndView formPage(HttpServletRequest request) {
		String[] path = request.getPathInfo().split("/");
		return path.length > SAMPLE_IN_PATH ? show(path[SAMPLE_IN_PATH]) : samples();
	}

	@RequestMapping(method = RequestMethod.POST)
	public ModelAndView draw(HttpServletRequest request) {
		Form form = new Form(request);
		String caller = form.text("caller");
		QualitySample drawn = service().drawSample(SampleRequest.builder()
			.from(form.dayBegin("firstDay")).before(form.dayEnd("lastDay")).perCaller(form.number("each"))
			.caller(caller == null ? null : StaffChoices.user(caller, "caller")).build());
		return go("quality/" + drawn.getUuid());
	}

	@RequestMapping(value = "/{uuid}", method = RequestMethod.GET)
	public ModelAndView show(@PathVariable("uuid") String uuid) {
		QualitySample sample = existing(uuid);
		Map<String, Object> model = model();
		model.put("sample", sample);
		model.put("criteria", service().getCriteria());
		model.put("marks", QualityMark.values());
		model.put("reviews", reviewsOf(sample));
		model.put("reader", Context.getAuthenticatedUser());
		return page("quality-sample", model);
	}

	/** By contact. */
	private static Map<String, List<QualityReview>> reviewsOf(QualitySample sample) {
		return service().findReviews(QualitySearch.builder().sample(sample).build(), REVIEWS).stream().collect(
			Collectors.groupingBy(review -> review.getItem().getAttempt().getUuid(), HashMap::new, Collectors.toList()));
	}

	@RequestMapping(value = "/{uuid}/review", method = RequestMethod.POST)
	public ModelAndView review(@PathVariable("uuid") String uuid, HttpServletRequest request) {
		Form form = new Form(request);
		String contact = form.required("contact");
		QualityItem item = existing(uuid).getItems().stream()
			.filter(one -> one.getAttempt().getUuid().equals(contact)).findFirst()
			.orElseThrow(() -> RetentionException.invalid("retention.web.error.unknown-reference", "contact", "contact"));
		Map<String, QualityMark> marks = new LinkedHashMap<>();
		service().getCriteria().forEach(criterion -> marks.put(criterion,
			form.choice("mark." + criterion, QualityMark.class)));
		service().recordReview(item, marks, form.text("note"));
		tell(request, "done", text("retention.page.quality.reviewed"));
		return go("quality/" + uuid);
	}

	private static QualitySample existing(String uuid) {
		QualitySample sample = service().getSampleByUuid(uuid);
		if (sample == null || sample.getVoided()) {
			throw RetentionException.notFound("retention.web.error.not-found", null);
		}
		return sample;
	}

	private static Map<String, Object> model() {
		Map<String, Object> model = new HashMap<>();
		model.put("room", "supervisor");
		model.put("title", text("retention.page.quality.title"));
		return model;
	}

	private static QualityService service() {
		return Context.getService(QualityService.class);
	}
}
