package dev.callsheet.journal.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Set;
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

  /**
   * Classes of the database's words for: no connection, undone, no room or no more connections, an
   * operator has intervened, the system has failed.
   */
  Set<String> PASSING = Set.of("08", "40", "53", "57", "58");

  /** Its word for a statement that took too long, and may do so again. */
  String CANCELED = "57014";

  /** Its word for a transaction that was ended since nothing was done in it for too long. */
  String IDLE = "25P03";

  /**
   * How long nothing may be done within a transaction. A process that is stopped in one keeps its
   * locks, such as that on a pace which all workers share, until the database ends it.
   */
  Duration MOST_IDLE = Duration.ofSeconds(10);

  T run(Connection connection) throws SQLException;

  /**
   * Runs and commits a transaction, and gives the connection back as it was. Each statement sees
   * what was committed before it, whatever the database's default: what waited for a lock is to see
   * what was done behind it. One that was undone, since two waited for each other, runs again.
   */
  static <T> T execute(DataSource database, Transaction<T> transaction) throws SQLException {
    return execute(database, MOST_IDLE, transaction);
  }

  /** The same with another limit to how long nothing may be done within. */
  static <T> T execute(DataSource database, Duration mostIdle, Transaction<T> transaction)
      throws SQLException {
    for (var attempt = 1; ; attempt++) {
      try {
        return executeOnce(database, mostIdle, transaction);
      } catch (SQLException e) {
        if (attempt == MOST_ATTEMPTS || !DEADLOCK.equals(e.getSQLState())) {
          throw e;
        }
      }
    }
  }

  /** What went wrong first is told, and not what follows from it when a connection is lost. */
  private static <T> T executeOnce(
      DataSource database, Duration mostIdle, Transaction<T> transaction) throws SQLException {
    try (var connection = database.getConnection()) {
      var automatic = connection.getAutoCommit();
      connection.setAutoCommit(false);
      T result;
      try {
        Sql.update(
            connection,
            "set transaction isolation level read committed;"
                + " set local idle_in_transaction_session_timeout = "
                + mostIdle.toMillis());
        result = transaction.run(connection);
        connection.commit();
      } catch (SQLException | RuntimeException | Error failure) {
        try {
          connection.rollback();
          connection.setAutoCommit(automatic);
        } catch (SQLException lost) {
          failure.addSuppressed(lost);
        }
        throw failure;
      }
      connection.setAutoCommit(automatic);
      return result;
    }
  }

  /**
   * Whether something failed for a while only, such as by a database that is away: the same may
   * succeed later. Looks into the causes, too.
   */
  static boolean failsForNow(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql && isPassing(sql)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPassing(SQLException failure) {
    var state = failure.getSQLState();
    if (state != null && state.length() == 5) {
      return state.equals(IDLE)
          || (PASSING.contains(state.substring(0, 2)) && !state.equals(CANCELED));
    }
    return failure instanceof SQLRecoverableException
        || (failure instanceof SQLTransientException && !(failure instanceof SQLTimeoutException));
  }
}
