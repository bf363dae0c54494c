package dev.callsheet.journal.postgresql;

import dev.callsheet.journal.postgresql.QueueTable.Item;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads what a queue's statements return. */
final class QueueRows {
  /** What is read of an item, {@code i}. */
  static final String COLUMNS =
      "i.job, i.name, i.platform, i.model, i.results, i.request, i.price_least, i.price_most,"
          + " i.price_why, i.attempts, i.trouble, i.round, i.number,"
          + " exists (select from callsheet_job j where j.job = i.job), i.price_units, i.currency";

  private QueueRows() {}

  static List<Item> items(Connection connection, String sql, Object... values) throws SQLException {
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
    var price =
        new QueuedPrice(
            row.getBigDecimal(7),
            row.getBigDecimal(8),
            row.getString(15),
            row.getString(16),
            row.getString(9));
    var job =
        new QueuedJob(
            id,
            row.getString(2),
            platform,
            model,
            task,
            price.price(),
            row.getInt(10),
            Optional.ofNullable(row.getString(11)));
    return new Item(job, row.getInt(5), row.getLong(12), row.getLong(13), row.getBoolean(14));
  }

  static Set<String> strings(Connection connection, String sql, Object... values)
      throws SQLException {
    try (var statement = Sql.prepare(connection, sql, values)) {
      var rows = statement.executeQuery();
      var strings = new HashSet<String>();
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
      return strings;
    }
  }

  static Set<UUID> ids(Connection connection, String sql, Object... values) throws SQLException {
    try (var statement = Sql.prepare(connection, sql, values)) {
      var rows = statement.executeQuery();
      var ids = new HashSet<UUID>();
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
      return ids;
    }
  }
}
