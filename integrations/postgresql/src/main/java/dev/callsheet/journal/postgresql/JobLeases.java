package dev.callsheet.journal.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/**
 * The owners of jobs.
 *
 * @param worker this worker
 */
record JobLeases(UUID worker) {
  /** True for a job, as {@code j}, whose owner is not alive. */
  static final String ORPHANED = WorkerLease.isDead("j.owner");

  /** The owner of a job that is nobody's. */
  static final UUID NOBODY = new UUID(0, 0);

  /** The result of claiming a job. */
  enum ClaimResult {
    /** The job is new. */
    NEW,
    /** The journal has it, and it is this worker's now. */
    KNOWN,
    /** Another worker, which is alive, has it. */
    HELD_BY_OTHER
  }

  ClaimResult claim(Connection connection, UUID job, String endpoint, String account)
      throws SQLException {
    try (var statement =
            Sql.prepare(
                connection,
                """
                insert into callsheet_job as j (job, endpoint, account, owner) values (?, ?, ?, ?)
                on conflict (job) do update set owner = excluded.owner
                  where j.endpoint = excluded.endpoint and j.account = excluded.account
                    and (j.owner = excluded.owner or %s)
                returning xmax = 0
                """
                    .formatted(ORPHANED),
                job,
                endpoint,
                account,
                worker);
        var rows = statement.executeQuery()) {
      if (!rows.next()) {
        return ClaimResult.HELD_BY_OTHER;
      }
      return rows.getBoolean(1) ? ClaimResult.NEW : ClaimResult.KNOWN;
    }
  }

  /** Makes a job of a scope this worker's, where it is an orphan or is so already. */
  boolean adopt(Connection connection, UUID job, String endpoint, String account)
      throws SQLException {
    return Sql.update(
            connection,
            """
            update callsheet_job j set owner = ?
            where j.job = ? and j.endpoint = ? and j.account = ? and (j.owner = ? or %s)
            """
                .formatted(ORPHANED),
            worker,
            job,
            endpoint,
            account,
            worker)
        > 0;
  }

  void assign(Connection connection, Collection<UUID> jobs) throws SQLException {
    Sql.update(
        connection,
        "update callsheet_job set owner = ? where job = any (?)",
        worker,
        Sql.uuids(connection, jobs));
  }

  /** Whether the job is still this worker's; until the transaction ends, it stays so. */
  boolean isHeld(Connection connection, UUID job) throws SQLException {
    return Sql.exists(
        connection, "select from callsheet_job where job = ? and owner = ? for share", job, worker);
  }

  /** Whether a living worker of another process has the job. */
  static boolean isFollowedElsewhere(Connection connection, UUID job) throws SQLException {
    return Sql.exists(
        connection,
        "select from callsheet_job j where j.job = ? and j.owner <> all (?) and not " + ORPHANED,
        job,
        Sql.uuids(connection, WorkerLease.ofThisProcess()));
  }

  /**
   * Whether the journal has a job. Waits for whoever is writing it down, so that a commit whose
   * reply was lost is known here, too: hence the row, which leaves with this transaction.
   */
  static boolean isKnown(Connection connection, UUID job) throws SQLException {
    var isNew =
        Sql.update(
                connection,
                """
                insert into callsheet_job (job, endpoint, account, owner) values (?, '', '', ?)
                on conflict (job) do nothing
                """,
                job,
                NOBODY)
            > 0;
    if (isNew) {
      Sql.update(connection, "delete from callsheet_job where job = ?", job);
    }
    return !isNew;
  }
}
