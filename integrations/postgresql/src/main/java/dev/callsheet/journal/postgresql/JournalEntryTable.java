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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Writes the entries of jobs, and sums them up.
 *
 * @param problems receives every row that cannot be read
 */
record JournalEntryTable(Consumer<JournalProblem> problems) {
  private static final String SELECT =
      """
      select j.job, j.endpoint, j.account, j.owner = ?, %s, e.entry
      from callsheet_job j join callsheet_entry e on e.job = j.job
      where %s
      order by j.job, e.number
      """;

  static void write(Connection connection, JournalEntry entry) throws SQLException {
    if (entry instanceof Acknowledged) {
      execute(connection, "delete from callsheet_job where job = ?", entry.job());
      return;
    }
    try (var statement =
        connection.prepareStatement("insert into callsheet_entry (job, entry) values (?, ?)")) {
      statement.setObject(1, entry.job());
      statement.setString(2, JournalEntryJson.write(entry));
      statement.executeUpdate();
    }
    if (entry instanceof Finished) {
      execute(connection, "update callsheet_job set finished = now() where job = ?", entry.job());
    }
  }

  private static void execute(Connection connection, String sql, UUID job) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, job);
      statement.executeUpdate();
    }
  }

  /** What is known of one job. */
  List<JobRecord> of(Connection connection, UUID worker, UUID job) throws SQLException {
    return select(connection, worker, "j.job = ?", job);
  }

  /** What is known of all jobs. */
  List<JobRecord> all(Connection connection, UUID worker) throws SQLException {
    return select(connection, worker, "true");
  }

  /** What is known of the jobs of a scope that are the worker's or an orphan. */
  List<JobRecord> adoptable(Connection connection, UUID worker, Scope scope) throws SQLException {
    return select(
        connection,
        worker,
        "j.endpoint = ? and j.account = ? and (j.owner = ? or %s)".formatted(JobLeases.ORPHANED),
        scope.endpoint().toString(),
        scope.account(),
        worker);
  }

  private List<JobRecord> select(
      Connection connection, UUID worker, String condition, Object... values) throws SQLException {
    try (var statement =
        connection.prepareStatement(SELECT.formatted(JobLeases.ORPHANED, condition))) {
      statement.setObject(1, worker);
      for (var i = 0; i < values.length; i++) {
        statement.setObject(i + 2, values[i]);
      }
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
