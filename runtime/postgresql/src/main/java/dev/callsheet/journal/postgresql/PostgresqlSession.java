package dev.callsheet.journal.postgresql;

import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.journal.GroupCommit;
import dev.callsheet.runtime.client.journal.GroupCommit.Waiting;
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
final class PostgresqlSession implements JournalSession {
  private static final System.Logger LOG = System.getLogger(PostgresqlJournal.class.getName());
  private static final Comparator<JobRecord> BY_AGE =
      Comparator.comparing((JobRecord job) -> job.task().at());

  private final DataSource database;
  private final Scope scope;
  private final Duration keeping;
  private final Ownership ownership;
  private boolean failing; // touched by the heart only
  private final GroupCommit writer = new GroupCommit(this::commit);
  private final ScheduledThreadPoolExecutor heart =
      new ScheduledThreadPoolExecutor(
          1,
          beats -> {
            var thread = new Thread(beats, "callsheet-journal-lease");
            thread.setDaemon(true);
            return thread;
          });

  PostgresqlSession(DataSource database, Scope scope, Duration lease, Duration keeping)
      throws SQLException {
    this.database = database;
    this.scope = scope;
    this.keeping = keeping;
    this.ownership = new Ownership(UUID.randomUUID(), lease);
    beat();
    var between = lease.toMillis() / 3;
    var unused =
        heart.scheduleWithFixedDelay(this::beatIfPossible, between, between, TimeUnit.MILLISECONDS);
  }

  private void beatIfPossible() {
    try {
      beat();
      failing = false;
    } catch (SQLException | RuntimeException e) {
      if (!failing) {
        LOG.log(Level.WARNING, "Cannot tell the journal's database that this worker lives", e);
      }
      failing = true;
    }
  }

  private void beat() throws SQLException {
    var unused =
        Transaction.in(
            database,
            connection -> {
              ownership.renew(connection);
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

  private void commit(List<Waiting> batch) {
    try {
      var answers =
          Transaction.in(
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
      var failure = PostgresqlJournal.unusable(e);
      batch.forEach(waiting -> waiting.done().completeExceptionally(failure));
    } catch (RuntimeException e) {
      batch.forEach(waiting -> waiting.done().completeExceptionally(e));
    }
  }

  /** Writes an entry; returns what to tell who waits for it, once all of it is committed. */
  private Runnable write(Connection connection, Waiting waiting) throws SQLException {
    var entry = waiting.entry();
    if (entry instanceof Submitted) {
      return begin(connection, waiting);
    }
    if (!ownership.holds(connection, entry.job())) {
      return () -> waiting.done().completeExceptionally(JournalException.takenOver(entry.job()));
    }
    Entries.write(connection, entry);
    return () -> waiting.done().complete(Optional.empty());
  }

  private Runnable begin(Connection connection, Waiting waiting) throws SQLException {
    var job = waiting.entry().job();
    return switch (ownership.begin(connection, job, scope.endpoint().toString(), scope.account())) {
      case NEW -> {
        Entries.write(connection, waiting.entry());
        yield () -> waiting.done().complete(Optional.empty());
      }
      case KNOWN -> {
        var known = Entries.of(connection, ownership.worker(), job).stream().findFirst();
        yield () -> waiting.done().complete(known);
      }
      case ANOTHERS -> () -> waiting.done().completeExceptionally(JournalException.takenOver(job));
    };
  }

  @Override
  public List<JobRecord> adopt(Predicate<JobRecord> wanted) {
    return transaction(
        connection -> {
          forgetOld(connection);
          queueUp(connection);
          var adopted =
              Entries.adoptable(connection, ownership.worker(), scope).stream()
                  .filter(wanted)
                  .sorted(BY_AGE)
                  .toList();
          for (var job : adopted) {
            ownership.take(connection, job.id());
          }
          return adopted;
        });
  }

  /** Workers that adopt at once do so one after the other. */
  private void queueUp(Connection connection) throws SQLException {
    try (var statement =
        connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
      statement.setString(1, "callsheet " + scope.endpoint() + " " + scope.account());
      statement.execute();
    }
  }

  private void forgetOld(Connection connection) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "delete from callsheet_job where finished < now() - ? * interval '1 second'")) {
      statement.setLong(1, keeping.toSeconds());
      statement.executeUpdate();
    }
  }

  @Override
  public List<JobRecord> jobs() {
    return transaction(
        connection -> Entries.all(connection, ownership.worker()).stream().sorted(BY_AGE).toList());
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
      return Transaction.in(database, step);
    } catch (SQLException e) {
      throw PostgresqlJournal.unusable(e);
    }
  }

  @Override
  public void close() {
    heart.shutdownNow();
    var unused =
        transaction(
            connection -> {
              ownership.end(connection);
              return scope;
            });
  }
}
