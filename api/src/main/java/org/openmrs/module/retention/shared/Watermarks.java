/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongUnaryOperator;
import org.hibernate.SessionFactory;
import org.hibernate.jdbc.ReturningWork;

/**
 * How far jobs have come, by name, and which node is at them. A lease is taken by an update that only one node
 * can win; a dead node's ends by itself. Each method in the caller's transaction.
 */
public class Watermarks {

	/** Longer than any slice takes; it is renewed with each. */
	private static final Duration LEASE = Duration.ofMinutes(10);

	private final SessionFactory sessionFactory;

	private final Clock clock;

	private final String node = UUID.randomUUID().toString();

	public Watermarks(SessionFactory sessionFactory, Clock clock) {
		this.sessionFactory = sessionFactory;
		this.clock = clock;
	}

	/** Takes or renews this node's lease. False: another node has it. */
	public boolean lease(String name) {
		return with(connection -> {
			ensure(connection, name);
			long now = clock.millis();
			try (PreparedStatement take = connection.prepareStatement("update retention_watermark set lease_owner = ?,"
				+ " lease_until = ? where name = ? and (lease_owner is null or lease_owner = ? or lease_until < ?)")) {
				take.setString(1, node);
				take.setLong(2, now + LEASE.toMillis());
				take.setString(3, name);
				take.setString(4, node);
				take.setLong(5, now);
				return take.executeUpdate() == 1;
			}
		});
	}

	public void release(String name) {
		with(connection -> {
			try (PreparedStatement release = connection.prepareStatement(
				"update retention_watermark set lease_owner = null, lease_until = null where name = ? and lease_owner = ?")) {
				release.setString(1, name);
				release.setString(2, node);
				return release.executeUpdate();
			}
		});
	}

	/** Null: never written. */
	public Mark get(String name) {
		return with(connection -> {
			try (PreparedStatement query = connection
				.prepareStatement("select position, updated_at from retention_watermark where name = ?")) {
				query.setString(1, name);
				try (ResultSet row = query.executeQuery()) {
					return row.next() && row.getLong(2) > 0 ? new Mark(row.getLong(1), row.getLong(2)) : null;
				}
			}
		});
	}

	public void set(String name, long position) {
		with(connection -> {
			ensure(connection, name);
			try (PreparedStatement update = connection
				.prepareStatement("update retention_watermark set position = ?, updated_at = ? where name = ?")) {
				update.setLong(1, position);
				update.setLong(2, clock.millis());
				update.setString(3, name);
				return update.executeUpdate();
			}
		});
	}

	/** Moves a position as no other node can at the same time, until the transaction ends. Begins at 0. */
	public long change(String name, LongUnaryOperator to) {
		return with(connection -> {
			ensure(connection, name);
			try (
				PreparedStatement lock = connection
					.prepareStatement("select position from retention_watermark where name = ? for update");
				PreparedStatement update = connection
					.prepareStatement("update retention_watermark set position = ?, updated_at = ? where name = ?")) {
				lock.setString(1, name);
				long position;
				try (ResultSet row = lock.executeQuery()) {
					row.next();
					position = to.applyAsLong(row.getLong(1));
				}
				update.setLong(1, position);
				update.setLong(2, clock.millis());
				update.setString(3, name);
				update.executeUpdate();
				return position;
			}
		});
	}

	private static void ensure(Connection connection, String name) throws SQLException {
		try (PreparedStatement query = connection.prepareStatement("select name from retention_watermark where name = ?")) {
			query.setString(1, name);
			try (ResultSet row = query.executeQuery()) {
				if (row.next()) {
					return;
				}
			}
		}
		Savepoint before = connection.setSavepoint();
		try (PreparedStatement insert = connection.prepareStatement(
			"insert into retention_watermark (name, position, updated_at) values (?, 0, 0)")) {
			insert.setString(1, name);
			insert.executeUpdate();
			connection.releaseSavepoint(before);
		}
		catch (SQLIntegrityConstraintViolationException e) {
			// another node has just written it
			connection.rollback(before);
		}
	}

	private <T> T with(ReturningWork<T> work) {
		return sessionFactory.getCurrentSession().doReturningWork(work);
	}

	/** A position, and when it was written. */
	public static final class Mark {

		private final long position;

		private final long writtenAt;

		Mark(long position, long writtenAt) {
			this.position = position;
			this.writtenAt = writtenAt;
		}

		public long getPosition() {
			return position;
		}

		public Duration ageAt(Clock clock) {
			return Duration.ofMillis(clock.millis() - writtenAt);
		}
	}
}
