/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.followup.planning;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.Value;
import org.openmrs.module.retention.contact.ContactProfile;
import org.openmrs.module.retention.followup.task.Cause;

/** How two patients who are one want to be contacted: the survivor's wishes, completed by the other's; the stricter holds. */
class ContactMerge {

	private final MergeSql sql;

	private final Integer survivor;

	private final String survivorUuid;

	private final Cause cause;

	ContactMerge(MergeSql sql, Integer survivor, String survivorUuid, Cause cause) {
		this.sql = sql;
		this.survivor = survivor;
		this.survivorUuid = survivorUuid;
		this.cause = cause;
	}

	/** True when the loser had one. */
	boolean mergeProfiles(Integer loser) throws SQLException {
		List<Profile> theirs = profiles(loser);
		if (theirs.isEmpty()) {
			return false;
		}
		List<Profile> ours = profiles(survivor);
		if (ours.isEmpty()) {
			sql.update("update retention_contact_profile set patient_id = ?, patient_uuid = ?, version = version + 1"
				+ " where contact_profile_id = ?",
				survivor, survivorUuid, theirs.get(0).id);
			return true;
		}
		combine(ours.get(0), theirs.get(0));
		boolean named = !sql.query("select contact_person_id from retention_contact_person where contact_profile_id = ?",
			row -> row.getInt(1), ours.get(0).id).isEmpty();
		if (!named) {
			sql.update("update retention_contact_person set contact_profile_id = ? where contact_profile_id = ?"
				+ " and person_id <> ?",
				ours.get(0).id, theirs.get(0).id, survivor);
		}
		sql.update("update retention_contact_profile set voided = ?, voided_by = ?, date_voided = ?, void_reason = ?,"
			+ " patient_id = null, version = version + 1 where contact_profile_id = ?",
			true, cause.getActor().getUserId(), Timestamp.from(cause.getAt()), cause.getCode(), theirs.get(0).id);
		return true;
	}

	/** Where the loser is named as somebody to ring it is the survivor now, and nobody is named twice or to ring themselves. */
	void mergeContactPersons(Integer loser) throws SQLException {
		for (Integer profile : sql.query("select contact_profile_id from retention_contact_person where person_id = ?",
			row -> row.getInt(1), loser)) {
			boolean known = !sql.query("select c.contact_person_id from retention_contact_person c"
				+ " join retention_contact_profile p on p.contact_profile_id = c.contact_profile_id"
				+ " where c.contact_profile_id = ? and (c.person_id = ? or p.patient_id = ?)",
				row -> row.getInt(1), profile, survivor, survivor).isEmpty();
			if (known) {
				sql.update("delete from retention_contact_person where contact_profile_id = ? and person_id = ?", profile,
					loser);
			} else {
				sql.update("update retention_contact_person set person_id = ? where contact_profile_id = ?"
					+ " and person_id = ?",
					survivor, profile, loser);
			}
		}
	}

	private void combine(Profile ours, Profile theirs) throws SQLException {
		sql.update(
			"update retention_contact_profile set salutation = coalesce(salutation, ?), language = coalesce(language, ?),"
				+ " best_windows = coalesce(best_windows, ?), staff_note = coalesce(staff_note, ?), zone = coalesce(zone, ?),"
				+ " do_not_call = ?, death_reported = ?, sad_news_until = ?, version = version + 1 where contact_profile_id = ?",
			theirs.salutation, theirs.language, theirs.bestWindows, theirs.staffNote, theirs.zone,
			ours.doNotCall || theirs.doNotCall, ours.deathReported || theirs.deathReported,
			later(ours.sadNewsUntil, theirs.sadNewsUntil), ours.id);
		if (theirs.isChangedAfter(ours)) {
			sql.update(
				"update retention_contact_profile set relationship = ?, ended_reason = ?, ended_on = ?, came_back_on = ?"
					+ " where contact_profile_id = ?",
				theirs.relationship, theirs.endedReason, theirs.endedOn, theirs.cameBackOn, ours.id);
		}
	}

	/** What either refuses stays refused, though the other granted it later. Before the entries are moved. */
	void mergeConsents(Integer loser) throws SQLException {
		Map<Word, Long> said = new HashMap<>();
		for (Map.Entry<Word, Long> entry : words(loser)) {
			said.remove(entry.getKey().opposite());
			said.put(entry.getKey(), entry.getValue());
		}
		for (Map.Entry<Word, Long> refusal : said.entrySet()) {
			boolean contradicted = !refusal.getKey().isGranted() && said.entrySet().stream().anyMatch(
				other -> other.getKey().contradicts(refusal.getKey()) && other.getValue() > refusal.getValue());
			if (contradicted) {
				sql.update(
					"insert into retention_consent (uuid, patient_id, patient_uuid, purpose, channel, granted, source,"
						+ " actor, said_at, withdrawn, by_guardian) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
					UUID.randomUUID().toString(), survivor, survivorUuid, refusal.getKey().getPurpose(),
					refusal.getKey().getChannel(), false, Reasons.MERGED, cause.getActor().getUserId(),
					cause.getAt().toEpochMilli(), false, byGuardian(refusal));
			}
		}
	}

	/** Whether the refusal that is repeated was a guardian's: it ends with majority like the first. */
	private boolean byGuardian(Map.Entry<Word, Long> refusal) throws SQLException {
		return sql.query("select by_guardian from retention_consent where patient_id = ? and purpose = ? and said_at = ?"
			+ " and granted = ? and withdrawn = ? order by by_guardian",
			row -> row.getBoolean(1), refusal.getKey().getPatient(), refusal.getKey().getPurpose(), refusal.getValue(),
			false, false).get(0);
	}

	/** In the order in which they were said. */
	private List<Map.Entry<Word, Long>> words(Integer loser) throws SQLException {
		return sql.query(
			"select patient_id, purpose, channel, granted, said_at from retention_consent where patient_id in (?, ?)"
				+ " and withdrawn = ? order by said_at, consent_id",
			row -> new AbstractMap.SimpleEntry<>(
				new Word(row.getInt(1), row.getString(2), row.getString(3), row.getBoolean(4)), row.getLong(5)),
			loser, survivor, false);
	}

	private List<Profile> profiles(Integer patient) throws SQLException {
		return sql.query("select contact_profile_id, salutation, language, best_windows, staff_note, zone, do_not_call,"
			+ " death_reported, sad_news_until, relationship, ended_reason, ended_on, came_back_on"
			+ " from retention_contact_profile where patient_id = ? and voided = ?",
			Profile::new, patient, false);
	}

	private static Date later(Date one, Date other) {
		return one == null || (other != null && other.after(one)) ? other : one;
	}

	/** A row of profiles. */
	private static final class Profile {

		private final int id;

		private final String salutation;

		private final String language;

		private final String bestWindows;

		private final String staffNote;

		private final String zone;

		private final boolean doNotCall;

		private final boolean deathReported;

		private final Date sadNewsUntil;

		private final String relationship;

		private final String endedReason;

		private final Date endedOn;

		private final Date cameBackOn;

		Profile(ResultSet row) throws SQLException {
			this.id = row.getInt(1);
			this.salutation = row.getString(2);
			this.language = row.getString(3);
			this.bestWindows = row.getString(4);
			this.staffNote = row.getString(5);
			this.zone = row.getString(6);
			this.doNotCall = row.getBoolean(7);
			this.deathReported = row.getBoolean(8);
			this.sadNewsUntil = row.getDate(9);
			this.relationship = row.getString(10);
			this.endedReason = row.getString(11);
			this.endedOn = row.getDate(12);
			this.cameBackOn = row.getDate(13);
		}

		/** What was said last of the relationship stands; of one day, that it is over. */
		boolean isChangedAfter(Profile other) {
			Date since = since();
			if (since == null || other.since() == null) {
				return since != null;
			}
			int order = since.compareTo(other.since());
			return order > 0 || order == 0 && ContactProfile.Relationship.ENDED.name().equals(relationship);
		}

		private Date since() {
			return later(endedOn, cameBackOn);
		}
	}

	/** The last word of one of the two on a purpose and a channel. */
	@Value
	private static class Word {

		Integer patient;

		String purpose;

		/** Null: every channel. */
		String channel;

		boolean granted;

		Word opposite() {
			return new Word(patient, purpose, channel, !granted);
		}

		/** The other of the two grants what this one refuses. */
		boolean contradicts(Word refusal) {
			return granted && !patient.equals(refusal.patient) && purpose.equals(refusal.purpose)
				&& (channel == null || refusal.channel == null || channel.equals(refusal.channel));
		}
	}
}
