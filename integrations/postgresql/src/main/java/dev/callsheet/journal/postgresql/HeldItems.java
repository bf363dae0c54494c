package dev.callsheet.journal.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a worker does with jobs that it holds. Each statement asks whether it still does: to a job
 * that another has taken over, nothing happens.
 *
 * @param queue where they come from
 * @param worker who holds them
 */
record HeldItems(QueueTable queue, UUID worker) {
  /** How often it may be uncertain what became of a job before somebody has to look at it. */
  private static final int MOST_DOUBTS = 5;

  private static final int LONGEST_TROUBLE = 2000;

  /** Which of these jobs have ended by the journal, and are of clients of this process there. */
  Set<UUID> finished(Connection connection, Collection<UUID> jobs) throws SQLException {
    return QueueRows.ids(
        connection,
        """
        select job from callsheet_job
        where job = any (?) and finished is not null and owner = any (?)
        """,
        Sql.uuids(connection, jobs),
        Sql.uuids(connection, WorkerLease.ofThisProcess()));
  }

  /**
   * Removes jobs that are done with, unless it is yet to be written down what they cost.
   *
   * @return those that are still in the queue, and whether this worker holds them; the others were
   *     removed, now or by a commit whose reply was lost
   */
  Map<UUID, Boolean> complete(Connection connection, Collection<UUID> jobs) throws SQLException {
    var ids = Sql.uuids(connection, jobs);
    Sql.update(
        connection,
        """
        delete from callsheet_queue_item i where i.job = any (?) and i.holder = ?
          and not exists (select from callsheet_reservation r where r.job = i.job)
        """,
        ids,
        worker);
    try (var statement =
        Sql.prepare(
            connection,
            "select job, holder is not distinct from ? from callsheet_queue_item"
                + " where job = any (?)",
            worker,
            ids)) {
      var rows = statement.executeQuery();
      var left = new HashMap<UUID, Boolean>();
      while (rows.next()) {
        left.put(rows.getObject(1, UUID.class), rows.getBoolean(2));
      }
      return left;
    }
  }

  /** Puts a job back to where it was, for some time. */
  boolean putBack(Connection connection, UUID job, Duration wait, @Nullable String trouble)
      throws SQLException {
    queue.lock(connection);
    var count =
        Sql.update(
            connection,
            """
            update callsheet_queue_item set state = 'waiting', holder = null, trouble = ?,
              not_before = now() + ? * interval '1 millisecond'
            where job = ? and holder = ?
            """,
            shown(trouble),
            wait.toMillis(),
            job,
            worker);
    return queue.addWaiting(connection, count);
  }

  /**
   * Puts back a job that this process' client does not follow though the journal may say so, since
   * the reply to a commit may be lost.
   */
  boolean putBackFree(Connection connection, UUID job, Duration wait, @Nullable String trouble)
      throws SQLException {
    var isOver = putBack(connection, job, wait, trouble);
    if (isOver) {
      free(connection, job);
    }
    return isOver;
  }

  /**
   * Puts back a job of which this process' client does not know what became, and frees it in the
   * journal, so that whoever takes it next can find out; stops it when that was in vain too often.
   */
  boolean doubt(Connection connection, UUID job, Duration wait, String trouble)
      throws SQLException {
    queue.lock(connection);
    var doubts =
        Sql.update(
            connection,
            """
            update callsheet_queue_item set doubts = doubts + 1
            where job = ? and holder = ? and doubts + 1 < ?
            """,
            job,
            worker,
            MOST_DOUBTS);
    var isOver =
        doubts == 0 ? stop(connection, job, trouble) > 0 : putBack(connection, job, wait, trouble);
    if (isOver) {
      free(connection, job);
    }
    return isOver;
  }

  private static void free(Connection connection, UUID job) throws SQLException {
    Sql.update(
        connection,
        "update callsheet_job set owner = ? where job = ? and owner = any (?)",
        JobLeases.NOBODY,
        job,
        Sql.uuids(connection, WorkerLease.ofThisProcess()));
  }

  /** Stops a job: nobody takes it any more. */
  int stop(Connection connection, UUID job, String trouble) throws SQLException {
    return Sql.update(
        connection,
        """
        update callsheet_queue_item set state = 'stopped', holder = null, trouble = ?
        where job = ? and holder = ?
        """,
        shown(trouble),
        job,
        worker);
  }

  /** A reason as it is kept: of bounded length, and without what the database cannot keep. */
  private static @Nullable String shown(@Nullable String trouble) {
    if (trouble == null) {
      return null;
    }
    var text = trouble.replace('\0', ' ');
    return text.length() <= LONGEST_TROUBLE ? text : text.substring(0, LONGEST_TROUBLE) + "...";
  }
}
