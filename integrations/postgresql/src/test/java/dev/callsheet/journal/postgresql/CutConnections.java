package dev.callsheet.journal.postgresql;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections of which one is cut, as its transaction is committed: the server ends it either
 * before, so that nothing is done, or when all is done and nobody is told.
 */
final class CutConnections implements DataSource {
  /** When a connection is cut. */
  enum Moment {
    BEFORE_COMMIT,
    AFTER_COMMIT
  }

  private final DataSource database;
  private final int cut;
  private final Moment moment;
  private final AtomicInteger commits = new AtomicInteger();
  private volatile boolean isWatching;

  /**
   * @param cut which commit, counted from 1 since they are watched; 0 for none
   */
  CutConnections(DataSource database, int cut, Moment moment) {
    this.database = database;
    this.cut = cut;
    this.moment = moment;
  }

  /** From now on, commits are counted. */
  void watch() {
    isWatching = true;
  }

  /** How many transactions were to be committed since. */
  int commits() {
    return commits.get();
  }

  @Override
  public Connection getConnection() throws SQLException {
    var connection = database.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              var isCut =
                  isWatching
                      && method.getName().equals("commit")
                      && commits.incrementAndGet() == cut;
              if (isCut && moment == Moment.BEFORE_COMMIT) {
                end(connection);
              }
              try {
                var result = method.invoke(connection, arguments);
                if (isCut && moment == Moment.AFTER_COMMIT) {
                  end(connection);
                  throw new SQLException("the reply was lost", "08006");
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** Has the server end a connection, and waits until it has. */
  private void end(Connection connection) throws SQLException {
    var backend = connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
    try (var other = database.getConnection()) {
      if (!Sql.exists(other, "select where pg_terminate_backend(?, 10000)", backend)) {
        throw new IllegalStateException("the connection " + backend + " is not cut");
      }
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return database.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter writer) throws SQLException {
    database.setLogWriter(writer);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    database.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return database.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return database.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return database.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return database.isWrapperFor(type);
  }
}
