package dev.callsheet.journal.postgresql;

import dev.callsheet.runtime.client.journal.JobRecord.Phase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

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
  void lock(Connection connection) throws SQLException {
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
      forgetGroups(connection);
    }
    return taken;
  }

  /**
   * A group whose last job was in a round that is over begins anew when it comes again, so nothing
   * of it need be known. The queue's row is locked.
   */
  private void forgetGroups(Connection connection) throws SQLException {
    Sql.update(
        connection,
        "delete from callsheet_queue_group g using callsheet_queue q"
            + " where q.queue = ? and g.queue = q.queue and g.round <= q.round",
        queue);
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

  boolean addWaiting(Connection connection, int count) throws SQLException {
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
