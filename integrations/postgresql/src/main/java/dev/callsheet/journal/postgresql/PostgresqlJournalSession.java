package dev.callsheet.journal.postgresql;

import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.journal.GroupCommit;
import dev.callsheet.runtime.client.journal.GroupCommit.PendingEntry;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JournalEntry;
import dev.callsheet.runtime.client.journal.JournalEntry.Submitted;
import dev.callsheet.runtime.client.journal.JournalSession;
import dev.callsheet.runtime.client.journal.Scope;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** A worker's session. Everything that is written at the same time is one transaction. */
final class PostgresqlJournalSession implements JournalSession {
  private static final System.Logger LOG = System.getLogger(PostgresqlJournal.class.getName());
  private static final Comparator<JobRecord> BY_AGE =
      Comparator.comparing((JobRecord job) -> job.task().timestamp());

  private final DataSource database;
  private final Scope scope;
  private final Duration retention;
  private final JobLeases leases;
  private boolean isFailing; // touched by the heart only
  private final GroupCommit writer = new GroupCommit(this::commit);
  private final ScheduledThreadPoolExecutor leaseRenewer =
      new ScheduledThreadPoolExecutor(
          1,
          beats -> {
            var thread = new Thread(beats, "callsheet-journal-lease");
            thread.setDaemon(true);
            return thread;
          });

  PostgresqlJournalSession(DataSource database, Scope scope, Duration lease, Duration keeping)
      throws SQLException {
    this.database = database;
    this.scope = scope;
    this.retention = keeping;
    this.leases = new JobLeases(UUID.randomUUID(), lease);
    renewLease();
    var between = lease.toMillis() / 3;
    var unused =
        leaseRenewer.scheduleWithFixedDelay(
            this::renewLeaseOrLog, between, between, TimeUnit.MILLISECONDS);
  }

  private void renewLeaseOrLog() {
    try {
      renewLease();
      isFailing = false;
    } catch (SQLException | RuntimeException e) {
      if (!isFailing) {
        LOG.log(Level.WARNING, "Cannot tell the journal's database that this worker lives", e);
      }
      isFailing = true;
    }
  }

  private void renewLease() throws SQLException {
    var unused =
        Transaction.execute(
            database,
            connection -> {
              leases.renew(connection);
              return true;
            });
  }

  @Override
  public CompletableFuture<Optional<JobRecord>> begin(Submitted submission) {
    return writer.write(submission);
  }

  @Override
  public CompletableFuture<Void> append(JournalEntry entry) {
    return writer.write(entry).thenApply(known -> null);
  }

  private void commit(List<PendingEntry> batch) {
    try {
      var answers =
          Transaction.execute(
              database,
              connection -> {
                var all = new ArrayList<Runnable>();
                for (var waiting : batch) {
                  all.add(write(connection, waiting));
                }
                return all;
              });
      answers.forEach(Runnable::run);
    } catch (SQLException e) {
      var failure = PostgresqlJournal.unusableException(e);
      batch.forEach(waiting -> waiting.completion().completeExceptionally(failure));
    } catch (RuntimeException e) {
      batch.forEach(waiting -> waiting.completion().completeExceptionally(e));
    }
  }

  /** Writes an entry; returns what to tell who waits for it, once all of it is committed. */
  private Runnable write(Connection connection, PendingEntry waiting) throws SQLException {
    var entry = waiting.entry();
    if (entry instanceof Submitted) {
      return begin(connection, waiting);
    }
    if (!leases.isHeld(connection, entry.job())) {
      return () ->
          waiting.completion().completeExceptionally(JournalException.takenOver(entry.job()));
    }
    JournalEntryTable.write(connection, entry);
    return () -> waiting.completion().complete(Optional.empty());
  }

  private Runnable begin(Connection connection, PendingEntry waiting) throws SQLException {
    var job = waiting.entry().job();
    return switch (leases.claim(connection, job, scope.endpoint().toString(), scope.account())) {
      case NEW -> {
        JournalEntryTable.write(connection, waiting.entry());
        yield () -> waiting.completion().complete(Optional.empty());
      }
      case KNOWN -> {
        var known = JournalEntryTable.of(connection, leases.worker(), job).stream().findFirst();
        yield () -> waiting.completion().complete(known);
      }
      case HELD_BY_OTHER ->
          () -> waiting.completion().completeExceptionally(JournalException.takenOver(job));
    };
  }

  @Override
  public List<JobRecord> adopt(Predicate<JobRecord> wanted) {
    return transaction(
        connection -> {
          deleteExpired(connection);
          lockScope(connection);
          var adopted =
              JournalEntryTable.adoptable(connection, leases.worker(), scope).stream()
                  .filter(wanted)
                  .sorted(BY_AGE)
                  .toList();
          for (var job : adopted) {
            leases.assign(connection, job.id());
          }
          return adopted;
        });
  }

  /** Workers that adopt at once do so one after the other. */
  private void lockScope(Connection connection) throws SQLException {
    try (var statement =
        connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
      statement.setString(1, "callsheet " + scope.endpoint() + " " + scope.account());
      statement.execute();
    }
  }

  private void deleteExpired(Connection connection) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "delete from callsheet_job where finished < now() - ? * interval '1 second'")) {
      statement.setLong(1, retention.toSeconds());
      statement.executeUpdate();
    }
  }

  @Override
  public List<JobRecord> jobs() {
    return transaction(
        connection ->
            JournalEntryTable.all(connection, leases.worker()).stream().sorted(BY_AGE).toList());
  }

  /** Runs a step after everything that was written before, and waits for it. */
  private <T> T transaction(Transaction<T> step) {
    try {
      return CompletableFuture.supplyAsync(() -> run(step), writer).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof JournalException known ? known : e;
    }
  }

  private <T> T run(Transaction<T> step) {
    try {
      return Transaction.execute(database, step);
    } catch (SQLException e) {
      throw PostgresqlJournal.unusableException(e);
    }
  }

  @Override
  public void close() {
    leaseRenewer.shutdownNow();
    var unused =
        transaction(
            connection -> {
              leases.releaseAll(connection);
              return scope;
            });
  }
}
