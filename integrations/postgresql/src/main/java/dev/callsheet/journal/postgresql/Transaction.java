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
  /** The database's word for two transactions that wait for each other. */
  String DEADLOCK = "40P01";

  int MOST_ATTEMPTS = 3;

  T run(Connection connection) throws SQLException;

  /**
   * Runs and commits a transaction, and gives the connection back as it was. Each statement sees
   * what was committed before it, whatever the database's default: what waited for a lock is to see
   * what was done behind it. One that was undone, since two waited for each other, runs again.
   */
  static <T> T execute(DataSource database, Transaction<T> transaction) throws SQLException {
    for (var attempt = 1; ; attempt++) {
      try {
        return executeOnce(database, transaction);
      } catch (SQLException e) {
        if (attempt == MOST_ATTEMPTS || !DEADLOCK.equals(e.getSQLState())) {
          throw e;
        }
      }
    }
  }

  private static <T> T executeOnce(DataSource database, Transaction<T> transaction)
      throws SQLException {
    try (var connection = database.getConnection()) {
      var automatic = connection.getAutoCommit();
      connection.setAutoCommit(false);
      var isCommitted = false;
      try {
        Sql.update(connection, "set transaction isolation level read committed");
        var result = transaction.run(connection);
        connection.commit();
        isCommitted = true;
        return result;
      } finally {
        if (!isCommitted) {
          connection.rollback();
        }
        connection.setAutoCommit(automatic);
      }
    }
  }
}
