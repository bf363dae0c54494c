package dev.callsheet.journal.postgresql;

import dev.callsheet.runtime.client.journal.JobRecord.Phase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a queue. Fair order is start-time fair queueing, with the numbers given when a job
 * comes: the n-th job of a group is in the n-th round, but never in one that is over. The round of
 * the queue is the last one of which a job was taken. Jobs are taken by round, so each group has
 * one in every round, and a group that was idle begins in the current one: it has saved nothing and
 * owes nothing. Taking one costs a step down an index, however many jobs and groups there are.
 *
 * <p>Source: Goyal, Vin, Cheng: Start-time Fair Queueing, SIGCOMM 1996, with equal weights.
 */
record QueueTable(String queue) {
  /** How often it may be uncertain what became of a job before somebody has to look at it. */
  private static final int MOST_DOUBTS = 5;

  private static final int LONGEST_TROUBLE = 2000;

  /**
   * A row that a worker has taken.
   *
   * @param isRecorded whether the journal has the job, so that it is to be resumed
   */
  record Item(QueuedJob job, int results, long round, long number, boolean isRecorded) {
    /**
     * The request as it is sent.
     *
     * @throws RuntimeException if it cannot be read
     */
    QueuedRequest request() {
      return new QueuedRequest(
          job.id(),
          job.platform(),
          job.model(),
          results,
          QueuedRequest.read(job.request()),
          job.price());
    }
  }

  int create(Connection connection) throws SQLException {
    return Sql.update(
        connection, "insert into callsheet_queue (queue) values (?) on conflict do nothing", queue);
  }

  /** The queue's row is locked before any of its items. */
  private void lock(Connection connection) throws SQLException {
    var unused =
        Sql.exists(connection, "select from callsheet_queue where queue = ? for update", queue);
  }

  /** Takes jobs that wait, in their order. */
  List<Item> take(Connection connection, UUID worker, int most) throws SQLException {
    var taken =
        QueueRows.items(
            connection,
            """
            with next as (
              select job from callsheet_queue_item
              where queue = ? and state = 'waiting' and not_before <= now()
              order by round, number limit ? for update skip locked)
            update callsheet_queue_item i set state = 'held', holder = ?, attempts = attempts + 1
            from next where i.job = next.job
            returning %s
            """
                .formatted(QueueRows.COLUMNS),
            queue,
            most,
            worker);
    if (!taken.isEmpty()) {
      freeFinished(connection, taken);
      Sql.update(
          connection,
          "update callsheet_queue set round = greatest(round, ?), waiting = waiting - ?"
              + " where queue = ?",
          taken.stream().mapToLong(Item::round).max().orElse(0),
          taken.size(),
          queue);
    }
    return taken;
  }

  /**
   * Takes over jobs of workers that are dead, and those that are this worker's though it never
   * learned so. A client that is alive may still follow one: then it is put back for a while.
   *
   * @param known those of this worker
   */
  List<Item> adopt(Connection connection, UUID worker, Collection<UUID> known, int most)
      throws SQLException {
    var adopted =
        QueueRows.items(
            connection,
            """
        with next as (
          select i.job from callsheet_queue_item i
          where i.queue = ? and i.state = 'held' and i.job <> all (?) and (i.holder = ? or %s)
          limit ? for update of i skip locked)
        update callsheet_queue_item i set holder = ?, attempts = attempts + 1
        from next where i.job = next.job
        returning %s
        """
                .formatted(WorkerLease.isDead("i.holder"), QueueRows.COLUMNS),
            queue,
            Sql.uuids(connection, known),
            worker,
            most,
            worker);
    freeFinished(connection, adopted);
    return adopted;
  }

  /**
   * What has ended is for the worker that has it in the queue to deliver, whoever followed it: the
   * journal's owner lets go of it.
   */
  private static void freeFinished(Connection connection, List<Item> items) throws SQLException {
    var recorded = items.stream().filter(Item::isRecorded).map(item -> item.job().id()).toList();
    if (!recorded.isEmpty()) {
      Sql.update(
          connection,
          "update callsheet_job set owner = ? where job = any (?) and finished is not null",
          JobLeases.NOBODY,
          Sql.uuids(connection, recorded));
    }
  }

  /** Which of these jobs have ended by the journal, and are of clients of this process there. */
  static Set<UUID> finished(Connection connection, Collection<UUID> jobs) throws SQLException {
    return QueueRows.ids(
        connection,
        """
        select job from callsheet_job
        where job = any (?) and finished is not null and owner = any (?)
        """,
        Sql.uuids(connection, jobs),
        Sql.uuids(connection, WorkerLease.ofThisProcess()));
  }

  /** Removes jobs that are done with, unless it is yet to be written down what they cost. */
  static Set<UUID> complete(Connection connection, UUID worker, Collection<UUID> jobs)
      throws SQLException {
    return QueueRows.ids(
        connection,
        """
        delete from callsheet_queue_item i where i.job = any (?) and i.holder = ?
          and not exists (select from callsheet_reservation r where r.job = i.job)
        returning i.job
        """,
        Sql.uuids(connection, jobs),
        worker);
  }

  /** Which of these jobs are the worker's still. */
  static Set<UUID> held(Connection connection, UUID worker, Collection<UUID> jobs)
      throws SQLException {
    return QueueRows.ids(
        connection,
        "select job from callsheet_queue_item where job = any (?) and holder = ?",
        Sql.uuids(connection, jobs),
        worker);
  }

  /** Puts a job back to where it was, for some time. */
  boolean putBack(
      Connection connection, UUID worker, UUID job, Duration wait, @Nullable String trouble)
      throws SQLException {
    lock(connection);
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
    return addWaiting(connection, count);
  }

  /**
   * Puts back a job of which this process' client does not know what became, and frees it in the
   * journal, so that whoever takes it next can find out; stops it when that was in vain too often.
   */
  boolean doubt(Connection connection, UUID worker, UUID job, Duration wait, String trouble)
      throws SQLException {
    lock(connection);
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
        doubts == 0
            ? stop(connection, worker, job, trouble) > 0
            : putBack(connection, worker, job, wait, trouble);
    if (isOver) {
      Sql.update(
          connection,
          "update callsheet_job set owner = ? where job = ? and owner = any (?)",
          JobLeases.NOBODY,
          job,
          Sql.uuids(connection, WorkerLease.ofThisProcess()));
    }
    return isOver;
  }

  /** A reason as it is kept: of bounded length, and without what the database cannot keep. */
  private static @Nullable String shown(@Nullable String trouble) {
    if (trouble == null) {
      return null;
    }
    var text = trouble.replace('\0', ' ');
    return text.length() <= LONGEST_TROUBLE ? text : text.substring(0, LONGEST_TROUBLE) + "...";
  }

  /** Stops a job: nobody takes it any more. */
  static int stop(Connection connection, UUID worker, UUID job, String trouble)
      throws SQLException {
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

  /** What delivered nothing is forgotten by the journal, so that it is sent anew. */
  boolean retry(Connection connection, UUID job) throws SQLException {
    lock(connection);
    var count =
        Sql.update(
            connection,
            """
            update callsheet_queue_item
            set state = 'waiting', not_before = '-infinity', doubts = 0
            where job = ? and queue = ? and state = 'stopped'
            """,
            job,
            queue);
    if (count > 0 && hasFailed(connection, job)) {
      Sql.update(connection, "delete from callsheet_job where job = ?", job);
    }
    return addWaiting(connection, count);
  }

  private static boolean hasFailed(Connection connection, UUID job) throws SQLException {
    return new JournalEntryTable(problem -> {})
        .of(connection, JobLeases.NOBODY, job).stream()
            .anyMatch(known -> known.phase() == Phase.FINISHED && known.results().isEmpty());
  }

  /** What may have been paid for it counts as spent. */
  boolean remove(Connection connection, UUID job) throws SQLException {
    lock(connection);
    var removed =
        QueueRows.strings(
            connection,
            """
            delete from callsheet_queue_item
            where job = ? and queue = ? and state in ('waiting', 'stopped') returning state
            """,
            job,
            queue);
    if (removed.isEmpty()) {
      return false;
    }
    addWaiting(connection, removed.contains("waiting") ? -1 : 0);
    var isRecorded = Sql.exists(connection, "select from callsheet_job where job = ?", job);
    PostgresqlBudget.settle(connection, job, BigDecimal.ZERO, isRecorded ? 1 : 0, 1);
    return true;
  }

  private boolean addWaiting(Connection connection, int count) throws SQLException {
    if (count != 0) {
      Sql.update(
          connection,
          "update callsheet_queue set waiting = waiting + ? where queue = ?",
          count,
          queue);
    }
    return count != 0;
  }

  /** Whether there is nothing to take, now or later: no job waits, and no worker has one. */
  boolean isIdle(Connection connection) throws SQLException {
    return !Sql.exists(
        connection,
        "select from callsheet_queue_item where queue = ? and state = 'waiting'"
            + " union all select from callsheet_queue_item where queue = ? and state = 'held'"
            + " limit 1",
        queue,
        queue);
  }

  List<QueuedJob> stopped(Connection connection, int most) throws SQLException {
    return QueueRows.items(
            connection,
            "select "
                + QueueRows.COLUMNS
                + " from callsheet_queue_item i where queue = ? and state = 'stopped'"
                + " order by number limit ?",
            queue,
            most)
        .stream()
        .map(Item::job)
        .toList();
  }

  List<QueueGroup> groups(Connection connection) throws SQLException {
    try (var statement =
        Sql.prepare(
            connection,
            """
            select name, count(*) filter (where state = 'waiting'),
              count(*) filter (where state = 'held'), count(*) filter (where state = 'stopped')
            from callsheet_queue_item where queue = ? group by name order by name
            """,
            queue)) {
      var rows = statement.executeQuery();
      var groups = new ArrayList<QueueGroup>();
      while (rows.next()) {
        groups.add(
            new QueueGroup(rows.getString(1), rows.getLong(2), rows.getLong(3), rows.getLong(4)));
      }
      return groups;
    }
  }
}
