package dev.callsheet.journal.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A step that is committed as a whole or not at all.
 *
 * @param <T> the type of its result
 */
@FunctionalInterface
interface Transaction<T> {
  T run(Connection connection) throws SQLException;

  /** Runs and commits a transaction, and gives the connection back as it was. */
  static <T> T execute(DataSource database, Transaction<T> transaction) throws SQLException {
    try (var connection = database.getConnection()) {
      var automatic = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        var result = transaction.run(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(automatic);
      }
    }
  }
}
