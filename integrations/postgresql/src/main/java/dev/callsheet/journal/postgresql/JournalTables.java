package dev.callsheet.journal.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The tables, and the steps that lead from each version of them to the next. */
final class JournalTables {
  /**
   * Held while the tables are made, so that of several workers that start at once one makes them.
   */
  private static final long LOCK = 0x63616c6c73686565L; // "callshee"

  /** The n-th step makes version n of version n - 1. Steps are added, never changed. */
  private static final List<String> MIGRATIONS =
      List.of(
          """
          create table callsheet_worker (
            worker uuid primary key,
            alive_until timestamptz not null
          );
          create table callsheet_job (
            job uuid primary key,
            endpoint text not null,
            account text not null,
            owner uuid not null,
            finished timestamptz
          );
          create index callsheet_job_scope on callsheet_job (endpoint, account);
          create index callsheet_job_finished on callsheet_job (finished) where finished is not null;
          create table callsheet_entry (
            job uuid not null references callsheet_job on delete cascade,
            number bigint generated always as identity,
            entry text not null,
            primary key (job, number)
          );
          """);

  private JournalTables() {}

  /** Brings the tables to the version that this code knows. */
  static void migrate(DataSource database) throws SQLException {
    var unused =
        Transaction.execute(
            database,
            connection -> {
              try (var statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
                statement.execute(
                    "create table if not exists callsheet_schema (version integer primary key)");
                var version = version(connection);
                if (version > MIGRATIONS.size()) {
                  throw new SQLException(
                      "its tables are of version "
                          + version
                          + ", made by a later Callsheet; this one knows up to "
                          + MIGRATIONS.size());
                }
                for (var step = version; step < MIGRATIONS.size(); step++) {
                  statement.execute(MIGRATIONS.get(step));
                  statement.execute("insert into callsheet_schema values (" + (step + 1) + ")");
                }
              }
              return true;
            });
  }

  private static int version(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery("select coalesce(max(version), 0) from callsheet_schema")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
