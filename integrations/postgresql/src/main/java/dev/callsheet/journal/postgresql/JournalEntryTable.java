package dev.callsheet.journal.postgresql;

import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JobRecord.Owner;
import dev.callsheet.runtime.client.journal.JournalEntry;
import dev.callsheet.runtime.client.journal.JournalEntry.Acknowledged;
import dev.callsheet.runtime.client.journal.JournalEntry.Finished;
import dev.callsheet.runtime.client.journal.JournalEntryJson;
import dev.callsheet.runtime.client.journal.JournalProblem;
import dev.callsheet.runtime.client.journal.Scope;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Writes the entries of jobs, and sums them up.
 *
 * @param problems receives every row that cannot be read
 */
record JournalEntryTable(Consumer<JournalProblem> problems) {
  private static final int PAGE = 1000;

  private static final String SELECT =
      """
      select j.job, j.endpoint, j.account, j.owner = ?, %s, e.entry
      from callsheet_job j join callsheet_entry e on e.job = j.job
      where j.job = any (?)
      order by j.number, e.number
      """
          .formatted(JobLeases.ORPHANED);

  /**
   * The owners that are dead, and this one, step by step down the index: there are few owners,
   * however many jobs they have.
   */
  private static final String ADOPTABLE_OWNERS =
      """
      with recursive o (owner) as (
        (select owner from callsheet_job order by owner limit 1)
        union all
        select (select n.owner from callsheet_job n where n.owner > o.owner
          order by n.owner limit 1)
        from o where o.owner is not null)
      select o.owner from o where o.owner = ? or o.owner is not null and %s
      """
          .formatted(WorkerLease.isDead("o.owner"));

  static void write(Connection connection, JournalEntry entry) throws SQLException {
    var job = entry.job();
    if (entry instanceof Acknowledged) {
      Sql.update(connection, "delete from callsheet_job where job = ?", job);
      return;
    }
    Sql.update(
        connection,
        "insert into callsheet_entry (job, entry) values (?, ?)",
        job,
        JournalEntryJson.write(entry));
    if (entry instanceof Finished) {
      Sql.update(connection, "update callsheet_job set finished = now() where job = ?", job);
    }
  }

  /** Whether an entry is written already: its time tells it from others. */
  static boolean contains(Connection connection, JournalEntry entry) throws SQLException {
    return Sql.exists(
        connection,
        "select from callsheet_entry where job = ? and entry = ?",
        entry.job(),
        JournalEntryJson.write(entry));
  }

  /** What is known of one job. */
  List<JobRecord> of(Connection connection, UUID worker, UUID job) throws SQLException {
    return records(connection, worker, List.of(job));
  }

  /** What is known of the jobs of a worker. */
  List<JobRecord> ofOwner(Connection connection, UUID worker) throws SQLException {
    return ofOwner(connection, worker, worker);
  }

  /**
   * What is known of the jobs after one, in the order they began.
   *
   * @param after the number of that one; the last that was read when this returns
   * @return empty when there are no more
   */
  Optional<List<JobRecord>> page(Connection connection, UUID worker, AtomicLong after)
      throws SQLException {
    return page(
        connection,
        worker,
        after,
        "select job, number from callsheet_job where number > ? order by number limit " + PAGE,
        after.get());
  }

  /** What is known of the jobs of a scope that are the worker's or an orphan, oldest first. */
  List<JobRecord> adoptable(Connection connection, UUID worker, Scope scope) throws SQLException {
    var owners = new ArrayList<UUID>();
    try (var statement = Sql.prepare(connection, ADOPTABLE_OWNERS, worker)) {
      var rows = statement.executeQuery();
      while (rows.next()) {
        owners.add(rows.getObject(1, UUID.class));
      }
    }
    var jobs = new ArrayList<JobRecord>();
    for (var owner : owners) {
      ofOwner(connection, worker, owner).stream()
          .filter(job -> job.scope().equals(scope))
          .forEach(jobs::add);
    }
    jobs.sort(Comparator.comparing(job -> job.task().timestamp()));
    return jobs;
  }

  private List<JobRecord> ofOwner(Connection connection, UUID worker, UUID owner)
      throws SQLException {
    var jobs = new ArrayList<JobRecord>();
    var after = new AtomicLong(Long.MIN_VALUE);
    for (var next = ownersPage(connection, worker, owner, after);
        next.isPresent();
        next = ownersPage(connection, worker, owner, after)) {
      jobs.addAll(next.get());
    }
    return jobs;
  }

  /** The comparison of rows has but one index that is in its order. */
  private Optional<List<JobRecord>> ownersPage(
      Connection connection, UUID worker, UUID owner, AtomicLong after) throws SQLException {
    return page(
        connection,
        worker,
        after,
        "select job, number from callsheet_job where (owner, number) > (?, ?) and owner <= ?"
            + " order by owner, number limit "
            + PAGE,
        owner,
        after.get(),
        owner);
  }

  /**
   * Jobs first, and then their entries: whatever the database expects of either table, it finds
   * both by an index.
   */
  private Optional<List<JobRecord>> page(
      Connection connection, UUID worker, AtomicLong after, String sql, Object... values)
      throws SQLException {
    var jobs = new ArrayList<UUID>();
    try (var statement = Sql.prepare(connection, sql, values)) {
      var rows = statement.executeQuery();
      while (rows.next()) {
        jobs.add(rows.getObject(1, UUID.class));
        after.set(rows.getLong(2));
      }
    }
    return jobs.isEmpty() ? Optional.empty() : Optional.of(records(connection, worker, jobs));
  }

  private List<JobRecord> records(Connection connection, UUID worker, Collection<UUID> jobs)
      throws SQLException {
    try (var statement = Sql.prepare(connection, SELECT, worker, Sql.uuids(connection, jobs))) {
      return records(statement);
    }
  }

  private record Job(Scope scope, Owner following, List<JournalEntry> entries) {}

  private List<JobRecord> records(PreparedStatement statement) throws SQLException {
    var jobs = new LinkedHashMap<UUID, Job>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        var id = rows.getObject(1, UUID.class);
        try {
          var job = jobs.get(id);
          if (job == null) {
            job = job(rows);
            jobs.put(id, job);
          }
          job.entries().add(JournalEntryJson.read(rows.getString(6)));
        } catch (IllegalArgumentException unreadable) {
          problems.accept(
              new JournalProblem(
                  "The journal's database",
                  "has an entry that cannot be read; it may have held a result that is paid for",
                  Set.of(id)));
        }
      }
    }
    return jobs.values().stream()
        .flatMap(job -> JobRecord.of(job.entries(), job.scope(), job.following()).stream())
        .toList();
  }

  private static Job job(ResultSet row) throws SQLException {
    var following =
        row.getBoolean(4)
            ? Owner.THIS_SESSION
            : row.getBoolean(5) ? Owner.NONE : Owner.OTHER_SESSION;
    var scope = new Scope(URI.create(row.getString(2)), row.getString(3));
    return new Job(scope, following, new ArrayList<>());
  }
}
