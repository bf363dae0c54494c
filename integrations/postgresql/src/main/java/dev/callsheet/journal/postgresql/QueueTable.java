package dev.callsheet.journal.postgresql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
  private static final String COLUMNS =
      "i.job, i.name, i.platform, i.model, i.results, i.request, i.price_least, i.price_most,"
          + " i.price_why, i.attempts, i.trouble, i.round, i.number";

  /** A row that a worker has taken. */
  record Item(QueuedJob job, QueuedRequest request, long round, long number) {}

  int create(Connection connection) throws SQLException {
    return Sql.update(
        connection, "insert into callsheet_queue (queue) values (?) on conflict do nothing", queue);
  }

  /** Adds jobs to the end of their group, all or, where there is no room for all, none. */
  boolean add(Connection connection, String group, List<QueuedRequest> requests, long limit)
      throws SQLException {
    long round;
    try (var statement =
        Sql.prepare(
            connection,
            "select round, waiting from callsheet_queue where queue = ? for update",
            queue)) {
      var row = statement.executeQuery();
      if (!row.next()) {
        throw new SQLException("the queue " + queue + " is not there any more");
      }
      if (row.getLong(2) > limit - requests.size()) {
        return false;
      }
      round = row.getLong(1);
    }
    var first = nextRounds(connection, group, round, requests.size());
    var added = insert(connection, group, requests, first);
    Sql.update(
        connection,
        "update callsheet_queue set waiting = waiting + ? where queue = ?",
        added,
        queue);
    return true;
  }

  private long nextRounds(Connection connection, String group, long current, int count)
      throws SQLException {
    try (var statement =
        Sql.prepare(
            connection,
            """
            insert into callsheet_queue_group as g (queue, name, round) values (?, ?, ?)
            on conflict (queue, name) do update set round = greatest(g.round, ?) + ?
            returning round
            """,
            queue,
            group,
            current + count,
            current,
            count)) {
      var row = statement.executeQuery();
      row.next();
      return row.getLong(1) - count + 1;
    }
  }

  private int insert(Connection connection, String group, List<QueuedRequest> requests, long first)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into callsheet_queue_item (job, queue, name, round, platform, model, results,
              request, price_least, price_most, price_why)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (job) do nothing
            """)) {
      var round = first;
      for (var request : requests) {
        statement.setObject(1, request.jobId());
        statement.setString(2, queue);
        statement.setString(3, group);
        statement.setLong(4, round++);
        statement.setString(5, request.platform());
        statement.setString(6, request.model());
        statement.setInt(7, request.expectedResults());
        statement.setString(8, request.write());
        statement.setBigDecimal(9, request.price().lowerBound());
        statement.setBigDecimal(10, request.price().upperBound().orElse(null));
        statement.setString(11, request.price().why());
        statement.addBatch();
      }
      var added = 0;
      for (var count : statement.executeBatch()) {
        added += count;
      }
      return added;
    }
  }

  /** Takes jobs that wait, in their order. */
  List<Item> take(Connection connection, UUID worker, int most) throws SQLException {
    var taken =
        items(
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
                .formatted(COLUMNS),
            queue,
            most,
            worker);
    if (!taken.isEmpty()) {
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
   * Takes over jobs of workers that are dead, and which nobody alive follows in the journal; and
   * those that are this worker's though it never learned so.
   *
   * @param known those of this worker
   */
  List<Item> adopt(Connection connection, UUID worker, Collection<UUID> known, int most)
      throws SQLException {
    return items(
        connection,
        """
        with next as (
          select i.job from callsheet_queue_item i
          where i.queue = ? and i.state = 'held' and i.job <> all (?)
            and (i.holder = ? or %s and not exists (
                select from callsheet_job j join callsheet_worker o on o.worker = j.owner
                where j.job = i.job and o.alive_until > now()))
          limit ? for update of i skip locked)
        update callsheet_queue_item i set holder = ?, attempts = attempts + 1
        from next where i.job = next.job
        returning %s
        """
            .formatted(WorkerLease.isDead("i.holder"), COLUMNS),
        queue,
        array(connection, known),
        worker,
        most,
        worker);
  }

  /** Which of these jobs have ended by the journal, so that their results are in it. */
  static Set<UUID> finished(Connection connection, Collection<UUID> jobs) throws SQLException {
    return ids(
        connection,
        "select job from callsheet_job where job = any (?) and finished is not null",
        array(connection, jobs));
  }

  /** Removes jobs that are done with, unless it is yet to be written down what they cost. */
  static Set<UUID> complete(Connection connection, UUID worker, Collection<UUID> jobs)
      throws SQLException {
    return ids(
        connection,
        """
        delete from callsheet_queue_item i where i.job = any (?) and i.holder = ?
          and not exists (select from callsheet_reservation r where r.job = i.job)
        returning i.job
        """,
        array(connection, jobs),
        worker);
  }

  /** Which of these jobs are the worker's still. */
  static Set<UUID> held(Connection connection, UUID worker, Collection<UUID> jobs)
      throws SQLException {
    return ids(
        connection,
        "select job from callsheet_queue_item where job = any (?) and holder = ?",
        array(connection, jobs),
        worker);
  }

  /** Puts a job back to where it was, for some time. */
  boolean putBack(
      Connection connection, UUID worker, UUID job, Duration wait, @Nullable String trouble)
      throws SQLException {
    var count =
        Sql.update(
            connection,
            """
            update callsheet_queue_item set state = 'waiting', holder = null, trouble = ?,
              not_before = now() + ? * interval '1 millisecond'
            where job = ? and holder = ?
            """,
            trouble,
            wait.toMillis(),
            job,
            worker);
    return addWaiting(connection, count);
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
        trouble,
        job,
        worker);
  }

  boolean retry(Connection connection, UUID job) throws SQLException {
    var count =
        Sql.update(
            connection,
            """
            update callsheet_queue_item set state = 'waiting', not_before = '-infinity'
            where job = ? and queue = ? and state = 'stopped'
            """,
            job,
            queue);
    return addWaiting(connection, count);
  }

  boolean remove(Connection connection, UUID job) throws SQLException {
    var stopped =
        Sql.update(
            connection,
            "delete from callsheet_queue_item where job = ? and queue = ? and state = 'stopped'",
            job,
            queue);
    var waiting =
        Sql.update(
            connection,
            "delete from callsheet_queue_item where job = ? and queue = ? and state = 'waiting'",
            job,
            queue);
    addWaiting(connection, -waiting);
    return stopped + waiting > 0;
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
    return items(
            connection,
            "select "
                + COLUMNS
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

  private static List<Item> items(Connection connection, String sql, Object... values)
      throws SQLException {
    try (var statement = Sql.prepare(connection, sql, values)) {
      var rows = statement.executeQuery();
      var items = new ArrayList<Item>();
      while (rows.next()) {
        items.add(item(rows));
      }
      items.sort(Comparator.comparingLong(Item::round).thenComparingLong(Item::number));
      return items;
    }
  }

  private static Item item(ResultSet row) throws SQLException {
    var id = row.getObject(1, UUID.class);
    var platform = row.getString(3);
    var model = row.getString(4);
    var task = row.getString(6);
    var price = QueuedRequest.price(row.getBigDecimal(7), row.getBigDecimal(8), row.getString(9));
    var job =
        new QueuedJob(
            id,
            row.getString(2),
            platform,
            model,
            task,
            price,
            row.getInt(10),
            Optional.ofNullable(row.getString(11)));
    var request =
        new QueuedRequest(id, platform, model, row.getInt(5), QueuedRequest.read(task), price);
    return new Item(job, request, row.getLong(12), row.getLong(13));
  }

  private static Set<UUID> ids(Connection connection, String sql, Object... values)
      throws SQLException {
    try (var statement = Sql.prepare(connection, sql, values)) {
      var rows = statement.executeQuery();
      var ids = new HashSet<UUID>();
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
      return ids;
    }
  }

  private static Array array(Connection connection, Collection<UUID> ids) throws SQLException {
    return connection.createArrayOf("uuid", ids.toArray());
  }
}
