/* What makes the pages quicker; without it they work with more clicks. */
(function () {
	"use strict";

	var DRAFT = "retention.draft.";

	/** Of the user who is signed in, in this window alone. */
	function keyOf(draft) {
		return DRAFT + document.body.dataset.user + "." + draft;
	}

	function isTicked(field) {
		return field.type === "radio" || field.type === "checkbox";
	}

	function valueOf(field) {
		return isTicked(field) ? field.checked : field.value;
	}

	/** As the server gave it. */
	function givenOf(field) {
		if (field.tagName === "SELECT") {
			return Array.prototype.filter.call(field.options, function (option) { return option.defaultSelected; })
				.map(function (option) { return option.value; })[0] || field.options[0].value;
		}
		return isTicked(field) ? field.defaultChecked : field.defaultValue;
	}

	/**
	 * Keeps what is typed in a form with data-draft until it has been sent: what was changed alone, each with what it was
	 * changed from. What somebody else has changed meanwhile stays as they left it.
	 */
	function keepDraft(form) {
		var key = keyOf(form.dataset.draft);
		var saved = JSON.parse(sessionStorage.getItem(key) || "{}");
		fields(form).forEach(function (field) {
			var change = saved[nameOf(field)];
			if (change === undefined || change.from !== givenOf(field)) { return; }
			if (isTicked(field)) { field.checked = change.to; } else { field.value = change.to; }
			var hidden = field.closest("details");
			if (hidden && change.to) { hidden.open = true; }
		});
		form.addEventListener("input", function () {
			var changed = {};
			fields(form).forEach(function (field) {
				if (valueOf(field) !== givenOf(field)) {
					changed[nameOf(field)] = { from: givenOf(field), to: valueOf(field) };
				}
			});
			sessionStorage.setItem(key, JSON.stringify(changed));
		});
		form.addEventListener("submit", function () { sessionStorage.setItem("retention.sent", key); });
	}

	/** Who leaves a form, or signs out, wants no draft of it: data-forget names one, or all of them when it is empty. */
	function forgetDraft(form) {
		form.addEventListener("submit", function () {
			var one = form.dataset.forget;
			Object.keys(sessionStorage).forEach(function (key) {
				if (one ? key === keyOf(one) : key.indexOf(DRAFT) === 0) { sessionStorage.removeItem(key); }
			});
		});
	}

	/** The next page says that the form was taken in, and holds what was not; or it first asks for signing in again. */
	function forgetSent() {
		var sent = sessionStorage.getItem("retention.sent");
		if (document.querySelector("[data-pending]")) { return; }
		if (sent && document.querySelector(".notice")) { sessionStorage.removeItem(sent); }
		sessionStorage.removeItem("retention.sent");
	}

	function fields(form) {
		return Array.prototype.filter.call(form.elements, function (field) {
			return field.name && field.type !== "hidden" && field.type !== "submit" && field.type !== "button";
		});
	}

	function nameOf(field) {
		return field.type === "radio" || field.type === "checkbox" ? field.name + "=" + field.value : field.name;
	}

	/** Shows a question only when an earlier one's answer asks for it; what is not shown is not sent. */
	function showByAnswers(form) {
		function isAskedFor(question) {
			var answers = question.dataset.shownFor.trim().split(" ");
			return fields(form).some(function (field) {
				return field.name === question.dataset.shownBy && (field.checked || !isTicked(field))
					&& !field.closest("[hidden]") && answers.indexOf(field.value) >= 0;
			});
		}
		function refresh() {
			form.querySelectorAll("fieldset[data-shown-by]").forEach(function (question) {
				question.hidden = question.disabled = !isAskedFor(question);
			});
		}
		form.querySelectorAll("[data-without-script]").forEach(function (hint) { hint.hidden = true; });
		form.addEventListener("input", refresh);
		refresh();
	}

	/** Says what would be odd about ringing back then before it is promised, as the next page would say it afterwards. */
	function warnOfPromise(form) {
		var told = form.querySelector("[data-warnings]");
		var names = ["task", "callBackDay", "callBackFrom", "callBackBy"];
		var last = null;
		function ask(event) {
			if (names.indexOf(event.target.name) < 0) { return; }
			var query = new URLSearchParams();
			new FormData(form).forEach(function (value, name) {
				if (names.indexOf(name) >= 0) { query.append(name, value); }
			});
			var asked = last = query.toString();
			fetch(told.dataset.warnings + "?" + asked).then(function (answer) {
				return answer.ok ? answer.text() : "";
			}).catch(function () { return ""; }).then(function (warnings) {
				if (asked === last) { told.textContent = warnings; }
			});
		}
		if (told) { form.addEventListener("change", ask); }
	}

	/** Copies a field where the browser lets; without script it is marked by hand. */
	function copies(button) {
		if (!navigator.clipboard) { return; }
		var field = document.getElementById(button.dataset.copy);
		var told = document.querySelector("[data-copied]");
		button.hidden = false;
		button.addEventListener("click", function () {
			navigator.clipboard.writeText(field.value).then(function () { told.textContent = told.dataset.copied; },
				function () { field.select(); });
		});
	}

	/** Who walks away leaves nothing: after a while without a touch, and when somebody goes back, the form begins anew. */
	function beginAnew(main) {
		var timer = null;
		function begin() { location.replace(main.dataset.begin); }
		function touched() {
			clearTimeout(timer);
			timer = setTimeout(begin, 1000 * Number(main.dataset.idle));
		}
		["input", "click", "keydown", "scroll", "touchstart"].forEach(function (event) {
			window.addEventListener(event, touched, { passive: true });
		});
		window.addEventListener("pageshow", function (event) { if (event.persisted) { begin(); } });
		touched();
	}

	/** Two clicks on a button are one. */
	function onlyOnce(form) {
		form.addEventListener("submit", function (event) {
			if (form.dataset.sent) { event.preventDefault(); return; }
			form.dataset.sent = "true";
		});
		window.addEventListener("pageshow", function () { delete form.dataset.sent; });
	}

	forgetSent();
	document.querySelectorAll("button[data-inert]").forEach(function (button) {
		button.addEventListener("click", function (event) { event.preventDefault(); });
	});
	document.querySelectorAll("[data-print]").forEach(function (button) {
		button.hidden = false;
		button.addEventListener("click", function () { window.print(); });
	});
	document.querySelectorAll("[data-copy]").forEach(copies);
	document.querySelectorAll("[data-idle]").forEach(beginAnew);
	document.querySelectorAll("form[method=post]").forEach(onlyOnce);
	document.querySelectorAll("form[data-draft]").forEach(keepDraft);
	document.querySelectorAll("form[data-forget]").forEach(forgetDraft);
	document.querySelectorAll("form[data-draft], form[data-asks]").forEach(showByAnswers);
	document.querySelectorAll("form[data-draft]").forEach(warnOfPromise);
}());
