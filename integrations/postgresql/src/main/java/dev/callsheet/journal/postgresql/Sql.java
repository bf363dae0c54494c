package dev.callsheet.journal.postgresql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Statements with values. */
final class Sql {
  private Sql() {}

  /** A statement with its values, in the order of their places. */
  static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    try {
      for (var i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  /** Executes a statement; returns how many rows it changed. */
  static int update(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (var statement = prepare(connection, sql, values)) {
      return statement.executeUpdate();
    }
  }

  /** Whether a query has a row. */
  static boolean exists(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (var statement = prepare(connection, sql, values);
        var rows = statement.executeQuery()) {
      return rows.next();
    }
  }

  /** Ids as one value, for {@code = any (?)}. */
  static Array uuids(Connection connection, Collection<UUID> ids) throws SQLException {
    return connection.createArrayOf("uuid", ids.toArray());
  }
}
