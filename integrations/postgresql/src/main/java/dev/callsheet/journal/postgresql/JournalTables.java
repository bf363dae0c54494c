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
          """,
          """
          alter table callsheet_job add column number bigint generated always as identity;
          create unique index callsheet_job_number on callsheet_job (number);
          create index callsheet_job_owner on callsheet_job (owner, number);
          create table callsheet_budget (
            budget text primary key,
            total numeric check (total >= 0),
            reported numeric not null default 0,
            assumed numeric not null default 0,
            reserved numeric not null default 0 check (reserved >= 0)
          );
          create table callsheet_reservation (
            job uuid primary key,
            budget text not null references callsheet_budget,
            amount numeric not null check (amount >= 0),
            claimant uuid
          );
          create table callsheet_pace (
            pace text primary key,
            paused_until timestamptz not null default now()
          );
          create table callsheet_permit (
            permit uuid primary key,
            pace text not null references callsheet_pace,
            requests integer not null,
            granted timestamptz not null,
            free timestamptz not null
          );
          create index callsheet_permit_pace on callsheet_permit (pace);
          create table callsheet_queue (
            queue text primary key,
            round bigint not null default 0,
            waiting bigint not null default 0
          );
          create table callsheet_queue_group (
            queue text not null references callsheet_queue,
            name text not null,
            round bigint not null,
            primary key (queue, name)
          );
          create table callsheet_queue_item (
            job uuid primary key,
            queue text not null references callsheet_queue,
            name text not null,
            round bigint not null,
            number bigint generated always as identity,
            platform text not null,
            model text not null,
            results integer not null,
            request text not null,
            price_least numeric not null,
            price_most numeric,
            price_why text not null,
            state text not null default 'waiting' check (state in ('waiting', 'held', 'stopped')),
            not_before timestamptz not null default '-infinity',
            attempts integer not null default 0,
            doubts integer not null default 0,
            holder uuid,
            trouble text
          );
          create index callsheet_queue_item_waiting on callsheet_queue_item (queue, round, number)
            where state = 'waiting';
          create index callsheet_queue_item_held on callsheet_queue_item (queue, holder)
            where state = 'held';
          create index callsheet_queue_item_stopped on callsheet_queue_item (queue, number)
            where state = 'stopped';
          """,
          """
          alter table callsheet_queue_item add column currency text not null default 'USD',
            add column price_units text;
          create index callsheet_queue_group_round on callsheet_queue_group (queue, round);
          """);

  private JournalTables() {}

  /** Brings the tables to the version that this code knows. */
  static void migrate(DataSource database) throws SQLException {
    var unused = Transaction.execute(database, JournalTables::migrate);
  }

  /** Brings the tables to the version that this code knows; returns which that is. */
  static int migrate(Connection connection) throws SQLException {
    return migrate(connection, MIGRATIONS.size());
  }

  /** Brings the tables to a version, or leaves them at a later one. */
  static int migrate(Connection connection, int target) throws SQLException {
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
      for (var step = version; step < target; step++) {
        statement.execute(MIGRATIONS.get(step));
        statement.execute("insert into callsheet_schema values (" + (step + 1) + ")");
      }
      return Math.max(version, target);
    }
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
