/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import lombok.Getter;

/** What one run has done. */
@Getter
public class SweepReport {

	/** Encounters that were looked at; those looked at before within the last minutes are not counted again. */
	private long encountersRead;

	/** What protocols act on, whether or not it made a plan. */
	private long anchors;

	private long plansMade;

	/** By protocol (uuid). */
	private final Map<String, Long> tasksByProtocol = new TreeMap<>();

	/** By protocol (uuid): anchors that made no plan, for every step was past its grace. */
	private final Map<String, Long> pastGraceByProtocol = new TreeMap<>();

	/** By protocol (uuid): tasks held for a manager, for they were more than the flood limit. */
	private final Map<String, Long> floodedByProtocol = new TreeMap<>();

	/** Anchors that made no plan, for what the plan is for has happened or a later anchor stands. */
	private long overtaken;

	private long plansReviewed;

	private long plansFulfilled;

	/** Ended because their anchor or patient is gone, or a newer plan took over. */
	private long plansEnded;

	private long plansReplanned;

	private long plansReopened;

	/** Steps left out because the patient came again. */
	private long plansSkippedSteps;

	private long mergesApplied;

	/** Encounters, plans and merges that failed and were left; the log names them. */
	private long failures;

	/** Parts that another node was at. */
	private long partsElsewhere;

	public Map<String, Long> getTasksByProtocol() {
		return Collections.unmodifiableMap(tasksByProtocol);
	}

	public Map<String, Long> getPastGraceByProtocol() {
		return Collections.unmodifiableMap(pastGraceByProtocol);
	}

	public Map<String, Long> getFloodedByProtocol() {
		return Collections.unmodifiableMap(floodedByProtocol);
	}

	public long getTasksMade() {
		return tasksByProtocol.values().stream().mapToLong(Long::longValue).sum();
	}

	/** Anchors for which nothing was written because all of it would have come too late. */
	public long getPastGrace() {
		return pastGraceByProtocol.values().stream().mapToLong(Long::longValue).sum();
	}

	void read(int encounters) {
		encountersRead += encounters;
	}

	void anchored() {
		anchors++;
	}

	void made(PlanDraft draft) {
		plansMade++;
		long open = draft.getSteps().stream().filter(PlannedStep::isKept).count();
		tasksByProtocol.merge(draft.getRule().getDefinition().getUuid(), open, Long::sum);
	}

	void pastGrace(ProtocolRule rule) {
		pastGraceByProtocol.merge(rule.getDefinition().getUuid(), 1L, Long::sum);
	}

	void flooded(ProtocolRule rule, long tasks) {
		floodedByProtocol.merge(rule.getDefinition().getUuid(), tasks, Long::sum);
	}

	void overtaken() {
		overtaken++;
	}

	void reviewed(int plans) {
		plansReviewed += plans;
	}

	void fulfilled() {
		plansFulfilled++;
	}

	void ended() {
		plansEnded++;
	}

	void replanned() {
		plansReplanned++;
	}

	void reopened() {
		plansReopened++;
	}

	void skippedSteps() {
		plansSkippedSteps++;
	}

	void merged() {
		mergesApplied++;
	}

	void failed() {
		failures++;
	}

	void elsewhere() {
		partsElsewhere++;
	}

	@Override
	public String toString() {
		return "encounters read " + encountersRead + ", plans made " + plansMade + ", tasks " + tasksByProtocol
			+ ", past grace " + pastGraceByProtocol + ", held " + floodedByProtocol + ", overtaken " + overtaken
			+ ", fulfilled " + plansFulfilled + ", reviewed " + plansReviewed + ", ended " + plansEnded + ", replanned "
			+ plansReplanned + ", reopened " + plansReopened + ", merges " + mergesApplied + ", failures " + failures
			+ ", parts elsewhere " + partsElsewhere;
	}
}
