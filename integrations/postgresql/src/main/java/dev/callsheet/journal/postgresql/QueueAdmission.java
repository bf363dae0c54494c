package dev.callsheet.journal.postgresql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How jobs come into a queue: each once, with its place in the order, as far as there is room. */
record QueueAdmission(String queue) {
  /** Adds jobs to the end of their group, all or, where there is no room for all, none. */
  boolean add(Connection connection, String group, List<QueuedRequest> requests, long limit)
      throws SQLException {
    long round;
    long room;
    try (var statement =
        Sql.prepare(
            connection,
            "select round, waiting from callsheet_queue where queue = ? for update",
            queue)) {
      var row = statement.executeQuery();
      if (!row.next()) {
        throw new SQLException("the queue " + queue + " is not there any more");
      }
      round = row.getLong(1);
      room = limit - row.getLong(2);
    }
    var fresh = new LinkedHashMap<UUID, QueuedRequest>();
    requests.forEach(request -> fresh.put(request.jobId(), request));
    fresh
        .keySet()
        .removeAll(
            QueueRows.ids(
                connection,
                "select job from callsheet_queue_item where job = any (?)",
                Sql.uuids(connection, fresh.keySet())));
    if (fresh.size() > room) {
      return false;
    }
    if (!fresh.isEmpty()) {
      var first = nextRounds(connection, group, round, fresh.size());
      Sql.update(
          connection,
          "update callsheet_queue set waiting = waiting + ? where queue = ?",
          insert(connection, group, List.copyOf(fresh.values()), first),
          queue);
    }
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

  /** One statement, so that the database counts what it adds, however the driver batches. */
  private int insert(Connection connection, String group, List<QueuedRequest> requests, long first)
      throws SQLException {
    var prices = requests.stream().map(request -> QueuedPrice.of(request.price())).toList();
    return Sql.update(
        connection,
        """
        insert into callsheet_queue_item (queue, name, round, job, platform, model, results,
          request, price_least, price_most, price_units, currency, price_why)
        select ?, ?, ? + place - 1, job, platform, model, results, request, least, most, units,
          currency, why
        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality as added
          (job, platform, model, results, request, least, most, units, currency, why, place)
        on conflict (job) do nothing
        """,
        queue,
        group,
        first,
        column(connection, "uuid", requests, QueuedRequest::jobId),
        column(connection, "text", requests, QueuedRequest::platform),
        column(connection, "text", requests, QueuedRequest::model),
        column(connection, "integer", requests, QueuedRequest::expectedResults),
        column(connection, "text", requests, QueuedRequest::write),
        column(connection, "numeric", prices, QueuedPrice::least),
        column(connection, "numeric", prices, QueuedPrice::most),
        column(connection, "text", prices, QueuedPrice::units),
        column(connection, "text", prices, QueuedPrice::currency),
        column(connection, "text", prices, QueuedPrice::why));
  }

  private static <T> Array column(
      Connection connection, String type, List<T> rows, Function<T, @Nullable Object> value)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(value).toArray());
  }
}
