package dev.callsheet.journal.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/**
 * The owners of jobs. A worker is alive while its lease lasts, by the database's clock, so that the
 * clocks of the workers do not matter.
 *
 * @param worker this worker
 * @param lease how long it counts as alive after it has renewed its lease
 */
record JobLeases(UUID worker, Duration lease) {
  /** True for a job, as {@code j}, whose owner is not alive. */
  static final String ORPHANED =
      "not exists (select from callsheet_worker w where w.worker = j.owner and w.alive_until > now())";

  /** The result of claiming a job. */
  enum ClaimResult {
    /** The job is new. */
    NEW,
    /** The journal has it, and it is this worker's now. */
    KNOWN,
    /** Another worker, which is alive, has it. */
    HELD_BY_OTHER
  }

  /** Renews the lease of this worker. */
  void renew(Connection connection) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into callsheet_worker values (?, now() + ? * interval '1 millisecond')
            on conflict (worker) do update set alive_until = excluded.alive_until
            """)) {
      statement.setObject(1, worker);
      statement.setLong(2, lease.toMillis());
      statement.executeUpdate();
    }
  }

  /** Ends the lease of this worker, so that others may adopt its jobs. */
  void releaseAll(Connection connection) throws SQLException {
    try (var statement =
        connection.prepareStatement("delete from callsheet_worker where worker = ?")) {
      statement.setObject(1, worker);
      statement.executeUpdate();
    }
  }

  ClaimResult claim(Connection connection, UUID job, String endpoint, String account)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into callsheet_job as j (job, endpoint, account, owner) values (?, ?, ?, ?)
            on conflict (job) do update set owner = excluded.owner
              where j.endpoint = excluded.endpoint and j.account = excluded.account
                and (j.owner = excluded.owner or %s)
            returning xmax = 0
            """
                .formatted(ORPHANED))) {
      statement.setObject(1, job);
      statement.setString(2, endpoint);
      statement.setString(3, account);
      statement.setObject(4, worker);
      try (var rows = statement.executeQuery()) {
        if (!rows.next()) {
          return ClaimResult.HELD_BY_OTHER;
        }
        return rows.getBoolean(1) ? ClaimResult.NEW : ClaimResult.KNOWN;
      }
    }
  }

  void assign(Connection connection, UUID job) throws SQLException {
    try (var statement =
        connection.prepareStatement("update callsheet_job set owner = ? where job = ?")) {
      statement.setObject(1, worker);
      statement.setObject(2, job);
      statement.executeUpdate();
    }
  }

  /** Whether the job is still this worker's; until the transaction ends, it stays so. */
  boolean isHeld(Connection connection, UUID job) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select from callsheet_job where job = ? and owner = ? for share")) {
      statement.setObject(1, job);
      statement.setObject(2, worker);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }
}
