package dev.callsheet.journal.postgresql;

import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.journal.Journal;
import dev.callsheet.runtime.client.journal.JournalSession;
import dev.callsheet.runtime.client.journal.Scope;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * A journal in a PostgreSQL database (tested with version 14), in tables that it makes itself,
 * named {@code callsheet_*}, in the first schema of the connection's search path.
 *
 * <p>Each worker holds a lease and renews it regularly. One whose lease has run out, by the
 * database's clock, counts as dead, and {@link dev.callsheet.runtime.client.CallsheetClient#resume}
 * of any other takes its jobs over. Should it come back, it no longer follows those.
 */
public final class PostgresqlJournal implements Journal {
  private static final Duration DEFAULT_LEASE = Duration.ofSeconds(30);
  private static final Duration DEFAULT_RETENTION = Duration.ofDays(7);

  private final DataSource database;
  private final Duration lease;
  private final Duration retention;

  /**
   * A journal whose connections come from there: best from a pool. Sessions ask for one at a time
   * and give it back at once.
   */
  public PostgresqlJournal(DataSource database) {
    this(database, DEFAULT_LEASE, DEFAULT_RETENTION);
  }

  private PostgresqlJournal(DataSource database, Duration lease, Duration retention) {
    this.database = database;
    this.lease = lease;
    this.retention = retention;
  }

  /**
   * The same, but the lease of a worker lasts this long before its jobs are taken over; 30 seconds
   * unless set. It is renewed three times as often.
   *
   * @throws IllegalArgumentException if that is less than a second
   */
  public PostgresqlJournal withLease(Duration time) {
    requireLease(time);
    return new PostgresqlJournal(database, time, retention);
  }

  static void requireLease(Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("A lease is at least a second, not " + time);
    }
  }

  /** The same, but finished jobs that nobody acknowledges are kept for this long; seven days. */
  public PostgresqlJournal withRetention(Duration time) {
    return new PostgresqlJournal(database, lease, time);
  }

  @Override
  public JournalSession open(Scope scope) {
    try {
      JournalTables.migrate(database);
      return new PostgresqlJournalSession(database, scope, lease, retention);
    } catch (SQLException e) {
      throw unusableException(e);
    }
  }

  static JournalException unusableException(SQLException e) {
    return new JournalException("The database cannot be used: " + e.getMessage(), e);
  }
}
